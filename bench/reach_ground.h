// SPDX-License-Identifier: EUPL-1.2
// What every question of reach_bench begins with: streets, homes and venues that reach_world has written,
// made ready, and ways to ask them all.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "reach/hierarchy.h"
#include "reach/place_index.h"
#include "streets/travel.h"

namespace wegwijzer {

using Places = std::vector<std::optional<Place>>;

struct Question {
  std::filesystem::path folder;
  std::string name;
  Minutes budget{45};
  int rounds = 5;
  Profile profile{Mode::bike, AgeBand::from_9};
};

std::shared_ptr<Streets const> streets_in(std::filesystem::path const& folder);

Places places_in(std::filesystem::path const& file, TravelTimes const& times);

// Kept in the folder, since a country takes minutes.
std::vector<std::uint32_t> order_in(std::filesystem::path const& folder, Skeleton const& graph,
                                    Streets const& streets);

struct Ground {
  explicit Ground(Question const& question);

  std::shared_ptr<Streets const> streets;
  std::shared_ptr<TravelTimes const> times;
  std::shared_ptr<Contraction const> contraction;
  std::shared_ptr<Hierarchy const> hierarchy;
  Places homes;  // neighbours one after the other, for the searches that come one at a time as well
  Places venues;
};

// What was found, so that nobody leaves the work out and all can be compared.
struct Sum {
  std::uint64_t pairs = 0;
  std::uint64_t check = 0;
  bool operator==(Sum const&) const = default;

  void add(std::span<Hit const> hits) {
    pairs += hits.size();
    for (auto const& hit : hits)
      check += static_cast<std::uint64_t>(hit.time.count()) * (hit.destination.value() + 1);
  }
};

template <class Search, class Ask>
Sum one_by_one(Search& search, std::span<std::optional<Place> const> homes, Ask const& ask) {
  Sum sum;
  for (auto const& home : homes) sum.add(ask(search, *home));
  return sum;
}

Sum all_rows(PlaceIndex const& index, Places const& homes, Minutes budget, unsigned threads = 1);

// Runs of neighbouring homes from everywhere, so many in all; the others take as long.
Places sample(Places const& homes, std::size_t about);

}  // namespace wegwijzer
