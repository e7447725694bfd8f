// SPDX-License-Identifier: EUPL-1.2
#include "community/duplicates.h"

#include <algorithm>
#include <tuple>

#include "community/comparison.h"

namespace wegwijzer::community {

namespace {

template <class Thing>
std::vector<LikelyPair<Thing>> pairs_from(Comparison const& comparison, double from) {
  std::vector<LikelyPair<Thing>> pairs;
  for (auto const& [one, other] : comparison.led_to()) {
    auto likeness = comparison.likeness(one, other);
    if (likeness.score < from) continue;
    pairs.push_back({Id<Thing>(comparison.id(one)), Id<Thing>(comparison.id(other)), std::move(likeness)});
  }
  std::ranges::sort(pairs, {}, [](LikelyPair<Thing> const& pair) {
    return std::tuple(-pair.likeness.score, pair.one, pair.other);
  });
  return pairs;
}

}  // namespace

std::vector<LikelyPair<Organisation>> likely_duplicates(std::span<Organisation const> organisations,
                                                        std::span<Venue const> venues, double from) {
  auto constexpr kind = SubjectKind::organisation;
  return pairs_from<Organisation>(Comparison(subjects(organisations, venues, kind), kind), from);
}

std::vector<LikelyPair<Venue>> likely_duplicate_venues(std::span<Organisation const> organisations,
                                                       std::span<Venue const> venues, double from) {
  auto constexpr kind = SubjectKind::venue;
  return pairs_from<Venue>(Comparison(subjects(organisations, venues, kind), kind), from);
}

}  // namespace wegwijzer::community
