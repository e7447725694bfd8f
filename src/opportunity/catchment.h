// SPDX-License-Identifier: EUPL-1.2
// How many seats there are for each child, where children choose between offerings and share the seats of
// each: balanced floating catchments (A. Páez, C. D. Higgins and S. F. Vivona, PLoS ONE 14(6), 2019). Every
// child is parted among what fits its age within reach, by how much of each is left at the end of the
// journey, so that nobody is counted twice.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "opportunity/home_areas.h"

namespace wegwijzer {

struct Supply {
  static constexpr double enough = std::numeric_limits<double>::infinity();  // also where seats are not known

  double seats = enough;
  std::uint32_t ages = 0;  // bit a: a child of age a fits
};

// Of one home: supplies that follow each other, as those of one venue.
struct WithinReach {
  std::uint32_t first = 0;
  std::uint32_t end = 0;
  double decay = 0;  // above zero, at most 1
};

class Catchment {
 public:
  explicit Catchment(std::span<Supply const> supplies);

  // The children of a home, and what they reach, each supply at most once.
  void add(ChildCounts const& children, std::span<WithinReach const> reached);

  // Those of other homes, added up elsewhere for the same supplies.
  void add(Catchment const& others);

  // By supply the children that come to it, a child that has more than one counting in parts.
  std::vector<double> const& children() const { return children_; }

  // By supply; `enough` where no child comes.
  std::vector<double> seats_per_child() const;

 private:
  void add(ChildCounts const& children, std::size_t youngest, std::span<WithinReach const> reached);

  std::vector<double> seats_;
  std::vector<std::uint32_t> ages_;  // bit n: a child n years older than the youngest fits
  std::vector<double> children_;
};

}  // namespace wegwijzer
