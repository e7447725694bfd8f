// SPDX-License-Identifier: EUPL-1.2
#include "reach/separator.h"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>

namespace wegwijzer {

namespace {

using Nodes = std::vector<std::uint32_t>;

// Of a part so large that no journey crosses it, a good cut is good enough.
constexpr std::size_t very_large = 131'072;

// How many nodes on each side are kept apart: the larger the part, the more small cuts there are in a narrow
// strip.
std::size_t terminals(std::size_t nodes) {
  constexpr std::size_t large = 32'768;
  return nodes < large ? std::max<std::size_t>(1, nodes / 4) : nodes * 2 / 5;
}

constexpr std::array<std::array<std::int64_t, 2>, 4> directions{{{1, 0}, {0, 1}, {1, 1}, {1, -1}}};

enum class End : std::uint8_t { none, source, sink };

// The flow along each arc of the graph is -1, 0 or 1, and the opposite along its reverse.
class Flow {
 public:
  explicit Flow(Skeleton const& graph)
      : graph_(graph),
        reverse_(reverses(graph)),
        flow_(graph.all_neighbours().size()),
        level_(graph.size()),
        next_(graph.size()) {}

  // The largest flow from the sources to the sinks, or any that is more than `enough`.
  std::size_t push(std::span<std::uint32_t const> sources, std::vector<End> const& ends, std::size_t enough) {
    std::ranges::fill(flow_, std::int8_t{0});
    auto const border = with_other_neighbour(sources, ends);
    std::size_t pushed = 0;
    while (pushed <= enough && level(border, ends)) {
      for (auto const source : border) pushed += push_from(source, ends);
    }
    return pushed;
  }

  // What can still be reached from `from`: along arcs that can take more, or backwards along them.
  std::vector<bool> reached(std::span<std::uint32_t const> from, bool backwards) const {
    std::vector<bool> reached(graph_.size());
    Nodes queue(from.begin(), from.end());
    for (auto const node : from) reached[node] = true;
    for (std::size_t at = 0; at < queue.size(); ++at) {
      for_each_arc(queue[at], [&](std::uint32_t arc, std::uint32_t neighbour) {
        if (reached[neighbour] || flow_[arc] == (backwards ? -1 : 1)) return;
        reached[neighbour] = true;
        queue.push_back(neighbour);
      });
    }
    return reached;
  }

 private:
  static constexpr std::uint32_t unreached = std::numeric_limits<std::uint32_t>::max();

  static std::vector<std::uint32_t> reverses(Skeleton const& graph) {
    std::vector<std::uint32_t> reverse(graph.all_neighbours().size());
    std::vector<std::uint32_t> next(graph.size());
    for (std::size_t node = 0; node < graph.size(); ++node) next[node] = graph.first(node);
    // Neighbours are sorted, so the arcs towards a node are met in the order of its own.
    for (std::size_t node = 0; node < graph.size(); ++node) {
      auto arc = graph.first(node);
      for (auto const neighbour : graph.neighbours(node)) reverse[arc++] = next[neighbour]++;
    }
    return reverse;
  }

  template <class Visit>
  void for_each_arc(std::uint32_t node, Visit visit) const {
    auto arc = graph_.first(node);
    for (auto const neighbour : graph_.neighbours(node)) visit(arc++, neighbour);
  }

  Nodes with_other_neighbour(std::span<std::uint32_t const> sources, std::vector<End> const& ends) const {
    Nodes border;
    std::ranges::copy_if(sources, std::back_inserter(border), [&](auto source) {
      return std::ranges::any_of(graph_.neighbours(source),
                                 [&](auto node) { return ends[node] != End::source; });
    });
    return border;
  }

  // Steps from the sources along arcs that can take more; false when no sink is reached. Levels of an earlier
  // run are all below those of this one.
  bool level(Nodes const& border, std::vector<End> const& ends) {
    auto const begin = highest_level_ + 2;
    queue_ = border;
    for (auto const source : border) enter(source, begin);
    auto last = unreached;
    for (std::size_t at = 0; at < queue_.size() && level_[queue_[at]] < last; ++at) {
      auto const node = queue_[at];
      highest_level_ = level_[node] + 1;
      for_each_arc(node, [&](std::uint32_t arc, std::uint32_t neighbour) {
        if (level_[neighbour] >= begin || flow_[arc] == 1 || ends[neighbour] == End::source) return;
        enter(neighbour, highest_level_);
        if (ends[neighbour] == End::sink) last = highest_level_;
        queue_.push_back(neighbour);
      });
    }
    return last != unreached;
  }

  void enter(std::uint32_t node, std::uint32_t level) {
    level_[node] = level;
    next_[node] = graph_.first(node);
  }

  // Paths of one step a level from this source to a sink, as many as there are.
  std::size_t push_from(std::uint32_t source, std::vector<End> const& ends) {
    std::size_t pushed = 0;
    path_.clear();
    auto node = source;
    while (true) {
      if (ends[node] == End::sink) {
        for (auto const arc : path_) {
          ++flow_[arc];
          --flow_[reverse_[arc]];
        }
        ++pushed;
        path_.clear();
        node = source;
      } else if (auto const arc = arc_onwards(node); arc != unreached) {
        path_.push_back(arc);
        node = graph_.all_neighbours()[arc];
      } else if (path_.empty()) {
        return pushed;
      } else {
        node = graph_.all_neighbours()[reverse_[path_.back()]];
        path_.pop_back();
        ++next_[node];
      }
    }
  }

