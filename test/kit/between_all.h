// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "streets/travel.h"

namespace wegwijzer {

// In tenths, by node and node; INT32_MAX or more: there is no way.
using TimesBetweenAll = std::vector<std::vector<std::int64_t>>;

// All shortest times between nodes (R. Floyd, Comm. ACM 5, 1962).
inline TimesBetweenAll between_all(TravelTimes const& times) {
  auto const& streets = times.streets();
  TimesBetweenAll time(streets.node_count(), std::vector<std::int64_t>(streets.node_count(), INT32_MAX));
  for (std::size_t node = 0; node < time.size(); ++node) time[node][node] = 0;
  for (std::size_t at = 0; at < streets.edge_count(); ++at) {
    auto const& edge = streets.edge(Index<Edge>(at));
    auto const relax = [&](Index<Node> from, Index<Node> to, Tenths tenths) {
      auto& there = time[from.value()][to.value()];
      if (tenths != never) there = std::min<std::int64_t>(there, tenths.count());
    };
    relax(edge.from, edge.to, times.time(Index<Edge>(at), true));
    relax(edge.to, edge.from, times.time(Index<Edge>(at), false));
  }
  for (std::size_t via = 0; via < time.size(); ++via)
    for (auto& from : time)
      for (std::size_t to = 0; to < time.size(); ++to)
        from[to] = std::min(from[to], from[via] + time[via][to]);
  return time;
}

inline std::vector<Hit> copied(std::span<Hit const> hits) {
  return {hits.begin(), hits.end()};
}

}  // namespace wegwijzer
