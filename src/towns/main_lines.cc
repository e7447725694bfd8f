// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>
#include <queue>
#include <unordered_map>

#include "towns/ground_shape.h"
#include "towns/seam_lines.h"
#include "towns/sites.h"

namespace wegwijzer::towns {

namespace {

constexpr double least_with_station = 18'000;  // inhabitants
constexpr double longest_way_round = 2'000;    // metres to the other side of what cuts through a town
constexpr double no_way = std::numeric_limits<double>::infinity();

bool is_core(Cell const& cell) {
  return cell.quarter == Quarter::core;
}

class MainLines {
 public:
  explicit MainLines(Plan& plan) : plan_(plan), random_(plan.seed.stream("main lines")) {}

  void lay() {
    for (std::size_t i = 0; i < plan_.towns.size(); ++i) {
      dig_canals(Index<Town>(i));
      build_ring_road(Index<Town>(i));
    }
    lay_strips();
    lay_avenues();
    lay_streets();
    join_the_country();
    cross_strips();
    open_crossings();
  }

 private:
  Cell const& cell(Seam const& seam, std::size_t side) const { return plan_.cells[seam.cells[side]]; }

  bool both(Seam const& seam, auto holds) const { return holds(cell(seam, 0)) && holds(cell(seam, 1)); }

  bool one(Seam const& seam, auto holds) const { return holds(cell(seam, 0)) || holds(cell(seam, 1)); }

  double length(Seam const& seam) const {
    return distance(plan_.vertices[seam.vertices[0]].at, plan_.vertices[seam.vertices[1]].at);
  }

  Point halfway(Seam const& seam) const {
    return between(plan_.vertices[seam.vertices[0]].at, plan_.vertices[seam.vertices[1]].at, 0.5);
  }

  std::uint32_t new_name() { return ++names_; }

  bool has_core(Index<Town> town) const {
    return std::ranges::any_of(plan_.cells, [&](Cell const& c) { return c.town == town && is_core(c); });
  }

  void dig_canals(Index<Town> town) {
    auto const moat = new_name();
    for (auto& seam : plan_.seams) {
      if (!one(seam, [&](Cell const& c) { return c.town == town && is_core(c); })) continue;
      if (!both(seam, is_core)) {
        seam.kind = SeamKind::canal;
        seam.name = moat;
      } else if (random_.chance(0.42)) {
        seam.kind = SeamKind::canal;
        seam.name = new_name();
      }
    }
  }

  void build_ring_road(Index<Town> town) {
    auto const& about = plan_.towns[town.value()];
    if (about.inhabitants < 45'000) return;
    auto const gap = random_.unit() * full_circle;
    auto const gap_width = about.inhabitants < 150'000 ? 0.75 : 0.0;
    auto const name = new_name();
    for (auto& seam : plan_.seams) {
      if (!both(seam, [&](Cell const& c) { return c.town == town; })) continue;
      if ((cell(seam, 0).depth < 0.66) == (cell(seam, 1).depth < 0.66)) continue;
      auto const away = halfway(seam) - about.middle;
      if (std::abs(std::remainder(std::atan2(away.y, away.x) - gap, full_circle)) < gap_width) continue;
      seam.kind = SeamKind::ring_road;
      seam.name = name;
    }
  }

  // Pushes a line out of the surroundings of towns, then rounds its corners.
  std::vector<Point> around_towns(std::vector<Point> line, auto keep_off) const {
    for (int round = 0; round < 3; ++round) {
      for (auto& point : line) {
        for (auto const& town : plan_.towns) {
          auto const off = keep_off(town);
          auto const away = point - town.middle;
          if (towns::length(away) < off) point = town.middle + unit(away) * off;
        }
      }
      line = rounded(line);
    }
    return line;
  }

  // G. Chaikin, Computer Graphics and Image Processing 3, 1974.
  static std::vector<Point> rounded(std::vector<Point> const& line) {
    std::vector<Point> smooth{line.front()};
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
      if (i > 0) smooth.push_back(between(line[i], line[i + 1], 0.25));
      if (i + 2 < line.size()) smooth.push_back(between(line[i], line[i + 1], 0.75));
    }
    smooth.push_back(line.back());
    return smooth;
  }

  std::vector<Point> straight(Point from, Point to) const {
    auto const steps = std::max(2.0, std::ceil(distance(from, to) / 420));
    std::vector<Point> line;
    for (double i = 0; i <= steps; ++i) line.push_back(between(from, to, i / steps));
    return line;
  }

