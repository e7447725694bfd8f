// SPDX-License-Identifier: EUPL-1.2
#include "reach/place_index.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "base/check.h"
#include "reach/neighbours_together.h"
#include "reach/parallel.h"
#include "streets/search.h"

namespace wegwijzer {

PlaceIndex::PlaceIndex(std::shared_ptr<Hierarchy const> hierarchy, Heading heading, Minutes budget,
                       std::span<std::optional<Place> const> places, unsigned threads, WorkDone const& told)
    : hierarchy_(std::move(hierarchy)),
      heading_(heading),
      budget_(budget),
      places_(places.begin(), places.end()),
      next_on_edge_(places.size(), none),
      numbers_(places.size(), none),
      slots_(hierarchy_->contraction->size()) {
  check(bound().count() < static_cast<std::int64_t>(Entry::longest), "a budget of less than half a year");
  for (auto const place : neighbours_together(*hierarchy_, places_)) add_number(Index<Destination>(place));
  first_on_edge_.reserve(places_.size());
  for (auto const place : in_blocks_) put_on_edge(place, places_[place.value()]->edge);
  lay_out(find_all(threads, told));
}

void PlaceIndex::add_number(Index<Destination> place) {
  numbers_[place.value()] = static_cast<std::uint32_t>(in_blocks_.size());
  in_blocks_.push_back(place);
}

// Calls visit(rank, time) for the ranks over which journeys to or from the place lead.
template <class Visit>
void PlaceIndex::for_each_rank(Place const& place, Visit visit) {
  if (bound() < Tenths(0)) return;
  if (!search_) search_.emplace(*hierarchy_);
  auto const limit = static_cast<std::uint32_t>(bound().count());
  auto const direction = upward_from_index(heading_);
  JourneyEnds ends(*hierarchy_, direction, place);
  for (auto const& there : search_->run(direction, ends.starts(), limit)) {
    if (there.least <= limit) visit(there.rank, there.least);
  }
}

// By place. Many in one go, in which the processor waits for many lines of memory at a time.
std::vector<JourneyEnds> PlaceIndex::all_ends(unsigned threads) const {
  constexpr std::size_t at_once = 4'096;
  std::vector<JourneyEnds> ends(places_.size());
  in_parallel((ends.size() + at_once - 1) / at_once, threads, [&](unsigned, std::size_t share) {
    auto const end = std::min(ends.size(), (share + 1) * at_once);
    for (auto at = share * at_once; at < end; ++at) {
      if (places_[at]) ends[at] = JourneyEnds(*hierarchy_, upward_from_index(heading_), *places_[at]);
    }
  });
  return ends;
}

std::vector<PlaceIndex::Found> PlaceIndex::find_all(unsigned threads, WorkDone const& told) const {
  if (bound() < Tenths(0)) return {};
  return bound().count() < NarrowLanes::unreached ? find_all<NarrowLanes>(threads, told)
                                                  : find_all<WideLanes>(threads, told);
}

template <class Lanes>
std::vector<PlaceIndex::Found> PlaceIndex::find_all(unsigned threads, WorkDone const& told) const {
  std::vector<Found> found((block_count() + blocks_together - 1) / blocks_together);

  auto const ends = all_ends(threads);

  struct Workspace {
    UpwardSweep<Lanes> sweep;
    Found found{};
  };

  std::vector<std::optional<Workspace>> workspaces(std::max(1U, threads));
  in_parallel(found.size(), threads, [&](unsigned thread, std::size_t share) {
    auto& workspace = workspaces[thread];
    if (!workspace) workspace.emplace(UpwardSweep<Lanes>(*hierarchy_));
    workspace->found.runs.clear();
    workspace->found.entries.clear();
    auto const end = std::min((share + 1) * blocks_together, block_count());
    for (auto at = share * blocks_together; at < end; ++at)
      find(workspace->sweep, ends, at, workspace->found);
    found[share] = workspace->found;
    if (told) told(std::min(end * block_size, in_blocks_.size()) - share * blocks_together * block_size);
  });
  return found;
}

template <class Lanes>
void PlaceIndex::find(UpwardSweep<Lanes>& sweep, std::span<JourneyEnds const> ends, std::size_t block,
                      Found& found) const {
  std::vector<UpwardStart> starts;
  auto const places = this->block(block);
  for (std::uint32_t lane = 0; lane < places.size(); ++lane) {
    for (auto const& [_, rank, time] : ends[places[lane].value()].starts()) {
      starts.push_back({lane, rank, time});
    }
  }
  auto const limit = static_cast<std::uint32_t>(bound().count());
  for (auto const& there : sweep.run(upward_from_index(heading_), starts, limit))
    write(there.rank, block, there.least, *there.lanes, limit, found);
}

template <class Lanes>
void PlaceIndex::write(Rank rank, std::size_t block, std::uint32_t least, Lanes const& times,
                       std::uint32_t limit, Found& found) {
  auto lanes = times.within(limit);
  if (lanes == 0) return;
  auto const begin = found.entries.size();
  found.entries.resize(begin + lane_count);
  auto size = begin;
  for (; lanes != 0; lanes &= lanes - 1) {
    auto const lane = static_cast<std::size_t>(std::countr_zero(lanes));
    found.entries[size++] = Entry(lane, times[lane]);
  }
  found.entries.resize(size);
  found.runs.push_back({rank,
                        {static_cast<std::uint32_t>(block), least, static_cast<std::uint32_t>(begin),
                         static_cast<std::uint32_t>(size - begin)}});
}

void PlaceIndex::lay_out(std::vector<Found> found) {
  for (auto const& share : found) {
    for (auto const& there : share.runs) slots_.add(there.rank);
  }
  slices_.resize(slots_.number());
  for (auto const& share : found) {
    for (auto const& there : share.runs) ++slices_[slots_.slot(there.rank)].size;
  }
  std::uint32_t begin = 0;
  for (auto& slice : slices_) {
    slice.begin = begin;
    begin += std::exchange(slice.size, 0);
  }
  runs_.resize(begin);
  for (auto& share : found) {
    for (auto const& [rank, run] : share.runs) {
      auto& slice = slices_[slots_.slot(rank)];
      runs_[slice.begin + slice.size++] = run;
    }
    entries_.push_back(std::move(share.entries));
  }
}

std::size_t PlaceIndex::entry_count() const {
  std::size_t count = 0;
  for (auto const& entries : entries_) count += entries.size();
  return count;
}

Tenths PlaceIndex::along_shared_edge(Place const& asking, Place const& indexed) const {
  auto const& times = *hierarchy_->times;
  auto const time = heading_ == Heading::to_index ? time_on_shared_edge(times, asking, indexed)
                                                  : time_on_shared_edge(times, indexed, asking);
  return time == never ? never : time + asking.connector + indexed.connector;
}

void PlaceIndex::put(Index<Destination> place, std::optional<Place> const& where) {
  check(place.value() <= places_.size(), "a new place is the one after the last");
  if (place.value() == places_.size()) {
    places_.emplace_back();
    next_on_edge_.push_back(none);
    numbers_.push_back(none);
  }
  auto& there = places_[place.value()];
  if (there) {
    take_off_edge(place, there->edge);
    for_each_rank(*there, [&](Rank rank, std::uint32_t) { erase(rank, number(place)); });
  }
  there = where;
  if (there) {
    if (numbers_[place.value()] == none) add_number(place);
    put_on_edge(place, there->edge);
    for_each_rank(*there, [&](Rank rank, std::uint32_t time) { insert(rank, number(place), time); });
  }
}

// The run of that block, which is made when there is none.
PlaceIndex::Run& PlaceIndex::run_of(Rank rank, std::size_t block) {
  auto& slice = this->slice(rank);
  auto const at = std::ranges::lower_bound(all(slice), block, {}, &Run::block) - all(slice).begin();
  auto const there = slice.begin + static_cast<std::size_t>(at);
  if (static_cast<std::size_t>(at) < slice.size && runs_[there].block == block) return runs_[there];
  auto const room = room_.find(rank);
  if (room == room_.end() || room->second == slice.size) {
    auto const larger = std::bit_ceil(slice.size + 1U);
    auto const moved = static_cast<std::uint32_t>(runs_.size());
    runs_.resize(runs_.size() + larger);
    std::copy_n(runs_.begin() + slice.begin, slice.size, runs_.begin() + moved);
    slice.begin = moved;
    room_[rank] = larger;
  }
  auto const first = runs_.begin() + slice.begin;
  std::copy_backward(first + at, first + slice.size, first + slice.size + 1);
  ++slice.size;
  *(first + at) = {static_cast<std::uint32_t>(block), Entry::longest,
                   static_cast<std::uint32_t>(entries_[block / blocks_together].size()), 0};
  return *(first + at);
}

// The run is written anew at the end, one entry longer.
void PlaceIndex::insert(Rank rank, std::size_t number, std::uint32_t time) {
  auto const block = number / block_size;
  if (entries_.size() <= block / blocks_together) entries_.resize(block / blocks_together + 1);
  auto& run = run_of(rank, block);
  auto& entries = entries_[block / blocks_together];
  auto const begin = static_cast<std::uint32_t>(entries.size());
  entries.resize(entries.size() + run.size + 1);
  std::copy_n(entries.begin() + run.begin, run.size, entries.begin() + begin);
  entries.back() = Entry(number % block_size, time);
  run = {run.block, std::min(run.least, time), begin, run.size + 1};
}

// A rank need not have it: what is found for one place alone may be more than what is found for its block.
void PlaceIndex::erase(Rank rank, std::size_t number) {
  auto& slice = this->slice(rank);
  auto const first = runs_.begin() + slice.begin, last = first + slice.size;
  auto const run = std::ranges::lower_bound(first, last, number / block_size, {}, &Run::block);
  if (run == last || run->block != number / block_size) return;
  auto const entries = std::span(entries_[run->block / blocks_together]).subspan(run->begin, run->size);
  auto const entry = std::ranges::find(entries, number % block_size, &Entry::in_block);
  if (entry == entries.end()) return;
  *entry = entries.back();
  if (--run->size > 0) return;
  std::copy(run + 1, last, run);
  --slice.size;
}

void PlaceIndex::put_on_edge(Index<Destination> place, Index<Edge> edge) {
  auto const number = static_cast<std::uint32_t>(place.value());
  auto const [first, is_new] = first_on_edge_.try_emplace(edge.value(), number);
  next_on_edge_[number] = is_new ? none : std::exchange(first->second, number);
}

void PlaceIndex::take_off_edge(Index<Destination> place, Index<Edge> edge) {
  auto* link = &first_on_edge_.at(edge.value());
  while (*link != place.value()) link = &next_on_edge_[*link];
  *link = next_on_edge_[place.value()];
}

}  // namespace wegwijzer
