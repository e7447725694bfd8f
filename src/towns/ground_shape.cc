// SPDX-License-Identifier: EUPL-1.2
#include "towns/ground_shape.h"

#include <numbers>

namespace wegwijzer::towns {

namespace {

constexpr double longest_straight = 30;
constexpr double flat_enough = 0.4;  // metres that a left out point may lie beside the line

constexpr double middle_latitude = 55.2;
constexpr double middle_longitude = 3.4;
constexpr double metres_per_degree = 111'195;

// Of the radius of an old core: up to where its streets bend most, and from where they bend no more.
constexpr double bends_fully = 0.8;
constexpr double bends_until = 1.6;

constexpr double square = 4000;  // wider than any core bends

std::int64_t square_of(Point point) {
  return static_cast<std::int64_t>(std::floor(point.x / square)) * 1'000'000 +
         static_cast<std::int64_t>(std::floor(point.y / square));
}

double smooth(double share) {
  return share * share * (3 - 2 * share);
}

// Douglas and Peucker 1973, on points first..last.
void keep_bends(std::vector<Point> const& all, std::size_t first, std::size_t last,
                std::vector<Point>& kept) {
  auto const along = unit(all[last] - all[first]);
  std::size_t farthest = first;
  double most = flat_enough;
  for (std::size_t i = first + 1; i < last; ++i) {
    auto const beside = std::abs(cross(along, all[i] - all[first]));
    if (beside > most) most = beside, farthest = i;
  }
  if (farthest == first) {
    kept.push_back(all[last]);
    return;
  }
  keep_bends(all, first, farthest, kept);
  keep_bends(all, farthest, last, kept);
}

}  // namespace

double Noise::corner(std::int64_t column, std::int64_t row) const {
  auto const place = static_cast<std::uint64_t>(column) * 0x9e3779b97f4a7c15ULL ^
                     static_cast<std::uint64_t>(row) * 0xc2b2ae3d27d4eb4fULL;
  return Random(key_ ^ Random(place).next()).unit() * 2 - 1;
}

double Noise::at(Point point) const {
  auto const x = point.x / width_, y = point.y / width_;
  auto const column = std::floor(x), row = std::floor(y);
  auto const east = smooth(x - column), north = smooth(y - row);
  auto const i = static_cast<std::int64_t>(column), j = static_cast<std::int64_t>(row);
  auto const south_side = std::lerp(corner(i, j), corner(i + 1, j), east);
  auto const north_side = std::lerp(corner(i, j + 1), corner(i + 1, j + 1), east);
  return std::lerp(south_side, north_side, north);
}

GroundShape::GroundShape(Seed const& seed, std::vector<Core> const& cores)
    : wide_east_(seed.stream("ground", 1), 1300),
      wide_north_(seed.stream("ground", 2), 1300),
      fine_east_(seed.stream("ground", 3), 420),
      fine_north_(seed.stream("ground", 4), 420),
      core_east_(seed.stream("ground", 5), 130),
      core_north_(seed.stream("ground", 6), 130) {
  for (auto const& core : cores) {
    for (double const east : {-1, 1}) {
      for (double const north : {-1, 1}) {
        auto& square = cores_[square_of(core.middle + Point{east, north} * (core.radius * bends_until))];
        if (square.empty() || square.back() != core) square.push_back(core);
      }
    }
  }
}

double GroundShape::core_share(Point plan) const {
  double share = 0;
  auto const near = cores_.find(square_of(plan));
  if (near == cores_.end()) return 0;
  for (auto const& core : near->second) {
    auto const away = distance(plan, core.middle) / core.radius;
    auto const fading = std::clamp((away - bends_fully) / (bends_until - bends_fully), 0.0, 1.0);
    share = std::max(share, 1 - smooth(fading));
  }
  return share;
}

Point GroundShape::bent(Point plan) const {
  auto const core = core_share(plan);
  auto const shift = [&](Noise const& wide, Noise const& fine, Noise const& narrow) {
    return 120 * wide.at(plan) + 22 * fine.at(plan) + (core > 0 ? 16 * core * narrow.at(plan) : 0);
  };
  return plan +
         Point{shift(wide_east_, fine_east_, core_east_), shift(wide_north_, fine_north_, core_north_)};
}

std::vector<Point> GroundShape::bent(Point from, Point to) const {
  auto const pieces =
      std::max<std::size_t>(1, static_cast<std::size_t>(std::ceil(distance(from, to) / longest_straight)));
  std::vector<Point> all;
  for (std::size_t i = 0; i < pieces; ++i) {
    all.push_back(bent(between(from, to, static_cast<double>(i) / static_cast<double>(pieces))));
  }
  all.push_back(bent(to));  // to the last bit where other lines end
  std::vector<Point> kept{all.front()};
  keep_bends(all, 0, all.size() - 1, kept);
  return kept;
}

GeoPoint on_earth(Point ground) {
  auto const latitude = middle_latitude + ground.y / metres_per_degree;
  auto const narrowing = std::cos(latitude * std::numbers::pi / 180);
  return GeoPoint::of_degrees(latitude, middle_longitude + ground.x / (metres_per_degree * narrowing));
}

}  // namespace wegwijzer::towns
