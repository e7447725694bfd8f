// SPDX-License-Identifier: EUPL-1.2
#include "streets/shape_of_streets.h"

#include <algorithm>

#include "streets/parts.h"
#include "streets/travel_times.h"

namespace wegwijzer {

namespace {

// Adds to the figures of every pattern that covers a square of this one.
template <class Add>
void add_to(PerPattern<PatternFigures>& figures, StreetPattern here, Add add) {
  for (std::size_t i = 0; i < figures.size(); ++i) {
    if (covers(street_patterns[i], here)) add(i);
  }
}

void count_crossings(PerPattern<PatternFigures>& figures, Streets const& streets,
                     StreetPatterns const& patterns, Crossings const& crossings,
                     CrossingFigures PatternFigures::* of) {
  for (std::size_t node = 0; node < crossings.arcs.size(); ++node) {
    if (crossings.arcs[node] == 0) continue;
    add_to(figures, patterns.at(streets.node(Index<Node>(node))), [&](std::size_t i) {
      ++(figures[i].*of).crossings;
      ++(figures[i].*of).with_arcs[std::min<std::size_t>(crossings.arcs[node], 5) - 1];
    });
  }
}

void measure_links(PerPattern<PatternFigures>& figures, Streets const& streets,
                   StreetPatterns const& patterns, Crossings const& crossings,
                   CrossingFigures PatternFigures::* of) {
  PerPattern<std::vector<double>> lengths;
  for (auto const& link : crossings.links) {
    double const metres = static_cast<double>(link.millimetres) / 1000;
    bool const blind = crossings.is_cul_de_sac(link.from) || crossings.is_cul_de_sac(link.to);
    add_to(figures, patterns.between(streets.node(link.from), streets.node(link.to)), [&](std::size_t i) {
      lengths[i].push_back(metres);
      (figures[i].*of).metres += metres;
      if (blind) (figures[i].*of).blind += metres;
    });
  }
  for (std::size_t i = 0; i < figures.size(); ++i) (figures[i].*of).link = spread_of(std::move(lengths[i]));
}

void measure_edges(PerPattern<PatternFigures>& figures, Streets const& streets,
                   StreetPatterns const& patterns) {
  for (std::size_t at = 0; at < streets.edge_count(); ++at) {
    auto const& edge = streets.edge(Index<Edge>(at));
    if (edge.use.kind == StreetClass::ferry || edge.use.turning) continue;
    double const metres = length(edge).value;
    add_to(figures, patterns.between(streets.node(edge.from), streets.node(edge.to)), [&](std::size_t i) {
      ++figures[i].edges;
      figures[i].metres += metres;
      figures[i].metres_of_class[static_cast<std::size_t>(edge.use.kind)] += metres;
      if (!streets.name(edge.name).empty()) figures[i].named += metres;
    });
  }
}

// On foot one goes everywhere to and fro, so the parts are those of the arcs that one may walk.
std::vector<Index<Node>> largest_part(Streets const& streets, Crossings const& on_foot) {
  std::vector<Tenths> times;
  times.reserve(streets.all_arcs().size());
  for (auto const& arc : streets.all_arcs()) {
    times.push_back(is_walkable(streets.edge(arc.edge())) ? Tenths(1) : never);
  }
  auto const sizes = part_sizes(streets, times);
  auto const largest = sizes.empty() ? 0 : *std::ranges::max_element(sizes);
  std::vector<Index<Node>> inside;
  for (std::size_t node = 0; node < sizes.size(); ++node) {
    if (sizes[node] == largest && on_foot.arcs[node] != 0) inside.emplace_back(node);
  }
  return inside;
}

}  // namespace

Result<ShapeOfStreets> measure_shape(std::shared_ptr<Streets const> const& streets, Seed seed,
                                     Step const& step) {
  auto const on_foot = find_crossings(*streets, is_walkable);
  ShapeOfStreets shape{StreetPatterns(*streets, on_foot), {}};
  auto& [patterns, figures] = shape;
  for (std::size_t i = 0; i < figures.size(); ++i) figures[i].squares = patterns.count(street_patterns[i]);
  count_crossings(figures, *streets, patterns, on_foot, &PatternFigures::on_foot);
  measure_links(figures, *streets, patterns, on_foot, &PatternFigures::on_foot);
  auto const proper = find_crossings(*streets, is_street_proper);
  count_crossings(figures, *streets, patterns, proper, &PatternFigures::proper);
  measure_links(figures, *streets, patterns, proper, &PatternFigures::proper);
  measure_edges(figures, *streets, patterns);
  auto const inside = largest_part(*streets, on_foot);
  for (auto const node : inside) {
    add_to(figures, patterns.at(streets->node(node)), [&](std::size_t i) { ++figures[i].in_largest_part; });
  }
  auto const detours = measure_detours(streets, patterns, inside, seed, step);
  if (!detours) return fail(detours.error());
  for (std::size_t i = 0; i < figures.size(); ++i) figures[i].detour = (*detours)[i];
  return shape;
}

}  // namespace wegwijzer
