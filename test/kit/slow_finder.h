// SPDX-License-Identifier: EUPL-1.2
// The finder as its sentences say it, on the records themselves: the oracle of its tests and the baseline of
// its benchmark. Nothing is worked out beforehand.
#pragma once

#include <algorithm>
#include <vector>

#include "usecases/offering/find.h"

namespace wegwijzer {

inline bool slow_is_below(std::vector<Theme> const& themes, ThemeCode code, ThemeCode const& wanted) {
  while (code != wanted) {
    auto const theme = std::ranges::find(themes, code, &Theme::code);
    if (theme == themes.end() || !theme->above) return false;
    code = *theme->above;
  }
  return true;
}

template <class List, class Value>
bool slow_has(List const& list, Value const& value) {
  return std::ranges::find(list, value) != list.end();
}

inline bool slow_fits(Atlas const& atlas, Offering const& offering, OfferingQuery const& query, Date today,
                      Reach const* reach) {
  auto const& themes = atlas.vocabulary().themes;
  auto const about = [&](ThemeCode const& wanted) {
    return std::ranges::any_of(offering.themes,
                               [&](auto const& one) { return slow_is_below(themes, one, wanted); });
  };
  auto const shares = [](auto const& wanted, auto const& has) {
    return wanted.empty() || std::ranges::any_of(wanted, [&](auto const& one) { return slow_has(has, one); });
  };
  if (over(offering.schedule, today)) return false;
  bool const in_school = offering.school_time == SchoolTime::in_school;
  if (query.school_time != SchoolTimeWish::any &&
      in_school != (query.school_time == SchoolTimeWish::school_time))
    return false;
  if (reach && offering.where == Where::at_venue) {
    auto const venue = offering.venue ? atlas.catalogue().find(*offering.venue) : std::nullopt;
    if (!venue || !reach->to(*venue)) return false;
  }
  if (query.age && fits_age(offering, *query.age) == Fit::no) return false;
  if (query.free && !(offering.price && offering.price->free())) return false;
  if (!query.themes.empty() && std::ranges::none_of(query.themes, about)) return false;
  if (!shares(query.days.list(), weekdays(offering.schedule, today).list())) return false;
  if (!query.stages.empty() && !(offering.stage && slow_has(query.stages, *offering.stage))) return false;
  if (!shares(query.languages, offering.languages)) return false;
  return std::ranges::all_of(query.access, [&](Access need) { return slow_has(offering.access, need); });
}

// In no order; without the narrowing by ecosystem and area.
inline std::vector<Id<Offering>> slow_find(Atlas const& atlas, OfferingQuery const& query, Date today) {
  auto const reach = reach_of(atlas, query);
  std::vector<Id<Offering>> found;
  for (auto const& offering : atlas.catalogue().offerings()) {
    if (slow_fits(atlas, offering, query, today, reach ? &*reach : nullptr)) found.push_back(offering.id);
  }
  return found;
}

}  // namespace wegwijzer
