// SPDX-License-Identifier: EUPL-1.2
#include "streets/detours.h"

#include <algorithm>
#include <optional>

#include "streets/search.h"

namespace wegwijzer {

namespace {

constexpr Tenths longest_walk(10'000'000);  // centimetres: 100 km
constexpr int most_draws = 100;
// The squares on either side that may hold the second of a pair; one more, since rows of squares are shifted.
constexpr std::int32_t squares_around =
    static_cast<std::int32_t>(farthest_pair.value / Squares::side_metres) + 1;

// One tenth of a second stands for one centimetre.
TravelTimes centimetres_on_foot(std::shared_ptr<Streets const> const& streets) {
  return {streets, Pace{}, [](Edge const& edge, bool) {
            return is_walkable(edge) ? std::optional(Tenths(static_cast<std::int32_t>(edge.millimetres / 10)))
                                     : std::nullopt;
          }};
}

struct Pair {
  Index<Node> from;
  Index<Node> to;
  Metres straight;
};

class Pairs {
 public:
  Pairs(Streets const& streets, StreetPatterns const& patterns, std::span<Index<Node> const> inside)
      : streets_(streets), squares_(patterns.squares()) {
    for (auto const node : inside) by_square_.emplace_back(squares_.at(streets.node(node)), node);
    std::ranges::sort(by_square_);
    for (auto const& [square, node] : by_square_) {
      auto const found = patterns.at(streets.node(node));
      for (auto const pattern : street_patterns) {
        if (covers(pattern, found)) of_pattern_[static_cast<std::size_t>(pattern)].push_back(node);
      }
    }
  }

  std::optional<Pair> draw(StreetPattern pattern, Random& random) const {
    auto const& first = of_pattern_[static_cast<std::size_t>(pattern)];
    if (first.empty()) return std::nullopt;
    for (int i = 0; i < most_draws; ++i) {
      auto const from = first[random.below(first.size())];
      auto const to = around(from, random);
      auto const straight = distance(streets_.node(from), streets_.node(to));
      if (straight >= nearest_pair && straight <= farthest_pair) return Pair{from, to, straight};
    }
    return std::nullopt;
  }

 private:
  using InSquare = std::pair<Square, Index<Node>>;

  std::span<InSquare const> row(std::int32_t north, GeoPoint around) const {
    auto const east = squares_.east(north, around);
    auto const begin =
        std::ranges::lower_bound(by_square_, Square{north, east - squares_around}, {}, &InSquare::first);
    auto const end = std::ranges::upper_bound(begin, by_square_.end(), Square{north, east + squares_around},
                                              {}, &InSquare::first);
    return {begin, end};
  }

  // Any crossing in the squares around, each as likely; itself when it is alone.
  Index<Node> around(Index<Node> from, Random& random) const {
    auto const point = streets_.node(from);
    auto const south = squares_.at(point).north - squares_around;
    std::array<std::span<InSquare const>, 2 * squares_around + 1> rows;
    std::size_t count = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      rows[i] = row(south + static_cast<std::int32_t>(i), point);
      count += rows[i].size();
    }
    auto drawn = random.below(count);
    auto const* row = rows.data();
    while (drawn >= row->size()) drawn -= (row++)->size();
    return (*row)[drawn].second;
  }

  Streets const& streets_;
  Squares const& squares_;
  std::vector<InSquare> by_square_;
  PerPattern<std::vector<Index<Node>>> of_pattern_;
};

Place on_crossing(Streets const& streets, Index<Node> node) {
  auto const arcs = streets.arcs(node);
  auto const arc =
      std::ranges::find_if(arcs, [&](Arc const& a) { return is_walkable(streets.edge(a.edge())); });
  return {arc->edge(), arc->forward() ? line_begin : line_end, Tenths(0)};
}

std::optional<Metres> walk(Search& search, Pair const& pair) {
  auto bound = static_cast<std::uint32_t>(longest_walk.count());
  search.run(on_crossing(search.times().streets(), pair.from), longest_walk,
             [&](Index<Node> node, std::uint32_t centimetres) {
               if (node == pair.to) bound = std::min(bound, centimetres);
               return bound;
             });
  auto const found = search.label(pair.to);
  return found == Search::unreached ? std::nullopt : std::optional(Metres{found / 100.0});
}

}  // namespace

Result<PerPattern<Spread>> measure_detours(std::shared_ptr<Streets const> const& streets,
                                           StreetPatterns const& patterns,
                                           std::span<Index<Node> const> inside, Seed seed, Step const& step) {
  Pairs const pairs(*streets, patterns, inside);
  auto const centimetres = centimetres_on_foot(streets);
  Search search(centimetres);
  PerPattern<Spread> spreads;
  for (std::size_t pattern = 0; pattern < street_patterns.size(); ++pattern) {
    auto random = seed.stream("detours", pattern);
    std::vector<double> detours;
    for (std::size_t i = 0; i < pairs_per_pattern; ++i) {
      auto const pair = pairs.draw(street_patterns[pattern], random);
      auto const walked = pair ? walk(search, *pair) : std::nullopt;
      if (walked) detours.push_back(walked->value / pair->straight.value);
      if (!step()) return fail(Fault::unavailable, "streets.stopped");
    }
    spreads[pattern] = spread_of(std::move(detours));
  }
  return spreads;
}

}  // namespace wegwijzer
