// SPDX-License-Identifier: EUPL-1.2
#include "reach/reaching.h"

#include <algorithm>

#include "base/check.h"
#include "reach/journey_ends.h"

namespace wegwijzer {

// Calls meet(destination, time, bound) for times from door to door within the bound, the shortest to each
// destination among them; `meet` returns the bound from then on, which may only shrink.
template <class Meet>
void Reaching::run(Place const& place, Minutes budget, Meet meet) {
  check(budget <= index_.budget(), "an index answers up to its own budget");
  best_.resize(index_.size(), unmet);
  met_.resize((index_.size() + 63) / 64);
  auto const& hierarchy = index_.hierarchy();
  auto const time = time_under_way(budget, hierarchy.times->pace());
  if (time < Tenths(0)) return;
  auto bound = static_cast<std::uint32_t>(time.count());
  for (auto const& [destination, there] : index_.on_edge(place.edge)) {
    auto const direct = static_cast<std::uint32_t>(index_.along_shared_edge(place, there).count());
    if (direct <= bound) bound = meet(destination, direct, bound);
  }
  bool const to = index_.heading() == Heading::to_index;
  auto const ends = to ? JourneyEnds::from(hierarchy, place) : JourneyEnds::to(hierarchy, place);
  search_.run(to ? hierarchy.away : hierarchy.towards, to ? hierarchy.towards : hierarchy.away, ends.starts(),
              bound, [&](Rank rank, std::uint32_t before) {
                for (auto const& [destination, after] : index_.at(rank)) {
                  if (before + after > bound) break;
                  bound = meet(destination, before + after, bound);
                }
                return bound;
              });
}

// Leaves the shortest times in best_; the start-up, which is not in them, is returned.
std::uint32_t Reaching::find(Place const& place, Minutes budget) {
  first_word_ = met_.size();
  end_word_ = 0;
  run(place, budget, [&](Index<Destination> destination, std::uint32_t time, std::uint32_t bound) {
    auto& best = best_[destination.value()];
    if (best == unmet) mark(destination);
    best = std::min(best, time);
    return bound;
  });
  return static_cast<std::uint32_t>(index_.hierarchy().times->pace().start_up.count());
}

void Reaching::mark(Index<Destination> destination) {
  auto const word = destination.value() / 64;
  met_[word] |= std::uint64_t{1} << destination.value() % 64;
  first_word_ = std::min(first_word_, word);
  end_word_ = std::max(end_word_, word + 1);
}

std::span<Hit const> Reaching::within(Place const& place, Minutes budget) {
  hits_.clear();
  for_each_within(place, budget,
                  [&](Index<Destination> destination, Tenths time) { hits_.push_back({destination, time}); });
  return hits_;
}

std::span<Hit const> Reaching::nearest(Place const& place, Minutes budget, std::size_t most,
                                       std::function<bool(Index<Destination>)> const& fits) {
  hits_.clear();
  if (most == 0) return hits_;
  auto const start_up = index_.hierarchy().times->pace().start_up;
  run(place, budget, [&](Index<Destination> destination, std::uint32_t tenths, std::uint32_t bound) {
    auto const order = [](Hit const& hit) { return std::pair(hit.time, hit.destination); };
    Hit const hit{destination, Tenths(static_cast<std::int32_t>(tenths)) + start_up};
    auto const known = std::ranges::find(hits_, destination, &Hit::destination);
    if (known != hits_.end() && known->time <= hit.time) return bound;
    if (known == hits_.end() && !fits(destination)) return bound;
    if (known != hits_.end()) hits_.erase(known);
    hits_.insert(std::ranges::lower_bound(hits_, order(hit), {}, order), hit);
    if (hits_.size() > most) hits_.pop_back();
    if (hits_.size() < most) return bound;
    return std::min(bound, static_cast<std::uint32_t>((hits_.back().time - start_up).count()));
  });
  return hits_;
}

}  // namespace wegwijzer
