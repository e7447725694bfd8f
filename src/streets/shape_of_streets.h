// SPDX-License-Identifier: EUPL-1.2
// The figures by which a street plan is recognised as a real one, for each street pattern: how many streets
// meet, how long they are, how directly one gets there. The same streets and seed give the same figures.
#pragma once

#include "streets/detours.h"

namespace wegwijzer {

struct CrossingFigures {
  std::array<std::size_t, 5> with_arcs{};  // crossings where 1, 2, 3, 4, and 5 or more links meet
  std::size_t crossings = 0;
  Spread link{};      // metres
  double metres = 0;  // of all links
  double blind = 0;   // metres of links that end in a cul-de-sac
};

struct PatternFigures {
  std::size_t squares = 0;
  CrossingFigures on_foot{};
  CrossingFigures proper{};  // streets proper, see crossings.h
  std::array<double, static_cast<std::size_t>(last_street_class) + 1> metres_of_class{};
  std::size_t edges = 0;
  double metres = 0;                // of all edges
  double named = 0;                 // metres with a name
  std::size_t in_largest_part = 0;  // crossings on foot
  Spread detour{};
};

struct ShapeOfStreets {
  StreetPatterns patterns;
  PerPattern<PatternFigures> figures;
};

// Calls `step` pairs_per_pattern times for each pattern. Fails with "streets.stopped".
Result<ShapeOfStreets> measure_shape(std::shared_ptr<Streets const> const& streets, Seed seed,
                                     Step const& step);

}  // namespace wegwijzer
