// SPDX-License-Identifier: EUPL-1.2
// An organisation: a party in the network, provider, network partner or both.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "domain/choice.h"
#include "domain/field.h"
#include "domain/level.h"
#include "domain/record.h"

namespace wegwijzer {

enum class Sector {
  education,
  childcare,
  library,
  museum,
  heritage,
  culture,
  sport,
  nature,
  technology,
  welfare,
  government,
  business,
  higher_education,
  other
};

template <>
inline constexpr std::array choices<Sector> = {std::pair{Sector::education, "education"},
                                               std::pair{Sector::childcare, "childcare"},
                                               std::pair{Sector::library, "library"},
                                               std::pair{Sector::museum, "museum"},
                                               std::pair{Sector::heritage, "heritage"},
                                               std::pair{Sector::culture, "culture"},
                                               std::pair{Sector::sport, "sport"},
                                               std::pair{Sector::nature, "nature"},
                                               std::pair{Sector::technology, "technology"},
                                               std::pair{Sector::welfare, "welfare"},
                                               std::pair{Sector::government, "government"},
                                               std::pair{Sector::business, "business"},
                                               std::pair{Sector::higher_education, "higher_education"},
                                               std::pair{Sector::other, "other"}};

enum class Role { provider, network_partner };

template <>
inline constexpr std::array choices<Role> = {std::pair{Role::provider, "provider"},
                                             std::pair{Role::network_partner, "network_partner"}};

// For whom an organisation means to be there.
enum class TargetGroup {
  toddlers,          // 2-4 years
  primary_school,    // 4-12
  secondary_school,  // 12-18
  girls,
  low_income,  // families with little money
  newcomers,   // who learn Dutch as a second language
  special_education,
  disability,
  gifted,
  parents,
  teachers
};

template <>
inline constexpr std::array choices<TargetGroup> = {
    std::pair{TargetGroup::toddlers, "toddlers"},
    std::pair{TargetGroup::primary_school, "primary_school"},
    std::pair{TargetGroup::secondary_school, "secondary_school"},
    std::pair{TargetGroup::girls, "girls"},
    std::pair{TargetGroup::low_income, "low_income"},
    std::pair{TargetGroup::newcomers, "newcomers"},
    std::pair{TargetGroup::special_education, "special_education"},
    std::pair{TargetGroup::disability, "disability"},
    std::pair{TargetGroup::gifted, "gifted"},
    std::pair{TargetGroup::parents, "parents"},
    std::pair{TargetGroup::teachers, "teachers"}};

// What keeps children from taking part in what an organisation offers.
enum class Threshold {
  not_known,
  price,
  distance,
  opening_hours,
  language,
  not_at_ease,
  access,
  enrolment,
  full
};

template <>
inline constexpr std::array choices<Threshold> = {std::pair{Threshold::not_known, "not_known"},
                                                  std::pair{Threshold::price, "price"},
                                                  std::pair{Threshold::distance, "distance"},
                                                  std::pair{Threshold::opening_hours, "opening_hours"},
                                                  std::pair{Threshold::language, "language"},
                                                  std::pair{Threshold::not_at_ease, "not_at_ease"},
                                                  std::pair{Threshold::access, "access"},
                                                  std::pair{Threshold::enrolment, "enrolment"},
                                                  std::pair{Threshold::full, "full"}};

struct Organisation : Record<Organisation> {
  std::string name;
  std::vector<Role> roles;
  Sector sector = Sector::other;
  std::string about;
  std::string website;
  std::string phone;
  std::string email;
  std::vector<std::string> green_layer;   // functions of people who meet children: "museumdocent"
  std::vector<std::string> orange_layer;  // functions of directors and board
  std::optional<bool> trained_spotters;   // whether people of it are trained talent spotters; never who
  // What it says itself about safety; nobody else vouches for it (docs/decisions/0022).
  std::optional<bool> certificates;  // of conduct (VOG), of everybody who works with children
  std::optional<Date> certificates_said_on;
  std::string safety_contact;  // who to turn to, by name or function
  std::string safety_phone;
  std::string safety_email;
  std::string safety_rules;  // where its rules are to be read
  // What community mapping asks beside how to reach it (the report, parts 1 and 3).
  std::string goals;           // what it wants to reach, in its own words
  std::optional<Level> level;  // on which it works
  std::vector<TargetGroup> target_groups;
  std::vector<Threshold> thresholds;  // for taking part, as the network sees them
  std::string quality;                // what is known of it: a mark, an evaluation
  bool operator==(Organisation const&) const = default;
};

template <>
inline constexpr std::string_view record_name<Organisation> = "organisation";
template <>
inline constexpr std::string_view record_plural<Organisation> = "organisations";

template <>
inline constexpr auto fields<Organisation> = std::tuple{
    Field{"name", &Organisation::name},
    Field{"roles", &Organisation::roles},
    Field{"sector", &Organisation::sector},
    Field{"about", &Organisation::about},
    Field{"website", &Organisation::website},
    Field{"phone", &Organisation::phone},
    Field{"email", &Organisation::email},
    Field{"green_layer", &Organisation::green_layer},
    Field{"orange_layer", &Organisation::orange_layer},
    Field{"trained_spotters", &Organisation::trained_spotters},
    Field{"certificates", &Organisation::certificates},
    Field{"certificates_said_on", &Organisation::certificates_said_on},
    Field{"safety_contact", &Organisation::safety_contact},
    Field{"safety_phone", &Organisation::safety_phone},
    Field{"safety_email", &Organisation::safety_email},
    Field{"safety_rules", &Organisation::safety_rules},
    Field{"goals", &Organisation::goals},
    Field{"level", &Organisation::level},
    Field{"target_groups", &Organisation::target_groups},
    Field{"thresholds", &Organisation::thresholds},
    Field{"quality", &Organisation::quality},
};

// Whether there is anybody to turn to when something is not right.
inline bool names_safety_contact(Organisation const& organisation) {
  return !organisation.safety_contact.empty() || !organisation.safety_phone.empty() ||
         !organisation.safety_email.empty();
}

inline bool speaks_of_safety(Organisation const& organisation) {
  return organisation.certificates || names_safety_contact(organisation) ||
         !organisation.safety_rules.empty();
}

inline bool is_provider(Organisation const& organisation) {
  return std::ranges::find(organisation.roles, Role::provider) != organisation.roles.end();
}

// Unknown is not yes: docs/decisions/0009.
inline bool has_trained_spotters(Organisation const& organisation) {
  return organisation.trained_spotters.value_or(false);
}

inline std::string const& name_of(Organisation const& organisation) {
  return organisation.name;
}

}  // namespace wegwijzer
