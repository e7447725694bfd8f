// SPDX-License-Identifier: EUPL-1.2
#include "towns/territory.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>

#include "base/check.h"

namespace wegwijzer::towns {

namespace {

// docs/parameters.md, "Fictional towns".
constexpr std::size_t cells_per_wijk = 9;
constexpr std::size_t fields_per_buurt = 26;
constexpr std::size_t most_in_wijk = 90;
constexpr std::size_t first_gemeente = 9'000;  // CBS gives no such numbers
constexpr double inhabitants_per_field = 35;

// Inhabitants per hectare, before all are brought to the size of the town.
double density(Quarter quarter) {
  switch (quarter) {
    case Quarter::core:
      return 80;
    case Quarter::ring:
      return 105;
    case Quarter::prewar:
      return 82;
    case Quarter::postwar:
      return 86;
    case Quarter::seventies:
      return 62;
    case Quarter::vinex:
      return 58;
    case Quarter::village:
      return 30;
    default:
      return 0;
  }
}

Ring ring_of(Plan const& plan, Cell const& cell) {
  Ring ring;
  for (auto const vertex : cell.vertices) ring.push_back(plan.vertices[vertex].at);
  return ring;
}

// Centres that lie far from each other: each next one is the point farthest from all before it.
std::vector<std::size_t> spread(std::vector<Point> const& points, std::size_t count) {
  std::vector<std::size_t> centres{0};
  std::vector<double> away(points.size(), std::numeric_limits<double>::infinity());
  while (centres.size() < std::min(count, points.size())) {
    for (std::size_t i = 0; i < points.size(); ++i) {
      away[i] = std::min(away[i], distance(points[i], points[centres.back()]));
    }
    centres.push_back(static_cast<std::size_t>(std::ranges::max_element(away) - away.begin()));
  }
  return centres;
}

std::size_t nearest(std::vector<Point> const& points, std::vector<std::size_t> const& centres, Point to) {
  auto const best =
      std::ranges::min_element(centres, {}, [&](std::size_t centre) { return distance(points[centre], to); });
  return static_cast<std::size_t>(best - centres.begin());
}

AreaCode code_of(std::string const& text) {
  auto const code = AreaCode::parse(text);
  check(code.has_value(), "a code of a fictional area is not one");
  return *code;
}

class Settling {
 public:
  Settling(Plan const& plan, Names const& names, KeyFigures const& figures, WorldSize const& size)
      : plan_(plan), names_(names), figures_(figures), size_(size) {}

