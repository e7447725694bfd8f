// SPDX-License-Identifier: EUPL-1.2
#include "reach/place_index.h"

#include <algorithm>
#include <bit>
#include <numeric>

#include "base/check.h"
#include "reach/journey_ends.h"
#include "reach/neighbours_together.h"
#include "reach/parallel.h"
#include "reach/upward_sweep.h"
#include "streets/search.h"

namespace wegwijzer {

namespace {

constexpr std::size_t places_at_a_time = 256;

bool comes_first(PlaceIndex::Entry const& a, PlaceIndex::Entry const& b) {
  return a.time != b.time ? a.time < b.time : a.place < b.place;
}

}  // namespace

PlaceIndex::PlaceIndex(std::shared_ptr<Hierarchy const> hierarchy, Heading heading, Minutes budget,
                       std::span<std::optional<Place> const> places, unsigned threads)
    : hierarchy_(std::move(hierarchy)),
      heading_(heading),
      budget_(budget),
      places_(places.begin(), places.end()),
      on_edges_(places),
      buckets_(hierarchy_->contraction->size()) {
  lay_out(find_all(threads));
}

// Calls visit(rank, time) for the ranks over which journeys to or from the place lead.
template <class Visit>
void PlaceIndex::for_each_rank(UpwardSearch& search, Place const& place, Visit visit) const {
  bool const to = heading_ == Heading::to_index;
  auto const ends = to ? JourneyEnds::to(*hierarchy_, place) : JourneyEnds::from(*hierarchy_, place);
  auto const bound = time_under_way(budget_, hierarchy_->times->pace());
  if (bound < Tenths(0)) return;
  auto const limit = static_cast<std::uint32_t>(bound.count());
  search.run(to ? hierarchy_->towards : hierarchy_->away, to ? hierarchy_->away : hierarchy_->towards,
             ends.starts(), limit, [&](Rank rank, std::uint32_t time) {
               visit(rank, time);
               return limit;
             });
}

std::vector<std::vector<PlaceIndex::Found>> PlaceIndex::find_all(unsigned threads) const {
  auto const order = neighbours_together(*hierarchy_, places_);
  std::vector<std::vector<Found>> found((order.size() + places_at_a_time - 1) / places_at_a_time);
  std::vector<std::optional<UpwardSweep>> sweeps(std::max(1U, threads));
  in_parallel(found.size(), threads, [&](unsigned thread, std::size_t share) {
    if (!sweeps[thread]) sweeps[thread].emplace(hierarchy_->contraction->size());
    auto const first = share * places_at_a_time, end = std::min(first + places_at_a_time, order.size());
    for (auto at = first; at < end; at += lane_count) {
      find(*sweeps[thread], std::span(order).subspan(at, std::min(lane_count, end - at)), found[share]);
    }
  });
  return found;
}

void PlaceIndex::find(UpwardSweep& sweep, std::span<std::uint32_t const> places,
                      std::vector<Found>& found) const {
  bool const to = heading_ == Heading::to_index;
  auto const bound = time_under_way(budget_, hierarchy_->times->pace());
  if (bound < Tenths(0)) return;
  auto const limit = static_cast<std::uint32_t>(bound.count());
  std::vector<UpwardSweep::Start> starts;
  for (std::uint32_t lane = 0; lane < places.size(); ++lane) {
    auto const& place = *places_[places[lane]];
    auto const ends = to ? JourneyEnds::to(*hierarchy_, place) : JourneyEnds::from(*hierarchy_, place);
    for (auto const& [rank, time] : ends.starts()) starts.push_back({lane, rank, time});
  }
  for (auto const& there : sweep.run(to ? hierarchy_->towards : hierarchy_->away,
                                     to ? hierarchy_->away : hierarchy_->towards, starts, limit)) {
    for (std::size_t lane = 0; lane < places.size(); ++lane) {
      auto const time = there.lanes.time[lane];
      if (time <= limit) found.push_back({there.rank, {Index<Destination>(places[lane]), time}});
    }
  }
}

void PlaceIndex::lay_out(std::vector<std::vector<Found>> const& found) {
  std::vector<Rank> used;  // few of all ranks are
  for (auto const& share : found) {
    for (auto const& [rank, entry] : share) {
      if (buckets_[rank].size++ == 0) used.push_back(rank);
    }
  }
  std::uint32_t begin = 0;
  for (auto const rank : used) {
    buckets_[rank].begin = begin;
    begin += std::exchange(buckets_[rank].size, 0);
  }
  entries_.resize(begin);
  for (auto const& share : found) {
    for (auto const& [rank, entry] : share) entries_[buckets_[rank].begin + buckets_[rank].size++] = entry;
  }
  for (auto const rank : used) {
    auto const bucket = std::span(entries_).subspan(buckets_[rank].begin, buckets_[rank].size);
    std::ranges::sort(bucket, comes_first);
  }
}

Tenths PlaceIndex::along_shared_edge(Place const& asking, Place const& indexed) const {
  auto const& times = *hierarchy_->times;
  auto const time = heading_ == Heading::to_index ? time_on_shared_edge(times, asking, indexed)
                                                  : time_on_shared_edge(times, indexed, asking);
  return time == never ? never : time + asking.connector + indexed.connector;
}

void PlaceIndex::put(Index<Destination> place, std::optional<Place> const& where) {
  check(place.value() <= places_.size(), "a new place is the one after the last");
  if (place.value() == places_.size()) places_.emplace_back();
  if (!search_) search_.emplace(hierarchy_->contraction->size());
  auto& there = places_[place.value()];
  if (there) {
    on_edges_.erase(place, there->edge);
    for_each_rank(*search_, *there, [&](Rank rank, std::uint32_t) { erase(rank, place); });
  }
  there = where;
  if (there) {
    on_edges_.insert({place, *there});
    for_each_rank(*search_, *there, [&](Rank rank, std::uint32_t time) { insert(rank, {place, time}); });
  }
}

void PlaceIndex::insert(Rank rank, Entry entry) {
  auto& [begin, size] = buckets_[rank];
  auto const room = room_.find(rank);
  if (room == room_.end() || room->second == size) {
    auto const larger = std::bit_ceil(size + 1U);
    auto const moved = static_cast<std::uint32_t>(entries_.size());
    entries_.resize(entries_.size() + larger);
    std::copy_n(entries_.begin() + begin, size, entries_.begin() + moved);
    begin = moved;
    room_[rank] = larger;
  }
  auto const first = entries_.begin() + begin, last = first + size++;
  auto const at = std::upper_bound(first, last, entry, comes_first);
  std::copy_backward(at, last, last + 1);
  *at = entry;
}

void PlaceIndex::erase(Rank rank, Index<Destination> place) {
  auto& [begin, size] = buckets_[rank];
  auto const first = entries_.begin() + begin;
  size = static_cast<std::uint32_t>(
      std::remove_if(first, first + size, [&](Entry const& entry) { return entry.place == place; }) - first);
}

}  // namespace wegwijzer
