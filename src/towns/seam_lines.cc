// SPDX-License-Identifier: EUPL-1.2
#include "towns/seam_lines.h"

#include <algorithm>
#include <atomic>
#include <thread>

#include "base/check.h"

namespace wegwijzer::towns {

namespace {

constexpr double one_stop = 6;  // what lies nearer to each other along a line is one crossing

constexpr double joins_main_road = 0.85;    // of the streets that meet one
constexpr double crosses_main_road = 0.85;  // of those that join it

constexpr double quay = 4.5;  // from the water of a canal to the middle of the street along it

// Metres between the drives along a country road.
constexpr double nearest_drives = 320, farthest_drives = 900;

// The nodes of a cell: its fabric, its seams by place among the seams of their owner, its vertices likewise.
constexpr std::int64_t nodes_per_cell = 1 << 20;
constexpr std::int64_t first_seam_node = 1 << 15;
constexpr std::int64_t nodes_per_seam = 1 << 11;
constexpr std::int64_t first_vertex_node = 1 << 18;
constexpr std::int64_t nodes_per_vertex = 1 << 5;
constexpr std::int64_t first_corner = 4;

std::size_t place_in(std::vector<std::uint32_t> const& all, std::uint32_t one) {
  return static_cast<std::size_t>(std::ranges::find(all, one) - all.begin());
}

std::int64_t cell_base(std::size_t cell) {
  return static_cast<std::int64_t>(cell + 1) * nodes_per_cell;
}

bool in_world(Plan const& plan, std::uint32_t cell) {
  return plan.cells[cell].quarter != Quarter::outside;
}

std::vector<std::uint32_t> cells_around(Plan const& plan, Vertex const& vertex) {
  std::vector<std::uint32_t> cells;
  for (auto const seam : vertex.seams) {
    for (auto const cell : plan.seams[seam].cells) {
      if (in_world(plan, cell)) cells.push_back(cell);
    }
  }
  std::ranges::sort(cells);
  cells.erase(std::unique(cells.begin(), cells.end()), cells.end());
  return cells;
}

std::int64_t vertex_base(Plan const& plan, std::uint32_t vertex) {
  auto const cell = owner(plan, plan.vertices[vertex]);
  auto const place = place_in(plan.cells[cell].vertices, vertex);
  return cell_base(cell) + first_vertex_node + static_cast<std::int64_t>(place) * nodes_per_vertex;
}

WayKind side_kind(SeamKind kind) {
  switch (kind) {
    case SeamKind::avenue:
      return WayKind::cycleway;
    case SeamKind::canal:
      return WayKind::residential;
    case SeamKind::ring_road:
      return WayKind::cycleway;
    default:
      return WayKind::none;
  }
}

// Of every twenty streets that two cells share eight lead through the town, five of them with lanes for
// bicycles, and three have few homes.
WayKind kind_of_street(std::uint32_t name) {
  auto const of_twenty = name % 20;
  if (of_twenty < 5) return WayKind::tertiary_with_lanes;
  return of_twenty < 8 ? WayKind::tertiary : of_twenty < 11 ? WayKind::unclassified : WayKind::residential;
}

// Of every ten country roads three join two towns, two of them with lanes for bicycles and one with nowhere
// to walk beside the cars, and four have houses all along.
WayKind kind_of_country_road(std::uint32_t name) {
  auto const of_ten = name % 10;
  if (of_ten < 2) return WayKind::tertiary_with_lanes;
  return of_ten < 3   ? WayKind::tertiary_in_country
         : of_ten < 7 ? WayKind::residential
                      : WayKind::unclassified;
}

WayKind middle_kind(Seam const& seam) {
  switch (seam.kind) {
    case SeamKind::street:
      return kind_of_street(seam.name);
    case SeamKind::avenue:
      return seam.name % 3 == 0 ? WayKind::primary : WayKind::secondary;
    case SeamKind::country_road:
      return kind_of_country_road(seam.name);
    case SeamKind::path:
      return seam.name % 2 == 0 ? WayKind::path : WayKind::cycleway;
    case SeamKind::ring_road:
      return WayKind::trunk;
    default:
      return WayKind::none;
  }
}

// The corners of a canal's water where it comes to a vertex, the right one first for who looks from there.
std::array<Point, 2> canal_end(Plan const& plan, Seam const& seam, std::uint32_t vertex) {
  auto const other = seam.vertices[0] == vertex ? seam.vertices[1] : seam.vertices[0];
  auto const from = plan.vertices[vertex].at, to = plan.vertices[other].at;
  auto const width = half_width(SeamKind::canal) - quay;
  auto const along = unit(to - from);
  auto const at = from + along * std::min(width, distance(from, to) / 3);
  return {at - left_of(along) * width, at + left_of(along) * width};
}

// Lays out one seam.
class Layout {
 public:
  Layout(MetPlan const& met, std::uint32_t number)
      : met_(met),
        plan_(met.plan),
        seam_(met.plan.seams[number]),
        number_(number),
        from_(plan_.vertices[seam_.vertices[0]].at),
        direction_(unit(plan_.vertices[seam_.vertices[1]].at - from_)) {
    auto const cell = owner(plan_, seam_);
    next_ = cell_base(cell) + first_seam_node +
            static_cast<std::int64_t>(place_in(plan_.cells[cell].seams, number)) * nodes_per_seam;
  }

