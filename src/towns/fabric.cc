// SPDX-License-Identifier: EUPL-1.2
#include "towns/fabric.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <unordered_map>

namespace wegwijzer::towns {

namespace {

// How a quarter is built; distances in metres, shares of pieces. docs/parameters.md, "Fictional towns".
struct Pattern {
  double rows, columns;  // between streets along the cell and across it
  double uneven;         // how far a line lies off its place, as a share
  double skew;           // of the second direction, in radians at most
  WayKind street;
  double gone;       // pieces left out
  double paths;      // pieces for walking and cycling only
  double joins;      // line ends that meet the seam
  double staggered;  // crossings where the two halves of a street do not quite meet
  double stubs;      // pieces with a drive, a yard or a blind path beside them
  double alleys;     // blocks with a path between the gardens
  double greens;     // blocks with grass instead of houses
  double waters;     // rows of blocks with water in the middle
};

constexpr double never = 1e9;

constexpr std::array<Pattern, quarter_count> patterns = {{
    {never, never, 0, 0, WayKind::none, 0, 0, 0, 0, 0, 0, 0, 0},                               // outside
    {400, 520, 0.35, 0.1, WayKind::track, 0.40, 0.35, 0.6, 0.3, 0.2, 0, 0, 0},                 // field
    {150, 185, 0.35, 0.5, WayKind::path, 0.15, 0.2, 0.7, 0.4, 0.05, 0, 0, 0},                  // wood
    {never, never, 0, 0, WayKind::path, 0, 0, 0, 0, 0, 0, 0, 0},                               // lake
    {40, 56, 0.30, 0.22, WayKind::residential, 0.14, 0.30, 0.95, 0.3, 0.14, 0.2, 0.04, 0},     // core
    {60, 96, 0.22, 0.16, WayKind::residential, 0.12, 0.14, 0.85, 0.3, 0.1, 0.55, 0.05, 0},     // ring
    {62, 96, 0.22, 0.12, WayKind::residential, 0.14, 0.16, 0.75, 0.3, 0.1, 0.6, 0.08, 0},      // prewar
    {62, 105, 0.10, 0.02, WayKind::residential, 0.14, 0.26, 0.62, 0.3, 0.13, 0.7, 0.2, 0.02},  // postwar
    {46, 48, 0.20, 0.1, WayKind::living_street, 0.0, 0.0, 0.3, 0.25, 0.06, 0, 0.1, 0.02},      // seventies
    {58, 88, 0.12, 0.05, WayKind::residential, 0.12, 0.2, 0.62, 0.3, 0.11, 0.6, 0.1, 0.22},    // vinex
    {72, 105, 0.3, 0.3, WayKind::residential, 0.24, 0.1, 0.7, 0.4, 0.2, 0.2, 0.1, 0},          // village
    {130, 150, 0.15, 0.03, WayKind::service, 0.22, 0.06, 0.6, 0.3, 0.5, 0, 0.12, 0.04},        // business
    {80, 92, 0.35, 0.45, WayKind::footway, 0.22, 0.3, 0.8, 0.4, 0.06, 0, 0, 0},                // park
    {120, 140, 0.2, 0.03, WayKind::footway, 0.25, 0.25, 0.6, 0.3, 0.2, 0, 0, 0},               // sports
}};

constexpr double setback = 13;  // of grass and water from the streets around it
constexpr double shortest_line = 38;
constexpr double too_near = 12;  // for two crossings on one line

Pattern const& pattern_of(Quarter quarter) {
  return patterns[static_cast<std::size_t>(quarter)];
}

// Distance between two stretches, 0 where they cross.
double apart(Point a, Point b, Point c, Point d) {
  auto const to_stretch = [](Point p, Point from, Point to) {
    auto const way = to - from;
    auto const size = dot(way, way);
    auto const share = size > 0 ? std::clamp(dot(p - from, way) / size, 0.0, 1.0) : 0.0;
    return distance(p, between(from, to, share));
  };
  auto const cross_1 = cross(b - a, c - a), cross_2 = cross(b - a, d - a);
  auto const cross_3 = cross(d - c, a - c), cross_4 = cross(d - c, b - c);
  if (cross_1 * cross_2 < 0 && cross_3 * cross_4 < 0) return 0;
  return std::min({to_stretch(a, c, d), to_stretch(b, c, d), to_stretch(c, a, b), to_stretch(d, a, b)});
}

class Weaving {
 public:
  Weaving(Plan const& plan, std::size_t cell, Inset const& inset)
      : plan_(plan),
        number_(cell),
        cell_(plan.cells[cell]),
        inset_(inset),
        pattern_(pattern_of(cell_.quarter)),
        random_(plan.seed.stream("fabric", cell)) {}

