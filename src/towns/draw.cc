// SPDX-License-Identifier: EUPL-1.2
#include "towns/draw.h"

#include <algorithm>
#include <map>
#include <optional>

#include "towns/room.h"

namespace wegwijzer::towns {

namespace {

// Metres; docs/parameters.md, "Fictional towns".
constexpr double house_depth = 9;
constexpr double front_garden = 6;
constexpr double free_corner = 9;  // no house nearer to a crossing
constexpr double longest_row = 44;
constexpr double shortest_row = 9;
constexpr double house_width = 6;
constexpr double shallow = 0.65;     // of its depth, where a house has less room
constexpr double back_yard = 1.5;    // at least, behind a house
constexpr double street_side = 2.5;  // from the middle of a street to where something else can stand
constexpr double path_side = 1.2;
constexpr double strip_side = 4;   // beside a railway, motorway or river
constexpr double yard_inside = 6;  // of the cell
constexpr double least_to_farm = 35;
constexpr double ring_road_verge = 3;  // from its grass to the track beside it
constexpr double lone_door = 18;       // from the street where no homes stand
constexpr double platform_half_length = 58;
constexpr double station_half_length = 22;
constexpr double station_front = 31;  // from the rails
constexpr double square_reach = 80;   // from the door to streets that open on the square

class Drawing {
 public:
  Drawing(MetPlan const& met, GroundShape const& ground, StreetNaming const& naming, std::size_t cell)
      : met_(met),
        plan_(met.plan),
        ground_(ground),
        naming_(naming),
        number_(cell),
        cell_(met.plan.cells[cell]) {}

  MapPatch draw() && {
    if (cell_.quarter == Quarter::outside) return std::move(patch_);
    fabric_ = weave(plan_, number_, met_.insets[number_]);
    lay_seams();
    find_room();
    draw_ground();
    for (std::size_t i = 0; i < cell_.seams.size(); ++i) draw_seam(i);
    draw_crossings();
    draw_drives();
    draw_fabric();
    draw_station();
    draw_rural_things();
    return std::move(patch_);
  }

 private:
  struct Drive {
    SeamLink link;
    std::size_t place;  // of the seam along which it begins
  };

  GeoPoint earth(Point plan) const { return on_earth(ground_.bent(plan)); }

  std::vector<GeoPoint> outline(Ring const& ring) const {
    std::vector<GeoPoint> points;
    for (std::size_t i = 0; i < ring.size(); ++i) {
      auto const bends = ground_.bent(ring[i], ring[(i + 1) % ring.size()]);
      for (std::size_t k = 0; k + 1 < bends.size(); ++k) points.push_back(on_earth(bends[k]));
    }
    points.push_back(points.front());
    return points;
  }

  void add_shape(ShapeKind kind, Ring const& ring, std::string name = {}) {
    if (ring.size() >= 3 && std::abs(area(ring)) > 40)
      patch_.shapes.push_back({kind, std::move(name), outline(ring)});
  }

  static Ring smaller(Ring const& ring, double by) {
    LabelledRing shape{ring, std::vector<std::size_t>(ring.size())};
    for (std::size_t i = 0; i < ring.size(); ++i) {
      auto const side = ring[(i + 1) % ring.size()] - ring[i];
      shape = cut(shape, ring[i] + left_of(unit(side)) * by, side, 0);
    }
    return shape.ring;
  }

  void draw_ground() {
    auto const& ring = met_.insets[number_].ring;
    if (ring.size() < 3) return;
    switch (cell_.quarter) {
      case Quarter::wood:
        add_shape(ShapeKind::wood, smaller(ring, 12), naming_.green(number_));
        break;
      case Quarter::lake:
        add_shape(ShapeKind::water, smaller(ring, 90), naming_.green(number_));
        break;
      case Quarter::park:
        add_shape(ShapeKind::park, smaller(ring, 7), naming_.green(number_));
        break;
      case Quarter::sports:
        add_shape(ShapeKind::grass, smaller(ring, 10));
        break;
      case Quarter::field:
        add_shape(ShapeKind::meadow, smaller(ring, 6));
        break;
      default:
        break;
    }
    for (auto const& plot : fabric_.plots) {
      if (plot.kind != ShapeKind::building || room_->take(plot.ring)) add_shape(plot.kind, plot.ring);
    }
  }