  static double core_off(Town const& town) { return town.inhabitants > 15'000 ? 700 : 420; }

  void add_strip(StripKind kind, double half_width, std::vector<Point> line) {
    plan_.strips.push_back({kind, half_width, std::move(line), new_name()});
  }

  void railway(Point from, Point to) {
    add_strip(StripKind::railway, 16, around_towns(straight(from, to), core_off));
  }

  void motorway(Point from, Point to) {
    add_strip(StripKind::motorway, 34,
              around_towns(straight(from, to), [](Town const& town) { return town.radius * 1.08 + 180; }));
  }

  void river(Point from, Point to) {
    auto line = straight(from, to);
    Noise const bends(plan_.seed.stream("river", plan_.strips.size()), 1'900);
    auto const across = left_of(unit(to - from));
    for (std::size_t i = 1; i + 1 < line.size(); ++i) line[i] = line[i] + across * (420 * bends.at(line[i]));
    add_strip(StripKind::river, 26, around_towns(line, [](Town const& town) { return core_off(town) - 90; }));
  }

  void lay_strips() {
    choose_stops();
    if (plan_.towns.size() == 1) {
      cross_one_town();
    } else {
      join_towns();
    }
    build_stations();
    find_strips_at_cells();
  }

  // Where the railway passes a town that is large enough for a station.
  void choose_stops() {
    for (auto const& town : plan_.towns) {
      auto const angle = random_.unit() * full_circle;
      stops_.push_back(town.middle + towards(angle) * (core_off(town) + 40));
    }
  }

  static bool has_station(Town const& town) { return town.inhabitants >= least_with_station; }

  void build_stations() {
    for (std::size_t i = 0; i < plan_.towns.size(); ++i) {
      auto& town = plan_.towns[i];
      if (!has_station(town)) continue;
      town.station = find_station(plan_, i, stops_[i]);
      if (town.station) plan_.strips.push_back(station_grounds(*town.station));
    }
  }

  void cross_one_town() {
    auto const& town = plan_.towns.front();
    auto const edge = plan_.half_width * 1.5;
    auto const stops = has_station(town);
    auto const side = stops ? unit(stops_.front() - town.middle) : Point{0, 1};
    auto const along = left_of(side);
    auto const near = stops ? stops_.front() : town.middle + side * 900;
    auto line = straight(near - along * edge, near);
    auto const rest = straight(near, near + along * edge + side * (edge * 0.25));
    line.insert(line.end(), rest.begin() + 1, rest.end());
    add_strip(StripKind::railway, 16, around_towns(line, core_off));
    auto const beside = unit(side * -0.4 + along * 0.9);
    river(town.middle - side * 560 - beside * edge, town.middle - side * 560 + beside * edge);
    auto const far = town.middle + unit(along + side * 0.2) * (town.radius * 1.12 + 250);
    motorway(far - side * edge, far + unit(side + along * 0.15) * edge);
  }

  // Towns as a tree of shortest distances (R. Prim, Bell System Technical Journal 36, 1957), and a few more.
  std::vector<std::pair<std::size_t, std::size_t>> neighbours(double at_least, std::size_t more) const {
    std::vector<std::size_t> large;
    for (std::size_t i = 0; i < plan_.towns.size(); ++i) {
      if (plan_.towns[i].inhabitants >= at_least) large.push_back(i);
    }
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    std::vector<std::size_t> joined, left = large;
    auto const apart = [&](std::size_t a, std::size_t b) {
      return distance(plan_.towns[a].middle, plan_.towns[b].middle);
    };
    if (!left.empty()) joined.push_back(left.front()), left.erase(left.begin());
    while (!left.empty()) {
      std::pair<std::size_t, std::size_t> best{joined.front(), left.front()};
      for (auto const a : joined) {
        for (auto const b : left) {
          if (apart(a, b) < apart(best.first, best.second)) best = {a, b};
        }
      }
      pairs.push_back(best);
      joined.push_back(best.second);
      std::erase(left, best.second);
    }
    for (auto const a : large) {
      auto others = large;
      std::ranges::sort(others, {}, [&](std::size_t b) { return apart(a, b); });
      for (std::size_t k = 1; k <= more && k < others.size(); ++k) {
        auto const pair = std::minmax(a, others[k]);
        auto const known =
            std::ranges::any_of(pairs, [&](auto const& p) { return std::minmax(p.first, p.second) == pair; });
        if (!known) pairs.emplace_back(pair.first, pair.second);
      }
    }
    return pairs;
  }

  void join_towns() {
    for (auto const& [a, b] : neighbours(least_with_station, 0)) railway(stops_[a], stops_[b]);
    for (auto const& [a, b] : neighbours(70'000, 1)) {
      auto const& from = plan_.towns[a];
      auto const& to = plan_.towns[b];
      auto const beside = left_of(unit(to.middle - from.middle));
      motorway(from.middle + beside * (from.radius * 1.1 + 250),
               to.middle + beside * (to.radius * 1.1 + 250));
    }
    auto const rivers = static_cast<int>(plan_.half_width / 15'000) + 1;
    for (int i = 0; i < rivers; ++i) {
      auto const from = (random_.unit() * 2 - 1) * plan_.half_width,
                 to = from + (random_.unit() - 0.5) * 9'000;
      river({from, -plan_.half_width * 1.02}, {to, plan_.half_width * 1.02});
    }
  }

  void find_strips_at_cells() {
    plan_.strips_at.resize(plan_.cells.size());
    std::unordered_map<std::int64_t, std::vector<StripPiece>> squares;
    constexpr double width = 1'500;  // more than a cell and a stretch between two points reach
    auto const square = [](Point at) {
      return static_cast<std::int64_t>(std::floor(at.x / width)) * 1'000'000 +
             static_cast<std::int64_t>(std::floor(at.y / width));
    };
    for (std::uint32_t strip = 0; strip < plan_.strips.size(); ++strip) {
      auto const& line = plan_.strips[strip].line;
      for (std::uint32_t i = 0; i + 1 < line.size(); ++i) {
        for (int dx = -1; dx <= 1; ++dx) {
          for (int dy = -1; dy <= 1; ++dy) {
            squares[square(line[i] + Point{dx * width, dy * width})].push_back({strip, i});
          }
        }
      }
    }
    for (std::size_t i = 0; i < plan_.cells.size(); ++i) {
      auto const found = squares.find(square(plan_.cells[i].site));
      if (found != squares.end()) plan_.strips_at[i] = found->second;
    }
  }

  // The cheapest way along seams from one of these vertices to a goal (Dijkstra).
  std::vector<std::uint32_t> cheapest(std::vector<std::uint32_t> const& from, auto is_goal, auto cost) {
    reached_.resize(plan_.vertices.size(), no_way);
    came_by_.resize(plan_.vertices.size());
    using Entry = std::pair<double, std::uint32_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    std::vector<std::uint32_t> touched;
    auto const improve = [&](std::uint32_t vertex, double value, std::uint32_t by) {
      if (value >= reached_[vertex]) return;
      if (reached_[vertex] == no_way) touched.push_back(vertex);
      reached_[vertex] = value;
      came_by_[vertex] = by;
      queue.emplace(value, vertex);
    };
    constexpr auto start = static_cast<std::uint32_t>(-1);
    for (auto const vertex : from) improve(vertex, 0, start);
    std::vector<std::uint32_t> way;
    while (!queue.empty()) {
      auto const [value, vertex] = queue.top();
      queue.pop();
      if (value > reached_[vertex]) continue;
      if (is_goal(vertex)) {
        for (auto at = vertex; came_by_[at] != start;) {
          auto const by = came_by_[at];
          way.push_back(by);
          auto const& seam = plan_.seams[by];
          at = seam.vertices[0] == at ? seam.vertices[1] : seam.vertices[0];
        }
        break;
      }
      for (auto const by : plan_.vertices[vertex].seams) {
        auto const& seam = plan_.seams[by];
        auto const other = seam.vertices[0] == vertex ? seam.vertices[1] : seam.vertices[0];
        improve(other, value + cost(seam), by);
      }
    }
    for (auto const vertex : touched) reached_[vertex] = no_way;
    return way;
  }

  double avenue_cost(Seam const& seam) const {
    auto const metres = length(seam);
    switch (seam.kind) {
      case SeamKind::avenue:
        return metres * 0.55;
      case SeamKind::canal:
        return metres * 6;
      case SeamKind::ring_road:
        return metres * 1.6;
      default:
        break;
    }
    if (one(seam, [](Cell const& c) { return c.quarter == Quarter::outside; })) return no_way;
    return both(seam, is_core) ? metres * 3 : metres;
  }

  void make_avenue(std::vector<std::uint32_t> const& way) {
    auto const name = new_name();
    for (auto const by : way) {
      auto& seam = plan_.seams[by];
      if (seam.kind == SeamKind::canal || seam.kind == SeamKind::ring_road) {
        for (auto const vertex : seam.vertices) open_[vertex] = true;
      } else if (seam.kind == SeamKind::nothing) {
        seam.kind = SeamKind::avenue;
        seam.name = name;
      }
    }
  }

  std::vector<std::uint32_t> gates_of(std::size_t town) const {
    std::vector<std::uint32_t> gates;
    for (std::uint32_t i = 0; i < plan_.vertices.size(); ++i) {
      bool in_core = false, beside = false;
      for (auto const seam : plan_.vertices[i].seams) {
        for (auto const c : plan_.seams[seam].cells) {
          auto const& cell = plan_.cells[c];
          if (cell.town != Index<Town>(town)) continue;
          (is_core(cell) || cell.depth == 0 ? in_core : beside) = true;
        }
      }
      if (in_core && beside) gates.push_back(i);
    }
    return gates;
  }

  std::uint32_t nearest_vertex(Point at) const {
    auto const near = std::ranges::min_element(plan_.vertices, {}, [&](Vertex const& vertex) {
      return vertex.seams.empty() ? no_way : distance(vertex.at, at);
    });
    return static_cast<std::uint32_t>(near - plan_.vertices.begin());
  }

  void lay_avenues() {
    open_.assign(plan_.vertices.size(), false);
    std::vector<std::vector<std::uint32_t>> gates(plan_.towns.size());
    for (std::size_t i = 0; i < gates.size(); ++i) gates[i] = gates_of(i);
    auto const cost = [&](Seam const& seam) { return avenue_cost(seam); };
    for (auto const& [a, b] : neighbours(0, 2)) {
      if (gates[a].empty() || gates[b].empty()) continue;
      std::vector<bool> goal(plan_.vertices.size());
      for (auto const gate : gates[b]) goal[gate] = true;
      make_avenue(cheapest(gates[a], [&](std::uint32_t v) { return goal[v]; }, cost));
    }
    for (std::size_t i = 0; i < gates.size(); ++i) {
      if (gates[i].empty()) continue;
      auto const& town = plan_.towns[i];
      auto const alone = plan_.towns.size() == 1;
      auto const rays = alone ? 6 : town.inhabitants > 100'000 ? 7 : town.inhabitants > 30'000 ? 5 : 3;
      auto const turn = random_.unit() * full_circle;
      for (int ray = 0; ray < rays; ++ray) {
        auto const reach = alone ? plan_.half_width * 0.97 : town.radius * 1.02;
        auto const to = nearest_vertex(
            town.middle + towards(turn + full_circle / rays * (ray + 0.5 * random_.unit())) * reach);
        make_avenue(cheapest(gates[i], [&](std::uint32_t v) { return v == to; }, cost));
      }
    }
  }

  void lay_streets() {
    for (auto& seam : plan_.seams) {
      if (seam.kind != SeamKind::nothing) continue;
      if (one(seam, [](Cell const& c) { return c.quarter == Quarter::outside; })) continue;
      if (both(seam, [](Cell const& c) { return !is_rural(c.quarter); })) {
        seam.kind = SeamKind::street;
      } else if (one(seam, [](Cell const& c) { return !is_rural(c.quarter); })) {
        seam.kind = random_.chance(0.6) ? SeamKind::street : SeamKind::path;
      } else if (one(seam, [](Cell const& c) { return c.quarter == Quarter::lake; })) {
        seam.kind = SeamKind::path;
      } else if (random_.chance(0.4)) {
        seam.kind = random_.chance(0.72) ? SeamKind::country_road : SeamKind::path;
      }
      if (seam.kind != SeamKind::nothing) seam.name = new_name();
    }
  }

  // Adds country roads until every vertex can be reached from every other.
  void join_the_country() {
    std::vector<std::uint32_t> part(plan_.vertices.size());
    std::iota(part.begin(), part.end(), 0U);
    auto const root = [&](std::uint32_t of) {
      while (part[of] != of) of = part[of] = part[part[of]];
      return of;
    };
    auto const join = [&](Seam const& seam) { part[root(seam.vertices[0])] = root(seam.vertices[1]); };
    for (auto const& seam : plan_.seams) {
      if (seam.kind != SeamKind::nothing) join(seam);
    }
    for (auto& seam : plan_.seams) {
      if (seam.kind != SeamKind::nothing || root(seam.vertices[0]) == root(seam.vertices[1])) continue;
      if (one(seam, [](Cell const& c) { return c.quarter == Quarter::outside; })) continue;
      seam.kind = SeamKind::country_road;
      seam.name = new_name();
      join(seam);
    }
  }

  // Bridges and tunnels at railways, motorways and rivers: some by chance, then as many as it takes to leave
  // nothing cut off.
  void cross_strips() {
    std::vector<std::uint32_t> part(plan_.vertices.size());
    std::iota(part.begin(), part.end(), 0U);
    auto const root = [&](std::uint32_t of) {
      while (part[of] != of) of = part[of] = part[part[of]];
      return of;
    };
    std::vector<std::uint32_t> cut;
    for (std::uint32_t i = 0; i < plan_.seams.size(); ++i) {
      auto& seam = plan_.seams[i];
      if (seam.kind == SeamKind::nothing) continue;
      auto random = plan_.seed.stream("seam crossing", i);
      seam.crosses = seam.kind == SeamKind::avenue || seam.kind == SeamKind::ring_road || random.chance(0.22);
      auto const meets = on_strip(plan_, owner(plan_, seam), plan_.vertices[seam.vertices[0]].at,
                                  plan_.vertices[seam.vertices[1]].at, 0);
      if (meets && !seam.crosses) {
        cut.push_back(i);
      } else {
        part[root(seam.vertices[0])] = root(seam.vertices[1]);
      }
    }
    for (auto const i : cut) {
      auto& seam = plan_.seams[i];
      auto const one = root(seam.vertices[0]), other = root(seam.vertices[1]);
      if (one == other) continue;
      seam.crosses = true;
      part[one] = other;
    }
    std::erase_if(cut, [&](std::uint32_t i) { return plan_.seams[i].crosses; });
    shorten_ways_round(cut);
  }

  // In a town nobody walks very far round to the other side.
  void shorten_ways_round(std::vector<std::uint32_t> const& cut) {
    std::vector<bool> is_cut(plan_.seams.size());
    for (auto const i : cut) is_cut[i] = true;
    for (auto const i : cut) {
      auto& seam = plan_.seams[i];
      if (!both(seam, [](Cell const& c) { return c.town.has_value(); })) continue;
      auto const from = seam.vertices[0], to = seam.vertices[1];
      bool arrives = false;
      auto const is_goal = [&](std::uint32_t vertex) {
        auto const too_far = reached_[vertex] > longest_way_round;
        arrives = vertex == to && !too_far;
        return arrives || too_far;
      };
      auto const cost = [&](Seam const& by) {
        auto const closed =
            by.kind == SeamKind::nothing || is_cut[static_cast<std::size_t>(&by - plan_.seams.data())];
        return closed ? no_way : length(by);
      };
      cheapest({from}, is_goal, cost);
      if (arrives) continue;
      seam.crosses = true;
      is_cut[i] = false;
    }
  }

  void open_crossings() {
    for (std::uint32_t i = 0; i < plan_.vertices.size(); ++i) {
      auto& vertex = plan_.vertices[i];
      auto const count = [&](auto holds) {
        return std::ranges::count_if(vertex.seams,
                                     [&](std::uint32_t seam) { return holds(plan_.seams[seam]); });
      };
      auto const canals = count([](Seam const& seam) { return seam.kind == SeamKind::canal; });
      auto const rings = count([](Seam const& seam) { return seam.kind == SeamKind::ring_road; });
      auto const avenues = count([](Seam const& seam) { return seam.kind == SeamKind::avenue; });
      vertex.barrier = canals + rings >= 1;
      if (!vertex.barrier || open_[i] || avenues > 0) continue;
      auto const draw = random_.unit();
      vertex.open = canals > 0 && rings == 0 ? draw < 0.7 : draw < 0.3;
      vertex.foot_only = rings > 0 || draw > 0.45;
    }
  }

  Plan& plan_;
  Random random_;
  std::uint32_t names_ = 0;
  std::vector<Point> stops_;  // per town
  std::vector<bool> open_;
  std::vector<double> reached_;
  std::vector<std::uint32_t> came_by_;
};

}  // namespace

void lay_main_lines(Plan& plan) {
  MainLines(plan).lay();
}

Plan make_plan(WorldSize const& size) {
  Plan plan;
  plan.seed = Seed(size.seed);
  place_sites(plan, size);
  grow_cells(plan);
  lay_main_lines(plan);
  return plan;
}

}  // namespace wegwijzer::towns
