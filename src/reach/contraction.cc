// SPDX-License-Identifier: EUPL-1.2
#include "reach/contraction.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace wegwijzer {

namespace {

constexpr Rank told_at_once = 1U << 14U;

std::vector<Rank> inverse(std::span<std::uint32_t const> order) {
  std::vector<Rank> rank(order.size());
  for (std::size_t at = 0; at < order.size(); ++at) rank[order[at]] = static_cast<Rank>(at);
  return rank;
}

// For each place of the order the place of the lowest node above it, `no_rank` for the last of a connected
// part (J. Liu, ACM Trans. Math. Softw. 12, 1986).
std::vector<Rank> elimination_tree(Skeleton const& graph, std::span<std::uint32_t const> order,
                                   std::span<Rank const> rank) {
  std::vector<Rank> parent(order.size(), no_rank), root(order.size(), no_rank);
  for (Rank at = 0; at < order.size(); ++at) {
    for (auto const neighbour : graph.neighbours(order[at])) {
      // Every node on the way up points at the new root from then on.
      for (auto below = rank[neighbour]; below < at;) {
        auto const above = std::exchange(root[below], at);
        if (above == no_rank) parent[below] = at;
        below = above == no_rank ? at : above;
      }
    }
  }
  return parent;
}

// The places of the order such that every subtree lies together.
std::vector<Rank> subtrees_together(std::span<Rank const> parent) {
  std::vector<Rank> child(parent.size(), no_rank), sibling(parent.size(), no_rank), stack, reversed;
  for (Rank at = 0; at < parent.size(); ++at) {
    if (parent[at] == no_rank) {
      stack.push_back(at);
    } else {
      sibling[at] = std::exchange(child[parent[at]], at);
    }
  }
  reversed.reserve(parent.size());
  while (!stack.empty()) {
    auto const at = stack.back();
    stack.pop_back();
    reversed.push_back(at);
    for (auto next = child[at]; next != no_rank; next = sibling[next]) stack.push_back(next);
  }
  std::ranges::reverse(reversed);
  return reversed;
}

// The links upward of each rank in turn: its own, and those of the ranks right below it (its children in the
// elimination tree), which it takes over.
class Contracting {
 public:
  Contracting(Skeleton const& graph, std::span<std::uint32_t const> order, Contraction& result)
      : graph_(graph),
        order_(order),
        result_(result),
        met_(order.size(), no_rank),
        child_(met_),
        sibling_(met_) {}

  void run(WorkDone const& told) {
    result_.above.assign(order_.size(), no_rank);
    result_.first.reserve(order_.size() + 1);
    result_.head.reserve(order_.size() * 2);
    auto const size = static_cast<Rank>(order_.size());
    for (Rank rank = 0; rank < size;) {
      auto const begin = rank, end = size - rank > told_at_once ? rank + told_at_once : size;
      for (; rank < end; ++rank) add(rank);
      if (told) told(end - begin);
    }
  }

 private:
  void add(Rank rank) {
    auto const begin = static_cast<std::ptrdiff_t>(result_.head.size());
    for (auto const neighbour : graph_.neighbours(order_[rank])) meet(rank, result_.rank[neighbour]);
    for (auto child = child_[rank]; child != no_rank; child = sibling_[child]) {
      for (auto at = result_.first[child]; at < result_.first[child + 1]; ++at) meet(rank, result_.head[at]);
    }
    std::sort(result_.head.begin() + begin, result_.head.end());
    if (result_.head.size() > static_cast<std::size_t>(begin)) {
      auto const above = result_.head[static_cast<std::size_t>(begin)];
      result_.above[rank] = above;
      sibling_[rank] = std::exchange(child_[above], rank);
    }
    result_.first.push_back(static_cast<std::uint32_t>(result_.head.size()));
  }

  void meet(Rank rank, Rank other) {
    if (other <= rank || met_[other] == rank) return;
    met_[other] = rank;
    result_.head.push_back(other);
  }

  Skeleton const& graph_;
  std::span<std::uint32_t const> order_;
  Contraction& result_;
  std::vector<Rank> met_;  // by which rank last
  std::vector<Rank> child_;
  std::vector<Rank> sibling_;
};

}  // namespace

std::vector<std::uint32_t> depths(Contraction const& contraction) {
  std::vector<std::uint32_t> depths(contraction.size());
  for (auto rank = contraction.size(); rank-- > 0;) {
    if (auto const above = contraction.above[rank]; above != no_rank) depths[rank] = depths[above] + 1;
  }
  return depths;
}

Contraction contract(Skeleton const& graph, std::span<std::uint32_t const> order, WorkDone const& told) {
  std::vector<std::uint32_t> final_order;
  {
    auto const places = subtrees_together(elimination_tree(graph, order, inverse(order)));
    final_order.reserve(order.size());
    for (auto const place : places) final_order.push_back(order[place]);
  }
  Contraction result;
  result.rank = inverse(final_order);
  Contracting(graph, final_order, result).run(told);
  return result;
}

}  // namespace wegwijzer
