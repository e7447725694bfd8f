// SPDX-License-Identifier: EUPL-1.2
// Places (venues, or homes) by the ranks over which journeys to or from them lead: for each rank the places
// within the budget, the nearest first ("buckets"; S. Knopp and others, ALENEX 2007). Made once, asked by all
// threads; a place can be put, moved or taken out at the cost of one search.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "reach/hierarchy.h"
#include "reach/upward_search.h"
#include "reach/upward_sweep.h"
#include "streets/places_on_edges.h"

namespace wegwijzer {

// Which way one travels between the place that asks and the places of an index.
enum class Heading : std::uint8_t { to_index, from_index };

class PlaceIndex {
 public:
  struct Entry {
    Index<Destination> place;
    std::uint32_t time = 0;  // between the rank and the door of the place
    bool operator==(Entry const&) const = default;
  };

  // Place n is places[n]; one without a place is never reached. Answers are right up to the budget.
  PlaceIndex(std::shared_ptr<Hierarchy const> hierarchy, Heading heading, Minutes budget,
             std::span<std::optional<Place> const> places, unsigned threads = 1);

  Hierarchy const& hierarchy() const { return *hierarchy_; }

  Heading heading() const { return heading_; }

  Minutes budget() const { return budget_; }

  std::size_t size() const { return places_.size(); }

  // By time.
  std::span<Entry const> at(Rank rank) const {
    auto const [begin, size] = buckets_[rank];
    return std::span(entries_).subspan(begin, size);
  }

  // The places on an edge.
  std::span<OnEdge const> on_edge(Index<Edge> edge) const { return on_edges_.on(edge); }

  // Straight along the edge that a place that asks shares with one of the index; `never` where it cannot be.
  Tenths along_shared_edge(Place const& asking, Place const& indexed) const;

  std::size_t entry_count() const { return entries_.size(); }

  // Puts the place there, or takes it out when there is nothing; a new place is the one after the last.
  // Nobody may be asking meanwhile.
  void put(Index<Destination> place, std::optional<Place> const& where);

 private:
  struct Bucket {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
  };

  struct Found {
    Rank rank = 0;
    Entry entry;
  };

  template <class Visit>
  void for_each_rank(UpwardSearch& search, Place const& place, Visit visit) const;
  std::vector<std::vector<Found>> find_all(unsigned threads) const;
  void find(UpwardSweep& sweep, std::span<std::uint32_t const> places, std::vector<Found>& found) const;
  void lay_out(std::vector<std::vector<Found>> const& found);
  void insert(Rank rank, Entry entry);
  void erase(Rank rank, Index<Destination> place);

  std::shared_ptr<Hierarchy const> hierarchy_;
  Heading heading_;
  Minutes budget_;
  std::vector<std::optional<Place>> places_;
  PlacesOnEdges on_edges_;
  std::vector<Bucket> buckets_;  // by rank
  std::vector<Entry> entries_;
  std::optional<UpwardSearch> search_;            // for put()
  std::unordered_map<Rank, std::uint32_t> room_;  // of the buckets that have been moved to the end to grow
};

}  // namespace wegwijzer