  Fabric weave() && {
    if (inset_.ring.size() < 3 || pattern_.rows == never) return std::move(fabric_);
    choose_directions();
    draw_lines();
    find_crossings();
    lay_pieces();
    if (cell_.quarter == Quarter::seventies) grow_courts();
    lay_blocks();
    add_stubs();
    join_branches();
    keep_off_strips();
    hang_together();
    return std::move(fabric_);
  }

 private:
  struct Line {
    Point from, along;
    Chord chord;
    bool main = false;  // of a quarter of courts: the streets that go through

    struct Stop {
      double at;
      std::uint32_t node;      // where the line comes in
      std::uint32_t other;     // the line that it crosses; `rim` for an end
      std::uint32_t goes_out;  // where it goes on: a few metres aside where two streets do not quite meet
    };

    std::vector<Stop> stops;
    std::size_t first_piece = 0;
  };

  static constexpr std::uint32_t rim = static_cast<std::uint32_t>(-1);

  void choose_directions() {
    Point longest{1, 0};
    double most = 0;
    for (std::size_t i = 0; i < inset_.ring.size(); ++i) {
      auto const side = inset_.ring[(i + 1) % inset_.ring.size()] - inset_.ring[i];
      if (length(side) > most) most = length(side), longest = unit(side);
    }
    along_ = longest;
    auto const turn = (random_.unit() * 2 - 1) * pattern_.skew;
    auto const square = left_of(along_);
    across_ = unit(square * std::cos(turn) + along_ * std::sin(turn));
  }

  void draw_lines() {
    draw_family(along_, left_of(along_), pattern_.rows);
    rows_ = lines_.size();
    draw_family(across_, left_of(across_) * -1, pattern_.columns);
  }

  // Parallel lines, ordered along their normal, so that blocks between them can be told by number.
  void draw_family(Point along, Point normal, double spacing) {
    auto low = 1e18, high = -1e18;
    for (auto const& point : inset_.ring) {
      low = std::min(low, dot(point, normal));
      high = std::max(high, dot(point, normal));
    }
    auto const count = std::max(1.0, std::round((high - low) / spacing));
    auto const step = (high - low) / count;
    auto number = 0;
    for (auto at = low + step / 2; at < high; at += step, ++number) {
      auto const off = at + (random_.unit() - 0.5) * pattern_.uneven * step;
      auto const from = normal * off;
      auto const found = chord(inset_.ring, from, along);
      if (!found || found->to - found->from < shortest_line) continue;
      lines_.push_back({from, along, *found, number % 4 == 1, {}, 0});
    }
  }

  Point at(Line const& line, double where) const { return line.from + line.along * where; }

  std::uint32_t add_node(Point at) {
    fabric_.nodes.push_back({at});
    return static_cast<std::uint32_t>(fabric_.nodes.size() - 1);
  }

  std::uint32_t add_end(Line const& line, bool first) {
    auto const where = at(line, first ? line.chord.from : line.chord.to);
    auto const node = add_node(where);
    auto const side = inset_.side[first ? line.chord.enters : line.chord.leaves];
    auto const& seam = plan_.seams[cell_.seams[side]];
    fabric_.nodes[node].side = static_cast<int>(side);
    fabric_.nodes[node].along = towns::along(plan_, seam, where);
    return node;
  }

  void find_crossings() {
    for (auto& line : lines_) {
      auto const end = add_end(line, true);
      line.stops.push_back({line.chord.from, end, rim, end});
    }
    for (std::size_t i = 0; i < rows_; ++i) {
      for (std::size_t j = rows_; j < lines_.size(); ++j) cross_lines(i, j);
    }
    for (auto& line : lines_) {
      std::ranges::sort(line.stops, {}, &Line::Stop::at);
      auto const end = add_end(line, false);
      line.stops.push_back({line.chord.to, end, rim, end});
    }
    fabric_.lines = static_cast<std::uint32_t>(lines_.size());
  }

