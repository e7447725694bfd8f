// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/parameters.h"

#include <algorithm>
#include <cmath>

namespace wegwijzer {

namespace {

constexpr Parameter table[] = {
    {"longest_journey", ParameterSubject::presence, &OpportunityParameters::longest_journey, Unit::minutes,
     20, 45},
    {"half_at", ParameterSubject::presence, &OpportunityParameters::half_at, Unit::minutes, 5, 20},
    {"square", ParameterSubject::presence, &OpportunityParameters::square, Unit::metres, 100, 500},
    {"without_bicycle_little", ParameterSubject::children, &OpportunityParameters::without_bicycle_little,
     Unit::share, 0.05, 0.2, true},
    {"without_bicycle_enough", ParameterSubject::children, &OpportunityParameters::without_bicycle_enough,
     Unit::share, 0, 0.05},
    {"seen_in_passing", ParameterSubject::visibility, &OpportunityParameters::seen_in_passing, Unit::share,
     0.02, 0.3},
    {"found_by_searching", ParameterSubject::visibility, &OpportunityParameters::found_by_searching,
     Unit::share, 0, 0.2},
    {"known_without_channels", ParameterSubject::visibility, &OpportunityParameters::known_without_channels,
     Unit::share, 0.1, 0.6},
    {"channels_in_other_language", ParameterSubject::visibility,
     &OpportunityParameters::channels_in_other_language, Unit::share, 0.2, 0.9},
    {"welcome_at_least", ParameterSubject::welcome, &OpportunityParameters::welcome_at_least, Unit::share,
     0.2, 0.7},
    {"welcome_expect", ParameterSubject::welcome, &OpportunityParameters::welcome_expect, Unit::weight, 0, 4},
    {"welcome_people", ParameterSubject::welcome, &OpportunityParameters::welcome_people, Unit::weight, 0, 4},
    {"welcome_language", ParameterSubject::welcome, &OpportunityParameters::welcome_language, Unit::weight, 0,
     4},
    {"welcome_trial", ParameterSubject::welcome, &OpportunityParameters::welcome_trial, Unit::weight, 0, 4},
    {"welcome_place", ParameterSubject::welcome, &OpportunityParameters::welcome_place, Unit::weight, 0, 4},
    {"welcome_area", ParameterSubject::welcome, &OpportunityParameters::welcome_area, Unit::weight, 0, 4},
    {"welcome_safety", ParameterSubject::welcome, &OpportunityParameters::welcome_safety, Unit::weight, 0, 4},
    {"welcome_role_models", ParameterSubject::welcome, &OpportunityParameters::welcome_role_models,
     Unit::weight, 0, 4},
    {"welcome_feedback", ParameterSubject::welcome, &OpportunityParameters::welcome_feedback, Unit::weight, 0,
     4},
    {"feedback_counts_for", ParameterSubject::welcome, &OpportunityParameters::feedback_counts_for,
     Unit::months, 12, 36},
    {"purse_little", ParameterSubject::access, &OpportunityParameters::purse_little, Unit::euros, 0, 20},
    {"purse_enough", ParameterSubject::access, &OpportunityParameters::purse_enough, Unit::euros, 25, 80},
    {"series_months", ParameterSubject::access, &OpportunityParameters::series_months, Unit::months, 1, 3},
    {"waiver_works", ParameterSubject::access, &OpportunityParameters::waiver_works, Unit::share, 0.36, 0.9},
    {"price_not_said_little", ParameterSubject::access, &OpportunityParameters::price_not_said_little,
     Unit::share, 0.3, 0.9},
    {"price_not_said_enough", ParameterSubject::access, &OpportunityParameters::price_not_said_enough,
     Unit::share, 0.7, 1},
    {"time_not_said", ParameterSubject::access, &OpportunityParameters::time_not_said, Unit::share, 0.4, 1},
    {"in_after_care", ParameterSubject::access, &OpportunityParameters::in_after_care, Unit::share, 0.05,
     0.35},
    {"evening_when_young", ParameterSubject::access, &OpportunityParameters::evening_when_young, Unit::share,
     0.2, 0.8},
    {"parent_in_afternoon", ParameterSubject::access, &OpportunityParameters::parent_in_afternoon,
     Unit::share, 0.2, 0.6},
    {"parent_in_evening", ParameterSubject::access, &OpportunityParameters::parent_in_evening, Unit::share,
     0.5, 0.9},
    {"parent_in_weekend", ParameterSubject::access, &OpportunityParameters::parent_in_weekend, Unit::share,
     0.6, 0.95},
    {"parent_in_holidays", ParameterSubject::access, &OpportunityParameters::parent_in_holidays, Unit::share,
     0.3, 0.7},
    {"alone_from_4", ParameterSubject::access, &OpportunityParameters::alone_from_4, Unit::minutes, 1, 5},
    {"alone_from_6", ParameterSubject::access, &OpportunityParameters::alone_from_6, Unit::minutes, 3, 15},
    {"alone_from_9", ParameterSubject::access, &OpportunityParameters::alone_from_9, Unit::minutes, 8, 25},
    {"alone_from_12", ParameterSubject::access, &OpportunityParameters::alone_from_12, Unit::minutes, 15, 45},
    {"no_safe_route", ParameterSubject::access, &OpportunityParameters::no_safe_route, Unit::share, 0, 0.3},
    {"language_other", ParameterSubject::access, &OpportunityParameters::language_other, Unit::share, 0.1,
     0.6},
    {"language_not_said", ParameterSubject::access, &OpportunityParameters::language_not_said, Unit::share,
     0.2, 0.8},
    {"language_perhaps", ParameterSubject::access, &OpportunityParameters::language_perhaps, Unit::share, 0.3,
     0.9},
    {"need_not_said", ParameterSubject::access, &OpportunityParameters::need_not_said, Unit::share, 0.1, 0.6},
    {"parents_little", ParameterSubject::guidance, &OpportunityParameters::parents_little, Unit::share, 0.2,
     0.7},
    {"parents_enough", ParameterSubject::guidance, &OpportunityParameters::parents_enough, Unit::share, 0.4,
     0.9},
    {"teacher_informed", ParameterSubject::guidance, &OpportunityParameters::teacher_informed, Unit::share,
     0.1, 0.5},
    {"teacher_trained", ParameterSubject::guidance, &OpportunityParameters::teacher_trained, Unit::share, 0.2,
     0.7},
    {"guide_refers", ParameterSubject::guidance, &OpportunityParameters::guide_refers, Unit::share, 0.05,
     0.4},
    {"guide_refers_trained", ParameterSubject::guidance, &OpportunityParameters::guide_refers_trained,
     Unit::share, 0.2, 0.6},
    {"without_guide", ParameterSubject::guidance, &OpportunityParameters::without_guide, Unit::share, 0.1,
     0.5},
    {"next_step_from", ParameterSubject::paths, &OpportunityParameters::next_step_from, Unit::share, 0.02,
     0.1},
    {"little_of_low_incomes", ParameterSubject::children, &OpportunityParameters::little_of_low_incomes,
     Unit::share, 0.2, 0.5},
    {"little_not_known", ParameterSubject::children, &OpportunityParameters::little_not_known, Unit::share,
     0.08, 0.2},
    {"other_language_of_origin", ParameterSubject::children, &OpportunityParameters::other_language_of_origin,
     Unit::share, 0.2, 0.6},
    {"other_language_not_known", ParameterSubject::children, &OpportunityParameters::other_language_not_known,
     Unit::share, 0.03, 0.15},
    {"alone_share_from_4", ParameterSubject::children, &OpportunityParameters::alone_share_from_4,
     Unit::share, 0, 0.05},
    {"alone_share_from_6", ParameterSubject::children, &OpportunityParameters::alone_share_from_6,
     Unit::share, 0.1, 0.3, true},
    {"alone_share_from_9", ParameterSubject::children, &OpportunityParameters::alone_share_from_9,
     Unit::share, 0.3, 0.7},
    {"alone_share_from_12", ParameterSubject::children, &OpportunityParameters::alone_share_from_12,
     Unit::share, 0.8, 1},
};

}  // namespace

std::span<Parameter const> opportunity_parameters() {
  return table;
}

Parameter const* find_parameter(std::string_view name) {
  auto const* const found = std::ranges::find(table, name, &Parameter::name);
  return found == std::end(table) ? nullptr : found;
}

bool allowed(Parameter const& parameter, double value) {
  if (!std::isfinite(value) || value < 0 || value > 10'000) return false;
  if (parameter.unit == Unit::share) return value <= 1;
  if (parameter.value == &OpportunityParameters::half_at && value == 0) return true;
  return parameter.unit != Unit::minutes || (value >= 1 && value <= 90);
}

}  // namespace wegwijzer