  // Adds the stretch to the way that is being drawn, or begins a new one.
  void extend(MapWay& way, SeamStop const& from, SeamStop const& to) {
    auto const bends = ground_.bent(from.at, to.at);
    if (way.nodes.empty()) way.nodes.push_back({from.node, on_earth(bends.front())});
    for (std::size_t i = 1; i + 1 < bends.size(); ++i) way.nodes.push_back({0, on_earth(bends[i])});
    way.nodes.push_back({to.node, on_earth(bends.back())});
  }

  void finish(MapWay& way) {
    if (way.nodes.size() >= 2) patch_.ways.push_back(std::move(way));
    way = {};
  }

  void lay_seams() {
    for (std::size_t place = 0; place < cell_.seams.size(); ++place) {
      layouts_.push_back(lay_out(met_, cell_.seams[place]));
      remember_meetings(static_cast<int>(place), layouts_.back().meeting[side_of(place)]);
    }
    for (std::size_t place = 0; place < cell_.seams.size(); ++place) open_drives(place);
  }

  // On which side of this seam the cell lies.
  std::size_t side_of(std::size_t place) const {
    return plan_.seams[cell_.seams[place]].cells[0] == number_ ? 0 : 1;
  }

  // Of the drives on this side of a seam those that come across nothing, if need be shortened.
  void open_drives(std::size_t place) {
    for (auto drive : layouts_[place].drives[side_of(place)]) {
      auto const yard = drive.to.at;
      for (auto const share : {1.0, 0.6, 0.3}) {
        drive.to.at = between(drive.from.at, yard, share);
        if (!is_open(drive)) continue;
        drives_.push_back({drive, place});
        break;
      }
    }
  }

  bool is_open(SeamLink const& drive) {
    auto const gate = drive.from.at, yard = drive.to.at;
    auto const meets = [&](Drive const& other) {
      return crosses(gate, yard, other.link.from.at, other.link.to.at);
    };
    return lies_inside(met_.insets[number_].ring, yard, yard_inside) && in_view(gate, yard) &&
           std::ranges::none_of(drives_, meets) && !on_strip(plan_, number_, gate, yard, 0);
  }

  void draw_seam(std::size_t place) {
    auto const number = cell_.seams[place];
    auto const& seam = plan_.seams[number];
    auto const& layout = layouts_[place];
    draw_houses_along(layout, seam, side_of(place));
    if (owner(plan_, seam) != number_) return;
    draw_bed(seam);
    for (auto const& line : layout.lines) {
      if (line.kind != WayKind::none) draw_line(line, number, seam.crosses);
    }
    for (auto const& link : layout.links) draw_link(link);
  }

  void remember_meetings(int side, std::vector<SeamStop> const& stops) {
    std::vector<bool> used(fabric_.nodes.size());
    for (auto const& piece : fabric_.pieces) {
      if (piece.kind != WayKind::none) used[piece.from] = used[piece.to] = true;
    }
    std::vector<std::pair<float, std::size_t>> order;
    for (std::size_t i = 0; i < fabric_.nodes.size(); ++i) {
      auto const& node = fabric_.nodes[i];
      if (node.side == side && used[i]) order.emplace_back(static_cast<float>(node.along), i);
    }
    std::ranges::sort(order);
    for (std::size_t k = 0; k < order.size(); ++k) meeting_[order[k].second] = stops[k];
  }

