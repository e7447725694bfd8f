// SPDX-License-Identifier: EUPL-1.2
// The plan of a fictional country: towns, the cells of which they are made, and what runs along the border
// between two cells. A cell is a convex piece of about one buurt in a town, of a square kilometre or two in
// the country; everything else is filled in cell by cell.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/index.h"
#include "base/random.h"
#include "towns/geometry.h"

namespace wegwijzer::towns {

struct WorldSize {
  std::uint64_t seed = 1;
  std::size_t towns = 1;
  std::size_t children = 8'800;  // of 4 to 12 years old
};

// Built in this period, and so built in this way.
enum class Quarter : std::uint8_t {
  outside,  // beyond the edge of the world
  field,
  wood,
  lake,
  core,  // within the old canals
  ring,  // nineteenth century, around the core
  prewar,
  postwar,    // parallel streets and strips of flats
  seventies,  // courts and dead ends
  vinex,      // after 1995, with water
  village,
  business,
  park,
  sports
};
constexpr std::size_t quarter_count = 14;

constexpr bool is_rural(Quarter quarter) {
  return quarter <= Quarter::lake;
}

constexpr bool has_homes(Quarter quarter) {
  return quarter >= Quarter::core && quarter <= Quarter::village;
}

// What runs along the border between two cells.
enum class SeamKind : std::uint8_t {
  nothing,  // a hedge or a ditch
  street,   // an ordinary street that both cells share
  avenue,   // a main road with a cycle track on either side
  country_road,
  path,  // a foot or cycle path
  canal,
  ring_road
};

// What runs across the country without minding cells.
enum class StripKind : std::uint8_t { railway, motorway, river, station };  // a station with its square

struct Strip {
  StripKind kind = StripKind::railway;
  double half_width = 0;
  std::vector<Point> line;
  std::uint32_t name = 0;
};

struct Town;

struct Seam {
  std::array<std::uint32_t, 2> cells{};  // left and right, looking from the first vertex to the second
  std::array<std::uint32_t, 2> vertices{};
  SeamKind kind = SeamKind::nothing;
  std::uint32_t name = 0;  // the same for all seams of one road or canal; 0 is none
  bool crosses = false;    // a railway, motorway or river where it meets one; else it ends there
};

struct Vertex {
  Point at;
  std::vector<std::uint32_t> seams;
  bool barrier = false;    // a canal or ring road passes here
  bool open = true;        // one can pass here from any cell to any other
  bool foot_only = false;  // but not by car: a bridge or tunnel for walking and cycling
};

struct Cell {
  Point site;
  Quarter quarter = Quarter::outside;
  std::optional<Index<Town>> town;   // nothing in the country
  double depth = 0;                  // 0 in the middle of the town, 1 at its edge
  std::vector<std::uint32_t> seams;  // counterclockwise; seam i runs from vertex i to the next
  std::vector<std::uint32_t> vertices;
};

// Beside a railway: platforms along the rails, and on one side the building and the square before it.
struct Station {
  Point at;                // on the rails
  Point along, side;       // of length 1: the direction of the rails, and from them to the square
  std::uint32_t cell = 0;  // in which the square lies
};

struct Town {
  Point middle;
  double radius = 0;  // about
  double inhabitants = 0;
  std::optional<Station> station;
};

// The stretch of a strip between two of its points.
struct StripPiece {
  std::uint32_t strip = 0;
  std::uint32_t point = 0;
  bool operator==(StripPiece const&) const = default;
};

struct Plan {
  Seed seed{0};
  std::vector<Town> towns;
  std::vector<Cell> cells;
  std::vector<Seam> seams;
  std::vector<Vertex> vertices;
  std::vector<Strip> strips;
  std::vector<std::vector<StripPiece>> strips_at;  // per cell: what may run through it
  double half_width = 0;                           // the world reaches from -half_width to half_width
};

// Deterministic. A town has at least about 2,000 children.
Plan make_plan(WorldSize const& size);

}  // namespace wegwijzer::towns
