// SPDX-License-Identifier: EUPL-1.2
// Flat geometry of a plan: points in metres east and north of the middle of the world, convex shapes.
#pragma once

#include <cmath>
#include <cstddef>
#include <numbers>
#include <optional>
#include <vector>

namespace wegwijzer::towns {

struct Point {
  double x = 0;
  double y = 0;
  bool operator==(Point const&) const = default;
};

inline Point operator+(Point a, Point b) {
  return {a.x + b.x, a.y + b.y};
}

inline Point operator-(Point a, Point b) {
  return {a.x - b.x, a.y - b.y};
}

inline Point operator*(Point a, double by) {
  return {a.x * by, a.y * by};
}

inline double dot(Point a, Point b) {
  return a.x * b.x + a.y * b.y;
}

inline double cross(Point a, Point b) {
  return a.x * b.y - a.y * b.x;
}

inline constexpr double full_circle = 2 * std::numbers::pi;

// One metre away, counted from the east to the north.
inline Point towards(double angle) {
  return {std::cos(angle), std::sin(angle)};
}

inline double length(Point a) {
  return std::hypot(a.x, a.y);
}

inline double distance(Point a, Point b) {
  return length(a - b);
}

inline Point unit(Point a) {
  auto const size = length(a);
  return size > 0 ? a * (1 / size) : Point{1, 0};
}

inline Point left_of(Point a) {
  return {-a.y, a.x};
}

inline Point between(Point a, Point b, double share) {
  return a + (b - a) * share;
}

// Whether two stretches have a point in common that is an end of neither.
bool crosses(Point a, Point b, Point c, Point d);

// The least distance between the stretches a-b and c-d, 0 where they cross.
double apart(Point a, Point b, Point c, Point d);

using Ring = std::vector<Point>;  // counterclockwise, the first point is not repeated

double area(Ring const& ring);
Point middle(Ring const& ring);

// At least so far from every side of a convex ring.
bool lies_inside(Ring const& convex, Point point, double by);

// Whether two convex rings have more than a border in common; a ring of two points is a stretch.
bool overlap(Ring const& one, Ring const& other);

// The least convex ring around these points.
Ring hull(std::vector<Point> points);

// The stretch of the line `from` + t·`along` inside a convex ring, with the sides that it enters and leaves
// by (side i runs from point i to the next).
struct Chord {
  double from = 0;
  double to = 0;
  std::size_t enters = 0;
  std::size_t leaves = 0;
};

std::optional<Chord> chord(Ring const& convex, Point from, Point along);

// A convex ring of which each side remembers what it was.
struct LabelledRing {
  Ring ring;
  std::vector<std::size_t> label;  // of the side from point i to the next
};

// Cuts away what lies to the right of the line through `on` along `along`; the new side has this label.
LabelledRing cut(LabelledRing const& shape, Point on, Point along, std::size_t label);

}  // namespace wegwijzer::towns