  void draw_line(SeamLine const& line, std::uint32_t seam, bool crosses) {
    auto const name = is_named(line.kind) || line.kind == WayKind::cycleway || line.kind == WayKind::path
                          ? naming_.road(plan_.seams[seam])
                          : std::string();
    MapWay way;
    for (std::size_t i = 0; i + 1 < line.stops.size(); ++i) {
      auto const &from = line.stops[i], &to = line.stops[i + 1];
      auto height = Height::ground;
      auto kind = line.kind;
      if (!crosses && on_strip(plan_, number_, from.at, to.at, 0)) kind = WayKind::none;
      if (crosses_strip(plan_, number_, from.at, to.at) || comes_over_pool(seam, from.at, to.at))
        height = Height::bridge;
      if (height != way.height || kind == WayKind::none) finish(way);
      if (kind == WayKind::none) continue;
      way.kind = kind;
      way.height = height;
      way.name = name;
      extend(way, from, to);
    }
    finish(way);
  }

  // Streets, strips and water take their place before any house does.
  void find_room() {
    room_.emplace(met_.insets[number_].ring);
    if (auto const town = station_here()) square_ends_ = around_square(*town, door_of(*town));
    for (auto const& piece : fabric_.pieces)
      fill_way(stop_of(piece.from).at, stop_of(piece.to).at, piece.kind);
    for (auto const& layout : layouts_) {
      for (auto const& line : layout.lines) {
        for (std::size_t i = 0; i + 1 < line.stops.size(); ++i)
          fill_way(line.stops[i].at, line.stops[i + 1].at, line.kind);
      }
    }
    for (auto const& drive : drives_) fill_way(drive.link.from.at, drive.link.to.at, drive.link.kind);
    for (auto const node : square_ends_)
      fill_way(door_of(*station_here()), stop_of(node).at, WayKind::pedestrian);
    for (auto const& [number, point] : plan_.strips_at[number_]) {
      auto const& strip = plan_.strips[number];
      fill_along(strip.line[point], strip.line[point + 1], strip.half_width + strip_side);
    }
    for (auto const& plot : fabric_.plots) {
      if (plot.kind != ShapeKind::building) room_->fill(plot.ring);
    }
  }

  void fill_way(Point from, Point to, WayKind kind) {
    if (kind != WayKind::none) fill_along(from, to, kind <= WayKind::service ? street_side : path_side);
  }

  void fill_along(Point from, Point to, double beside) {
    auto const across = left_of(unit(to - from)) * beside;
    room_->fill({from - across, to - across, to + across, from + across});
  }

  bool comes_over_pool(std::uint32_t seam, Point from, Point to) const {
    return std::ranges::any_of(plan_.seams[seam].vertices, [&](std::uint32_t vertex) {
      return plan_.vertices[vertex].barrier && overlap(pool_at(plan_, vertex), {from, to});
    });
  }

  static bool is_named(WayKind kind) { return kind >= WayKind::trunk && kind <= WayKind::service; }

  void draw_link(SeamLink const& link) {
    if (on_strip(plan_, number_, link.from.at, link.to.at, 0)) return;
    MapWay way{link.kind, link.height, {}, {}};
    extend(way, link.from, link.to);
    finish(way);
  }

  void draw_crossings() {
    for (auto const vertex : cell_.vertices) {
      if (owner(plan_, plan_.vertices[vertex]) != number_) continue;
      add_shape(ShapeKind::water, pool_at(plan_, vertex));
      for (auto const& link : crossings_at(met_, vertex)) draw_link(link);
    }
  }

  void draw_bed(Seam const& seam) {
    if (seam.kind == SeamKind::canal) add_shape(ShapeKind::water, canal_bed(plan_, seam));
    if (seam.kind != SeamKind::ring_road) return;
    auto const from = plan_.vertices[seam.vertices[0]].at, to = plan_.vertices[seam.vertices[1]].at;
    auto const width = half_width(seam.kind) - ring_road_verge;
    auto const across = left_of(unit(to - from)) * width;
    auto const along = unit(to - from) * std::min(width, distance(from, to) / 3);
    add_shape(ShapeKind::grass, {from, from + along - across, to - along - across, to, to - along + across,
                                 from + along + across});
  }

  SeamStop stop_of(std::uint32_t node) {
    if (auto const met = meeting_.find(node); met != meeting_.end()) return met->second;
    return {0, fabric_node(number_, node), fabric_.nodes[node].at};
  }