  void cross_lines(std::size_t i, std::size_t j) {
    auto &one = lines_[i], &other = lines_[j];
    auto const slope = cross(one.along, other.along);
    auto const a = cross(other.from - one.from, other.along) / slope;
    auto const b = cross(other.from - one.from, one.along) / slope;
    auto const within = [](Line const& line, double where) {
      return where > line.chord.from + too_near && where < line.chord.to - too_near;
    };
    if (!within(one, a) || !within(other, b)) return;
    auto const first = static_cast<std::uint32_t>(i), second = static_cast<std::uint32_t>(j);
    if (!random_.chance(pattern_.staggered)) {
      auto const node = add_node(at(one, a));
      one.stops.push_back({a, node, second, node});
      other.stops.push_back({b, node, first, node});
      return;
    }
    auto const aside = (2.5 + 5 * random_.unit()) * (random_.chance(0.5) ? 1 : -1);
    auto const in = add_node(at(one, a - aside)), out = add_node(at(one, a + aside));
    one.stops.push_back({a - aside, in, second, in});
    one.stops.push_back({a + aside, out, second, out});
    other.stops.push_back({b, in, first, out});
  }

  bool seam_carries(int side) const {
    return plan_.seams[cell_.seams[static_cast<std::size_t>(side)]].kind != SeamKind::nothing;
  }

  WayKind kind_of_end(Line const& line, FabricNode const& end) {
    auto const draw = random_.unit();
    if (!seam_carries(end.side)) return draw < 0.25 ? street_of(line) : WayKind::none;
    auto const& seam = plan_.seams[cell_.seams[static_cast<std::size_t>(end.side)]];
    auto const share = seam.kind == SeamKind::avenue || seam.kind == SeamKind::ring_road
                           ? pattern_.joins * 0.6
                           : pattern_.joins;
    if (cell_.quarter == Quarter::seventies && !line.main)
      return draw < 0.25 ? WayKind::footway : WayKind::none;
    if (draw < share || line.main) return street_of(line);
    return draw < share + (1 - share) * 0.55 ? path_kind(draw) : WayKind::none;
  }

  WayKind street_of(Line const& line) const {
    if (cell_.quarter == Quarter::seventies) return line.main ? WayKind::residential : WayKind::living_street;
    if (cell_.quarter == Quarter::core) {
      return Random(cell_.site.x > 0 ? line.stops.size() * 7 + 1 : line.stops.size()).unit() < 0.4
                 ? WayKind::pedestrian
                 : WayKind::residential;
    }
    return pattern_.street;
  }

  static WayKind path_kind(double draw) {
    return draw * 7 - std::floor(draw * 7) < 0.25 ? WayKind::cycleway : WayKind::footway;
  }

  WayKind kind_within(Line const& line) {
    auto const draw = random_.unit();
    if (cell_.quarter == Quarter::seventies) return line.main ? WayKind::residential : WayKind::none;
    if (draw < pattern_.gone) return WayKind::none;
    if (draw < pattern_.gone + pattern_.paths) {
      return cell_.quarter == Quarter::wood ? WayKind::track : path_kind(random_.unit());
    }
    return street_of(line);
  }

  void lay_pieces() {
    for (std::uint32_t number = 0; number < lines_.size(); ++number) {
      auto& line = lines_[number];
      line.first_piece = fabric_.pieces.size();
      for (std::size_t i = 0; i + 1 < line.stops.size(); ++i) {
        auto const from = line.stops[i], to = line.stops[i + 1];
        auto kind = WayKind::none;
        if (from.other == to.other && from.other != rim) {
          kind = street_of(line);  // between the two halves of a staggered crossing
        } else if (from.other == rim && to.other == rim) {
          kind = seam_carries(fabric_.nodes[from.node].side) ? kind_of_end(line, fabric_.nodes[to.node])
                                                             : WayKind::none;
        } else if (from.other == rim || to.other == rim) {
          kind = kind_of_end(line, fabric_.nodes[from.other == rim ? from.node : to.node]);
        } else {
          kind = kind_within(line);
        }
        fabric_.pieces.push_back({from.goes_out, to.node, kind, Height::ground, number});
      }
    }
  }