  SeamLayout lay() && {
    auto const wide = half_width(seam_.kind) > 0;
    if (wide) {
      lay_sides();
    } else {
      lay_shared();
    }
    return std::move(layout_);
  }

 private:
  Point place(double along, double beside) const {
    return from_ + direction_ * along + left_of(direction_) * beside;
  }

  bool has_cell(std::size_t side) const { return in_world(plan_, seam_.cells[side]); }

  // The corner of a cell at an end of the seam.
  SeamStop corner(std::size_t side, std::size_t end) const {
    auto const cell = seam_.cells[side];
    auto const vertex = seam_.vertices[end];
    auto const at = met_.insets[cell].corner[place_in(plan_.cells[cell].vertices, vertex)];
    return {along(plan_, seam_, at), corner_node(cell, vertex, at), at};
  }

  std::int64_t corner_node(std::uint32_t cell, std::uint32_t vertex, Point at) const {
    auto const base = vertex_base(plan_, vertex);
    if (at == plan_.vertices[vertex].at) return base;
    auto const place = place_in(cells_around(plan_, plan_.vertices[vertex]), cell);
    return base + first_corner + static_cast<std::int64_t>(place);
  }

  SeamStop end(std::size_t end) const {
    auto const vertex = seam_.vertices[end];
    auto const at = plan_.vertices[vertex].at;
    return {along(plan_, seam_, at), vertex_base(plan_, vertex), at};
  }

  bool reaches(std::size_t end) const {
    auto const& vertex = plan_.vertices[seam_.vertices[end]];
    return !vertex.barrier || vertex.open;
  }

  // Adds the meetings of a cell to stops that are there, in order; each joins a stop that is near.
  void meet(std::size_t side, double beside, std::vector<SeamStop>& stops) {
    for (auto const along : met_.meetings[number_][side]) {
      auto const near = std::ranges::min_element(
          stops, {}, [&](SeamStop const& stop) { return std::abs(stop.along - along); });
      if (near != stops.end() && std::abs(near->along - along) < one_stop) {
        layout_.meeting[side].push_back(*near);
        continue;
      }
      SeamStop const made{along, next_++, place(along, beside)};
      layout_.meeting[side].push_back(made);
      stops.push_back(made);
    }
  }

  static void in_order(std::vector<SeamStop>& stops) {
    std::ranges::sort(stops, {}, [](SeamStop const& stop) { return std::pair(stop.along, stop.node); });
    auto const same = std::ranges::unique(stops, {}, &SeamStop::node);
    stops.erase(same.begin(), same.end());
  }

  void lay_shared() {
    SeamLine line{middle_kind(seam_), {}};
    for (std::size_t i : {0U, 1U}) {
      if (reaches(i)) line.stops.push_back(end(i));
      for (std::size_t side : {0U, 1U}) {
        if (has_cell(side)) line.stops.push_back(corner(side, i));
      }
    }
    for (std::size_t side : {0U, 1U}) {
      if (has_cell(side)) meet(side, 0, line.stops);
    }
    if (seam_.kind == SeamKind::country_road) add_drives(line.stops);
    in_order(line.stops);
    layout_.lines.push_back(std::move(line));
  }

  // To farms and into fields, on either side of a country road.
  void add_drives(std::vector<SeamStop>& stops) {
    auto random = plan_.seed.stream("drives", number_);
    auto const size = distance(from_, plan_.vertices[seam_.vertices[1]].at);
    for (std::size_t side : {0U, 1U}) {
      if (!has_cell(side)) continue;
      auto const away = side == 0 ? 1 : -1;
      for (auto at = 50 + 100 * random.unit(); at < size - 50;
           at += nearest_drives + (farthest_drives - nearest_drives) * random.unit()) {
        SeamStop const gate{at, next_++, place(at, 0)};
        SeamStop const yard{at, next_++, place(at, away * (25 + 70 * random.unit()))};
        stops.push_back(gate);
        layout_.drives[side].push_back({WayKind::service, Height::ground, gate, yard});
      }
    }
  }

