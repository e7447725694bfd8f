// SPDX-License-Identifier: EUPL-1.2
#include "towns/sites.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "towns/ground_shape.h"

namespace wegwijzer::towns {

namespace {

// docs/parameters.md, "Fictional towns".
constexpr double share_of_children = 0.088;  // of all inhabitants, 4 to 12 years old
constexpr double inhabitants_per_buurt = 1'250;
constexpr double cells_per_home_cell = 1.22;  // parks, sports and business beside the homes
constexpr double buurt_width = 450;
constexpr double core_width = 280;
constexpr double country_width = 1'280;
constexpr double country_inhabitants_per_km2 = 120;
constexpr double least_apart = 150;  // in the country: of two fields nearer to each other one is enough
constexpr double margin_around_one_town = 2'300;

// How far the town bulges in this direction, around 1.
class Bulge {
 public:
  explicit Bulge(Random random) {
    for (auto& wave : waves_) wave = {(random.unit() - 0.5) * 0.36, random.unit() * full_circle};
  }

  double at(double angle) const {
    double sum = 1;
    for (std::size_t i = 0; i < waves_.size(); ++i) {
      sum += waves_[i].height * std::cos(angle * static_cast<double>(i + 1) + waves_[i].turn);
    }
    return std::max(sum, 0.6);
  }

 private:
  struct Wave {
    double height, turn;
  };

