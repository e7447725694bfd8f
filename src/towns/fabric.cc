// SPDX-License-Identifier: EUPL-1.2
#include "towns/fabric.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <unordered_map>

#include "towns/way_of_building.h"

namespace wegwijzer::towns {

namespace {

// Shares, of what the name says. docs/parameters.md, "Fictional towns".
constexpr double pedestrian_in_core = 0.85;
constexpr double shopping_streets = 0.05;
constexpr double cycle_paths = 0.06;
constexpr double plain_paths = 0.55;       // outside an old core
constexpr double home_zones = 0.1;         // of the streets of courts
constexpr double closed_to_cars = 0.02;    // of pieces: one only walks or cycles on
constexpr double ends_without_seam = 0.2;  // of lines that go on to where no street is
constexpr double courts_to_seam = 0.3;
constexpr double left_apart = 0.06;         // of the pieces that would join a court to the street
constexpr double gaps_closed = 0.42;        // of the gaps between courts, most by a path
constexpr double closed_for_cars = 0.3;     // of these
constexpr double joins_of_main_road = 0.9;  // of the ends that would join a quiet street
constexpr double walks_along = 0.3;         // of lines along the cell: a path between the fronts of two rows
constexpr double paths_instead = 0.55;
constexpr double alleys_through = 0.5;
constexpr double unpaved_alleys = 0.3;
constexpr double drives = 0.04;        // of stubs
constexpr double short_cuts = 0.22;    // of the ways from corner to corner: for cars too
constexpr double open_squares = 0.17;  // of blocks of grass: a paved square instead
constexpr double bare_gardens = 0.3;   // of allotments: one path around them
constexpr double stairs = 0.2;
constexpr double staggered_for_walkers = 0.7;  // where a path meets a street, beside two streets
constexpr double opposite = 0.2;               // of stubs: another one across the street

constexpr double least_aside = 1.9, most_aside = 6.5;  // half of what a staggered crossing is apart
constexpr double nearest_cut = 4, farthest_cut = 7;    // from a corner that a path cuts off
constexpr double off_street = 0.02;                    // of a branch: does not count as touching
constexpr double inside_by = 3;
constexpr double size_of_allotments = 0.62;  // of the block
constexpr double size_of_square = 0.4;       // of the block
constexpr double setback = 13;               // of grass and water from the streets around it
constexpr double shortest_line = 38;
constexpr double too_near = 12;  // for two crossings on one line

class Weaving {
 public:
  Weaving(Plan const& plan, std::size_t cell, Inset const& inset)
      : plan_(plan),
        number_(cell),
        cell_(plan.cells[cell]),
        inset_(inset),
        way_(way_of_building(cell_.quarter)),
        random_(plan.seed.stream("fabric", cell)) {}

  Fabric weave() && {
    if (inset_.ring.size() < 3 || way_.rows == never_built) return std::move(fabric_);
    choose_directions();
    draw_lines();
    find_crossings();
    lay_pieces();
    if (cell_.quarter == Quarter::seventies) grow_courts();
    narrow_halves();
    lay_blocks();
    add_stubs();
    join_branches();
    keep_off_strips();
    hang_together();
    build_bridges();
    lay_allotments();
    return std::move(fabric_);
  }

 private:
  struct Line {
    Point from, along;
    Chord chord;
    bool main = false;  // of a quarter of courts: the streets that go through
    WayKind kind = WayKind::none;

    struct Stop {
      double at;
      std::uint32_t node;      // where the line comes in
      std::uint32_t other;     // the line that it crosses; `rim` for an end
      std::uint32_t goes_out;  // where it goes on: a few metres aside where two streets do not quite meet
    };

    std::vector<Stop> stops;
    std::size_t first_piece = 0;
    std::array<bool, 2> falls_short{};  // of the seam: ends on the first or last line that it crosses

    double room_before(double where) const { return where - chord.from; }

    double room_behind(double where) const { return chord.to - where; }

    bool holds(double where) const { return room_before(where) > 0 && room_behind(where) > 0; }

    bool is_near_end(double where) const {
      return std::min(room_before(where), room_behind(where)) <= too_near;
    }

    void end_at(double where) { falls_short[room_before(where) < room_behind(where) ? 0 : 1] = true; }
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
    auto const turn = (random_.unit() * 2 - 1) * way_.skew;
    auto const square = left_of(along_);
    across_ = unit(square * std::cos(turn) + along_ * std::sin(turn));
  }

