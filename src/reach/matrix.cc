// SPDX-License-Identifier: EUPL-1.2
#include "reach/matrix.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "base/check.h"
#include "reach/journey_ends.h"
#include "reach/neighbours_together.h"
#include "reach/parallel.h"
#include "reach/upward_sweep.h"

namespace wegwijzer {

namespace {

// A workspace: a row for each lane at a time.
template <class Lanes>
class Rows {
 public:
  Rows(PlaceIndex const& index, Minutes budget, RowVisit const& visit)
      : index_(index),
        visit_(visit),
        budget_(budget),
        sweep_(index.hierarchy()),
        best_(index.block_count() * PlaceIndex::block_size),
        met_(index.block_count()),
        reached_((index.size() + 63) / 64) {}

  // At most lane_count places that ask.
  void run(std::span<std::optional<Place> const> asking, std::span<std::uint32_t const> numbers) {
    auto const& hierarchy = index_.hierarchy();
    auto const time = time_under_way(budget_, hierarchy.times->pace());
    if (time < Tenths(0)) return tell(numbers, 0);
    auto const bound = static_cast<std::uint32_t>(time.count());
    find(asking, numbers, bound);
    tell(numbers, bound);
  }

 private:
  void find(std::span<std::optional<Place> const> asking, std::span<std::uint32_t const> numbers,
            std::uint32_t bound) {
    auto const direction = upward_from_asking(index_.heading());
    starts_.clear();
    for (std::uint32_t lane = 0; lane < numbers.size(); ++lane) {
      auto const& place = *asking[numbers[lane]];
      JourneyEnds ends(index_.hierarchy(), direction, place);
      for (auto const& [_, rank, start] : ends.starts()) starts_.push_back({lane, rank, start});
      index_.for_each_on_edge(place, [&](Index<Destination> destination, std::uint32_t time) {
        if (time <= bound) meet(index_.number(destination), lane, time);
      });
    }
    for (auto const& there : sweep_.run(direction, starts_, bound)) scan(there, bound);
  }

  void meet(std::size_t number, std::size_t lane, std::uint32_t time) {
    best_[number].improve(lane, time);
    met_[number / PlaceIndex::block_size] = true;
  }

  WEGWIJZER_FOR_EACH_PROCESSOR
  void scan(typename UpwardSweep<Lanes>::Met const& there, std::uint32_t bound) {
    for (auto const& run : index_.runs(there.rank)) {
      if (there.least + run.least > bound) continue;
      met_[run.block] = true;
      auto* const block = &best_[run.block * PlaceIndex::block_size];
      for (auto const& entry : index_.entries(run)) {
        // An index made for a longer budget has entries that no lane can hold.
        auto const time = std::min<std::uint32_t>(entry.time(), Lanes::unreached);
        block[entry.in_block()].improve(*there.lanes, time);
      }
    }
  }

  void tell(std::span<std::uint32_t const> numbers, std::uint32_t bound) {
    collect(bound);
    write(bound);
    for (std::size_t lane = 0; lane < numbers.size(); ++lane)
      visit_(numbers[lane], std::span(rows_[lane]).first(sizes_[lane]));
  }

  // Marks the places that are reached, by their own numbers.
  WEGWIJZER_FOR_EACH_PROCESSOR
  void collect(std::uint32_t bound) {
    for (std::size_t block = 0; block < met_.size(); ++block) {
      if (!std::exchange(met_[block], false)) continue;
      auto* best = &best_[block * PlaceIndex::block_size];
      for (auto const place : index_.block(block)) {
        if (best->within(bound) != 0) {
          reached_[place.value() / 64] |= std::uint64_t{1} << place.value() % 64;
        } else {
          *best = Lanes{};
        }
        ++best;
      }
    }
  }

  WEGWIJZER_FOR_EACH_PROCESSOR
  void write(std::uint32_t bound) {
    auto const start_up = index_.hierarchy().times->pace().start_up;
    sizes_.fill(0);
    for (auto& row : rows_) row.resize(index_.size());
    for (std::size_t word = 0; word < reached_.size(); ++word) {
      for (auto bits = std::exchange(reached_[word], 0); bits != 0; bits &= bits - 1) {
        Index<Destination> const place(word * 64 + static_cast<std::size_t>(std::countr_zero(bits)));
        auto& best = best_[index_.number(place)];
        for (auto lanes = best.within(bound); lanes != 0; lanes &= lanes - 1) {
          auto const lane = static_cast<std::size_t>(std::countr_zero(lanes));
          rows_[lane][sizes_[lane]++] = {place, Tenths(static_cast<std::int32_t>(best[lane])) + start_up};
        }
        best = Lanes{};
      }
    }
  }

  PlaceIndex const& index_;
  RowVisit const& visit_;
  Minutes budget_;
  UpwardSweep<Lanes> sweep_;
  std::vector<UpwardStart> starts_;
  std::vector<Lanes> best_;             // by place, in the order of the blocks
  std::vector<char> met_;               // by block: some of its `best_` may be reached
  std::vector<std::uint64_t> reached_;  // a bit a place
  std::array<std::vector<Hit>, lane_count> rows_;
  std::array<std::size_t, lane_count> sizes_{};
};

template <class Lanes>
void for_each_row_of(PlaceIndex const& index, std::span<std::optional<Place> const> asking, Minutes budget,
                     unsigned threads, RowVisit const& visit) {
  auto const order = neighbours_together(index.hierarchy(), asking);
  std::vector<std::optional<Rows<Lanes>>> rows(std::max(1U, threads));
  in_parallel((order.size() + lane_count - 1) / lane_count, threads, [&](unsigned thread, std::size_t share) {
    if (!rows[thread]) rows[thread].emplace(index, budget, visit);
    auto const first = share * lane_count;
    rows[thread]->run(asking, std::span(order).subspan(first, std::min(lane_count, order.size() - first)));
  });
}

}  // namespace

void for_each_row(PlaceIndex const& index, std::span<std::optional<Place> const> asking, Minutes budget,
                  unsigned threads, RowVisit const& visit) {
  check(budget <= index.budget(), "an index answers up to its own budget");
  auto const bound = time_under_way(budget, index.hierarchy().times->pace());
  auto const run =
      bound.count() < NarrowLanes::unreached ? for_each_row_of<NarrowLanes> : for_each_row_of<WideLanes>;
  run(index, asking, budget, threads, visit);
}

ReachMatrix reach_matrix(PlaceIndex const& index, std::span<std::optional<Place> const> asking,
                         Minutes budget, unsigned threads) {
  std::vector<std::vector<Hit>> rows(asking.size());
  for_each_row(index, asking, budget, threads, [&](std::size_t place, std::span<Hit const> hits) {
    rows[place].assign(hits.begin(), hits.end());
  });
  ReachMatrix matrix;
  for (auto const& row : rows) matrix.first.push_back(matrix.first.back() + row.size());
  matrix.hits.reserve(matrix.first.back());
  for (auto& row : rows) {
    matrix.hits.insert(matrix.hits.end(), row.begin(), row.end());
    row = {};
  }
  return matrix;
}

}  // namespace wegwijzer
