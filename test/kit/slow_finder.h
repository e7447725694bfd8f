// SPDX-License-Identifier: EUPL-1.2
// The finder as its sentences say it, on the records themselves: the oracle of its tests and the baseline of
// its benchmark. Nothing is worked out beforehand.
#pragma once

#include <algorithm>
#include <vector>

#include "kit/slow_search.h"
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

// Not over, in or out of school time as asked, within reach and not known to be for another age.
inline bool slow_is_there(Atlas const& atlas, Offering const& offering, OfferingQuery const& query,
                          Date today, Reach const* reach) {
  if (over(offering.schedule, today)) return false;
  bool const in_school = offering.school_time == SchoolTime::in_school;
  if (query.school_time != SchoolTimeWish::any &&
      in_school != (query.school_time == SchoolTimeWish::school_time))
    return false;
  if (reach && offering.where == Where::at_venue) {
    auto const venue = offering.venue ? atlas.catalogue().find(*offering.venue) : std::nullopt;
    if (!venue || !reach->to(*venue)) return false;
  }
  return !query.age || fits_age(offering, *query.age) != Fit::no;
}

// Whether it has all of what was chosen.
inline bool slow_fits(Atlas const& atlas, Offering const& offering, OfferingQuery const& query, Date today) {
  auto const& themes = atlas.vocabulary().themes;
  auto const about = [&](ThemeCode const& wanted) {
    return std::ranges::any_of(offering.themes,
                               [&](auto const& one) { return slow_is_below(themes, one, wanted); });
  };
  auto const shares = [](auto const& wanted, auto const& has) {
    return wanted.empty() || std::ranges::any_of(wanted, [&](auto const& one) { return slow_has(has, one); });
  };
  if (query.free && !(offering.price && offering.price->free())) return false;
  if (query.at_most && !(offering.price && offering.price->amount.cents <= query.at_most->cents))
    return false;
  if (!query.themes.empty() && std::ranges::none_of(query.themes, about)) return false;
  if (!shares(query.days.list(), weekdays(offering.schedule, today).list())) return false;
  if (!query.stages.empty() && !(offering.stage && slow_has(query.stages, *offering.stage))) return false;
  if (!shares(query.languages, offering.languages)) return false;
  return std::ranges::all_of(query.access, [&](Access need) { return slow_has(offering.access, need); });
}

// By offering how many of the words its texts have; empty when none are asked for.
inline std::vector<int> slow_words(Atlas const& atlas, OfferingQuery const& query) {
  auto const& index = atlas.words().index();
  auto const read = index.read(query.words);
  if (read.empty()) return {};
  std::vector<std::vector<std::string>> texts;
  for (std::size_t i = 0; i < atlas.catalogue().offerings().size(); ++i) {
    texts.push_back(offering_texts(atlas.catalogue(), atlas.themes(), atlas.areas(), atlas.vocabulary(),
                                   Index<Offering>(i)));
  }
  return search::SlowSearch(offering_fields(), texts, index).find(read).needed;
}

// In no order; without the narrowing by ecosystem and area.
inline std::vector<Id<Offering>> slow_find(Atlas const& atlas, OfferingQuery const& query, Date today) {
  auto const reach = reach_of(atlas, query);
  auto const words = slow_words(atlas, query);
  std::vector<std::size_t> there;
  int most_words = words.empty() ? 0 : 1;
  for (std::size_t i = 0; i < atlas.catalogue().offerings().size(); ++i) {
    auto const& offering = atlas.catalogue().offerings()[i];
    if (!slow_is_there(atlas, offering, query, today, reach ? &*reach : nullptr)) continue;
    there.push_back(i);
    if (!words.empty()) most_words = std::max(most_words, words[i]);
  }
  std::vector<Id<Offering>> found;
  for (auto const i : there) {
    auto const& offering = atlas.catalogue().offerings()[i];
    if (!words.empty() && words[i] < most_words) continue;
    if (slow_fits(atlas, offering, query, today)) found.push_back(offering.id);
  }
  return found;
}

}  // namespace wegwijzer