  // Courts hang like trees on the streets that go through (J. Kruskal, Proc. AMS 7, 1956, by chance); of the
  // gaps between them some are paths, so that one walks on where a car has to turn.
  void grow_courts() {
    std::vector<std::uint32_t> part(fabric_.nodes.size());
    std::iota(part.begin(), part.end(), 0U);
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < fabric_.pieces.size(); ++i) {
      auto const& piece = fabric_.pieces[i];
      if (piece.kind != WayKind::none) {
        part[root(part, piece.from)] = root(part, piece.to);
      } else if (fabric_.nodes[piece.from].side < 0 && fabric_.nodes[piece.to].side < 0) {
        order.push_back(i);
      }
    }
    shuffle(order);
    // All that go through are one street for this purpose: a court leads to one of them only.
    auto through = rim;
    for (auto const& piece : fabric_.pieces) {
      if (piece.kind != WayKind::residential) continue;
      if (through == rim) through = piece.from;
      part[root(part, piece.from)] = root(part, through);
    }
    for (auto const i : order) {
      auto& piece = fabric_.pieces[i];
      if (root(part, piece.from) != root(part, piece.to)) {
        part[root(part, piece.from)] = root(part, piece.to);
        if (!random_.chance(0.06)) piece.kind = WayKind::living_street;
      } else if (random_.chance(0.36)) {
        piece.kind = path_kind(random_.unit());
      }
    }
  }

  void shuffle(std::vector<std::size_t>& order) {
    for (auto i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random_.below(i)]);
  }

  static std::uint32_t root(std::vector<std::uint32_t>& part, std::uint32_t of) {
    while (part[of] != of) of = part[of] = part[part[of]];
    return of;
  }

  // The pieces of a line between its crossings with two neighbouring lines; nothing when one is not crossed.
  Piece* piece_between(std::size_t line, std::size_t one, std::size_t other) {
    auto const& stops = lines_[line].stops;
    for (std::size_t i = 0; i + 1 < stops.size(); ++i) {
      if (stops[i].other == one && stops[i + 1].other == other) {
        return &fabric_.pieces[lines_[line].first_piece + i];
      }
    }
    return nullptr;
  }

  void lay_blocks() {
    for (std::size_t i = 0; i + 1 < rows_; ++i) {
      if (random_.chance(pattern_.waters)) {
        lay_water(i);
        continue;
      }
      for (auto j = rows_; j + 1 < lines_.size(); ++j) {
        std::array<Piece*, 4> const around{piece_between(i, j, j + 1), piece_between(i + 1, j, j + 1),
                                           piece_between(j, i, i + 1), piece_between(j + 1, i, i + 1)};
        if (std::ranges::find(around, nullptr) == around.end()) lay_block(around);
      }
    }
  }

  void lay_block(std::array<Piece*, 4> const& around) {
    auto const draw = random_.unit();
    auto const second = random_.unit();
    auto const& [low, high, first, last] = around;
    Ring const corners{fabric_.nodes[low->from].at, fabric_.nodes[low->to].at, fabric_.nodes[high->to].at,
                       fabric_.nodes[high->from].at};
    if (draw < pattern_.greens) {
      take_houses_from(around);
      plot(second < 0.3 && has_homes(cell_.quarter) ? ShapeKind::playground : ShapeKind::grass, corners,
           setback * 0.6);
    } else if (draw < pattern_.greens + pattern_.alleys && apart_enough(corners)) {
      add_alley(*first, *last, second);
    } else if (cell_.quarter == Quarter::business && second < 0.75) {
      plot(ShapeKind::building, corners, 16 + 14 * second);
    } else if (cell_.quarter == Quarter::sports && second < 0.7) {
      plot(ShapeKind::pitch, corners, 10);
    } else if (cell_.quarter == Quarter::park && second < 0.06) {
      plot(ShapeKind::water, rounded(corners), 12);
    } else if (cell_.quarter == Quarter::park && second > 0.95) {
      plot(ShapeKind::playground, corners, 22);
    }
  }

