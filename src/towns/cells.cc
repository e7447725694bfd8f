// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <boost/polygon/voronoi.hpp>
#include <numeric>

#include "base/check.h"
#include "towns/sites.h"

namespace wegwijzer::towns {

namespace {

using Diagram = boost::polygon::voronoi_diagram<double>;
using Site = boost::polygon::point_data<int>;

constexpr double units_per_metre = 100;
constexpr double shortest_seam = 42;
constexpr auto none = static_cast<std::uint32_t>(-1);

std::vector<Site> sites_of(std::vector<Cell> const& cells) {
  std::vector<Site> sites;
  for (auto const& cell : cells) {
    sites.emplace_back(static_cast<int>(std::lround(cell.site.x * units_per_metre)),
                       static_cast<int>(std::lround(cell.site.y * units_per_metre)));
  }
  return sites;
}

Point position(Diagram::vertex_type const& vertex) {
  return {vertex.x() / units_per_metre, vertex.y() / units_per_metre};
}

// Vertices that lie nearer to each other than the shortest seam become one, halfway.
class Welding {
 public:
  explicit Welding(Diagram const& diagram)
      : first_(&diagram.vertices().front()), into_(diagram.num_vertices()) {
    std::iota(into_.begin(), into_.end(), 0U);
    for (auto const& edge : diagram.edges()) {
      if (!edge.is_finite()) continue;
      if (distance(position(*edge.vertex0()), position(*edge.vertex1())) < shortest_seam) {
        into_[root(number(edge.vertex0()))] = root(number(edge.vertex1()));
      }
    }
  }

  std::uint32_t root(Diagram::vertex_type const* vertex) { return root(number(vertex)); }

 private:
  std::uint32_t number(Diagram::vertex_type const* vertex) const {
    return static_cast<std::uint32_t>(vertex - first_);
  }

  std::uint32_t root(std::uint32_t of) {
    while (into_[of] != of) of = into_[of] = into_[into_[of]];
    return of;
  }

  Diagram::vertex_type const* first_;
  std::vector<std::uint32_t> into_;
};

class Growing {
 public:
  Growing(Plan& plan, Diagram const& diagram)
      : plan_(plan),
        diagram_(diagram),
        welding_(diagram),
        vertex_(diagram.num_vertices(), none),
        seam_(diagram.num_edges(), none) {}

  void grow() {
    make_vertices();
    for (auto const& cell : diagram_.cells()) grow(cell);
  }

 private:
  void make_vertices() {
    std::vector<double> weight;
    for (auto const& vertex : diagram_.vertices()) {
      auto& index = vertex_[welding_.root(&vertex)];
      if (index == none) {
        index = static_cast<std::uint32_t>(plan_.vertices.size());
        plan_.vertices.emplace_back();
        weight.push_back(0);
      }
      plan_.vertices[index].at = plan_.vertices[index].at + position(vertex);
      weight[index] += 1;
    }
    for (std::size_t i = 0; i < weight.size(); ++i)
      plan_.vertices[i].at = plan_.vertices[i].at * (1 / weight[i]);
  }

  std::uint32_t vertex_of(Diagram::vertex_type const* vertex) { return vertex_[welding_.root(vertex)]; }

  static bool closed(Diagram::cell_type const& cell) {
    auto const* edge = cell.incident_edge();
    do {
      if (!edge->is_finite()) return false;
      edge = edge->next();
    } while (edge != cell.incident_edge());
    return true;
  }

  void grow(Diagram::cell_type const& cell) {
    auto& mine = plan_.cells[cell.source_index()];
    if (mine.quarter == Quarter::outside) return;
    check(closed(cell), "a cell of the world has no end");
    auto const* edge = cell.incident_edge();
    do {
      auto const from = vertex_of(edge->vertex0()), to = vertex_of(edge->vertex1());
      if (from != to) {
        mine.vertices.push_back(from);
        mine.seams.push_back(seam_along(*edge, from, to));
      }
      edge = edge->next();
    } while (edge != cell.incident_edge());
  }

  std::uint32_t seam_along(Diagram::edge_type const& edge, std::uint32_t from, std::uint32_t to) {
    auto const* const first = &diagram_.edges().front();
    auto const number = static_cast<std::size_t>(&edge - first),
               back = static_cast<std::size_t>(edge.twin() - first);
    if (seam_[back] != none) return seam_[back];
    auto const made = static_cast<std::uint32_t>(plan_.seams.size());
    plan_.seams.push_back({{static_cast<std::uint32_t>(edge.cell()->source_index()),
                            static_cast<std::uint32_t>(edge.twin()->cell()->source_index())},
                           {from, to}});
    plan_.vertices[from].seams.push_back(made);
    plan_.vertices[to].seams.push_back(made);
    return seam_[number] = made;
  }

  Plan& plan_;
  Diagram const& diagram_;
  Welding welding_;
  std::vector<std::uint32_t> vertex_;
  std::vector<std::uint32_t> seam_;
};

}  // namespace

void grow_cells(Plan& plan) {
  auto const sites = sites_of(plan.cells);
  Diagram diagram;
  boost::polygon::construct_voronoi(sites.begin(), sites.end(), &diagram);
  Growing(plan, diagram).grow();
}

}  // namespace wegwijzer::towns
