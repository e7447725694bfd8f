// SPDX-License-Identifier: EUPL-1.2
// An offering: what a provider offers to children, for whom, when, where, and how to take part.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "domain/audience.h"
#include "domain/field.h"
#include "domain/organisation.h"
#include "domain/pictures.h"
#include "domain/price.h"
#include "domain/record.h"
#include "domain/schedule.h"
#include "domain/venue.h"

namespace wegwijzer {

enum class OfferingKind {
  workshop,
  series,
  club,
  event,
  walk_in,
  holiday_school,
  lesson,
  lesson_kit,
  loan_item
};

template <>
inline constexpr std::array choices<OfferingKind> = {
    std::pair{OfferingKind::workshop, "workshop"},  std::pair{OfferingKind::series, "series"},
    std::pair{OfferingKind::club, "club"},          std::pair{OfferingKind::event, "event"},
    std::pair{OfferingKind::walk_in, "walk_in"},    std::pair{OfferingKind::holiday_school, "holiday_school"},
    std::pair{OfferingKind::lesson, "lesson"},      std::pair{OfferingKind::lesson_kit, "lesson_kit"},
    std::pair{OfferingKind::loan_item, "loan_item"}};

// The three-stage rocket; later is further.
enum class Stage { introduce, deepen, belong };

template <>
inline constexpr std::array choices<Stage> = {std::pair{Stage::introduce, "introduce"},
                                              std::pair{Stage::deepen, "deepen"},
                                              std::pair{Stage::belong, "belong"}};

enum class Where { at_venue, at_home, online };

template <>
inline constexpr std::array choices<Where> = {std::pair{Where::at_venue, "at_venue"},
                                              std::pair{Where::at_home, "at_home"},
                                              std::pair{Where::online, "online"}};

enum class SchoolTime { in_school, out_of_school };

template <>
inline constexpr std::array choices<SchoolTime> = {std::pair{SchoolTime::in_school, "in_school"},
                                                   std::pair{SchoolTime::out_of_school, "out_of_school"}};

enum class Company { alone, with_parent, either };

template <>
inline constexpr std::array choices<Company> = {std::pair{Company::alone, "alone"},
                                                std::pair{Company::with_parent, "with_parent"},
                                                std::pair{Company::either, "either"}};

enum class Access { wheelchair, low_stimulus, special_education, hearing, sight, small_group, girls_only };

template <>
inline constexpr std::array choices<Access> = {std::pair{Access::wheelchair, "wheelchair"},
                                               std::pair{Access::low_stimulus, "low_stimulus"},
                                               std::pair{Access::special_education, "special_education"},
                                               std::pair{Access::hearing, "hearing"},
                                               std::pair{Access::sight, "sight"},
                                               std::pair{Access::small_group, "small_group"},
                                               std::pair{Access::girls_only, "girls_only"}};

// People like themselves whom children meet there, as the provider says (docs/decisions/0045).
enum class RoleModel { older_children, from_area, home_languages, women_and_men };

template <>
inline constexpr std::array choices<RoleModel> = {std::pair{RoleModel::older_children, "older_children"},
                                                  std::pair{RoleModel::from_area, "from_area"},
                                                  std::pair{RoleModel::home_languages, "home_languages"},
                                                  std::pair{RoleModel::women_and_men, "women_and_men"}};

struct Offering : Record<Offering> {
  Id<Organisation> organisation;
  std::optional<Id<Venue>> venue;
  std::string title;
  std::string summary;  // what
  std::string expect;   // how it goes, the first time above all
  OfferingKind kind = OfferingKind::workshop;
  std::vector<ThemeCode> themes;
  std::optional<Stage> stage;
  std::optional<int> difficulty;  // 1-3
  bool asks_prior = false;        // only after an earlier step
  SchoolTime school_time = SchoolTime::out_of_school;
  Where where = Where::at_venue;
  std::optional<AgeRange> ages;
  std::optional<SchoolGroups> groups;
  std::optional<Price> price;
  std::vector<FundCode> funds;  // that can pay or waive it
  std::vector<LanguageCode> languages;
  std::vector<Access> access;
  std::optional<Company> company;
  std::optional<int> capacity;
  std::optional<int> places_left;
  Schedule schedule;
  // How to take part.
  std::string link;
  std::string phone;
  std::string email;
  std::optional<Date> deadline;
  std::optional<bool> trial_lesson;
  std::optional<bool> waiting_list;
  // Is this something for me?
  std::string meets;  // people of the provider, by function: "de trainer, Noor"
  std::vector<RoleModel> role_models;
  std::string bring;  // what to bring and to wear
  Pictures pictures;
  bool operator==(Offering const&) const = default;
};

template <>
inline constexpr std::chrono::days goes_stale_after<Offering>{183};

template <>
inline constexpr std::string_view record_name<Offering> = "offering";
template <>
inline constexpr std::string_view record_plural<Offering> = "offerings";

template <>
inline constexpr auto fields<Offering> = std::tuple{
    Field{"organisation", &Offering::organisation},
    Field{"venue", &Offering::venue},
    Field{"title", &Offering::title},
    Field{"summary", &Offering::summary},
    Field{"expect", &Offering::expect},
    Field{"kind", &Offering::kind},
    Field{"themes", &Offering::themes},
    Field{"stage", &Offering::stage},
    Field{"difficulty", &Offering::difficulty},
    Field{"asks_prior", &Offering::asks_prior},
    Field{"school_time", &Offering::school_time},
    Field{"at", &Offering::where},
    Field{"ages", &Offering::ages},
    Field{"school_groups", &Offering::groups},
    Field{"price", &Offering::price},
    Field{"funds", &Offering::funds},
    Field{"languages", &Offering::languages},
    Field{"access", &Offering::access},
    Field{"company", &Offering::company},
    Field{"capacity", &Offering::capacity},
    Field{"places_left", &Offering::places_left},
    Field{"schedule", &Offering::schedule},
    Field{"link", &Offering::link},
    Field{"phone", &Offering::phone},
    Field{"email", &Offering::email},
    Field{"deadline", &Offering::deadline},
    Field{"trial_lesson", &Offering::trial_lesson},
    Field{"waiting_list", &Offering::waiting_list},
    Field{"meets", &Offering::meets},
    Field{"role_models", &Offering::role_models},
    Field{"bring", &Offering::bring},
    Field{"pictures", &Offering::pictures},
};

enum class Fit { yes, no, unknown };

// Whether somebody can still join: not after the last day to apply, nor when it is full without a waiting
// list.
enum class Joining { open, full, closed };

Joining joining(Offering const& offering, Date today);

// Whether a child of this age fits: within the ages or the school groups; unknown when neither is said.
Fit fits_age(Offering const& offering, int age);

// From the youngest to the oldest that it says it is for; nothing when it says neither ages nor groups.
std::optional<AgeRange> widest_ages(Offering const& offering);

inline std::string const& name_of(Offering const& offering) {
  return offering.title;
}

}  // namespace wegwijzer