  // Water between two rows of houses, as long as there are blocks; some cross streets lead over it.
  void lay_water(std::size_t row) {
    std::optional<Ring> water;
    for (auto j = rows_; j + 1 < lines_.size(); ++j) {
      auto* const low = piece_between(row, j, j + 1);
      auto* const high = piece_between(row + 1, j, j + 1);
      if (!low || !high) continue;
      low->free[0] = high->free[1] = false;
      auto const &begin_low = fabric_.nodes[low->from].at, &end_low = fabric_.nodes[low->to].at;
      auto const &begin_high = fabric_.nodes[high->from].at, &end_high = fabric_.nodes[high->to].at;
      if (water) {
        (*water)[1] = end_low;
        (*water)[2] = end_high;
        auto* const bridge = piece_between(j, row, row + 1);
        if (bridge) bridge->free = {false, false};
        if (bridge && random_.chance(0.45)) bridge->kind = WayKind::none;
        if (bridge) bridge->height = Height::bridge;
      } else {
        water = Ring{begin_low, end_low, end_high, begin_high};
      }
    }
    if (water) plot(ShapeKind::water, *water, setback);
  }

  static bool apart_enough(Ring const& corners) { return distance(corners[0], corners[1]) > 60; }

  static void take_houses_from(std::array<Piece*, 4> const& around) {
    around[0]->free[0] = false;  // the block lies left of its lower side, right of its upper one
    around[1]->free[1] = false;
    around[2]->free[1] = false;
    around[3]->free[0] = false;
  }

  static Ring rounded(Ring const& corners) {
    Ring round;
    for (std::size_t i = 0; i < corners.size(); ++i) {
      auto const &from = corners[i], &to = corners[(i + 1) % corners.size()];
      for (double const share : {0.28, 0.5, 0.72}) round.push_back(between(from, to, share));
    }
    return round;
  }

  void plot(ShapeKind kind, Ring const& corners, double inwards) {
    LabelledRing shape{corners, std::vector<std::size_t>(corners.size())};
    if (area(corners) < 0) std::ranges::reverse(shape.ring);
    auto const whole = shape.ring;
    for (std::size_t i = 0; i < whole.size(); ++i) {
      auto const side = whole[(i + 1) % whole.size()] - whole[i];
      shape = cut(shape, whole[i] + left_of(unit(side)) * inwards, side, i);
    }
    if (shape.ring.size() >= 3 && area(shape.ring) > 150) fabric_.plots.push_back({kind, shape.ring});
  }

  // A path between the gardens, from the one cross street to the other, or ending halfway.
  void add_alley(Piece const& first, Piece const& last, double draw) {
    if (first.kind == WayKind::none) return;
    auto const share = 0.44 + 0.12 * draw;
    auto const from = split(first, share);
    auto const there = between(at(last.from), at(last.to), share);
    auto const goes_through = last.kind != WayKind::none && draw < 0.75;
    branches_.push_back({from, goes_through ? split(last, share) : add_node(between(at(from), there, 0.55)),
                         WayKind::footway});
  }

  // Drives, yards and blind paths beside the streets.
  void add_stubs() {
    auto const until = fabric_.pieces.size();
    for (std::size_t i = 0; i < until; ++i) {
      auto const piece = fabric_.pieces[i];
      auto const size = distance(at(piece.from), at(piece.to));
      if (piece.kind == WayKind::none || size < 24) continue;
      for (auto chance = pattern_.stubs; random_.chance(chance); chance -= 0.5) {
        auto const from = split(piece, 0.2 + 0.6 * random_.unit());
        auto const aside = left_of(unit(at(piece.to) - at(piece.from))) * (random_.chance(0.5) ? 1 : -1);
        auto const reach = is_rural(cell_.quarter) ? 25 + 90 * random_.unit() : 7 + 15 * random_.unit();
        auto const kind = is_rural(cell_.quarter) ? WayKind::track
                          : random_.chance(0.2)   ? WayKind::service
                                                  : WayKind::footway;
        branches_.push_back({from, add_node(at(from) + aside * reach), kind});
      }
    }
  }

  Point at(std::uint32_t node) const { return fabric_.nodes[node].at; }

  // A new node on a piece, which join_branches will cut there.
  std::uint32_t split(Piece const& piece, double share) {
    auto const node = add_node(between(at(piece.from), at(piece.to), share));
    cuts_[key(piece)].push_back(node);
    return node;
  }

  static std::uint64_t key(Piece const& piece) {
    return static_cast<std::uint64_t>(piece.from) << 32 | piece.to;
  }

  struct Branch {
    std::uint32_t from, to;
    WayKind kind;
  };