  void draw_lines() {
    draw_family(along_, left_of(along_), way_.rows, has_homes(cell_.quarter) ? walks_along : 0);
    rows_ = lines_.size();
    draw_family(across_, left_of(across_) * -1, way_.columns, way_.paths);
  }

  // Parallel lines, ordered along their normal, so that blocks between them can be told by number.
  void draw_family(Point along, Point normal, double spacing, double paths) {
    auto low = 1e18, high = -1e18;
    for (auto const& point : inset_.ring) {
      low = std::min(low, dot(point, normal));
      high = std::max(high, dot(point, normal));
    }
    auto const count = std::max(1.0, std::round((high - low) / spacing));
    auto const step = (high - low) / count;
    auto number = 0;
    for (auto at = low + step / 2; at < high; at += step, ++number) {
      auto const off = at + (random_.unit() - 0.5) * way_.uneven * step;
      auto const from = normal * off;
      auto const found = chord(inset_.ring, from, along);
      if (!found || found->to - found->from < shortest_line) continue;
      auto const main = number % 4 == 1;
      // At the ends of the rows a street, so that none of them is blind for cars.
      auto const outermost = number == 0 || at + step > high;
      lines_.push_back({from, along, *found, main, kind_of_line(main, outermost ? 0 : paths), {}, 0});
    }
  }

  WayKind kind_of_line(bool main, double paths) {
    if (cell_.quarter == Quarter::seventies) {
      return !main && random_.chance(home_zones) ? WayKind::living_street : WayKind::residential;
    }
    if (random_.chance(paths)) return path_kind();
    if (cell_.quarter == Quarter::core) {
      return random_.chance(pedestrian_in_core) ? WayKind::pedestrian : WayKind::residential;
    }
    return has_homes(cell_.quarter) && random_.chance(shopping_streets) ? WayKind::pedestrian : way_.street;
  }