  std::uint32_t arc_onwards(std::uint32_t node) {
    auto const end = graph_.first(node) + static_cast<std::uint32_t>(graph_.neighbours(node).size());
    for (auto& arc = next_[node]; arc < end; ++arc) {
      if (flow_[arc] < 1 && level_[graph_.all_neighbours()[arc]] == level_[node] + 1) return arc;
    }
    return unreached;
  }

  Skeleton const& graph_;
  std::vector<std::uint32_t> reverse_;
  std::vector<std::int8_t> flow_;
  std::vector<std::uint32_t> level_;
  std::vector<std::uint32_t> next_;  // the arc of each node that is tried next
  std::uint32_t highest_level_ = 0;
  Nodes queue_;
  Nodes path_;
};

struct Cut {
  std::vector<Side> sides;
  std::size_t between = 0;
  std::size_t smaller = 0;  // nodes on the smaller side

  // Few nodes between and two sides of about the same size.
  bool better_than(Cut const& other) const {
    if (smaller == 0 || other.smaller == 0) return smaller > other.smaller;
    return between * other.smaller < other.between * smaller;
  }
};

Cut measured(std::vector<Side> sides) {
  auto const left = static_cast<std::size_t>(std::ranges::count(sides, Side::left));
  auto const right = static_cast<std::size_t>(std::ranges::count(sides, Side::right));
  auto const between = sides.size() - left - right;
  return {std::move(sides), between, std::min(left, right)};
}

// The nodes of `side` with a neighbour on the other one go between.
Cut cut_along(Skeleton const& graph, std::vector<bool> const& left, Side side) {
  std::vector<Side> sides(graph.size());
  for (std::size_t node = 0; node < graph.size(); ++node) {
    bool const here = left[node] == (side == Side::left);
    bool const borders = here && std::ranges::any_of(graph.neighbours(node), [&](auto neighbour) {
                           return left[neighbour] != left[node];
                         });
    sides[node] = borders ? Side::between : left[node] ? Side::left : Side::right;
  }
  return measured(std::move(sides));
}

void keep_better(Cut& best, Cut cut) {
  if (cut.better_than(best)) best = std::move(cut);
}

class Separating {
 public:
  Separating(Skeleton const& graph, std::span<FlatPoint const> points)
      : graph_(graph), points_(points), flow_(graph), nodes_(graph.size()), position_(graph.size()) {}

  std::vector<Side> best() {
    Cut best;
    best.between = graph_.size();
    auto const tried = graph_.size() < very_large ? directions.size() : 2;
    for (auto const& direction : std::span(directions).first(tried)) try_direction(direction, best);
    return std::move(best.sides);
  }

 private:
  void try_direction(std::array<std::int64_t, 2> const& direction, Cut& best) {
    line_up(direction);
    auto const apart = terminals(nodes_.size());
    auto const first = std::span(nodes_).first(apart), last = std::span(nodes_).last(apart);
    std::vector<End> ends(graph_.size());
    for (auto const node : first) ends[node] = End::source;
    for (auto const node : last) ends[node] = End::sink;
    // With more streets to cut, the smaller side would have to hold more than half.
    auto const enough = best.between * (nodes_.size() / 2) / std::max<std::size_t>(best.smaller, 1);
    if (flow_.push(first, ends, enough) > enough) return;
    consider(flow_.reached(first, false), best);
    auto right = flow_.reached(last, true);
    right.flip();
    consider(right, best);
  }

  void consider(std::vector<bool> const& left, Cut& best) {
    keep_better(best, cut_along(graph_, left, Side::left));
    keep_better(best, cut_along(graph_, left, Side::right));
  }

  // The first and the last quarter in this direction come to stand first and last.
  void line_up(std::array<std::int64_t, 2> const& direction) {
    std::iota(nodes_.begin(), nodes_.end(), 0U);
    for (std::size_t node = 0; node < nodes_.size(); ++node) {
      position_[node] = direction[0] * points_[node].east + direction[1] * points_[node].north;
    }
    auto const comes_first = [this](auto a, auto b) {
      return std::pair(position_[a], a) < std::pair(position_[b], b);
    };
    auto const apart = static_cast<std::ptrdiff_t>(terminals(nodes_.size()));
    std::nth_element(nodes_.begin(), nodes_.begin() + apart, nodes_.end(), comes_first);
    std::nth_element(nodes_.begin() + apart, nodes_.end() - apart, nodes_.end(), comes_first);
  }

  Skeleton const& graph_;
  std::span<FlatPoint const> points_;
  Flow flow_;
  Nodes nodes_;
  std::vector<std::int64_t> position_;
};

}  // namespace

std::vector<Side> separate(Skeleton const& graph, std::span<FlatPoint const> points) {
  return Separating(graph, points).best();
}

}  // namespace wegwijzer
