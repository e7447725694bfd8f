// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/access.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "streets/travel_times.h"

namespace wegwijzer {

namespace {

// In cents.
double cost_of_a_month(Offering const& offering, Moments const& moments,
                       OpportunityParameters const& parameters) {
  auto const cents = static_cast<double>(offering.price->amount.cents);
  switch (offering.price->per) {
    case Per::time: {
      bool const comes_back = offering.kind == OfferingKind::series || offering.kind == OfferingKind::club;
      return cents * (comes_back ? std::max(1.0, moments.in_four_weeks) : 1);
    }
    case Per::series:
      return cents / std::max(1.0, parameters.series_months);
    case Per::month:
      return cents;
    case Per::year:
      return cents / 12;
  }
  return cents;
}

bool is_paid_by_school(Offering const& offering) {
  return std::ranges::any_of(offering.funds,
                             [](FundCode const& fund) { return fund.text() == "school-betaalt"; });
}

// Whose grown-up is free on an afternoon is not in after-school care.
double free_child(DayPart part, ChildProfile const& child, bool with_parent,
                  OpportunityParameters const& parameters) {
  if (part == DayPart::school_hours) return 0;
  if (part == DayPart::afternoon && child.age < 12) return with_parent ? 1 : 1 - parameters.in_after_care;
  bool const young = child.age < 9;
  return part == DayPart::evening && young ? parameters.evening_when_young : 1;
}

double free_parent(DayPart part, OpportunityParameters const& parameters) {
  switch (part) {
    case DayPart::school_hours:
      return 0;
    case DayPart::afternoon:
      return parameters.parent_in_afternoon;
    case DayPart::evening:
      return parameters.parent_in_evening;
    case DayPart::weekend:
      return parameters.parent_in_weekend;
    case DayPart::holidays:
      return parameters.parent_in_holidays;
  }
  return 0;
}

double may_go_alone(int age, OpportunityParameters const& parameters) {
  switch (age_band(age)) {
    case AgeBand::from_4:
      return parameters.alone_from_4;
    case AgeBand::from_6:
      return parameters.alone_from_6;
    case AgeBand::from_9:
      return parameters.alone_from_9;
    default:
      return parameters.alone_from_12;
  }
}

// A grown-up must come along: to get there, or because the provider asks for it.
bool asks_parent(Offering const& offering, ChildProfile const& child) {
  bool const to_get_there = offering.where == Where::at_venue && child.going == Going::with_parent;
  return to_get_there || offering.company == Company::with_parent;
}

}  // namespace

double price_barrier(Offering const& offering, Moments const& moments, ChildProfile const& child,
                     OpportunityParameters const& parameters) {
  bool const little = child.purse == Purse::little;
  if (is_paid_by_school(offering)) return 1;
  if (!offering.price) {
    return little ? parameters.price_not_said_little : parameters.price_not_said_enough;
  }
  auto const cost = cost_of_a_month(offering, moments, parameters);
  auto const purse = (little ? parameters.purse_little : parameters.purse_enough) * 100;
  if (cost <= purse) return 1;
  bool const has_fund = little && !offering.funds.empty();
  return std::max(purse / cost, has_fund ? parameters.waiver_works : 0);
}

WhenFree time_barriers(Offering const& offering, Moments const& moments, ChildProfile const& child,
                       OpportunityParameters const& parameters) {
  bool const with_parent = asks_parent(offering, child);
  if (offering.where != Where::at_venue && !moments.said()) return {};  // whenever one likes
  if (!moments.said()) {
    return {parameters.time_not_said, with_parent ? parameters.parent_in_weekend : 1};
  }
  WhenFree best{0, with_parent ? parameters.parent_in_weekend : 1};
  for (std::size_t i = 0; i < day_part_count; ++i) {
    auto const part = static_cast<DayPart>(i);
    if (!moments.in(part)) continue;
    WhenFree const here{free_child(part, child, with_parent, parameters),
                        with_parent ? free_parent(part, parameters) : 1};
    if (here.time * here.company > best.time * best.company) best = here;
  }
  return best;
}

double route_barrier(Tenths calm, ChildProfile const& child, OpportunityParameters const& parameters) {
  if (child.going == Going::with_parent) return 1;
  auto const in_minutes = static_cast<double>(calm.count()) / 600;
  bool const none = calm == never || in_minutes > std::floor(parameters.longest_journey + 0.5);
  auto const minutes = none ? parameters.longest_journey : in_minutes;
  auto const allowed = may_go_alone(child.age, parameters);
  auto const left = minutes <= allowed ? 1 : allowed / minutes;
  // No more than of a calm way that is as long as can be.
  return none ? std::min(left, parameters.no_safe_route) : left;
}

double language_barrier(OfferingFacts const& facts, ChildProfile const& child, std::uint32_t dutch,
                        OpportunityParameters const& parameters) {
  if (child.language == HomeLanguage::dutch) {
    return facts.languages == 0 || (facts.languages & dutch) ? 1 : parameters.language_other;
  }
  if (facts.languages == 0) return parameters.language_not_said;
  if (auto const tongues = child.particulars.tongues) {
    return facts.languages & tongues ? 1 : parameters.language_other;
  }
  return facts.languages & ~dutch ? parameters.language_perhaps : parameters.language_other;
}

double needs_barrier(OfferingFacts const& facts, ChildProfile const& child,
                     OpportunityParameters const& parameters) {
  double left = 1;
  auto const missing = static_cast<std::uint8_t>(child.particulars.needs & ~facts.access);
  for (int i = std::popcount(missing); i > 0; --i) left *= parameters.need_not_said;
  return left;
}

}  // namespace wegwijzer