  void lay_sides() {
    SeamLine middle{middle_kind(seam_), {}};
    auto const apart_from_all = seam_.kind == SeamKind::ring_road;
    for (std::size_t i : {0U, 1U}) {
      if (!reaches(i) && !apart_from_all) continue;
      auto stop = end(i);
      if (apart_from_all && !reaches(i)) ++stop.node;  // passes over or under what crosses
      middle.stops.push_back(stop);
    }
    auto random = plan_.seed.stream("seam", number_);
    std::array<std::vector<SeamStop>, 2> sides;
    for (std::size_t side : {0U, 1U}) {
      if (!has_cell(side)) continue;
      sides[side] = {corner(side, 0), corner(side, 1)};
      meet(side, beside(side), sides[side]);
    }
    if (seam_.kind == SeamKind::avenue) lay_crossings(sides, middle.stops, random);
    for (std::size_t side : {0U, 1U}) {
      if (!has_cell(side)) continue;
      in_order(sides[side]);
      layout_.lines.push_back({kind_beside(side), std::move(sides[side])});
    }
    bridge(random);
    in_order(middle.stops);
    if (middle.kind != WayKind::none) layout_.lines.push_back(std::move(middle));
  }

  // Traffic goes around an old core along the outer side of its moat.
  WayKind kind_beside(std::size_t side) const {
    auto const in_core = [&](std::size_t one) {
      return plan_.cells[seam_.cells[one]].quarter == Quarter::core;
    };
    auto const around = seam_.kind == SeamKind::canal && !in_core(side) && in_core(1 - side);
    return around ? WayKind::tertiary : side_kind(seam_.kind);
  }

  double beside(std::size_t side) const { return (side == 0 ? 1 : -1) * half_width(seam_.kind); }

  // The stop of a line that is near, or a new one.
  SeamStop stop_at(double along, double beside, std::vector<SeamStop>& stops) {
    auto const near = std::ranges::min_element(
        stops, {}, [&](SeamStop const& stop) { return std::abs(stop.along - along); });
    if (near != stops.end() && std::abs(near->along - along) < one_stop) return *near;
    stops.push_back({along, next_++, place(along, beside)});
    return stops.back();
  }

  // Most streets that meet a main road join it, and most of these lead on to the cycle track beyond it.
  void lay_crossings(std::array<std::vector<SeamStop>, 2>& sides, std::vector<SeamStop>& middle,
                     Random& random) {
    for (std::size_t side : {0U, 1U}) {
      for (auto const& stop : layout_.meeting[side]) {
        if (!random.chance(joins_main_road)) continue;
        auto const on_road = stop_at(stop.along, 0, middle);
        link(WayKind::residential, stop, on_road);
        if (!has_cell(1 - side) || !random.chance(crosses_main_road)) continue;
        link(WayKind::cycleway, stop_at(on_road.along, beside(1 - side), sides[1 - side]), on_road);
      }
    }
  }

  void link(WayKind kind, SeamStop const& from, SeamStop const& to) {
    auto const same = [&](SeamLink const& link) {
      return link.from.node == from.node && link.to.node == to.node;
    };
    if (std::ranges::none_of(layout_.links, same)) layout_.links.push_back({kind, Height::ground, from, to});
  }

  // In an old core a bridge about every 150 m.
  void bridge(Random& random) {
    if (seam_.kind != SeamKind::canal) return;
    auto const& left = layout_.meeting[0];
    auto const& right = layout_.meeting[1];
    auto last = -1e9;
    for (auto const& here : left) {
      if (here.along - last < 110 || !random.chance(0.6)) continue;
      auto const across = std::ranges::min_element(
          right, {}, [&](SeamStop const& other) { return std::abs(other.along - here.along); });
      if (across == right.end() || std::abs(across->along - here.along) > 16) continue;
      last = here.along;
      auto const kind = random.chance(0.4) ? WayKind::cycleway : WayKind::residential;
      layout_.links.push_back({kind, Height::bridge, here, *across});
    }
  }

