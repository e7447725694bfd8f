// SPDX-License-Identifier: EUPL-1.2
#include "usecases/workplace/attention.h"

#include <algorithm>

namespace wegwijzer {

namespace {

// Assumption (docs/parameters.md): who plans a season looks a quarter of a year ahead.
constexpr std::chrono::days looks_ahead{92};

// The last day of the holidays that come next or are now.
std::optional<Date> end_of_next_holidays(Holidays const& holidays, Date today) {
  auto const next = std::ranges::find_if(holidays.periods(),
                                         [&](HolidayPeriod const& period) { return period.last >= today; });
  if (next == holidays.periods().end() || next->first - today > looks_ahead) return std::nullopt;
  return next->last;
}

bool ends_with_holidays(Offering const& offering, Holidays const& holidays, Date today) {
  if (offering.schedule.repeats.empty()) return false;
  auto const ends = last_day(offering.schedule);
  auto const holidays_end = end_of_next_holidays(holidays, today);
  return ends && holidays_end && *ends <= *holidays_end;
}

// A lesson kit or something to borrow has no hours.
bool has_hours(OfferingKind kind) {
  return kind != OfferingKind::lesson && kind != OfferingKind::lesson_kit && kind != OfferingKind::loan_item;
}

}  // namespace

std::vector<Attention> needs_attention(Offering const& offering, Holidays const& holidays, bool has_next_step,
                                       Date today) {
  std::vector<Attention> all;
  auto const note = [&](bool is_so, Attention what) {
    if (is_so) all.push_back(what);
  };
  bool const ahead = next_occurrence(offering.schedule, holidays, today, TimeOfDay{}).has_value();
  note(!ahead && has_hours(offering.kind), Attention::no_dates_ahead);
  note(ahead && ends_with_holidays(offering, holidays, today), Attention::nothing_after_holidays);
  note(offering.where == Where::at_venue && !offering.venue, Attention::no_place);
  note(!offering.ages && !offering.groups, Attention::no_ages);
  note(!offering.price, Attention::no_price);
  note(offering.places_left == 0 && !offering.waiting_list.value_or(false),
       Attention::full_without_waiting_list);
  note(!has_next_step, Attention::no_next_step);
  note(offering.access.empty(), Attention::no_access_facts);
  note(stale(offering, today), Attention::stale);
  return all;
}

}  // namespace wegwijzer
