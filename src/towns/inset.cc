// SPDX-License-Identifier: EUPL-1.2
#include "towns/inset.h"

#include <algorithm>

namespace wegwijzer::towns {

double half_width(SeamKind kind) {
  switch (kind) {
    case SeamKind::avenue:
      return 7;
    case SeamKind::canal:
      return 12;
    case SeamKind::ring_road:
      return 24;
    default:
      return 0;
  }
}

double along(Plan const& plan, Seam const& seam, Point at) {
  auto const from = plan.vertices[seam.vertices[0]].at, to = plan.vertices[seam.vertices[1]].at;
  return dot(unit(to - from), at - from);
}

Inset inset_of(Plan const& plan, std::size_t number) {
  auto const& cell = plan.cells[number];
  auto const sides = cell.seams.size();
  LabelledRing left;
  for (std::size_t i = 0; i < sides; ++i) {
    left.ring.push_back(plan.vertices[cell.vertices[i]].at);
    left.label.push_back(i);
  }
  auto const whole = left.ring;
  for (std::size_t i = 0; i < sides; ++i) {
    auto const from = whole[i], direction = whole[(i + 1) % sides] - from;
    auto const width = half_width(plan.seams[cell.seams[i]].kind);
    left = cut(left, from + left_of(unit(direction)) * width, direction, i);
  }
  Inset inset{left.ring, left.label, whole, std::vector<Inset::Stretch>(sides)};
  // A short side may be gone altogether, so the corner of a vertex is simply the nearest one left.
  for (std::size_t i = 0; i < sides && !left.ring.empty(); ++i) {
    std::size_t best = 0;
    auto nearest = distance(left.ring[0], whole[i]);
    for (std::size_t k = 1; k < left.ring.size(); ++k) {
      if (auto const away = distance(left.ring[k], whole[i]); away < nearest) nearest = away, best = k;
    }
    inset.corner[i] = nearest < 1 ? whole[i] : left.ring[best];
  }
  for (std::size_t i = 0; i < sides; ++i) {
    auto const& seam = plan.seams[cell.seams[i]];
    auto const a = along(plan, seam, inset.corner[i]), b = along(plan, seam, inset.corner[(i + 1) % sides]);
    inset.stretch[i] = {std::min(a, b), std::max(a, b)};
  }
  return inset;
}

}  // namespace wegwijzer::towns
