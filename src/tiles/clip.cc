// SPDX-License-Identifier: EUPL-1.2
#include "tiles/clip.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

namespace wegwijzer::tiles {

namespace {

// The part of a segment inside a box, as shares of it (Liang and Barsky, 1984).
struct Inside {
  double from = 0;
  double to = 1;

  // Keeps where share * step <= room.
  void narrow(double step, double room) {
    if (step > 0) to = std::min(to, room / step);
    if (step < 0) from = std::max(from, room / step);
    if (step == 0 && room < 0) to = -1;
  }
};

std::optional<Inside> inside(Point a, Point b, Box const& box) {
  Inside part;
  part.narrow(a.x - b.x, a.x - box.left);
  part.narrow(b.x - a.x, box.right - a.x);
  part.narrow(a.y - b.y, a.y - box.top);
  part.narrow(b.y - a.y, box.bottom - a.y);
  return part.from < part.to ? std::optional(part) : std::nullopt;
}

// Rounding must not put it outside.
Point between(Point a, Point b, double share, Box const& box) {
  return {std::clamp(a.x + share * (b.x - a.x), box.left, box.right),
          std::clamp(a.y + share * (b.y - a.y), box.top, box.bottom)};
}

struct HalfPlane {
  double Point::* across;  // the coordinate that decides
  double Point::* along;   // the other one
  double border;
  bool keep_below;

  bool holds(Point const& point) const {
    return keep_below ? point.*across <= border : point.*across >= border;
  }

  Point crossing(Point const& a, Point const& b) const {
    auto const share = (border - a.*across) / (b.*across - a.*across);
    Point at;
    at.*across = border;
    // Between the two, whatever rounding does, or a later point would lie outside an earlier border.
    auto const [low, high] = std::minmax(a.*along, b.*along);
    at.*along = std::clamp(a.*along + share * (b.*along - a.*along), low, high);
    return at;
  }
};

// Loops cut open by one straight border and closed again along it.
class Cutter {
 public:
  explicit Cutter(HalfPlane const& kept) : kept_(kept) {}

  // Gives the loop back when it lies inside whole.
  std::optional<Loop> take(Loop loop) {
    auto const outside = [&](Point const& point) { return !kept_.holds(point); };
    auto const first = std::ranges::find_if(loop, outside);
    if (first == loop.end()) return loop;
    std::ranges::rotate(loop, first);
    cut(loop);
    return std::nullopt;
  }

  // Along the border inside and outside alternate, so the first crossing is joined to the second, the third
  // to the fourth, and so on: whatever the loops are, each piece gets one neighbour at each end.
  std::vector<Loop> closed() {
    join_ends();
    std::vector<Loop> loops;
    std::vector<bool> used(pieces_.size());
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (!used[i]) loops.push_back(walk(i, used));
    }
    return loops;
  }

 private:
  // The loop begins outside.
  void cut(Loop const& loop) {
    for (std::size_t i = 0; i < loop.size(); ++i) {
      auto const& from = loop[i];
      auto const& to = loop[(i + 1) % loop.size()];
      bool const was = kept_.holds(from);
      bool const is = kept_.holds(to);
      if (!was && is) pieces_.push_back({kept_.crossing(from, to)});
      if (was && !is) pieces_.back().push_back(kept_.crossing(from, to));
      if (is) pieces_.back().push_back(to);
    }
  }

  // An end of a piece has number 2 * piece, and one more for its last point.
  Point const& point_of(std::size_t end) const {
    auto const& piece = pieces_[end / 2];
    return end % 2 == 0 ? piece.front() : piece.back();
  }

  void join_ends() {
    std::vector<std::size_t> order(2 * pieces_.size());
    for (std::size_t end = 0; end < order.size(); ++end) order[end] = end;
    std::ranges::stable_sort(order, {}, [&](std::size_t end) { return point_of(end).*kept_.along; });
    joined_.resize(order.size());
    for (std::size_t i = 0; i < order.size(); i += 2) {
      joined_[order[i]] = order[i + 1];
      joined_[order[i + 1]] = order[i];
    }
  }

  Loop walk(std::size_t start, std::vector<bool>& used) const {
    Loop loop;
    auto entered = 2 * start;
    do {
      auto const& piece = pieces_[entered / 2];
      used[entered / 2] = true;
      if (entered % 2 == 0) {
        loop.insert(loop.end(), piece.begin(), piece.end());
      } else {
        loop.insert(loop.end(), piece.rbegin(), piece.rend());
      }
      entered = joined_[entered ^ 1U];
    } while (entered / 2 != start);
    return loop;
  }

  HalfPlane kept_;
  std::vector<Path> pieces_;
  std::vector<std::size_t> joined_;
};

struct Loops {
  std::vector<Loop> outers;
  std::vector<Loop> holes;
};

void cut_all(std::vector<Loop>& loops, Cutter& cutter) {
  std::vector<Loop> whole;
  for (auto& loop : loops) {
    if (auto kept = cutter.take(std::move(loop))) whole.push_back(*std::move(kept));
  }
  loops = std::move(whole);
}

// What is closed along a border is always an outer loop: beyond the border everything is outside.
void keep(Loops& loops, HalfPlane const& kept) {
  Cutter cutter(kept);
  cut_all(loops.outers, cutter);
  cut_all(loops.holes, cutter);
  std::ranges::move(cutter.closed(), std::back_inserter(loops.outers));
}

// A hole may touch its outer loop, so more than one of its points is asked.
std::size_t points_inside(Loop const& outer, Loop const& hole) {
  return static_cast<std::size_t>(
      std::ranges::count_if(hole, [&](Point const& point) { return contains(outer, point); }));
}

std::vector<Outline> with_their_holes(Loops loops) {
  std::vector<Outline> outlines;
  outlines.reserve(loops.outers.size());
  for (auto& outer : loops.outers) outlines.push_back({std::move(outer), {}});
  if (outlines.empty()) return {};
  for (auto& hole : loops.holes) {
    auto const best = outlines.size() == 1 ? outlines.begin()
                                           : std::ranges::max_element(outlines, {}, [&](auto const& outline) {
                                               return points_inside(outline.outer, hole);
                                             });
    best->holes.push_back(std::move(hole));
  }
  return outlines;
}

}  // namespace

std::vector<Path> clip_line(Path const& line, Box const& box) {
  std::vector<Path> parts;
  bool going_on = false;
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    auto const part = inside(line[i], line[i + 1], box);
    if (!part) {
      going_on = false;
      continue;
    }
    if (!going_on || part->from > 0) parts.push_back({between(line[i], line[i + 1], part->from, box)});
    parts.back().push_back(between(line[i], line[i + 1], part->to, box));
    going_on = part->to == 1;
  }
  return parts;
}

std::vector<Outline> clip_outline(Outline outline, Box const& box) {
  if (outline.outer.empty()) return {};
  auto const whole = [&](Loop const& loop) { return loop.empty() || within(box_around(loop), box); };
  if (whole(outline.outer) && std::ranges::all_of(outline.holes, whole)) return {std::move(outline)};
  if (!meet(box_around(outline.outer), box)) return {};
  Loops loops{{std::move(outline.outer)}, std::move(outline.holes)};
  keep(loops, {&Point::x, &Point::y, box.left, false});
  keep(loops, {&Point::x, &Point::y, box.right, true});
  keep(loops, {&Point::y, &Point::x, box.top, false});
  keep(loops, {&Point::y, &Point::x, box.bottom, true});
  return with_their_holes(std::move(loops));
}

}  // namespace wegwijzer::tiles
