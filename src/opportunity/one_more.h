// SPDX-License-Identifier: EUPL-1.2
// Where one more activity would add most for the children of an area: at which venue that is there already,
// and when.
#pragma once

#include <span>
#include <vector>

#include "opportunity/model.h"

namespace wegwijzer {

enum class WeekMoment { wednesday_afternoon, saturday_morning };

template <>
inline constexpr std::array choices<WeekMoment> = {
    std::pair{WeekMoment::wednesday_afternoon, "wednesday_afternoon"},
    std::pair{WeekMoment::saturday_morning, "saturday_morning"}};

// For whom it suits, free, in Dutch and the language that was asked for, with all needs met, seats enough,
// and told on the list of welcome; known and guided to as its provider is.
struct OneMore {
  Index<Venue> venue;
  WeekMoment when = WeekMoment::wednesday_afternoon;
  double gain = 0;  // experienced, the mean of these children; what others gain by more room does not count
  bool operator==(OneMore const&) const = default;
};

// The best first, at most one for each venue of an organisation; of two moments alike the first.
std::vector<OneMore> best_places_for_one_more(OpportunityModel const& model, Index<Area> area,
                                              std::span<ChildProfile const> children, std::size_t most);

// Such an activity: what an offering must say to add so much.
Offering one_more_offering(WeekMoment when);

}  // namespace wegwijzer
