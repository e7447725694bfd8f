// SPDX-License-Identifier: EUPL-1.2
// Small street networks of any kind, for properties: parallel edges, loops, lone crossings, one-way streets
// and ferries among them.
#pragma once

#include <rapidcheck.h>

#include <memory>
#include <optional>
#include <vector>

#include "streets/snap.h"
#include "streets/streets_builder.h"

namespace wegwijzer {

inline WayPoint any_network_crossing(int number) {
  return {number, GeoPoint::of_degrees(52 + number * 0.001, 5 + (number % 2) * 0.001)};
}

inline StreetUse any_use() {
  bool const forward = *rc::gen::arbitrary<bool>();
  bool const backward = *rc::gen::arbitrary<bool>();
  bool const foot = *rc::gen::arbitrary<bool>();
  auto const kind = *rc::gen::element(StreetClass::residential, StreetClass::ferry, StreetClass::steps,
                                      StreetClass::path, StreetClass::unknown);
  return {kind,
          Surface::unknown,
          {foot, forward, backward, foot && *rc::gen::arbitrary<bool>()},
          false,
          *rc::gen::arbitrary<bool>(),
          *rc::gen::arbitrary<bool>()};
}

// One to `most_edges` edges between so many crossings.
inline std::shared_ptr<Streets const> any_streets(int crossings = 6, int most_edges = 12) {
  StreetsBuilder builder;
  auto const edges = *rc::gen::inRange(1, most_edges + 1);
  for (int edge = 0; edge < edges; ++edge)
    builder.add_edge(any_network_crossing(*rc::gen::inRange(0, crossings)),
                     any_network_crossing(*rc::gen::inRange(0, crossings)),
                     Metres{static_cast<double>(*rc::gen::inRange(0, 400))}, any_use());
  return std::make_shared<Streets>(std::move(builder).build());
}

inline Place any_place(Streets const& streets) {
  auto const along = *rc::gen::oneOf(rc::gen::element(0U, Along::whole / 2, Along::whole),
                                     rc::gen::inRange(0U, Along::whole));
  return {Index<Edge>(*rc::gen::inRange<std::size_t>(0, streets.edge_count())), Along{along},
          Tenths(*rc::gen::inRange(0, 600))};
}

// Up to seven, some of which are nowhere.
inline std::vector<std::optional<Place>> any_places(Streets const& streets) {
  std::vector<std::optional<Place>> places;
  auto const size = *rc::gen::inRange(0, 8);
  for (int at = 0; at < size; ++at) {
    if (*rc::gen::inRange(0, 8) == 0)
      places.push_back(std::nullopt);
    else
      places.push_back(any_place(streets));
  }
  return places;
}

}  // namespace wegwijzer