  MetPlan const& met_;
  Plan const& plan_;
  Seam const& seam_;
  std::uint32_t number_;
  Point from_, direction_;
  std::int64_t next_ = 0;
  SeamLayout layout_;
};

void note_meetings(MetPlan& met, std::size_t number) {
  auto const& cell = met.plan.cells[number];
  if (cell.quarter == Quarter::outside) return;
  met.insets[number] = inset_of(met.plan, number);
  auto const fabric = weave(met.plan, number, met.insets[number]);
  std::vector<bool> used(fabric.nodes.size());
  for (auto const& piece : fabric.pieces) {
    if (piece.kind != WayKind::none) used[piece.from] = used[piece.to] = true;
  }
  for (std::size_t i = 0; i < fabric.nodes.size(); ++i) {
    auto const& node = fabric.nodes[i];
    if (node.side < 0 || !used[i]) continue;
    auto const seam = cell.seams[static_cast<std::size_t>(node.side)];
    auto const side = met.plan.seams[seam].cells[0] == number ? 0U : 1U;
    met.meetings[seam][side].push_back(static_cast<float>(node.along));
  }
  for (auto const seam : cell.seams) {
    auto const side = met.plan.seams[seam].cells[0] == number ? 0U : 1U;
    std::ranges::sort(met.meetings[seam][side]);
  }
}

}  // namespace

std::uint32_t owner(Plan const& plan, Seam const& seam) {
  return in_world(plan, seam.cells[0]) && (!in_world(plan, seam.cells[1]) || seam.cells[0] < seam.cells[1])
             ? seam.cells[0]
             : seam.cells[1];
}

std::uint32_t owner(Plan const& plan, Vertex const& vertex) {
  auto const cells = cells_around(plan, vertex);
  check(!cells.empty(), "a vertex of the plan lies at no cell");
  return cells.front();
}

std::int64_t fabric_node(std::size_t cell, std::size_t node) {
  check(node < first_seam_node, "a cell has too many streets");
  return cell_base(cell) + static_cast<std::int64_t>(node);
}

MetPlan meet(Plan plan, std::size_t threads) {
  MetPlan met{std::move(plan), {}, {}};
  met.insets.resize(met.plan.cells.size());
  met.meetings.resize(met.plan.seams.size());
  std::atomic<std::size_t> next = 0;
  auto const work = [&] {
    for (auto cell = next++; cell < met.plan.cells.size(); cell = next++) note_meetings(met, cell);
  };
  std::vector<std::jthread> workers;
  for (std::size_t i = 1; i < threads; ++i) workers.emplace_back(work);
  work();
  workers.clear();
  return met;
}

SeamLayout lay_out(MetPlan const& met, std::uint32_t seam) {
  return Layout(met, seam).lay();
}

Ring canal_bed(Plan const& plan, Seam const& seam) {
  auto const end = [&](std::size_t i) { return canal_end(plan, seam, seam.vertices[i]); };
  auto const [right, left] = end(0);
  auto const [far_left, far_right] = end(1);
  return {right, far_right, far_left, left};
}

Ring pool_at(Plan const& plan, std::uint32_t vertex) {
  std::vector<Point> ends;
  for (auto const number : plan.vertices[vertex].seams) {
    auto const& seam = plan.seams[number];
    if (seam.kind != SeamKind::canal) continue;
    auto const end = canal_end(plan, seam, vertex);
    ends.insert(ends.end(), end.begin(), end.end());
  }
  return ends.size() > 2 ? hull(std::move(ends)) : Ring{};
}

std::vector<SeamLink> crossings_at(MetPlan const& met, std::uint32_t number) {
  auto const& plan = met.plan;
  auto const& vertex = plan.vertices[number];
  std::vector<SeamLink> links;
  if (vertex.barrier && !vertex.open) return links;
  auto const base = vertex_base(plan, number);
  auto const cells = cells_around(plan, vertex);
  auto const pool = pool_at(plan, number);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    auto const& cell = plan.cells[cells[i]];
    auto const corner = met.insets[cells[i]].corner[place_in(cell.vertices, number)];
    if (corner == vertex.at) continue;
    auto const on_shared_line = std::ranges::any_of(cell.seams, [&](std::uint32_t seam) {
      auto const& one = plan.seams[seam];
      return (one.vertices[0] == number || one.vertices[1] == number) && half_width(one.kind) == 0 &&
             one.kind != SeamKind::nothing;
    });
    if (on_shared_line) continue;
    auto const kind = !vertex.barrier || vertex.foot_only ? WayKind::cycleway : WayKind::residential;
    links.push_back({kind,
                     overlap(pool, {corner, vertex.at}) ? Height::bridge : Height::ground,
                     {0, base + first_corner + static_cast<std::int64_t>(i), corner},
                     {0, base, vertex.at}});
  }
  return links;
}

}  // namespace wegwijzer::towns