  // Cuts the streets where branches leave them.
  void join_branches() {
    std::vector<Piece> pieces;
    for (auto const& piece : fabric_.pieces) {
      auto const found = cuts_.find(key(piece));
      if (found == cuts_.end()) {
        pieces.push_back(piece);
        continue;
      }
      std::ranges::sort(found->second, {},
                        [&](std::uint32_t node) { return distance(at(piece.from), at(node)); });
      auto part = piece;
      for (auto const node : found->second) {
        part.to = node;
        pieces.push_back(part);
        part.from = node;
      }
      part.to = piece.to;
      pieces.push_back(part);
    }
    for (auto const& [from, to, kind] : branches_) {
      pieces.push_back({from, to, kind, Height::ground, fabric_.lines++, {false, false}});
    }
    fabric_.pieces = std::move(pieces);
  }

  void keep_off_strips() {
    if (plan_.strips_at[number_].empty()) return;
    for (auto& piece : fabric_.pieces) {
      auto const from = fabric_.nodes[piece.from].at, to = fabric_.nodes[piece.to].at;
      if (on_strip(plan_, number_, from, to, 3)) piece.kind = WayKind::none;
      if (on_strip(plan_, number_, from, to, 24)) piece.free = {false, false};
    }
    std::erase_if(fabric_.plots, [&](Plot const& plot) {
      for (std::size_t i = 0; i < plot.ring.size(); ++i) {
        if (on_strip(plan_, number_, plot.ring[i], plot.ring[(i + 1) % plot.ring.size()], 2)) return true;
      }
      return false;
    });
  }

  // What cannot be reached from a seam is joined by a path to what can, or taken away.
  void hang_together() {
    std::vector<std::uint32_t> part(fabric_.nodes.size() + 1);
    std::iota(part.begin(), part.end(), 0U);
    auto const seam = static_cast<std::uint32_t>(fabric_.nodes.size());
    for (std::uint32_t i = 0; i < seam; ++i) {
      if (fabric_.nodes[i].side >= 0 && seam_carries(fabric_.nodes[i].side)) part[i] = seam;
    }
    for (auto const& piece : fabric_.pieces) {
      if (piece.kind != WayKind::none) part[root(part, piece.from)] = root(part, piece.to);
    }
    auto const used = used_nodes();
    for (auto& piece : fabric_.pieces) {
      if (piece.kind != WayKind::none || root(part, piece.from) == root(part, piece.to)) continue;
      if (!used[piece.from] && !used[piece.to]) continue;
      auto const joins_seam =
          root(part, piece.from) == root(part, seam) || root(part, piece.to) == root(part, seam);
      if (!joins_seam) continue;
      auto const from = fabric_.nodes[piece.from].at, to = fabric_.nodes[piece.to].at;
      if (on_strip(plan_, number_, from, to, 3)) continue;
      if (!used[piece.from] && fabric_.nodes[piece.from].side < 0) continue;
      if (!used[piece.to] && fabric_.nodes[piece.to].side < 0) continue;
      piece.kind = is_rural(cell_.quarter) ? WayKind::track : WayKind::footway;
      part[root(part, piece.from)] = root(part, piece.to);
    }
    for (auto& piece : fabric_.pieces) {
      if (root(part, piece.from) != root(part, seam)) piece.kind = WayKind::none;
    }
  }

  std::vector<bool> used_nodes() const {
    std::vector<bool> used(fabric_.nodes.size());
    for (auto const& piece : fabric_.pieces) {
      if (piece.kind != WayKind::none) used[piece.from] = used[piece.to] = true;
    }
    return used;
  }

  Plan const& plan_;
  std::size_t number_;
  Cell const& cell_;
  Inset const& inset_;
  Pattern const& pattern_;
  Random random_;
  Point along_, across_;
  std::vector<Line> lines_;
  std::size_t rows_ = 0;
  std::vector<Branch> branches_;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> cuts_;
  Fabric fabric_;
};

}  // namespace

bool on_strip(Plan const& plan, std::size_t cell, Point from, Point to, double margin) {
  for (auto const& [number, point] : plan.strips_at[cell]) {
    auto const& strip = plan.strips[number];
    if (apart(from, to, strip.line[point], strip.line[point + 1]) < strip.half_width + margin) return true;
  }
  return false;
}

Fabric weave(Plan const& plan, std::size_t cell, Inset const& inset) {
  return Weaving(plan, cell, inset).weave();
}

}  // namespace wegwijzer::towns
