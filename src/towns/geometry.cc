// SPDX-License-Identifier: EUPL-1.2
#include "towns/geometry.h"

#include <algorithm>
#include <limits>

namespace wegwijzer::towns {

namespace {

constexpr double no_length = 0.01;  // metres

}  // namespace

double area(Ring const& ring) {
  double twice = 0;
  for (std::size_t i = 0; i < ring.size(); ++i) twice += cross(ring[i], ring[(i + 1) % ring.size()]);
  return twice / 2;
}

Point middle(Ring const& ring) {
  Point sum;
  for (auto const& point : ring) sum = sum + point;
  return ring.empty() ? sum : sum * (1.0 / static_cast<double>(ring.size()));
}

bool lies_inside(Ring const& convex, Point point, double by) {
  for (std::size_t i = 0; i < convex.size(); ++i) {
    auto const from = convex[i], side = convex[(i + 1) % convex.size()] - from;
    // Where two cuts meet, rounding leaves a side of no length, whose direction means nothing.
    if (length(side) < no_length) continue;
    if (cross(unit(side), point - from) < by) return false;
  }
  return true;
}

bool overlap(Ring const& one, Ring const& other) {
  // Convex shapes lie apart when they do so seen along one of their sides (S. Gottschalk and others, SIGGRAPH
  // 1996).
  auto const apart_along_a_side = [&](Ring const& of) {
    for (std::size_t i = 0; i < of.size(); ++i) {
      auto const normal = left_of(of[(i + 1) % of.size()] - of[i]);
      auto low = std::numeric_limits<double>::infinity(), high = -low, other_low = low, other_high = high;
      for (auto const& point : one) {
        auto const at = dot(normal, point);
        low = std::min(low, at), high = std::max(high, at);
      }
      for (auto const& point : other) {
        auto const at = dot(normal, point);
        other_low = std::min(other_low, at), other_high = std::max(other_high, at);
      }
      if (high <= other_low || other_high <= low) return true;
    }
    return false;
  };
  return !apart_along_a_side(one) && !apart_along_a_side(other);
}

Ring hull(std::vector<Point> points) {
  // A. Andrew, Information Processing Letters 9, 1979.
  std::ranges::sort(points, {}, [](Point at) { return std::pair(at.x, at.y); });
  Ring ring;
  auto const add_half = [&](auto const& all) {
    auto const first = ring.size();
    for (auto const& point : all) {
      while (ring.size() >= first + 2 &&
             cross(ring.back() - ring[ring.size() - 2], point - ring.back()) <= 0) {
        ring.pop_back();
      }
      ring.push_back(point);
    }
    ring.pop_back();
  };
  add_half(points);
  std::ranges::reverse(points);
  add_half(points);
  return ring;
}

std::optional<Chord> chord(Ring const& convex, Point from, Point along) {
  Chord found{-std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity(), 0, 0};
  for (std::size_t i = 0; i < convex.size(); ++i) {
    auto const side = convex[(i + 1) % convex.size()] - convex[i];
    if (length(side) < 0.01) continue;  // left over from cutting, and of no direction
    auto const slope = cross(side, along);
    auto const inside = cross(side, from - convex[i]);
    if (std::abs(slope) < 1e-9) {
      if (inside < 0) return std::nullopt;
      continue;
    }
    auto const at = -inside / slope;
    if (slope > 0 && at > found.from) found.from = at, found.enters = i;
    if (slope < 0 && at < found.to) found.to = at, found.leaves = i;
  }
  if (!(found.from < found.to)) return std::nullopt;
  return found;
}

LabelledRing cut(LabelledRing const& shape, Point on, Point along, std::size_t label) {
  LabelledRing kept;
  auto const size = shape.ring.size();
  for (std::size_t i = 0; i < size; ++i) {
    auto const a = shape.ring[i], b = shape.ring[(i + 1) % size];
    auto const here = cross(along, a - on), there = cross(along, b - on);
    if (here >= 0) {
      kept.ring.push_back(a);
      kept.label.push_back(shape.label[i]);
    }
    if ((here >= 0) == (there >= 0)) continue;
    kept.ring.push_back(between(a, b, here / (here - there)));
    kept.label.push_back(here >= 0 ? label : shape.label[i]);
  }
  return kept;
}

bool crosses(Point a, Point b, Point c, Point d) {
  if (std::max(a.x, b.x) < std::min(c.x, d.x) || std::max(c.x, d.x) < std::min(a.x, b.x)) return false;
  if (std::max(a.y, b.y) < std::min(c.y, d.y) || std::max(c.y, d.y) < std::min(a.y, b.y)) return false;
  return cross(b - a, c - a) * cross(b - a, d - a) < 0 && cross(d - c, a - c) * cross(d - c, b - c) < 0;
}

double apart(Point a, Point b, Point c, Point d) {
  auto const to_stretch = [](Point p, Point from, Point to) {
    auto const way = to - from;
    auto const size = dot(way, way);
    auto const share = size > 0 ? std::clamp(dot(p - from, way) / size, 0.0, 1.0) : 0.0;
    return distance(p, between(from, to, share));
  };
  if (crosses(a, b, c, d)) return 0;
  return std::min({to_stretch(a, c, d), to_stretch(b, c, d), to_stretch(c, a, b), to_stretch(d, a, b)});
}

}  // namespace wegwijzer::towns
