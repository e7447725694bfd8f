// SPDX-License-Identifier: EUPL-1.2
// The links of a contraction with the travel times of one profile: a search that only goes upward from both
// ends finds every shortest time exactly (customisable contraction hierarchies; J. Dibbelt, B. Strasser and
// D. Wagner, ACM J. Exp. Algorithmics 21, 2016). Links that another way makes needless are left out.
// Immutable, shared by all threads.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "reach/contraction.h"
#include "streets/travel_times.h"

namespace wegwijzer {

enum class Upward : std::uint8_t { away, towards };  // from a rank to higher ones, or to it from these

constexpr Upward opposite(Upward direction) {
  return direction == Upward::away ? Upward::towards : Upward::away;
}

struct Hierarchy {
  struct Link {
    // How many ranks lie above its higher end. Of the ranks above a lower one no two have the same depth, so
    // whoever goes upward can keep what is known of them side by side.
    std::uint32_t head_depth = 0;
    std::uint32_t time = 0;  // tenths
    bool operator==(Link const&) const = default;
  };

  static bool quicker(Link const& a, Link const& b) {
    auto const key = [](Link const& link) { return std::uint64_t{link.time} << 32U | link.head_depth; };
    return key(a) < key(b);
  }

  std::shared_ptr<TravelTimes const> times{};
  std::shared_ptr<Contraction const> contraction{};
  std::vector<std::uint32_t> first{
      0};  // by rank: of its links away, and then of those towards it; and one more
  std::vector<Link> links{};

  Rank rank(Index<Node> node) const { return contraction->rank[node.value()]; }

  // The quickest first, so that a search within a bound does not look at the others.
  std::span<Link const> up(Rank rank, Upward direction) const {
    auto const at = std::size_t{rank} * 2 + (direction == Upward::towards ? 1 : 0);
    return std::span(links).subspan(first[at], first[at + 1] - first[at]);
  }
};

// How much customise() tells of in all.
std::size_t work_of_customising(Contraction const& contraction);

// The contraction must be that of the streets of the times. The same on any number of threads.
Hierarchy customise(std::shared_ptr<Contraction const> contraction, std::shared_ptr<TravelTimes const> times,
                    unsigned threads, WorkDone const& told = {});

}  // namespace wegwijzer
