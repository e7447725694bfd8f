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

// The links of one direction from each rank to higher ones, the quickest first, so that a search within a
// bound does not look at the others.
struct UpwardLinks {
  struct Link {
    Rank head = 0;
    std::uint32_t time = 0;  // tenths
    bool operator==(Link const&) const = default;
  };

  static bool quicker(Link const& a, Link const& b) {
    return a.time != b.time ? a.time < b.time : a.head < b.head;
  }

  std::vector<std::uint32_t> first{0};  // by rank and one more
  std::vector<Link> links{};
  bool operator==(UpwardLinks const&) const = default;

  std::span<Link const> up(Rank rank) const {
    return std::span(links).subspan(first[rank], first[rank + 1] - first[rank]);
  }
};

struct Hierarchy {
  std::shared_ptr<TravelTimes const> times{};
  std::shared_ptr<Contraction const> contraction{};
  UpwardLinks away{};     // from a rank to a higher one
  UpwardLinks towards{};  // to a rank from a higher one

  Rank rank(Index<Node> node) const { return contraction->rank[node.value()]; }
};

// The contraction must be that of the streets of the times. The same on any number of threads.
Hierarchy customise(std::shared_ptr<Contraction const> contraction, std::shared_ptr<TravelTimes const> times,
                    unsigned threads);

}  // namespace wegwijzer