  Territory settle() && {
    territory_.buurt_of_cell.resize(plan_.cells.size());
    std::vector<std::vector<std::uint32_t>> in_town(plan_.towns.size()), around(plan_.towns.size());
    for (std::uint32_t i = 0; i < plan_.cells.size(); ++i) {
      auto const& cell = plan_.cells[i];
      if (cell.quarter == Quarter::outside) continue;
      (cell.town ? in_town : around)[names_.town_of(i)].push_back(i);
    }
    for (std::size_t town = 0; town < plan_.towns.size(); ++town) {
      check(town + first_gemeente < 10'000, "there are more towns than numbers of gemeenten");
      territory_.gemeenten.push_back(code_of(fmt::format("GM{:04}", first_gemeente + town)));
      divide_town(town, in_town[town]);
      divide_country(town, around[town]);
    }
    people();
    return std::move(territory_);
  }

 private:
  void divide_town(std::size_t town, std::vector<std::uint32_t> const& cells) {
    std::vector<Point> sites;
    for (auto const cell : cells) sites.push_back(plan_.cells[cell].site);
    auto const centres = spread(sites, std::max<std::size_t>(1, cells.size() / cells_per_wijk));
    std::vector<std::vector<std::uint32_t>> wijken(centres.size());
    for (auto const cell : cells) wijken[nearest(sites, centres, plan_.cells[cell].site)].push_back(cell);
    for (std::size_t i = 0; i < wijken.size(); ++i) {
      begin_wijk(town, i == 0 ? "Centrum" : wijk_name(wijken[i]));
      for (auto const cell : wijken[i]) add_buurt(town, {cell}, names_.buurt(cell));
    }
  }

  // A wijk is called after its oldest buurt with homes.
  std::string wijk_name(std::vector<std::uint32_t> const& cells) const {
    auto const order = [&](std::uint32_t cell) {
      auto const quarter = plan_.cells[cell].quarter;
      return has_homes(quarter) ? static_cast<int>(quarter) : 100;
    };
    auto const oldest = *std::ranges::min_element(cells, {}, order);
    return names_.buurt(oldest);
  }

  void divide_country(std::size_t town, std::vector<std::uint32_t> const& cells) {
    if (cells.empty()) return;
    std::vector<Point> sites;
    for (auto const cell : cells) sites.push_back(plan_.cells[cell].site);
    auto const count = std::max<std::size_t>(1, cells.size() / fields_per_buurt);
    auto const centres = spread(sites, count);
    std::vector<std::vector<std::uint32_t>> groups(centres.size());
    for (auto const cell : cells) groups[nearest(sites, centres, plan_.cells[cell].site)].push_back(cell);
    for (std::size_t i = 0; i < groups.size(); ++i) {
      if (i % most_in_wijk == 0)
        begin_wijk(town, i == 0 ? "Buitengebied" : fmt::format("Buitengebied {}", i / most_in_wijk + 1));
      auto const village = std::ranges::find_if(
          groups[i], [&](std::uint32_t cell) { return plan_.cells[cell].quarter == Quarter::village; });
      add_buurt(town, groups[i], names_.buurt(village == groups[i].end() ? groups[i].front() : *village));
    }
  }

  void begin_wijk(std::size_t town, std::string name) {
    auto const first = std::ranges::find(territory_.wijken, town, &WijkPlan::town);
    auto const number = static_cast<std::size_t>(territory_.wijken.end() - first);
    check(number < 100, "a fictional gemeente has more wijken than codes");
    territory_.wijken.push_back(
        {code_of(fmt::format("WK{:04}{:02}", first_gemeente + town, number)), std::move(name), town, {}});
  }

  void add_buurt(std::size_t town, std::vector<std::uint32_t> cells, std::string name) {
    auto& wijk = territory_.wijken.back();
    check(wijk.buurten.size() < 100, "a fictional wijk has more buurten than codes");
    BuurtPlan buurt;
    buurt.code = code_of(fmt::format("BU{}{:02}", wijk.code.text().substr(2), wijk.buurten.size()));
    buurt.name = std::move(name);
    buurt.town = town;
    buurt.wijk = territory_.wijken.size() - 1;
    for (auto const cell : cells) {
      auto const& one = plan_.cells[cell];
      if (has_homes(one.quarter) || !has_homes(buurt.quarter)) buurt.quarter = one.quarter;
      buurt.middle = buurt.middle + one.site * (1.0 / static_cast<double>(cells.size()));
      buurt.inhabitants += is_rural(one.quarter)
                               ? (one.quarter == Quarter::field ? inhabitants_per_field : 0)
                               : std::abs(area(ring_of(plan_, one))) / 10'000 * density(one.quarter);
      territory_.buurt_of_cell[cell] = territory_.buurten.size();
    }
    buurt.cells = std::move(cells);
    wijk.buurten.push_back(territory_.buurten.size());
    territory_.buurten.push_back(std::move(buurt));
  }

  void people() {
    std::vector<double> sum(plan_.towns.size());
    for (auto const& buurt : territory_.buurten) sum[buurt.town] += buurt.inhabitants;
    std::vector<double> weight;
    std::vector<std::vector<double>> surroundings;
    for (std::size_t i = 0; i < territory_.wijken.size(); ++i) {
      auto random = plan_.seed.stream("surroundings", i);
      surroundings.push_back(figures_.scores(random));
    }
    for (std::size_t i = 0; i < territory_.buurten.size(); ++i) {
      auto& buurt = territory_.buurten[i];
      auto random = plan_.seed.stream("figures", i);
      buurt.inhabitants = std::round(buurt.inhabitants * plan_.towns[buurt.town].inhabitants /
                                     std::max(1.0, sum[buurt.town]) / 5) *
                          5;
      if (buurt.inhabitants > 0)
        buurt.figures = figures_.draw(buurt.quarter, surroundings[buurt.wijk], random);
      weight.push_back(buurt.inhabitants > 0 ? buurt.inhabitants * buurt.figures.at("pop_0_14") : 0);
    }
    share_children(weight);
  }

  // Largest remainders, so that all children asked for live somewhere.
  void share_children(std::vector<double> const& weight) {
    auto const sum = std::accumulate(weight.begin(), weight.end(), 0.0);
    std::vector<std::pair<double, std::size_t>> rest;
    std::size_t given = 0;
    for (std::size_t i = 0; i < weight.size(); ++i) {
      auto const exact = sum > 0 ? weight[i] / sum * static_cast<double>(size_.children) : 0;
      auto const whole = static_cast<std::size_t>(exact);
      territory_.buurten[i].children_4_12 = whole;
      given += whole;
      rest.emplace_back(-(exact - static_cast<double>(whole)), i);
    }
    std::ranges::sort(rest);
    for (std::size_t k = 0; given < size_.children && k < rest.size(); ++k, ++given) {
      ++territory_.buurten[rest[k].second].children_4_12;
    }
  }

  Plan const& plan_;
  Names const& names_;
  KeyFigures const& figures_;
  WorldSize const& size_;
  Territory territory_;
};

// The outline of some cells together.
class Outline {
 public:
  Outline(Plan const& plan, GroundShape const& ground, std::vector<std::uint32_t> const& cells)
      : plan_(plan), ground_(ground), inside_(cells) {
    std::ranges::sort(inside_);
  }