  std::array<Wave, 4> waves_{};
};

std::vector<double> town_sizes(WorldSize const& size) {
  auto const all = static_cast<double>(size.children) / share_of_children;
  std::vector<double> weights(size.towns);
  for (std::size_t i = 0; i < size.towns; ++i) weights[i] = std::pow(static_cast<double>(i + 2), -0.8);
  auto const sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  for (auto& weight : weights) weight *= all / sum;
  return weights;
}

double radius_of(double inhabitants) {
  auto const cells = inhabitants / inhabitants_per_buurt * cells_per_home_cell;
  return std::sqrt(cells * buurt_width * buurt_width * std::numbers::sqrt3 / 2 / std::numbers::pi);
}

void place_towns(Plan& plan, WorldSize const& size) {
  auto const sizes = town_sizes(size);
  auto random = plan.seed.stream("towns");
  if (sizes.size() == 1) {
    plan.towns.push_back({{0, 0}, radius_of(sizes[0]), sizes[0], {}});
    plan.half_width = radius_of(sizes[0]) * 1.15 + margin_around_one_town;
    return;
  }
  auto const all = std::accumulate(sizes.begin(), sizes.end(), 0.0);
  plan.half_width = std::sqrt(all / country_inhabitants_per_km2) * 500;
  for (auto const inhabitants : sizes) {
    auto const radius = radius_of(inhabitants);
    auto const room = [&](Point at, double share) {
      return std::ranges::all_of(plan.towns, [&](Town const& other) {
        return distance(at, other.middle) > ((radius + other.radius) * 1.3 + 3'000) * share;
      });
    };
    auto const reach = std::max(0.0, plan.half_width - radius * 1.2 - 1'500);
    Point at;
    double share = 1;
    do {
      at = Point{random.unit() * 2 - 1, random.unit() * 2 - 1} * reach;
      share *= 0.998;
    } while (!room(at, share));
    plan.towns.push_back({at, radius, inhabitants, {}});
  }
}

struct Lot {
  Point at;
  double depth;  // 0 in the middle, 1 at the edge, in the direction in which it lies
};

// Where the ring road comes, as a share of the town; lots lie at equal distances on both sides of it, so that
// the seams between them are one round road.
constexpr double ring_road_at = 0.66;

void mirror_at_ring_road(Town const& town, Random& random, Bulge const& bulge, std::size_t count,
                         std::vector<Lot>& grid) {
  std::ranges::stable_sort(grid, {}, &Lot::depth);
  auto const radius = grid[std::min(grid.size() - 1, count)].depth * ring_road_at;
  // Rounder than the town.
  auto const road_at = [&](double angle) { return radius * (0.7 + 0.3 * bulge.at(angle)); };
  auto const beyond = [&](Lot const& lot) {
    auto const away = lot.at - town.middle;
    return length(away) - road_at(std::atan2(away.y, away.x));
  };
  std::erase_if(grid, [&](Lot const& lot) { return std::abs(beyond(lot)) < buurt_width * 0.72; });
  auto const beside = buurt_width * 0.42;
  for (auto& lot : grid)
    lot.depth = beyond(lot) < 0 ? std::min(lot.depth, radius - beside) : std::max(lot.depth, radius + beside);
  auto const pairs = std::round(full_circle * radius / (buurt_width * 0.98));
  for (double i = 0; i < pairs; ++i) {
    auto const angle = full_circle / pairs * (i + 0.3 * (random.unit() - 0.5));
    for (double const side : {-1, 1}) {
      auto const away = road_at(angle) + side * beside;
      grid.push_back({town.middle + towards(angle) * away, radius + side * beside});
    }
  }
}

// The lots of a town from its middle outwards: small in the old core, then on a jittered hexagonal grid.
std::vector<Lot> lots_of(Town const& town, Random& random, Bulge const& bulge, std::size_t count) {
  std::vector<Lot> lots{{town.middle, 0}};
  auto const turn = random.unit() * full_circle;
  auto const has_core = count > 14;
  if (has_core) {
    for (int i = 0; i < 6; ++i) {
      auto const angle = turn + full_circle / 6 * i + (random.unit() - 0.5) * 0.25;
      lots.push_back({town.middle + towards(angle) * (core_width * (0.92 + 0.16 * random.unit())), 0.01});
    }
  }
  auto const free = has_core ? core_width + buurt_width * 0.66 : buurt_width * 0.7;
  auto const rows = static_cast<int>(std::sqrt(static_cast<double>(count)) * 1.2) + 4;
  std::vector<Lot> grid;
  for (int row = -rows; row <= rows; ++row) {
    for (int column = -rows; column <= rows; ++column) {
      Point const hexagonal{column + (row % 2 ? 0.5 : 0.0), row * std::numbers::sqrt3 / 2};
      Point const jitter{random.unit() - 0.5, random.unit() - 0.5};
      auto const away = (hexagonal + jitter * 0.52) * buurt_width;
      if (length(away) < free) continue;
      grid.push_back({town.middle + away, length(away) / bulge.at(std::atan2(away.y, away.x))});
    }
  }
  if (count > 40) mirror_at_ring_road(town, random, bulge, count, grid);
  std::ranges::stable_sort(grid, {}, &Lot::depth);
  grid.resize(std::min(grid.size(), count > lots.size() ? count - lots.size() : 0));
  auto const edge = grid.empty() ? 1 : grid.back().depth;
  for (auto const& lot : grid) lots.push_back({lot.at, lot.depth / edge});
  return lots;
}

Quarter by_period(double depth, double noise) {
  auto const f = depth + noise * 0.16;
  if (f < 0.3) return Quarter::ring;
  if (f < 0.46) return Quarter::prewar;
  if (f < 0.68) return Quarter::postwar;
  if (f < 0.86) return Quarter::seventies;
  return Quarter::vinex;
}

double turned(double angle) {
  return std::abs(std::remainder(angle, full_circle));
}

void settle_town(Plan& plan, std::size_t number) {
  auto const& town = plan.towns[number];
  auto random = plan.seed.stream("town", number);
  Bulge const bulge(random);
  Noise const period(plan.seed.stream("period", number), 1'100);
  auto const homes = std::max(3.0, town.inhabitants / inhabitants_per_buurt);
  auto const lots = lots_of(town, random, bulge, static_cast<std::size_t>(homes * cells_per_home_cell + 0.5));
  auto const business_side = random.unit() * full_circle;
  std::vector<Point> parks;
  for (std::size_t i = 0; i < lots.size(); ++i) {
    auto const& lot = lots[i];
    auto const away = lot.at - town.middle;
    auto const from_business = turned(std::atan2(away.y, away.x) - business_side);
    auto quarter = i < 7 && lots.size() > 14 ? Quarter::core : by_period(lot.depth, period.at(lot.at));
    if (i == 0) quarter = lots.size() > 14 ? Quarter::core : Quarter::village;
    auto const far_from_parks =
        std::ranges::all_of(parks, [&](Point park) { return distance(park, lot.at) > 1'150; });
    auto const draw = random.unit();
    if (quarter == Quarter::core || i == 0) {
    } else if (lot.depth > 0.62 && from_business < 0.5) {
      quarter = Quarter::business;
    } else if (lot.depth > 0.2 && far_from_parks && draw < 0.25) {
      quarter = Quarter::park;
      parks.push_back(lot.at);
    } else if (lot.depth > 0.6 && draw > 0.94) {
      quarter = Quarter::sports;
    }
    plan.cells.push_back({lot.at, quarter, Index<Town>(number), lot.depth, {}, {}});
  }
}

// Finds sites near a point.
class Built {
 public:
  explicit Built(std::vector<Cell> const& cells) {
    for (auto const& cell : cells) add(cell.site);
  }

  void add(Point at) { squares_[square(at, 0, 0)].push_back(at); }

  bool within(Point at, double reach) const {
    for (int row = -1; row <= 1; ++row) {
      for (int column = -1; column <= 1; ++column) {
        auto const found = squares_.find(square(at, column, row));
        if (found == squares_.end()) continue;
        if (std::ranges::any_of(found->second, [&](Point site) { return distance(site, at) < reach; })) {
          return true;
        }
      }
    }
    return false;
  }

 private:
  static std::int64_t square(Point at, int column, int row) {
    return (static_cast<std::int64_t>(std::floor(at.x / 1'000)) + column) * 1'000'000 +
           static_cast<std::int64_t>(std::floor(at.y / 1'000)) + row;
  }

  std::unordered_map<std::int64_t, std::vector<Point>> squares_;
};

void add_village(Plan& plan, Point at, Random& random, Built& country) {
  plan.cells.push_back({at, Quarter::village, {}, 1, {}, {}});
  country.add(at);
  auto const turn = random.unit() * full_circle;
  for (int i = 0; i < 6; ++i) {
    auto const around = at + towards(turn + full_circle / 6 * i) * (430 + 60 * random.unit());
    if (country.within(around, least_apart)) continue;
    country.add(around);
    plan.cells.push_back({around, Quarter::field, {}, 1, {}, {}});
  }
}

void settle_country(Plan& plan) {
  Built const built(plan.cells);
  auto country = built;
  auto random = plan.seed.stream("country");
  Noise const woods(plan.seed.stream("woods"), 3'500);
  auto const edge = static_cast<int>(std::ceil(plan.half_width / country_width));
  for (int row = -edge - 2; row <= edge + 2; ++row) {
    for (int column = -edge - 2; column <= edge + 2; ++column) {
      auto const at =
          Point{column + 0.5 + (random.unit() - 0.5) * 0.6, row + 0.5 + (random.unit() - 0.5) * 0.6} *
          country_width;
      auto const draw = random.unit();
      if (built.within(at, 760) || country.within(at, least_apart)) continue;
      auto const beyond = std::abs(row + 0.5) > edge || std::abs(column + 0.5) > edge;
      auto const wood = woods.at(at);
      auto const quarter = beyond        ? Quarter::outside
                           : wood > 0.42 ? Quarter::wood
                           : draw > 0.97 ? Quarter::lake
                                         : Quarter::field;
      if (quarter == Quarter::field && draw < 0.11 && !built.within(at, 999)) {
        add_village(plan, at, random, country);
      } else {
        plan.cells.push_back({at, quarter, {}, 1, {}, {}});
        country.add(at);
      }
    }
  }
}

}  // namespace

void place_sites(Plan& plan, WorldSize const& size) {
  place_towns(plan, size);
  for (std::size_t i = 0; i < plan.towns.size(); ++i) settle_town(plan, i);
  settle_country(plan);
}

}  // namespace wegwijzer::towns
