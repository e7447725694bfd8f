// SPDX-License-Identifier: EUPL-1.2
// What is taken on the ground of one cell, in the straight lines of the plan: no two things get the same
// piece of it.
#pragma once

#include <cstdint>
#include <vector>

#include "towns/geometry.h"

namespace wegwijzer::towns {

class Room {
 public:
  // Beyond this convex ring there is none.
  explicit Room(Ring bounds);

  // All rings are convex. What is filled counts as taken, whether or not something lay there.
  void fill(Ring ring);
  bool is_free(Ring const& ring) const;
  bool take(Ring const& ring);  // if it is free

 private:
  struct Box {
    Point low, high;
  };

  struct Taken {
    Ring ring;
    Box box;
  };

  static Box box_of(Ring const& ring);
  static bool apart(Box const& one, Box const& other);
  bool holds(Ring const& ring) const;
  void for_squares(Box const& box, auto const& act) const;

  Ring bounds_;
  Box box_;
  std::size_t columns_ = 0, rows_ = 0;
  std::vector<Taken> taken_;
  std::vector<std::vector<std::uint32_t>> squares_;  // of `taken_`, what reaches into them
};

}  // namespace wegwijzer::towns
