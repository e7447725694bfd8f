// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/parameters.h"

#include <algorithm>
#include <cmath>

namespace wegwijzer {

namespace {

constexpr Parameter table[] = {
    {"longest_journey", &OpportunityParameters::longest_journey, Unit::minutes, 20, 45},
    {"half_at", &OpportunityParameters::half_at, Unit::minutes, 5, 20},
    {"square", &OpportunityParameters::square, Unit::metres, 100, 500},
    {"without_bicycle_little", &OpportunityParameters::without_bicycle_little, Unit::share, 0.05, 0.2},
    {"without_bicycle_enough", &OpportunityParameters::without_bicycle_enough, Unit::share, 0, 0.05},
    {"seen_in_passing", &OpportunityParameters::seen_in_passing, Unit::share, 0.02, 0.3},
    {"found_by_searching", &OpportunityParameters::found_by_searching, Unit::share, 0, 0.2},
    {"known_without_channels", &OpportunityParameters::known_without_channels, Unit::share, 0.1, 0.6},
    {"channels_in_other_language", &OpportunityParameters::channels_in_other_language, Unit::share, 0.2, 0.9},
    {"welcome_at_least", &OpportunityParameters::welcome_at_least, Unit::share, 0.2, 0.7},
    {"welcome_expect", &OpportunityParameters::welcome_expect, Unit::weight, 0, 4},
    {"welcome_people", &OpportunityParameters::welcome_people, Unit::weight, 0, 4},
    {"welcome_language", &OpportunityParameters::welcome_language, Unit::weight, 0, 4},
    {"welcome_trial", &OpportunityParameters::welcome_trial, Unit::weight, 0, 4},
    {"welcome_place", &OpportunityParameters::welcome_place, Unit::weight, 0, 4},
    {"welcome_area", &OpportunityParameters::welcome_area, Unit::weight, 0, 4},
    {"welcome_safety", &OpportunityParameters::welcome_safety, Unit::weight, 0, 4},
    {"purse_little", &OpportunityParameters::purse_little, Unit::euros, 0, 20},
    {"purse_enough", &OpportunityParameters::purse_enough, Unit::euros, 25, 80},
    {"series_months", &OpportunityParameters::series_months, Unit::months, 1, 3},
    {"waiver_works", &OpportunityParameters::waiver_works, Unit::share, 0.36, 0.9},
    {"price_not_said_little", &OpportunityParameters::price_not_said_little, Unit::share, 0.3, 0.9},
    {"price_not_said_enough", &OpportunityParameters::price_not_said_enough, Unit::share, 0.7, 1},
    {"time_not_said", &OpportunityParameters::time_not_said, Unit::share, 0.4, 1},
    {"in_after_care", &OpportunityParameters::in_after_care, Unit::share, 0.05, 0.35},
    {"evening_when_young", &OpportunityParameters::evening_when_young, Unit::share, 0.2, 0.8},
    {"parent_in_afternoon", &OpportunityParameters::parent_in_afternoon, Unit::share, 0.2, 0.6},
    {"parent_in_evening", &OpportunityParameters::parent_in_evening, Unit::share, 0.5, 0.9},
    {"parent_in_weekend", &OpportunityParameters::parent_in_weekend, Unit::share, 0.6, 0.95},
    {"parent_in_holidays", &OpportunityParameters::parent_in_holidays, Unit::share, 0.3, 0.7},
    {"alone_from_4", &OpportunityParameters::alone_from_4, Unit::minutes, 1, 5},
    {"alone_from_6", &OpportunityParameters::alone_from_6, Unit::minutes, 3, 15},
    {"alone_from_9", &OpportunityParameters::alone_from_9, Unit::minutes, 8, 25},
    {"alone_from_12", &OpportunityParameters::alone_from_12, Unit::minutes, 15, 45},
    {"no_safe_route", &OpportunityParameters::no_safe_route, Unit::share, 0, 0.3},
    {"language_other", &OpportunityParameters::language_other, Unit::share, 0.1, 0.6},
    {"language_not_said", &OpportunityParameters::language_not_said, Unit::share, 0.2, 0.8},
    {"language_perhaps", &OpportunityParameters::language_perhaps, Unit::share, 0.3, 0.9},
    {"need_not_said", &OpportunityParameters::need_not_said, Unit::share, 0.1, 0.6},
    {"parents_little", &OpportunityParameters::parents_little, Unit::share, 0.2, 0.7},
    {"parents_enough", &OpportunityParameters::parents_enough, Unit::share, 0.4, 0.9},
    {"teacher_informed", &OpportunityParameters::teacher_informed, Unit::share, 0.1, 0.5},
    {"teacher_trained", &OpportunityParameters::teacher_trained, Unit::share, 0.2, 0.7},
    {"guide_refers", &OpportunityParameters::guide_refers, Unit::share, 0.05, 0.4},
    {"guide_refers_trained", &OpportunityParameters::guide_refers_trained, Unit::share, 0.2, 0.6},
    {"without_guide", &OpportunityParameters::without_guide, Unit::share, 0.1, 0.5},
    {"next_step_from", &OpportunityParameters::next_step_from, Unit::share, 0.02, 0.1},
    {"little_of_low_incomes", &OpportunityParameters::little_of_low_incomes, Unit::share, 0.2, 0.5},
    {"little_not_known", &OpportunityParameters::little_not_known, Unit::share, 0.08, 0.2},
    {"other_language_of_origin", &OpportunityParameters::other_language_of_origin, Unit::share, 0.2, 0.6},
    {"other_language_not_known", &OpportunityParameters::other_language_not_known, Unit::share, 0.03, 0.15},
    {"alone_share_from_4", &OpportunityParameters::alone_share_from_4, Unit::share, 0, 0.05},
    {"alone_share_from_6", &OpportunityParameters::alone_share_from_6, Unit::share, 0.1, 0.3},
    {"alone_share_from_9", &OpportunityParameters::alone_share_from_9, Unit::share, 0.3, 0.7},
    {"alone_share_from_12", &OpportunityParameters::alone_share_from_12, Unit::share, 0.8, 1},
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
