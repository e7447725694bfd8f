// SPDX-License-Identifier: EUPL-1.2
#include "towns/room.h"

#include <algorithm>

namespace wegwijzer::towns {

namespace {

constexpr double width = 40;  // of a square, about as large as a row of houses: bound on work

// Squares beyond the border count as those along it.
std::size_t square_of(double at, double low, std::size_t count) {
  return static_cast<std::size_t>(
      std::clamp(std::floor((at - low) / width), 0.0, static_cast<double>(count) - 1));
}

}  // namespace

Room::Room(Ring bounds) : bounds_(std::move(bounds)), box_(box_of(bounds_)) {
  columns_ = static_cast<std::size_t>(std::ceil((box_.high.x - box_.low.x) / width)) + 1;
  rows_ = static_cast<std::size_t>(std::ceil((box_.high.y - box_.low.y) / width)) + 1;
  squares_.resize(columns_ * rows_);
}

Room::Box Room::box_of(Ring const& ring) {
  if (ring.empty()) return {};
  Box box{ring.front(), ring.front()};
  for (auto const& point : ring) {
    box.low = {std::min(box.low.x, point.x), std::min(box.low.y, point.y)};
    box.high = {std::max(box.high.x, point.x), std::max(box.high.y, point.y)};
  }
  return box;
}

bool Room::apart(Box const& one, Box const& other) {
  return one.high.x < other.low.x || other.high.x < one.low.x || one.high.y < other.low.y ||
         other.high.y < one.low.y;
}

void Room::for_squares(Box const& box, auto const& act) const {
  auto const last_column = square_of(box.high.x, box_.low.x, columns_),
             last_row = square_of(box.high.y, box_.low.y, rows_);
  for (auto row = square_of(box.low.y, box_.low.y, rows_); row <= last_row; ++row) {
    for (auto column = square_of(box.low.x, box_.low.x, columns_); column <= last_column; ++column) {
      if (!act(row * columns_ + column)) return;
    }
  }
}

void Room::fill(Ring ring) {
  auto const box = box_of(ring);
  if (apart(box, box_)) return;
  auto const number = static_cast<std::uint32_t>(taken_.size());
  taken_.push_back({std::move(ring), box});
  for_squares(box, [&](std::size_t square) {
    squares_[square].push_back(number);
    return true;
  });
}

bool Room::holds(Ring const& ring) const {
  return std::ranges::all_of(ring, [&](Point point) { return lies_inside(bounds_, point, 0); });
}

bool Room::is_free(Ring const& ring) const {
  if (!holds(ring)) return false;
  auto const box = box_of(ring);
  auto free = true;
  for_squares(box, [&](std::size_t square) {
    free = std::ranges::none_of(squares_[square], [&](std::uint32_t number) {
      auto const& other = taken_[number];
      return !apart(box, other.box) && overlap(ring, other.ring);
    });
    return free;
  });
  return free;
}

bool Room::take(Ring const& ring) {
  if (!is_free(ring)) return false;
  fill(ring);
  return true;
}

}  // namespace wegwijzer::towns
