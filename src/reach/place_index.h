// SPDX-License-Identifier: EUPL-1.2
// Places (venues, or homes) by the ranks over which journeys to or from them lead ("buckets"; S. Knopp and
// others, ALENEX 2007). Made once, asked by all threads; a place can be put, moved or taken out at the cost
// of one search.
//
// Places that lie together are searched from together and stay together: they are one block. What a rank has
// is a run of entries for each block with places within the budget, and how soon the first of them is there.
// Since the times within a run are nearly alike, nothing needs to be sorted: a run is looked at as a whole or
// not at all.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "reach/hierarchy.h"
#include "reach/journey_ends.h"
#include "reach/rank_slots.h"
#include "reach/upward_sweep.h"
#include "streets/destinations.h"
#include "streets/snap.h"

namespace wegwijzer {

class PlaceIndex {
 public:
  static constexpr std::size_t block_size = lane_count;

  class Entry {
   public:
    Entry() = default;

    Entry(std::size_t in_block, std::uint32_t time)
        : time_and_place_(time << bits | static_cast<std::uint32_t>(in_block)) {}

    std::size_t in_block() const { return time_and_place_ % block_size; }

    std::uint32_t time() const { return time_and_place_ >> bits; }  // between the rank and the door

    // Half a year in tenths.
    static constexpr std::uint32_t longest = ~0U / block_size;

   private:
    static constexpr unsigned bits = 5;
    static_assert(block_size == 1U << bits);

    std::uint32_t time_and_place_ = 0;
  };

  struct Run {
    std::uint32_t block = 0;
    std::uint32_t least = 0;  // no entry has less
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
  };

  // Place n is places[n]; one without a place is never reached. Answers are right up to the budget. Told of
  // places.
  PlaceIndex(std::shared_ptr<Hierarchy const> hierarchy, Heading heading, Minutes budget,
             std::span<std::optional<Place> const> places, unsigned threads = 1, WorkDone const& told = {});

  Hierarchy const& hierarchy() const { return *hierarchy_; }

  Heading heading() const { return heading_; }

  Minutes budget() const { return budget_; }

  std::size_t size() const { return places_.size(); }

  // By block.
  std::span<Run const> runs(Rank rank) const {
    if (slots_.has(rank)) return all(slices_[slots_.slot(rank)]);
    auto const later = later_.empty() ? later_.end() : later_.find(rank);
    return later == later_.end() ? std::span<Run const>() : all(later->second);
  }

  std::span<Entry const> entries(Run const& run) const {
    return std::span(entries_[run.block / blocks_together]).subspan(run.begin, run.size);
  }

  std::size_t block_count() const { return (in_blocks_.size() + block_size - 1) / block_size; }

  // The places of a block; fewer than block_size in the last one.
  std::span<Index<Destination> const> block(std::size_t block) const {
    auto const first = block * block_size;
    return std::span(in_blocks_).subspan(first, std::min(block_size, in_blocks_.size() - first));
  }

  // Where a place stands among those of all blocks.
  std::size_t number(Index<Destination> place) const { return numbers_[place.value()]; }

  std::size_t entry_count() const;

  // Calls visit(place, tenths) for each place on the same edge as the one that asks, and how soon one is
  // there straight along it.
  template <class Visit>
  void for_each_on_edge(Place const& asking, Visit visit) const {
    auto const first = first_on_edge_.find(asking.edge.value());
    if (first == first_on_edge_.end()) return;
    for (auto place = first->second; place != none; place = next_on_edge_[place]) {
      if (auto const time = along_shared_edge(asking, *places_[place]); time != never) {
        visit(Index<Destination>(place), static_cast<std::uint32_t>(time.count()));
      }
    }
  }

  // Puts the place there, or takes it out when there is nothing; a new place is the one after the last.
  // Nobody may be asking meanwhile.
  void put(Index<Destination> place, std::optional<Place> const& where);

 private:
  static constexpr std::uint32_t none = ~0U;
  static constexpr std::size_t blocks_together = 16;  // are searched from by one thread

  // Part of a list, with room to grow; at the end of the list there is always more.
  struct Slice {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
  };

  // What searches from the places of some blocks found.
  struct Found {
    struct AtRank {
      Rank rank = 0;
      Run run;
    };

    std::vector<AtRank> runs{};
    std::vector<Entry> entries{};
  };

  // On the street, with the connector; negative when there is nothing left of the budget.
  Tenths bound() const { return time_under_way(budget_, hierarchy_->times->pace()); }

  std::span<Run const> all(Slice const& slice) const {
    return std::span(runs_).subspan(slice.begin, slice.size);
  }

  Tenths along_shared_edge(Place const& asking, Place const& indexed) const;
  template <class Visit>
  void for_each_rank(Place const& place, Visit visit);
  std::vector<JourneyEnds> all_ends(unsigned threads) const;
  std::vector<Found> find_all(unsigned threads, WorkDone const& told) const;
  template <class Lanes>
  std::vector<Found> find_all(unsigned threads, WorkDone const& told) const;
  template <class Lanes>
  void find(UpwardSweep<Lanes>& sweep, std::span<JourneyEnds const> ends, std::size_t block,
            Found& found) const;
  template <class Lanes>
  WEGWIJZER_FOR_EACH_PROCESSOR static void write(Rank rank, std::size_t block, std::uint32_t least,
                                                 Lanes const& times, std::uint32_t limit, Found& found);
  void lay_out(std::vector<Found> found);

  Slice& slice(Rank rank) { return slots_.has(rank) ? slices_[slots_.slot(rank)] : later_[rank]; }

  void add_number(Index<Destination> place);
  void insert(Rank rank, std::size_t number, std::uint32_t time);
  void erase(Rank rank, std::size_t number);
  Run& run_of(Rank rank, std::size_t block);
  void put_on_edge(Index<Destination> place, Index<Edge> edge);
  void take_off_edge(Index<Destination> place, Index<Edge> edge);

  std::shared_ptr<Hierarchy const> hierarchy_;
  Heading heading_;
  Minutes budget_;
  std::vector<std::optional<Place>> places_;
  std::unordered_map<std::size_t, std::uint32_t> first_on_edge_;  // the places on an edge are a chain
  std::vector<std::uint32_t> next_on_edge_;                       // by place
  std::vector<Index<Destination>> in_blocks_;
  std::vector<std::uint32_t> numbers_;  // by place
  RankSlots slots_;
  std::vector<Slice> slices_;              // by slot: in runs_
  std::unordered_map<Rank, Slice> later_;  // of ranks without a slot, that came by put()
  std::vector<Run> runs_;
  std::vector<std::vector<Entry>> entries_;     // of so many blocks each
  std::optional<UpwardSweep<OneLane>> search_;  // for put()
  std::unordered_map<Rank, std::uint32_t>
      room_;  // of the ranks whose runs have been moved to the end to grow
};

}  // namespace wegwijzer
