// SPDX-License-Identifier: EUPL-1.2
#include "reach/matrix.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

#include "base/check.h"
#include "reach/journey_ends.h"
#include "reach/neighbours_together.h"
#include "reach/parallel.h"
#include "reach/upward_sweep.h"
#include "streets/search.h"

namespace wegwijzer {

namespace {

// A workspace: sixteen rows at a time.
class Rows {
 public:
  Rows(PlaceIndex const& index, Minutes budget, RowVisit const& visit)
      : index_(index),
        visit_(visit),
        budget_(budget),
        sweep_(index.hierarchy().contraction->size()),
        best_(index.size(), Lanes{}),
        met_((index.size() + 7) / 8 * 8) {}

  // At most lane_count places that ask.
  void run(std::span<std::optional<Place> const> asking, std::span<std::uint32_t const> numbers) {
    auto const& hierarchy = index_.hierarchy();
    auto const time = time_under_way(budget_, hierarchy.times->pace());
    if (time >= Tenths(0)) find(asking, numbers, static_cast<std::uint32_t>(time.count()));
    tell(numbers, time);
  }

 private:
  void find(std::span<std::optional<Place> const> asking, std::span<std::uint32_t const> numbers,
            std::uint32_t bound) {
    auto const& hierarchy = index_.hierarchy();
    bool const to = index_.heading() == Heading::to_index;
    starts_.clear();
    for (std::uint32_t lane = 0; lane < numbers.size(); ++lane) {
      auto const& place = *asking[numbers[lane]];
      auto const ends = to ? JourneyEnds::from(hierarchy, place) : JourneyEnds::to(hierarchy, place);
      for (auto const& [rank, start] : ends.starts()) starts_.push_back({lane, rank, start});
      add_shared_edge(lane, place, bound);
    }
    auto const met = sweep_.run(to ? hierarchy.away : hierarchy.towards,
                                to ? hierarchy.towards : hierarchy.away, starts_, bound);
    for (auto const& there : met) scan(there, bound);
  }

  void add_shared_edge(std::uint32_t lane, Place const& place, std::uint32_t bound) {
    for (auto const& there : index_.on_edge(place.edge)) {
      auto const time = static_cast<std::uint32_t>(index_.along_shared_edge(place, there.place).count());
      if (time > bound) continue;
      auto& best = best_[there.destination.value()].time[lane];
      best = std::min(best, time);
      mark(there.destination.value());
    }
  }

  WEGWIJZER_FOR_EACH_PROCESSOR
  void scan(UpwardSweep::Met const& there, std::uint32_t bound) {
    for (auto const& [destination, time] : index_.at(there.rank)) {
      if (there.least + time > bound) break;
      best_[destination.value()].improve(there.lanes, time);
      mark(destination.value());
    }
  }

  void mark(std::size_t destination) { met_[destination] = 1; }

  // Every time is written behind those of its lane, and kept there when it is within the bound.
  WEGWIJZER_FOR_EACH_PROCESSOR
  void tell(std::span<std::uint32_t const> numbers, Tenths bound) {
    auto const start_up = index_.hierarchy().times->pace().start_up;
    std::array<std::size_t, lane_count> sizes{};
    for (auto& row : rows_) row.resize(index_.size() + 1);
    for (std::size_t first = 0; first < met_.size(); first += 8) {
      std::uint64_t eight = 0;
      std::memcpy(&eight, &met_[first], 8);
      for (; eight != 0; eight &= eight - 1) {
        auto const destination = first + static_cast<std::size_t>(std::countr_zero(eight)) / 8;
        auto& best = best_[destination];
        for (std::size_t lane = 0; lane < lane_count; ++lane) {
          Tenths const time(static_cast<std::int32_t>(best.time[lane]));
          rows_[lane][sizes[lane]] = {Index<Destination>(destination), time + start_up};
          sizes[lane] += time <= bound ? 1 : 0;
        }
        best = Lanes{};
      }
      std::memset(&met_[first], 0, 8);
    }
    for (std::size_t lane = 0; lane < numbers.size(); ++lane) {
      visit_(numbers[lane], std::span(rows_[lane]).first(sizes[lane]));
    }
  }

  PlaceIndex const& index_;
  RowVisit const& visit_;
  Minutes budget_;
  UpwardSweep sweep_;
  std::vector<UpwardSweep::Start> starts_;
  std::vector<Lanes> best_;  // by destination
  std::vector<std::uint8_t>
      met_;  // a byte a destination: unlike bits they can be set without waiting for the last
  std::array<std::vector<Hit>, lane_count> rows_;
};

}  // namespace

void for_each_row(PlaceIndex const& index, std::span<std::optional<Place> const> asking, Minutes budget,
                  unsigned threads, RowVisit const& visit) {
  check(budget <= index.budget(), "an index answers up to its own budget");
  auto const order = neighbours_together(index.hierarchy(), asking);
  std::vector<std::optional<Rows>> rows(std::max(1U, threads));
  in_parallel((order.size() + lane_count - 1) / lane_count, threads, [&](unsigned thread, std::size_t share) {
    if (!rows[thread]) rows[thread].emplace(index, budget, visit);
    auto const first = share * lane_count;
    rows[thread]->run(asking, std::span(order).subspan(first, std::min(lane_count, order.size() - first)));
  });
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
