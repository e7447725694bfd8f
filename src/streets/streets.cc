// SPDX-License-Identifier: EUPL-1.2
#include "streets/streets.h"

#include <algorithm>
#include <numeric>

namespace wegwijzer {

namespace {

constexpr std::size_t most_edges = 0x7fff'ffff;  // so that an arc fits its 32 bits

bool on_earth(GeoPoint point) {
  constexpr std::int32_t degree = 10'000'000;
  return point.latitude >= -90 * degree && point.latitude <= 90 * degree &&
         point.longitude >= -180 * degree && point.longitude <= 180 * degree;
}

// `first` splits `size` things into `parts` consecutive parts.
bool splits(std::vector<std::uint32_t> const& first, std::size_t parts, std::size_t size) {
  return first.size() == parts + 1 && first.front() == 0 && first.back() == size &&
         std::ranges::is_sorted(first);
}

bool names_fit(StreetColumns const& columns) {
  auto const& first = columns.first_letter;
  return first.size() >= 2 && splits(first, first.size() - 1, columns.letters.size()) && first[1] == 0;
}

bool edge_fits(StreetColumns const& columns, std::size_t at) {
  auto const& edge = columns.edges[at];
  auto const first = columns.first_point[at];
  auto const end = columns.first_point[at + 1];
  return edge.from.value() < columns.nodes.size() && edge.to.value() < columns.nodes.size() &&
         edge.name.value() + 1 < columns.first_letter.size() && edge.use.kind <= last_street_class &&
         edge.use.surface <= last_surface && edge.use.crossing >= Tenths(0) && end - first >= 2 &&
         columns.points[first] == columns.nodes[edge.from.value()] &&
         columns.points[end - 1] == columns.nodes[edge.to.value()];
}

bool consistent(StreetColumns const& columns) {
  std::size_t const edges = columns.edges.size();
  if (edges > most_edges) return false;
  if (!columns.signals.empty() && columns.signals.size() != columns.nodes.size()) return false;
  if (!splits(columns.first_point, edges, columns.points.size()) || !names_fit(columns)) return false;
  if (!std::ranges::all_of(columns.nodes, on_earth) || !std::ranges::all_of(columns.points, on_earth)) {
    return false;
  }
  for (std::size_t edge = 0; edge < edges; ++edge) {
    if (!edge_fits(columns, edge)) return false;
  }
  return true;
}

std::vector<std::uint32_t> count_arcs(StreetColumns const& columns) {
  std::vector<std::uint32_t> first(columns.nodes.size() + 1);
  for (auto const& edge : columns.edges) {
    ++first[edge.from.value() + 1];
    ++first[edge.to.value() + 1];
  }
  std::partial_sum(first.begin(), first.end(), first.begin());
  return first;
}

std::vector<Arc> lay_out_arcs(StreetColumns const& columns, std::vector<std::uint32_t> next) {
  std::vector<Arc> arcs(next.back());
  for (std::size_t at = 0; at < columns.edges.size(); ++at) {
    auto const& edge = columns.edges[at];
    arcs[next[edge.from.value()]++] = {edge.to, Index<Edge>(at), true};
    arcs[next[edge.to.value()]++] = {edge.from, Index<Edge>(at), false};
  }
  return arcs;
}

}  // namespace

Result<Streets> Streets::of(StreetColumns columns) {
  if (!consistent(columns)) return fail(Fault::invalid, "streets.inconsistent");
  return Streets(std::move(columns));
}

Streets::Streets(StreetColumns columns)
    : columns_(std::move(columns)),
      first_arc_(count_arcs(columns_)),
      arcs_(lay_out_arcs(columns_, first_arc_)),
      tree_(columns_.first_point, columns_.points) {}

std::span<GeoPoint const> Streets::line(Index<Edge> edge) const {
  auto const first = columns_.first_point[edge.value()];
  return std::span(columns_.points).subspan(first, columns_.first_point[edge.value() + 1] - first);
}

std::string_view Streets::name(Index<StreetName> name) const {
  auto const first = columns_.first_letter[name.value()];
  return std::string_view(columns_.letters).substr(first, columns_.first_letter[name.value() + 1] - first);
}

}  // namespace wegwijzer
