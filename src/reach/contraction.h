// SPDX-License-Identifier: EUPL-1.2
// The crossings in their final order, and every link there can ever be between a crossing and a later one
// when the earlier ones are contracted, whatever the travel times (J. Dibbelt, B. Strasser and D. Wagner, ACM
// J. Exp. Algorithmics 21, 2016).
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "reach/skeleton.h"
#include "reach/work_done.h"

namespace wegwijzer {

// A node by its place in the order. All ways from a node to nodes of higher rank that avoid those lead over
// its links upward; nodes from which the same node is reached upward first lie together.
using Rank = std::uint32_t;

inline constexpr Rank no_rank = std::numeric_limits<Rank>::max();

struct Contraction {
  std::vector<Rank> rank{};   // by node
  std::vector<Rank> above{};  // by rank: the lowest that a link of its leads to, `no_rank` without links
  std::vector<std::uint32_t> first{0};  // by rank and one more: its first link
  std::vector<Rank> head{};             // by link: its higher end, ascending within a rank
  bool operator==(Contraction const&) const = default;

  std::size_t size() const { return first.size() - 1; }

  std::span<Rank const> up(Rank tail) const {
    return std::span(head).subspan(first[tail], first[tail + 1] - first[tail]);
  }
};

// Of each rank the number of ranks above it: all its links lead to some of these.
std::vector<std::uint32_t> depths(Contraction const& contraction);

// `order`: a permutation of the nodes; the ranks may differ from it where that changes no link. Told of
// nodes.
Contraction contract(Skeleton const& graph, std::span<std::uint32_t const> order, WorkDone const& told = {});

}  // namespace wegwijzer
