// SPDX-License-Identifier: EUPL-1.2
#include "tiles/simplify.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace wegwijzer::tiles {

namespace {

double square(double value) {
  return value * value;
}

double squared_distance(Point p, Point a, Point b) {
  auto const dx = b.x - a.x;
  auto const dy = b.y - a.y;
  auto const length = square(dx) + square(dy);
  auto const share = length == 0 ? 0 : std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0.0, 1.0);
  return square(p.x - a.x - share * dx) + square(p.y - a.y - share * dy);
}

using Span = std::pair<std::size_t, std::size_t>;

struct Farthest {
  std::size_t at = 0;
  double squared = 0;
};

Farthest farthest(Path const& path, Span span) {
  Farthest found;
  for (auto i = span.first + 1; i < span.second; ++i) {
    auto const squared = squared_distance(path[i], path[span.first], path[span.second]);
    if (squared > found.squared) found = {i, squared};
  }
  return found;
}

}  // namespace

Path simplified(Path const& path, double tolerance) {
  if (path.size() <= 2) return path;
  std::vector<bool> stays(path.size());
  stays.front() = stays.back() = true;
  std::vector<Span> open{{0, path.size() - 1}};
  while (!open.empty()) {
    auto const span = open.back();
    open.pop_back();
    auto const [at, squared] = farthest(path, span);
    if (squared <= square(tolerance)) continue;
    stays[at] = true;
    open.emplace_back(span.first, at);
    open.emplace_back(at, span.second);
  }
  Path kept;
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (stays[i]) kept.push_back(path[i]);
  }
  return kept;
}

Loop simplified_loop(Loop loop, double tolerance) {
  if (loop.empty()) return loop;
  loop.push_back(loop.front());
  loop = simplified(loop, tolerance);
  loop.pop_back();
  return loop;
}

}  // namespace wegwijzer::tiles