  void draw_fabric() {
    MapWay way;
    std::uint32_t line = 0, last = 0;
    for (auto const& piece : fabric_.pieces) {
      auto const goes_on =
          way.kind == piece.kind && way.height == piece.height && line == piece.line && last == piece.from;
      if (!goes_on) finish(way);
      if (piece.kind == WayKind::none) continue;
      way.kind = piece.kind;
      way.height = piece.height;
      if (is_named(piece.kind)) way.name = naming_.line(number_, piece.line, piece.kind);
      extend(way, stop_of(piece.from), stop_of(piece.to));
      line = piece.line;
      last = piece.to;
      draw_houses(piece);
    }
    finish(way);
  }

  void draw_houses(Piece const& piece) {
    auto const from = stop_of(piece.from).at, to = stop_of(piece.to).at;
    auto const name = is_named(piece.kind) ? naming_.line(number_, piece.line, piece.kind) : std::string();
    if (!has_homes(cell_.quarter)) {
      auto const beside = left_of(unit(to - from)) * lone_door;
      patch_.fronts.push_back({earth(between(from, to, 0.5) + beside), 0, name});
      return;
    }
    if (!has_front_doors(piece.kind)) return;
    if (piece.free[0]) draw_rows(from, to, left_of(unit(to - from)), name);
    if (piece.free[1]) draw_rows(from, to, left_of(unit(from - to)), name);
  }

  void draw_houses_along(SeamLayout const& layout, Seam const& seam, std::size_t side) {
    if (!has_homes(cell_.quarter)) return;
    if (seam.kind == SeamKind::nothing || seam.kind == SeamKind::ring_road) return;
    auto const name = naming_.road(seam);
    auto const line = layout.lines.size() > 1 ? side : 0;
    if (line >= layout.lines.size()) return;
    auto const& stops = layout.lines[line].stops;
    for (std::size_t i = 0; i + 1 < stops.size(); ++i) {
      if (on_strip(plan_, number_, stops[i].at, stops[i + 1].at, 0))
        continue;  // a bridge or no street at all
      auto const along = unit(stops[i + 1].at - stops[i].at);
      draw_rows(stops[i].at, stops[i + 1].at, left_of(along) * (side == 0 ? 1 : -1), name);
    }
  }

  double garden() const { return cell_.quarter == Quarter::core ? 3.5 : front_garden; }

  double corner() const { return cell_.quarter == Quarter::core ? 5 : free_corner; }

  double depth() const { return cell_.quarter == Quarter::core ? 13 : house_depth; }

  // Between two rows; in an old core the houses stand wall to wall.
  double gap() const { return cell_.quarter == Quarter::core ? 1 : 5; }

  void draw_rows(Point from, Point to, Point across, std::string const& name) {
    auto const size = distance(from, to) - 2 * corner();
    if (size < shortest_row) return;
    auto const along = unit(to - from);
    auto const rows = std::ceil(size / longest_row);
    auto const row = size / rows;
    for (double i = 0; i < rows; ++i) {
      auto const begin = from + along * (corner() + row * i + 1) + across * garden();
      auto const end = begin + along * (row - (rows > 1 ? gap() : 2));
      draw_row(begin, end, across, name);
    }
  }

  // As deep as there is room for, else as long.
  void draw_row(Point begin, Point end, Point across, std::string const& name) {
    for (auto const deep : {depth(), depth() * shallow}) {
      if (!room_->is_free(houses(begin, end, across * (deep + back_yard)))) continue;
      add_row(begin, end, across * deep, name);
      return;
    }
    for (auto const deep : {depth(), depth() * shallow}) {
      auto const [from, to] = longest_free(begin, end, across * (deep + back_yard));
      if (distance(from, to) < shortest_row) continue;
      add_row(from, to, across * deep, name);
      return;
    }
  }

  static Ring houses(Point begin, Point end, Point back) {
    Ring ring{begin, end, end + back, begin + back};
    if (area(ring) < 0) std::ranges::reverse(ring);
    return ring;
  }

