// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <numeric>
#include <utility>

#include "base/check.h"
#include "reach/hierarchy.h"
#include "reach/parallel.h"

namespace wegwijzer {

namespace {

constexpr auto closed = static_cast<std::uint32_t>(never.count());  // two of these add up
constexpr std::uint32_t needless = 1U << 31U;                       // a mark on a time

struct Both {
  std::uint32_t away = closed;     // from the lower end to the higher
  std::uint32_t towards = closed;  // from the higher end to the lower
};

struct RankRange {
  Rank first = 0;
  Rank end = 0;
};

// Subtrees of the elimination tree that can be worked on apart, since no link of theirs leads into another
// one, and the ranks above all of them.
struct Shares {
  std::vector<RankRange> apart;
  std::vector<Rank> above;  // ascending
};

std::vector<std::uint32_t> subtree_sizes(Contraction const& contraction) {
  std::vector<std::uint32_t> sizes(contraction.size(), 1);
  for (Rank rank = 0; rank < contraction.size(); ++rank) {
    auto const up = contraction.up(rank);
    if (!up.empty()) sizes[up.front()] += sizes[rank];
  }
  return sizes;
}

Shares shares(Contraction const& contraction) {
  constexpr std::size_t about = 256;
  auto const sizes = subtree_sizes(contraction);
  auto const largest = std::max<std::size_t>(1'000, contraction.size() / about);
  Shares shares;
  for (auto rank = static_cast<Rank>(contraction.size()); rank > 0;) {
    auto const root = rank - 1;
    if (sizes[root] <= largest) {
      rank -= sizes[root];
      shares.apart.push_back({rank, rank + sizes[root]});
    } else {
      shares.above.push_back(root);
      rank = root;
    }
  }
  std::ranges::reverse(shares.above);
  return shares;
}

// The links to the ranks above all shares, by that end.
class LinksDown {
 public:
  struct Link {
    Rank tail = 0;
    std::uint32_t number = 0;
  };

  LinksDown(Contraction const& contraction, Shares const& shares) : first_(contraction.size() + 1) {
    for_each(contraction, shares, [this](Rank head, Link const&) { ++first_[head + 1]; });
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    links_.resize(first_.back());
    auto next = first_;
    for_each(contraction, shares, [&](Rank head, Link const& link) { links_[next[head]++] = link; });
  }

  std::span<Link const> of(Rank head) const {
    return std::span(links_).subspan(first_[head], first_[head + 1] - first_[head]);
  }

 private:
  template <class Visit>
  static void for_each(Contraction const& contraction, Shares const& shares, Visit visit) {
    auto const visit_from = [&](Rank tail, Rank end) {
      for (auto link = contraction.first[tail + 1]; link > contraction.first[tail]; --link) {
        if (contraction.head[link - 1] < end) return;
        visit(contraction.head[link - 1], Link{tail, link - 1});
      }
    };
    for (auto const& [first, end] : shares.apart) {
      for (auto tail = first; tail < end; ++tail) visit_from(tail, end);
    }
    for (auto const tail : shares.above) visit_from(tail, 0);
  }

  std::vector<std::uint32_t> first_;
  std::vector<Link> links_;
};

class Customising {
 public:
  Customising(Contraction const& contraction, unsigned threads, WorkDone const& told)
      : contraction_(contraction),
        threads_(threads),
        told_(told),
        shares_(shares(contraction)),
        times_(contraction.head.size()) {}

  // The streets themselves: the quickest of those between the same two crossings. Only arcs from one and the
  // same node say how long a link takes one way, so threads do not meet.
  void take_times(TravelTimes const& times) {
    for_each([&](std::uint32_t node) { take_times(times, Index<Node>(node)); });
  }

  // From then on a link takes as long as the quickest way between its ends by way of lower ranks.
  void add_ways_below() {
    in_parallel(shares_.apart.size(), threads_, [&](unsigned, std::size_t share) {
      for (auto rank = shares_.apart[share].first; rank < shares_.apart[share].end; ++rank) {
        pass_on(rank, shares_.apart[share].end);
      }
      tell(size(share));
    });
    LinksDown const down(contraction_, shares_);
    for (auto const rank : shares_.above) {
      add_ways_below(rank, down);
      tell(1);
    }
  }

  // From then on a link takes as long as the quickest way of all between its ends, and is marked as needless
  // when another way by a higher rank takes no longer.
  void add_ways_above() {
    for (auto at = shares_.above.rbegin(); at != shares_.above.rend(); ++at) {
      add_ways_above(*at);
      tell(1);
    }
    in_parallel(shares_.apart.size(), threads_, [&](unsigned, std::size_t share) {
      for (auto rank = shares_.apart[share].end; rank-- > shares_.apart[share].first;) add_ways_above(rank);
      tell(size(share));
    });
  }

  // What is not needless, by rank and direction, the quickest first.
  void write(Hierarchy& hierarchy) const {
    auto& first = hierarchy.first;
    first.assign(contraction_.size() * 2 + 1, 0);
    for_each([&](Rank rank) {
      first[rank * 2 + 1] = count_kept(rank, &Both::away);
      first[rank * 2 + 2] = count_kept(rank, &Both::towards);
    });
    std::partial_sum(first.begin(), first.end(), first.begin());
    hierarchy.links.resize(first.back());
    auto const depth = depths(contraction_);
    for_each([&](Rank rank) {
      write(rank, &Both::away, depth, hierarchy.links.data() + first[rank * 2]);
      write(rank, &Both::towards, depth, hierarchy.links.data() + first[rank * 2 + 1]);
    });
  }

 private:
  void tell(std::size_t ranks) const {
    if (told_) told_(ranks);
  }

  std::size_t size(std::size_t share) const { return shares_.apart[share].end - shares_.apart[share].first; }

  // Of all ranks, or all nodes: there are as many.
  template <class Visit>
  void for_each(Visit visit) const {
    constexpr std::size_t at_once = 1U << 14U;
    in_parallel((contraction_.size() + at_once - 1) / at_once, threads_, [&](unsigned, std::size_t share) {
      auto const end = std::min(contraction_.size(), (share + 1) * at_once);
      for (auto rank = share * at_once; rank < end; ++rank) visit(static_cast<std::uint32_t>(rank));
    });
  }

  std::uint32_t count_kept(Rank rank, std::uint32_t Both::* direction) const {
    std::uint32_t kept = 0;
    for (auto link = contraction_.first[rank]; link < contraction_.first[rank + 1]; ++link) {
      kept += times_[link].*direction < closed ? 1 : 0;
    }
    return kept;
  }

  void write(Rank rank, std::uint32_t Both::* direction, std::span<std::uint32_t const> depth,
             Hierarchy::Link* kept) const {
    auto* const begin = kept;
    for (auto link = contraction_.first[rank]; link < contraction_.first[rank + 1]; ++link) {
      auto const time = times_[link].*direction;
      if (time < closed) *kept++ = {depth[contraction_.head[link]], time};
    }
    std::sort(begin, kept, Hierarchy::quicker);
  }

  void take_times(TravelTimes const& times, Index<Node> node) {
    auto const arcs = times.streets().arcs(node);
    auto const taken = times.times_from(node);
    auto const rank = contraction_.rank[node.value()];
    for (std::size_t arc = 0; arc < arcs.size(); ++arc) {
      take_time(rank, contraction_.rank[arcs[arc].target().value()],
                static_cast<std::uint32_t>(taken[arc].count()));
    }
  }

  static void improve(std::uint32_t& time, std::uint32_t other) { time = std::min(time, other); }

  void take_time(Rank from, Rank to, std::uint32_t time) {
    if (from == to) return;
    auto& both = times_[link(std::min(from, to), std::max(from, to))];
    improve(from < to ? both.away : both.towards, time);
  }

  std::uint32_t link(Rank tail, Rank head) const {
    auto const up = contraction_.up(tail);
    auto const found = std::ranges::lower_bound(up, head);
    check(found != up.end() && *found == head, "the contraction has a link for every street");
    return contraction_.first[tail] + static_cast<std::uint32_t>(found - up.begin());
  }

  // Calls visit(link, other) for each link of the one rank that leads to the same rank as a link of the
  // other, from `other` on; the heads of those are among the heads of the first.
  template <class Visit>
  void for_each_shared_head(Rank rank, std::uint32_t other, std::uint32_t end, Visit visit) {
    auto link = contraction_.first[rank];
    for (; other < end; ++other, ++link) {
      while (contraction_.head[link] != contraction_.head[other]) ++link;
      visit(times_[link], times_[other]);
    }
  }

  // Lower triangles: by way of this rank, between each two that its links lead to, the lower below `end`.
  void pass_on(Rank rank, Rank end) {
    auto const last = contraction_.first[rank + 1];
    for (auto number = contraction_.first[rank]; number < last && contraction_.head[number] < end; ++number) {
      add_way(contraction_.head[number], number, last);
    }
  }

  // The same triangles as seen from above: by way of each rank from which a link leads to this one.
  void add_ways_below(Rank rank, LinksDown const& down) {
    for (auto const [tail, number] : down.of(rank)) add_way(rank, number, contraction_.first[tail + 1]);
  }

  // `number`: the link from below to the rank; those from it to `end` lead beyond.
  void add_way(Rank rank, std::uint32_t number, std::uint32_t end) {
    auto const below = times_[number];
    for_each_shared_head(rank, number + 1, end, [&](Both& direct, Both const& beyond) {
      improve(direct.away, below.towards + beyond.away);
      improve(direct.towards, beyond.towards + below.away);
    });
  }

  // Intermediate and upper triangles. All ways start with a link upward whose time is right as far as lower
  // ranks go, and continue by links between higher ranks, whose times are final.
  void add_ways_above(Rank rank) {
    auto const end = contraction_.first[rank + 1];
    for (auto number = contraction_.first[rank]; number < end; ++number) {
      auto& near = times_[number];
      for_each_shared_head(contraction_.head[number], number + 1, end, [&](Both const& between, Both& far) {
        replace(far.away, near.away, between.away);
        replace(far.towards, between.towards, near.towards);
        replace(near.away, far.away, between.towards);
        replace(near.towards, between.away, far.towards);
      });
    }
  }

  // Whichever of two ways of the same length is left out, the other leads over one rank more above the
  // lowest, so leaving out never goes round in a circle.
  static void replace(std::uint32_t& time, std::uint32_t part, std::uint32_t rest) {
    auto const other = (part & ~needless) + (rest & ~needless);
    if (other < closed && other <= (time & ~needless)) time = other | needless;
  }

  Contraction const& contraction_;
  unsigned threads_;
  WorkDone const& told_;
  Shares shares_;
  std::vector<Both> times_;
};

}  // namespace

std::size_t work_of_customising(Contraction const& contraction) {
  return 2 * contraction.size();  // from below, and from above
}

Hierarchy customise(std::shared_ptr<Contraction const> contraction, std::shared_ptr<TravelTimes const> times,
                    unsigned threads, WorkDone const& told) {
  Customising customising(*contraction, threads, told);
  customising.take_times(*times);
  customising.add_ways_below();
  customising.add_ways_above();
  Hierarchy hierarchy{std::move(times), std::move(contraction)};
  customising.write(hierarchy);
  return hierarchy;
}

}  // namespace wegwijzer
