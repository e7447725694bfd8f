// SPDX-License-Identifier: EUPL-1.2
#include "usecases/offering/for_class.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/words.h"

namespace wegwijzer {

namespace {

constexpr std::size_t most_after = 3;

bool is_kit(Offering const& offering) {
  return offering.kind == OfferingKind::lesson_kit || offering.kind == OfferingKind::loan_item;
}

// Whether a class of this group can do it: its groups, or else its ages, hold part of the group's ages.
bool fits_group(Offering const& offering, std::optional<int> group) {
  if (!group) return true;
  if (offering.groups) return offering.groups->from <= *group && *group <= offering.groups->to;
  auto const ages = SchoolGroups{*group, *group}.ages();
  return fits_age(offering, ages.from) != Fit::no || fits_age(offering, ages.to) != Fit::no;
}

std::optional<int> age_of(ClassQuery const& query) {
  if (!query.group) return std::nullopt;
  return SchoolGroups{*query.group, *query.group}.ages().to;
}

OfferingQuery a_child(Atlas const& atlas, ClassQuery const& query) {
  OfferingQuery child;
  child.age = age_of(query);
  if (query.school) child.home = atlas.catalogue()[*query.school].point;
  child.mode = query.mode;
  child.minutes = query.minutes;
  return child;
}

// Of these themes and this ecosystem; a place beyond the minutes is still worth a bus, and fits_group() knows
// more of ages.
FoundOfferings of_themes(Atlas const& atlas, ClassQuery const& query, Moment moment) {
  OfferingQuery wanted;
  wanted.themes = query.themes;
  wanted.ecosystem = query.ecosystem;
  wanted.school_time = SchoolTimeWish::any;
  wanted.sort = Sort::title;
  return find_offerings(atlas, wanted, moment);
}

bool has_words(std::string const& name, std::vector<FoldedWord> const& wanted) {
  return std::ranges::all_of(wanted, [&](auto const& word) { return name.find(word.text) != name.npos; });
}

struct Coming {
  Tenths travel;
  int pupils;
  auto operator<=>(Coming const&) const = default;
};

// The travel of the pupil in the middle of `all`, of whom some may not be among the coming.
std::optional<Tenths> middle_travel(std::vector<Coming> coming, int all) {
  std::ranges::sort(coming);
  int so_far = 0;
  for (auto const& [travel, pupils] : coming) {
    so_far += pupils;
    if (2 * so_far >= all) return travel;
  }
  return std::nullopt;
}

// A pupil is taken to live in the middle of its buurt.
std::optional<Reach> reach_from_homes(Atlas const& atlas, Index<Venue> school, OfferingQuery child) {
  std::map<Index<Venue>, std::vector<Coming>> coming;
  int all = 0;
  for (auto const& [buurt, pupils] : atlas.catalogue()[school].catchment) {
    auto const area = atlas.areas().find(buurt);
    child.home = area ? atlas.areas().middle(*area) : std::nullopt;
    auto const reach = reach_of(atlas, child);
    if (!reach) continue;
    all += pupils;
    for (auto const& [venue, travel] : reach->arrivals()) coming[venue].push_back({travel, pupils});
  }
  if (all == 0) return std::nullopt;
  std::vector<Arrival> arrivals;
  for (auto& [venue, pupils] : coming) {
    if (auto const travel = middle_travel(std::move(pupils), all)) arrivals.push_back({venue, *travel});
  }
  return Reach(std::move(arrivals));
}

}  // namespace

ForClass find_for_class(Atlas const& atlas, ClassQuery const& query, Moment moment) {
  auto const child = a_child(atlas, query);
  ForClass found;
  found.from_school = reach_of(atlas, child);
  if (query.school) found.from_homes = reach_from_homes(atlas, *query.school, child);
  for (auto const& one : of_themes(atlas, query, moment).offerings) {
    auto const& offering = atlas.catalogue()[one.offering];
    if (!fits_group(offering, query.group) || joining(offering, moment.today) == Joining::closed) continue;
    bool const kit = is_kit(offering);
    if (!kit && offering.school_time != SchoolTime::in_school) continue;
    auto looked =
        look_at(atlas, one.offering, child, found.from_school ? &*found.from_school : nullptr, moment);
    (kit ? found.kits : found.lessons).push_back(std::move(looked));
  }
  std::ranges::stable_sort(found.lessons, {},
                           [](FoundOffering const& lesson) { return lesson.travel.value_or(Tenths::max()); });
  return found;
}

NextSteps after_lesson(Atlas const& atlas, Index<Offering> lesson, ClassQuery const& query,
                       ForClass const& found, Date today) {
  auto const& reach = found.from_homes ? found.from_homes : found.from_school;
  auto steps =
      next_steps(atlas, lesson, {.reach = reach ? &*reach : nullptr, .age = age_of(query), .today = today});
  steps.deeper.resize(std::min(steps.deeper.size(), most_after));
  steps.broader = varied(atlas, steps.broader, most_after - steps.deeper.size());
  return steps;
}

std::vector<Index<Venue>> find_schools(Atlas const& atlas, std::string_view text, std::size_t most) {
  static auto const school = *VenueKind::parse("school");
  auto const wanted = folded_words(text);
  std::vector<Index<Venue>> found;
  auto const& venues = atlas.catalogue().venues();
  for (std::size_t i = 0; i < venues.size(); ++i) {
    if (venues[i].kind == school && has_words(folded(venues[i].name), wanted)) found.emplace_back(i);
  }
  std::ranges::sort(found, {}, [&](Index<Venue> one) { return std::tie(venues[one.value()].name, one); });
  if (found.size() > most) found.resize(most);
  return found;
}

}  // namespace wegwijzer
