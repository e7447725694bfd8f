// SPDX-License-Identifier: EUPL-1.2
// A plain graph: neighbours without directions, times, loops or doubles. It is all that an order and a
// contraction need to know of the streets.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "streets/streets.h"

namespace wegwijzer {

class Skeleton {
 public:
  using Link = std::pair<std::uint32_t, std::uint32_t>;

  Skeleton() : first_{0} {}

  // The links in any order and direction; loops and repetitions are left out.
  Skeleton(std::size_t nodes, std::span<Link const> links);

  std::size_t size() const { return first_.size() - 1; }

  // In ascending order.
  std::span<std::uint32_t const> neighbours(std::size_t node) const {
    return std::span(neighbours_).subspan(first_[node], first_[node + 1] - first_[node]);
  }

  // Where the neighbours of a node begin among those of all nodes.
  std::uint32_t first(std::size_t node) const { return first_[node]; }

  // first() of all nodes, and of the one after the last.
  std::span<std::uint32_t const> all_first() const { return first_; }

  std::span<std::uint32_t const> all_neighbours() const { return neighbours_; }

 private:
  std::vector<std::uint32_t> first_;
  std::vector<std::uint32_t> neighbours_;
};

Skeleton skeleton(Streets const& streets);

}  // namespace wegwijzer