  void add_row(Point begin, Point end, Point back, std::string const& name) {
    auto const dwellings = std::max(1, static_cast<int>(distance(begin, end) / house_width));
    patch_.fronts.push_back({earth(between(begin, end, 0.5)), dwellings, name});
    auto const ring = houses(begin, end, back);
    room_->fill(ring);
    add_shape(ShapeKind::building, ring);
  }

  // Of a row the longest part in which every house has room.
  std::pair<Point, Point> longest_free(Point begin, Point end, Point back) const {
    auto const count = std::max(1.0, std::floor(distance(begin, end) / house_width));
    auto const at = [&](double house) { return between(begin, end, house / count); };
    double first = 0, best_first = 0, best = 0;
    for (double i = 0; i < count; ++i) {
      if (!room_->is_free(houses(at(i), at(i + 1), back))) first = i + 1;
      if (i + 1 - first > best) best = i + 1 - first, best_first = first;
    }
    return {at(best_first), at(best_first + best)};
  }

  std::optional<Station> station_here() const {
    auto const station = cell_.town ? plan_.towns[cell_.town->value()].station : std::nullopt;
    return station && station->cell == number_ ? station : std::nullopt;
  }

  static Point door_of(Station const& station) { return station.at + station.side * (station_front + 2); }

  void draw_station() {
    auto const town = station_here();
    if (!town) return;
    auto const box = [&](double along, double from, double to) {
      auto const a = town->at - town->along * along, b = town->at + town->along * along;
      Ring ring{a + town->side * from, b + town->side * from, b + town->side * to, a + town->side * to};
      if (area(ring) < 0) std::ranges::reverse(ring);
      add_shape(ShapeKind::building, ring);
    };
    box(platform_half_length, 4, 9);  // roofs over the platforms
    box(platform_half_length, -9, -4);
    box(station_half_length, 18, station_front);
    open_square(*town);
  }

  // Ways for walking from the door of the station to where streets end around its square.
  void open_square(Station const& station) {
    SeamStop const door{0, fabric_node(number_, fabric_.nodes.size()), door_of(station)};
    auto const& square = naming_.station_square;
    patch_.fronts.push_back({earth(door.at + station.side * 8), 0, square});
    for (auto const node : square_ends_) {
      MapWay way{WayKind::pedestrian, Height::ground, square, {}};
      extend(way, door, stop_of(node));
      finish(way);
    }
  }

  // The ends of streets that look on the square, or the nearest corner when there are none.
  std::vector<std::uint32_t> around_square(Station const& station, Point door) {
    std::vector<int> meets(fabric_.nodes.size());
    for (auto const& piece : fabric_.pieces) {
      if (piece.kind != WayKind::none) ++meets[piece.from], ++meets[piece.to];
    }
    std::vector<std::uint32_t> ends;
    std::optional<std::uint32_t> nearest;
    for (std::uint32_t i = 0; i < meets.size(); ++i) {
      auto const at = stop_of(i).at;
      if (meets[i] == 0 || dot(at - station.at, station.side) < station_front + 3) continue;
      if (!in_view(door, at)) continue;
      if (meets[i] == 1 && distance(door, at) < square_reach) ends.push_back(i);
      if (!nearest || distance(door, at) < distance(door, stop_of(*nearest).at)) nearest = i;
    }
    if (ends.empty() && nearest) ends.push_back(*nearest);
    return ends;
  }

  // No street lies between.
  bool in_view(Point from, Point to) {
    return std::ranges::none_of(fabric_.pieces, [&](Piece const& piece) {
      return piece.kind != WayKind::none && crosses(from, to, stop_of(piece.from).at, stop_of(piece.to).at);
    });
  }

  void draw_drives() {
    for (auto const& drive : drives_) {
      draw_link(drive.link);
      if (cell_.quarter == Quarter::field) draw_farm(drive);
    }
  }

