// SPDX-License-Identifier: EUPL-1.2
#include "reach/reaching.h"

#include <algorithm>

#include "base/check.h"
#include "reach/journey_ends.h"

namespace wegwijzer {

// Of the time on the street; nothing when the budget is less than what comes before it.
std::optional<std::uint32_t> Reaching::bound(Minutes budget) const {
  check(budget <= index_.budget(), "an index answers up to its own budget");
  auto const time = time_under_way(budget, index_.hierarchy().times->pace());
  if (time < Tenths(0)) return std::nullopt;
  return static_cast<std::uint32_t>(time.count());
}

std::span<Reaching::Met const> Reaching::ranks(Place const& place, std::uint32_t bound) {
  auto const direction = upward_from_asking(index_.heading());
  JourneyEnds ends(index_.hierarchy(), direction, place);
  return search_.run(direction, ends.starts(), bound);
}

// Leaves the shortest times in best_; the start-up, which is not in them, is returned.
std::uint32_t Reaching::find(Place const& place, Minutes budget) {
  best_.resize(index_.size(), unmet);
  met_.resize((index_.size() + 63) / 64);
  first_word_ = met_.size();
  end_word_ = 0;
  if (auto const limit = bound(budget)) {
    index_.for_each_on_edge(place, [&](Index<Destination> destination, std::uint32_t time) {
      if (time <= *limit) meet(destination, time);
    });
    for (auto const& there : ranks(place, *limit)) {
      for (auto const& run : index_.runs(there.rank)) {
        if (there.least + run.least <= *limit) meet(run, there.least, *limit);
      }
    }
  }
  return static_cast<std::uint32_t>(index_.hierarchy().times->pace().start_up.count());
}

void Reaching::meet(PlaceIndex::Run const& run, std::uint32_t before, std::uint32_t limit) {
  auto const block = index_.block(run.block);
  for (auto const& entry : index_.entries(run)) {
    if (auto const time = before + entry.time(); time <= limit) meet(block[entry.in_block()], time);
  }
}

void Reaching::meet(Index<Destination> destination, std::uint32_t time) {
  auto& best = best_[destination.value()];
  if (best == unmet) mark(destination);
  best = std::min(best, time);
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

namespace {

// The nearest so many, the nearest first; of equally near ones the first.
class Nearest {
 public:
  Nearest(std::vector<Hit>& hits, std::size_t most, Tenths start_up)
      : hits_(hits), most_(most), start_up_(start_up) {}

  // A time at which one could get in, without the start-up.
  std::uint32_t bound(std::uint32_t bound) const {
    if (hits_.size() < most_) return bound;
    return std::min(bound, static_cast<std::uint32_t>((hits_.back().time - start_up_).count()));
  }

  template <class Fits>
  void meet(Index<Destination> destination, std::uint32_t time, Fits const& fits) {
    Hit const hit{destination, Tenths(static_cast<std::int32_t>(time)) + start_up_};
    auto const known = std::ranges::find(hits_, destination, &Hit::destination);
    if (known != hits_.end() ? known->time <= hit.time : !fits(destination)) return;
    if (known != hits_.end()) hits_.erase(known);
    auto const order = [](Hit const& each) { return std::pair(each.time, each.destination); };
    hits_.insert(std::ranges::lower_bound(hits_, order(hit), {}, order), hit);
    if (hits_.size() > most_) hits_.pop_back();
  }

 private:
  std::vector<Hit>& hits_;
  std::size_t most_;
  Tenths start_up_;
};

}  // namespace

std::span<Hit const> Reaching::nearest(Place const& place, Minutes budget, std::size_t most,
                                       std::function<bool(Index<Destination>)> const& fits) {
  hits_.clear();
  auto const limit = bound(budget);
  if (most == 0 || !limit) return hits_;
  Nearest nearest(hits_, most, index_.hierarchy().times->pace().start_up);
  index_.for_each_on_edge(place, [&](Index<Destination> destination, std::uint32_t time) {
    if (time <= nearest.bound(*limit)) nearest.meet(destination, time, fits);
  });
  auto const met = ranks(place, *limit);
  ranks_.assign(met.begin(), met.end());
  std::ranges::sort(ranks_, {}, &Met::least);
  for (auto const& there : ranks_) {
    if (there.least > nearest.bound(*limit)) break;
    for (auto const& run : index_.runs(there.rank)) {
      if (there.least + run.least > nearest.bound(*limit)) continue;
      for (auto const& entry : index_.entries(run)) {
        auto const time = there.least + entry.time();
        if (time <= nearest.bound(*limit))
          nearest.meet(index_.block(run.block)[entry.in_block()], time, fits);
      }
    }
  }
  return hits_;
}

}  // namespace wegwijzer