  std::vector<Polygon> polygons() {
    for (auto const cell : inside_) add_borders(cell);
    std::vector<Polygon> found;
    std::vector<std::vector<GeoPoint>> holes;
    while (!next_.empty()) {
      auto const [ring, size] = take_ring();
      if (size > 0) {
        found.push_back({ring, {}});
      } else {
        holes.push_back(ring);
      }
    }
    for (auto& hole : holes) {
      auto const around =
          std::ranges::find_if(found, [&](Polygon const& one) { return contains({one}, hole.front()); });
      if (around != found.end()) around->holes.push_back(std::move(hole));
    }
    return found;
  }

 private:
  void add_borders(std::uint32_t number) {
    auto const& cell = plan_.cells[number];
    for (std::size_t i = 0; i < cell.seams.size(); ++i) {
      auto const& seam = plan_.seams[cell.seams[i]];
      auto const other = seam.cells[0] == number ? seam.cells[1] : seam.cells[0];
      if (std::ranges::binary_search(inside_, other)) continue;
      next_.emplace(cell.vertices[i], Step{cell.vertices[(i + 1) % cell.vertices.size()], cell.seams[i]});
    }
  }

  struct Step {
    std::uint32_t to;
    std::uint32_t seam;
  };

  std::pair<std::vector<GeoPoint>, double> take_ring() {
    auto const start = next_.begin()->first;
    auto at = start;
    std::vector<GeoPoint> ring;
    double twice = 0;
    do {
      auto const step = next_.find(at);
      check(step != next_.end(), "the border of an area has no end");
      auto const [to, seam] = step->second;
      next_.erase(step);
      for (auto const point : bends(seam, at)) ring.push_back(point);
      twice += cross(plan_.vertices[at].at, plan_.vertices[to].at);
      at = to;
    } while (at != start);
    ring.push_back(ring.front());
    return {std::move(ring), twice};
  }