  // At the end of a drive that is long enough.
  void draw_farm(Drive const& drive) {
    auto const& seam = plan_.seams[cell_.seams[drive.place]];
    auto const gate = drive.link.from.at, yard = drive.link.to.at;
    if (distance(gate, yard) < least_to_farm) return;
    auto const across = unit(yard - gate);
    auto const along = left_of(across) * (side_of(drive.place) == 0 ? -1 : 1);
    auto const begin = yard + across * 6;
    auto const farm = houses(begin, begin + along * 22, across * 12);
    if (!room_->take(farm)) return;
    patch_.fronts.push_back({earth(begin), 1, naming_.road(seam)});
    add_shape(ShapeKind::building, farm);
  }

  // Ditches between the meadows.
  void draw_rural_things() {
    if (cell_.quarter != Quarter::field) return;
    auto random = plan_.seed.stream("farms", number_);
    auto const& ring = met_.insets[number_].ring;
    auto const angle = random.unit() * 3.14;
    Point const direction{std::cos(angle), std::sin(angle)};
    for (double off = -1'600; off < 1'600; off += 95) {
      auto const from = middle(ring) + left_of(direction) * off;
      auto const inside = chord(ring, from, direction);
      if (!inside || inside->to - inside->from < 120) continue;
      auto const a = from + direction * (inside->from + 14), b = from + direction * (inside->to - 14);
      if (on_strip(plan_, number_, a, b, 0)) continue;
      MapWay ditch{WayKind::ditch, Height::ground, {}, {}};
      ditch.nodes = {{0, earth(a)}, {0, earth(b)}};
      patch_.ways.push_back(std::move(ditch));
    }
  }

  MetPlan const& met_;
  Plan const& plan_;
  GroundShape const& ground_;
  StreetNaming const& naming_;
  std::size_t number_;
  Cell const& cell_;
  Fabric fabric_;
  std::vector<SeamLayout> layouts_;  // of the seams of the cell
  std::vector<Drive> drives_;        // of this cell
  std::map<std::size_t, SeamStop> meeting_;
  std::optional<Room> room_;
  std::vector<std::uint32_t> square_ends_;  // where streets end around the square of the station
  MapPatch patch_;
};

}  // namespace

GroundShape ground_shape(Plan const& plan) {
  std::vector<GroundShape::Core> cores;
  for (auto const& town : plan.towns) cores.push_back({town.middle, 420});
  return GroundShape(plan.seed, cores);
}

MapPatch draw(MetPlan const& met, GroundShape const& ground, StreetNaming const& naming, std::size_t cell) {
  return Drawing(met, ground, naming, cell).draw();
}

MapPatch draw_strips(Plan const& plan, GroundShape const& ground) {
  MapPatch patch;
  for (auto const& strip : plan.strips) {
    if (strip.kind == StripKind::station) continue;  // drawn with its cell
    MapWay way{strip.kind == StripKind::railway    ? WayKind::railway
               : strip.kind == StripKind::motorway ? WayKind::motorway
                                                   : WayKind::river,
               Height::ground,
               {},
               {}};
    std::vector<GeoPoint> left, right;
    for (std::size_t k = 0; k < strip.line.size(); ++k) {
      auto const at = strip.line[k];
      way.nodes.push_back({0, on_earth(ground.bent(at))});
      auto const next = strip.line[std::min(k + 1, strip.line.size() - 1)],
                 before = strip.line[k > 0 ? k - 1 : 0];
      auto const beside = left_of(unit(next - before)) * (strip.half_width - 2);
      left.push_back(on_earth(ground.bent(at + beside)));
      right.push_back(on_earth(ground.bent(at - beside)));
    }
    patch.ways.push_back(std::move(way));
    if (strip.kind == StripKind::railway) continue;
    std::ranges::reverse(right);
    left.insert(left.end(), right.begin(), right.end());
    left.push_back(left.front());
    patch.shapes.push_back(
        {strip.kind == StripKind::river ? ShapeKind::water : ShapeKind::grass, {}, std::move(left)});
  }
  return patch;
}

}  // namespace wegwijzer::towns
