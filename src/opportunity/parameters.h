// SPDX-License-Identifier: EUPL-1.2
// What the five factors are reckoned with. Each has its row, with source or the word assumption, in
// docs/parameters.md, "Opportunity"; a municipality can set its own.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "domain/choice.h"

namespace wegwijzer {

struct OpportunityParameters {
  // Presence.
  double longest_journey = 30;  // minutes, one way
  double half_at = 10;          // minutes: an offering so far away counts half; 0: all count whole
  double square = 250;          // metres: the children of one square share a front door; 0: those of one area
  double without_bicycle_little = 0.12;  // share of the children, where there is little money
  double without_bicycle_enough = 0.02;
  // Visibility.
  double seen_in_passing = 0.1;             // share of families that know what is in their own area from that
  double found_by_searching = 0.05;         // or from looking for it
  double known_without_channels = 0.3;      // where no channel is on record
  double channels_in_other_language = 0.5;  // times the families, of those who speak little Dutch
  // Welcome: what is left when nothing on the list is so, and how much each item on it counts for the rest.
  double welcome_at_least = 0.4;
  double welcome_expect = 2;        // what happens the first time is told
  double welcome_people = 2;        // who is there
  double welcome_language = 2;      // the language of the child is spoken
  double welcome_trial = 1;         // one can try, or just walk in
  double welcome_place = 2;         // a place that families trust
  double welcome_area = 2;          // in one's own area
  double welcome_safety = 1;        // says what it does for safety
  double welcome_role_models = 2;   // a child meets somebody like itself
  double welcome_feedback = 2;      // times the share of the children who came that felt welcome, where known
  double feedback_counts_for = 24;  // months after the period in which they were asked
  // Access.
  double purse_little = 10;  // euros a month for one activity
  double purse_enough = 40;
  double series_months = 2;   // a series lasts so long
  double waiver_works = 0.6;  // chance that a fund pays when it could
  double price_not_said_little = 0.6;
  double price_not_said_enough = 0.9;
  double time_not_said = 0.7;
  double in_after_care = 0.15;       // share of those below twelve on an afternoon of a school day
  double evening_when_young = 0.5;   // below nine
  double parent_in_afternoon = 0.4;  // chance that a grown-up is free
  double parent_in_evening = 0.7;
  double parent_in_weekend = 0.8;
  double parent_in_holidays = 0.5;
  double alone_from_4 = 2;  // minutes that a child of these ages may go alone
  double alone_from_6 = 8;
  double alone_from_9 = 15;
  double alone_from_12 = 30;
  double no_safe_route = 0.1;      // below 12 and alone
  double language_other = 0.3;     // only other languages than the child's are spoken
  double language_not_said = 0.4;  // and the child speaks little Dutch
  double language_perhaps = 0.6;   // other languages than Dutch are spoken, perhaps the child's
  double need_not_said = 0.3;      // for each need
  // Guidance.
  double parents_little = 0.4;  // encourage
  double parents_enough = 0.6;
  double teacher_informed = 0.3;  // times the share of pupils whose school knows the provider
  double teacher_trained = 0.45;  // the same where the school has trained talent spotters
  double guide_refers = 0.2;
  double guide_refers_trained = 0.35;  // where one of those who refer has trained talent spotters
  double without_guide = 0.3;          // g0 of DOMAIN.md
  // Paths.
  double next_step_from = 0.05;  // experienced opportunity from which a step is a next step
  // How many children there are of each profile.
  double little_of_low_incomes = 0.35;    // share of those with a low income (CBS) that has little to spend
  double little_not_known = 0.14;         // where incomes are not known
  double other_language_of_origin = 0.4;  // share of those from outside Europe
  double other_language_not_known = 0.07;
  double alone_share_from_4 = 0.02;  // of the children of these ages
  double alone_share_from_6 = 0.17;
  double alone_share_from_9 = 0.5;
  double alone_share_from_12 = 0.9;

  bool operator==(OpportunityParameters const&) const = default;
};

enum class Unit { share, minutes, metres, euros, months, weight };

// Of what a parameter says something: a factor, paths, or how many children there are of each profile.
enum class ParameterSubject { presence, visibility, welcome, access, guidance, paths, children };

template <>
inline constexpr std::array choices<ParameterSubject> = {
    std::pair{ParameterSubject::presence, "presence"}, std::pair{ParameterSubject::visibility, "visibility"},
    std::pair{ParameterSubject::welcome, "welcome"},   std::pair{ParameterSubject::access, "access"},
    std::pair{ParameterSubject::guidance, "guidance"}, std::pair{ParameterSubject::paths, "paths"},
    std::pair{ParameterSubject::children, "children"}};

struct Parameter {
  std::string_view name;
  ParameterSubject subject;
  double OpportunityParameters::* value;
  Unit unit;
  double low;  // the range worth trying
  double high;
  bool has_source = false;  // else its usual value is an assumption
};

std::span<Parameter const> opportunity_parameters();

// Nothing when no parameter has this name.
Parameter const* find_parameter(std::string_view name);

// What a municipality may set: a share from 0 to 1, 1 to 90 minutes (half_at also 0), the rest from 0 to
// 10,000.
bool allowed(Parameter const& parameter, double value);

}  // namespace wegwijzer