  // From this vertex up to, not including, the other one; the same points in both directions.
  std::vector<GeoPoint> bends(std::uint32_t number, std::uint32_t from) const {
    auto const& seam = plan_.seams[number];
    auto line = ground_.bent(plan_.vertices[seam.vertices[0]].at, plan_.vertices[seam.vertices[1]].at);
    if (seam.vertices[0] != from) std::ranges::reverse(line);
    line.pop_back();
    std::vector<GeoPoint> points;
    for (auto const& point : line) points.push_back(on_earth(point));
    return points;
  }

  Plan const& plan_;
  GroundShape const& ground_;
  std::vector<std::uint32_t> inside_;
  std::multimap<std::uint32_t, Step> next_;
};

double square_kilometres(Plan const& plan, std::vector<std::uint32_t> const& cells) {
  double sum = 0;
  for (auto const cell : cells) sum += std::abs(area(ring_of(plan, plan.cells[cell])));
  return std::round(sum / 10'000) / 100;
}

// Figures that are means over people, from parts with so many inhabitants.
std::map<std::string, double> together(std::vector<BuurtPlan const*> const& parts) {
  std::map<std::string, double> sum, weight;
  for (auto const* const part : parts) {
    for (auto const& [name, value] : part->figures) {
      sum[name] += value * part->inhabitants;
      weight[name] += part->inhabitants;
    }
  }
  for (auto& [name, value] : sum) value = std::round(value / weight[name] * 10) / 10;
  return sum;
}

class AreasOfTown {
 public:
  AreasOfTown(Plan const& plan, GroundShape const& ground, Territory const& territory, Names const& names,
              std::size_t town)
      : plan_(plan), ground_(ground), territory_(territory), names_(names), town_(town) {}

  std::vector<Area> all() {
    std::vector<BuurtPlan const*> everybody;
    for (auto const& wijk : territory_.wijken) {
      if (wijk.town != town_) continue;
      std::vector<BuurtPlan const*> parts;
      for (auto const buurt : wijk.buurten) parts.push_back(&territory_.buurten[buurt]);
      add(wijk.code, wijk.name, parts);
      for (auto const* const buurt : parts) add(buurt->code, buurt->name, {buurt});
      everybody.insert(everybody.end(), parts.begin(), parts.end());
    }
    add(territory_.gemeenten[town_], names_.town(town_), everybody);
    return std::move(areas_);
  }

 private:
  void add(AreaCode const& code, std::string const& name, std::vector<BuurtPlan const*> const& parts) {
    std::vector<std::uint32_t> cells;
    double inhabitants = 0;
    for (auto const* const part : parts) {
      cells.insert(cells.end(), part->cells.begin(), part->cells.end());
      inhabitants += part->inhabitants;
    }
    Area area{code, name, Outline(plan_, ground_, cells).polygons(), {}, {}, std::string(made_up_source)};
    area.figures = parts.size() == 1 ? parts.front()->figures : together(parts);
    area.figures["population"] = inhabitants;
    area.figures["area_km2"] = square_kilometres(plan_, cells);
    if (auto const size = area.figures.find("household_size"); size != area.figures.end()) {
      area.figures["dwelling_total"] = std::round(inhabitants / std::max(1.0, size->second));
    }
    if (parts.size() == 1)
      area.label = on_earth(ground_.bent(plan_.cells[parts.front()->cells.front()].site));
    areas_.push_back(std::move(area));
  }

  Plan const& plan_;
  GroundShape const& ground_;
  Territory const& territory_;
  Names const& names_;
  std::size_t town_;
  std::vector<Area> areas_;
};

}  // namespace

Territory settle(Plan const& plan, Names const& names, KeyFigures const& figures, WorldSize const& size) {
  return Settling(plan, names, figures, size).settle();
}

std::vector<Area> areas_of(Plan const& plan, GroundShape const& ground, Territory const& territory,
                           Names const& names, std::size_t town) {
  return AreasOfTown(plan, ground, territory, names, town).all();
}

}  // namespace wegwijzer::towns