  WayKind path_kind() {
    if (cell_.quarter == Quarter::wood) return WayKind::path;
    auto const draw = random_.unit();
    if (draw < cycle_paths) return WayKind::cycleway;
    return cell_.quarter != Quarter::core && draw < cycle_paths + plain_paths ? WayKind::path
                                                                              : WayKind::footway;
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

  static bool is_for_cars(WayKind kind) { return kind >= WayKind::trunk && kind <= WayKind::service; }

  void cross_lines(std::size_t i, std::size_t j) {
    auto &one = lines_[i], &other = lines_[j];
    auto const slope = cross(one.along, other.along);
    auto const a = cross(other.from - one.from, other.along) / slope;
    auto const b = cross(other.from - one.from, one.along) / slope;
    if (!one.holds(a) || !other.holds(b)) return;
    auto const first = static_cast<std::uint32_t>(i), second = static_cast<std::uint32_t>(j);
    auto const cars = is_for_cars(one.kind) && is_for_cars(other.kind);
    auto const at_rim = one.is_near_end(a) || other.is_near_end(b);
    if (at_rim) shorten_one(one, a, other, b);
    if (at_rim || !random_.chance(way_.staggered * (cars ? 1 : staggered_for_walkers))) {
      auto const node = add_node(at(one, a));
      one.stops.push_back({a, node, second, node});
      other.stops.push_back({b, node, first, node});
      return;
    }
    auto const apart = least_aside + (most_aside - least_aside) * random_.unit();
    auto const aside = random_.chance(0.5) ? apart : -apart;
    auto const in = add_node(at(one, a - aside)), out = add_node(at(one, a + aside));
    one.stops.push_back({a - aside, in, second, in});
    one.stops.push_back({a + aside, out, second, out});
    other.stops.push_back({b, in, first, out});
  }

  // Of two lines that cross next to a seam one ends on the other, but no street on a path.
  static void shorten_one(Line& one, double a, Line& other, double b) {
    auto const may_end = [](Line const& line, double where, Line const& on) {
      return line.is_near_end(where) && (is_for_cars(on.kind) || !is_for_cars(line.kind));
    };
    if (may_end(one, a, other)) {
      one.end_at(a);
    } else if (may_end(other, b, one)) {
      other.end_at(b);
    }
  }

  bool seam_carries(int side) const {
    return plan_.seams[cell_.seams[static_cast<std::size_t>(side)]].kind != SeamKind::nothing;
  }

  WayKind kind_of_end(Line const& line, FabricNode const& end) {
    auto const draw = random_.unit();
    if (!seam_carries(end.side)) return draw < ends_without_seam ? line.kind : WayKind::none;
    if (cell_.quarter == Quarter::seventies && !line.main)
      return draw < courts_to_seam ? path_kind() : WayKind::none;
    auto const kind = plan_.seams[cell_.seams[static_cast<std::size_t>(end.side)]].kind;
    auto const busy = kind == SeamKind::avenue || kind == SeamKind::ring_road;
    auto const share = way_.joins * (busy ? joins_of_main_road : 1);
    if (draw < share || line.main) return line.kind;
    return draw < share + (1 - share) * paths_instead ? path_kind() : WayKind::none;
  }

  WayKind kind_within(Line const& line) {
    if (cell_.quarter == Quarter::seventies) return line.main ? line.kind : WayKind::none;
    auto const draw = random_.unit();
    if (draw < way_.gone) return WayKind::none;
    return draw < way_.gone + closed_to_cars ? path_kind() : line.kind;
  }

  void lay_pieces() {
    for (std::uint32_t number = 0; number < lines_.size(); ++number) {
      auto& line = lines_[number];
      line.first_piece = fabric_.pieces.size();
      for (std::size_t i = 0; i + 1 < line.stops.size(); ++i) {
        auto const from = line.stops[i], to = line.stops[i + 1];
        auto kind = WayKind::none;
        if ((i == 0 && line.falls_short[0]) || (i + 2 == line.stops.size() && line.falls_short[1])) {
          kind = WayKind::none;
        } else if (from.other == to.other && from.other != rim) {
          kind = line.kind;  // between the two halves of a staggered crossing
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
      if (piece.kind == WayKind::none || !lines_[piece.line].main) continue;
      if (through == rim) through = piece.from;
      part[root(part, piece.from)] = root(part, through);
    }
    for (auto const i : order) {
      auto& piece = fabric_.pieces[i];
      if (root(part, piece.from) != root(part, piece.to)) {
        part[root(part, piece.from)] = root(part, piece.to);
        if (!random_.chance(left_apart)) piece.kind = lines_[piece.line].kind;
      } else if (random_.chance(gaps_closed)) {
        piece.kind = random_.chance(closed_for_cars) ? lines_[piece.line].kind : path_kind();
      }
    }
  }

  // Where two halves of a street do not quite meet and none goes on for cars, what joins them is no street.
  void narrow_halves() {
    std::vector<int> streets(fabric_.nodes.size()), ways(fabric_.nodes.size());
    for (auto const& piece : fabric_.pieces) {
      for (auto const node : {piece.from, piece.to}) {
        streets[node] += is_for_cars(piece.kind) ? 1 : 0;
        ways[node] += piece.kind != WayKind::none ? 1 : 0;
      }
    }
    for (auto const& line : lines_) {
      for (std::size_t i = 0; i + 1 < line.stops.size(); ++i) {
        if (line.stops[i].other == rim || line.stops[i].other != line.stops[i + 1].other) continue;
        auto& piece = fabric_.pieces[line.first_piece + i];
        if (!is_for_cars(piece.kind) || (streets[piece.from] > 1 && streets[piece.to] > 1)) continue;
        piece.kind = ways[piece.from] > 1 && ways[piece.to] > 1 ? WayKind::footway : WayKind::none;
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
      if (random_.chance(way_.waters)) {
        lay_water(i);
        continue;
      }
      for (auto j = rows_; j + 1 < lines_.size(); ++j) {
        Block const around{piece_between(i, j, j + 1), piece_between(i + 1, j, j + 1),
                           piece_between(j, i, i + 1), piece_between(j + 1, i, i + 1)};
        if (std::ranges::find(around, nullptr) == around.end()) lay_block(around);
      }
    }
  }

  using Block = std::array<Piece*, 4>;  // its lower and upper side, its first and last

  void lay_block(Block const& around) {
    auto const draw = random_.unit();
    auto const second = random_.unit();
    auto const& [low, high, first, last] = around;
    Ring const corners{at(low->from), at(low->to), at(high->to), at(high->from)};
    cut_corners(around);
    auto until = way_.fenced;
    if (draw < until && apart_enough(corners)) {
      take_houses_from(around);
      allotments_.push_back(corners);
      return;
    }
    until += way_.diagonals;
    if (draw < until) {
      take_houses_from(around);
      if (has_homes(cell_.quarter)) plot(ShapeKind::grass, corners, setback * 0.6);
      add_branch(low->from, high->to,
                 has_homes(cell_.quarter) && second < short_cuts ? WayKind::residential : WayKind::footway);
      return;
    }
    until += way_.greens;
    if (draw < until) {
      take_houses_from(around);
      if (has_homes(cell_.quarter) && second > 1 - open_squares) {
        pave_square(*low, corners);
        return;
      }
      plot(second < 0.3 && has_homes(cell_.quarter) ? ShapeKind::playground : ShapeKind::grass, corners,
           setback * 0.6);
    } else if (draw < until + way_.alleys && apart_enough(corners)) {
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

  // Where many walk, a path cuts off the corner of a block.
  void cut_corners(Block const& around) {
    auto const& [low, high, first, last] = around;

    struct Corner {
      Piece const *one, *other;
      bool one_begins, other_begins;  // at this corner
    };

    for (auto const& corner : {Corner{low, first, true, true}, Corner{low, last, false, true},
                               Corner{high, first, true, false}, Corner{high, last, false, false}}) {
      if (!random_.chance(way_.corners)) continue;
      auto const off = nearest_cut + (farthest_cut - nearest_cut) * random_.unit();
      if (!may_cut(*corner.one, off) || !may_cut(*corner.other, off)) continue;
      auto const from = split_near(*corner.one, off, corner.one_begins);
      add_branch(from, split_near(*corner.other, off, corner.other_begins), WayKind::footway);
    }
  }

  bool may_cut(Piece const& piece, double off) const {
    return piece.kind != WayKind::none && distance(at(piece.from), at(piece.to)) > 3 * off;
  }

  std::uint32_t split_near(Piece const& piece, double off, bool begin) {
    auto const share = off / distance(at(piece.from), at(piece.to));
    return split(piece, begin ? share : 1 - share);
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
      } else {
        water = Ring{begin_low, end_low, end_high, begin_high};
      }
    }
    if (water) plot(ShapeKind::water, *water, setback);
  }

  static bool apart_enough(Ring const& corners) { return distance(corners[0], corners[1]) > 60; }

  static void take_houses_from(Block const& around) {
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
    auto const goes_through = last.kind != WayKind::none && draw < alleys_through;
    add_branch(from, goes_through ? split(last, share) : add_node(between(at(from), there, 0.55)),
               random_.chance(unpaved_alleys) ? WayKind::path : WayKind::footway);
  }

  // A square in the middle of a block, which one enters by a path: its outline is a street of its own.
  void pave_square(Piece const& street, Ring const& corners) {
    if (street.kind == WayKind::none) return;
    auto const centre = middle(corners);
    std::array<std::uint32_t, 4> outline{};
    for (std::size_t i = 0; i < outline.size(); ++i) {
      outline[i] = add_node(between(centre, corners[i], size_of_square));
    }
    for (std::size_t i = 0; i < outline.size(); ++i) {
      add_branch(outline[i], outline[(i + 1) % outline.size()], WayKind::pedestrian);
    }
    add_branch(split(street, 0.3), outline[0], WayKind::footway);
  }

  // Drives, yards and blind paths beside the streets.
  void add_stubs() {
    auto const until = fabric_.pieces.size();
    for (std::size_t i = 0; i < until; ++i) {
      auto const piece = fabric_.pieces[i];
      auto const size = distance(at(piece.from), at(piece.to));
      if (piece.kind == WayKind::none || size < 24) continue;
      for (auto chance = way_.stubs; random_.chance(chance); chance -= 0.5) {
        auto const from = split(piece, 0.2 + 0.6 * random_.unit());
        auto const aside = left_of(unit(at(piece.to) - at(piece.from))) * (random_.chance(0.5) ? 1 : -1);
        auto const reach = is_rural(cell_.quarter) ? 25 + 90 * random_.unit() : 12 + 28 * random_.unit();
        add_branch(from, add_node(at(from) + aside * reach), kind_of_stub());
        if (random_.chance(opposite)) add_branch(from, add_node(at(from) - aside * reach), kind_of_stub());
      }
    }
  }

  WayKind kind_of_stub() {
    auto const draw = random_.unit();
    if (is_rural(cell_.quarter)) return WayKind::track;
    if (draw < drives) return WayKind::service;
    return cell_.quarter == Quarter::core && draw < drives + stairs ? WayKind::steps : WayKind::footway;
  }

  // A way from one node to another, unless something is in between.
  void add_branch(std::uint32_t from, std::uint32_t to, WayKind kind) {
    if (is_free(from, to) && !is_over_water(at(from), at(to))) branches_.push_back({from, to, kind});
  }

  // Whether one gets there within the cell without crossing a street or path.
  bool is_free(std::uint32_t from, std::uint32_t to) const {
    return lies_inside(inset_.ring, at(to), inside_by) && crosses_no_piece(from, to) &&
           std::ranges::all_of(
               branches_, [&](Branch const& branch) { return passes(from, to, branch.from, branch.to); });
  }

  bool crosses_no_piece(std::uint32_t from, std::uint32_t to) const {
    return std::ranges::all_of(fabric_.pieces, [&](Piece const& piece) {
      return piece.kind == WayKind::none || passes(from, to, piece.from, piece.to);
    });
  }

  // Without crossing the stretch between two other nodes.
  bool passes(std::uint32_t from, std::uint32_t to, std::uint32_t a, std::uint32_t b) const {
    return !crosses(between(at(from), at(to), off_street), between(at(from), at(to), 1 - off_street), at(a),
                    at(b));
  }

  // Paths between allotments, which hang together with nothing since the gate is locked.
  void lay_allotments() {
    fabric_.fenced = fabric_.pieces.size();
    branches_.clear();
    for (auto const& corners : allotments_) {
      auto const centre = middle(corners);
      auto const corner = [&](std::size_t i) { return between(centre, corners[i], size_of_allotments); };
      auto const across = random_.chance(bare_gardens) ? 2 : 3 + random_.below(3);
      std::vector<Piece> paths;
      std::array<std::uint32_t, 2> last{};
      for (std::uint64_t i = 0; i < across; ++i) {
        auto const share = static_cast<double>(i) / static_cast<double>(across - 1);
        auto const left = add_node(between(corner(0), corner(3), share)),
                   right = add_node(between(corner(1), corner(2), share));
        paths.push_back({left, right, WayKind::footway, Height::ground, fabric_.lines++, {false, false}});
        if (i > 0) {
          for (auto const& [from, to] : {std::pair(last[0], left), std::pair(last[1], right)})
            paths.push_back({from, to, WayKind::footway, Height::ground, fabric_.lines++, {false, false}});
        }
        last = {left, right};
      }
      auto const free = std::ranges::all_of(paths, [&](Piece const& path) {
        return is_free(path.from, path.to) && !on_strip(plan_, number_, at(path.from), at(path.to), 3);
      });
      if (!free) continue;
      plot(ShapeKind::grass, corners, setback * 0.6);
      fabric_.pieces.insert(fabric_.pieces.end(), paths.begin(), paths.end());
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
      if (!crosses_no_piece(piece.from, piece.to)) continue;
      piece.kind = is_rural(cell_.quarter) ? WayKind::track : WayKind::footway;
      part[root(part, piece.from)] = root(part, piece.to);
    }
    for (auto& piece : fabric_.pieces) {
      if (root(part, piece.from) != root(part, seam)) piece.kind = WayKind::none;
    }
  }

  void build_bridges() {
    for (auto& piece : fabric_.pieces) {
      if (is_over_water(at(piece.from), at(piece.to))) piece.height = Height::bridge;
    }
  }

  bool is_over_water(Point from, Point to) const {
    return std::ranges::any_of(fabric_.plots, [&](Plot const& plot) {
      return plot.kind == ShapeKind::water && overlap(plot.ring, {from, to});
    });
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
  WayOfBuilding const& way_;
  Random random_;
  Point along_, across_;
  std::vector<Line> lines_;
  std::size_t rows_ = 0;
  std::vector<Branch> branches_;
  std::vector<Ring> allotments_;
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

bool crosses_strip(Plan const& plan, std::size_t cell, Point from, Point to) {
  return std::ranges::any_of(plan.strips_at[cell], [&](StripPiece const& piece) {
    auto const& strip = plan.strips[piece.strip];
    auto const a = strip.line[piece.point], b = strip.line[piece.point + 1];
    if (strip.kind == StripKind::railway) return crosses(from, to, a, b);
    return strip.kind != StripKind::station && apart(from, to, a, b) < strip.half_width - 2;
  });
}

Fabric weave(Plan const& plan, std::size_t cell, Inset const& inset) {
  return Weaving(plan, cell, inset).weave();
}

}  // namespace wegwijzer::towns
