// SPDX-License-Identifier: EUPL-1.2
#include "streets/line.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace wegwijzer {

namespace {

NearestOnLine nearest_on_segment(LocalPlane::Position a, LocalPlane::Position b) {
  double const east = b.east - a.east;
  double const north = b.north - a.north;
  double const square = east * east + north * north;
  double const share = square > 0 ? std::clamp(-(a.east * east + a.north * north) / square, 0.0, 1.0) : 0;
  return {std::hypot(a.east + share * east, a.north + share * north), 0, share};
}

// The metres from the begin of the line to each of its points.
std::vector<double> distances(std::span<GeoPoint const> line) {
  std::vector<double> metres(line.size());
  for (std::size_t at = 1; at < line.size(); ++at) {
    metres[at] = metres[at - 1] + distance(line[at - 1], line[at]).value;
  }
  return metres;
}

GeoPoint between(GeoPoint a, GeoPoint b, double share) {
  auto const step = [share](std::int32_t from, std::int32_t to) {
    return static_cast<std::int32_t>(std::lround(from + share * (static_cast<double>(to) - from)));
  };
  return {step(a.latitude, b.latitude), step(a.longitude, b.longitude)};
}

GeoPoint point_at(std::span<GeoPoint const> line, std::vector<double> const& metres, double at) {
  auto const next = std::ranges::lower_bound(metres, at);
  if (next == metres.begin()) return line.front();
  if (next == metres.end()) return line.back();
  auto const segment = static_cast<std::size_t>(next - metres.begin()) - 1;
  double const size = metres[segment + 1] - metres[segment];
  return between(line[segment], line[segment + 1], (at - metres[segment]) / size);
}

}  // namespace

std::uint32_t amount_before(std::uint32_t amount, Along along) {
  return static_cast<std::uint32_t>((std::uint64_t{amount} * along.parts + Along::whole / 2) / Along::whole);
}

NearestOnLine nearest_on_line(LocalPlane const& plane, std::span<GeoPoint const> line) {
  NearestOnLine best{std::numeric_limits<double>::infinity()};
  auto a = plane.position(line.front());
  for (std::size_t segment = 0; segment + 1 < line.size(); ++segment) {
    auto const b = plane.position(line[segment + 1]);
    auto const found = nearest_on_segment(a, b);
    if (found.metres < best.metres) best = {found.metres, segment, found.share};
    a = b;
  }
  return best;
}

Along along(std::span<GeoPoint const> line, NearestOnLine const& nearest) {
  auto const metres = distances(line);
  if (metres.back() <= 0) return line_begin;
  double const segment = metres[nearest.segment + 1] - metres[nearest.segment];
  double const share = (metres[nearest.segment] + nearest.share * segment) / metres.back();
  return {static_cast<std::uint32_t>(std::lround(std::clamp(share, 0.0, 1.0) * Along::whole))};
}

std::vector<GeoPoint> part_of_line(std::span<GeoPoint const> line, Along from, Along to) {
  auto const [first, last] = std::minmax(from, to);
  auto const metres = distances(line);
  double const begin = metres.back() * first.parts / Along::whole;
  double const end = metres.back() * last.parts / Along::whole;
  std::vector<GeoPoint> part{point_at(line, metres, begin)};
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (metres[at] > begin && metres[at] < end) part.push_back(line[at]);
  }
  part.push_back(point_at(line, metres, end));
  if (to < from) std::ranges::reverse(part);
  return part;
}

}  // namespace wegwijzer
