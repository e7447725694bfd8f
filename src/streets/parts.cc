// SPDX-License-Identifier: EUPL-1.2
#include "streets/parts.h"

#include <algorithm>

#include "streets/travel_times.h"

namespace wegwijzer {

namespace {

// R. Tarjan, SIAM J. Comput. 1, 1972, with its recursion as a list of visits: a country is too deep for the
// stack.
class PartFinder {
 public:
  PartFinder(Streets const& streets, std::span<Tenths const> times)
      : streets_(streets), times_(times), found_(streets.node_count()), sizes_(streets.node_count()) {}

  std::vector<std::uint32_t> sizes() && {
    for (std::uint32_t node = 0; node < found_.size(); ++node) {
      if (found_[node].number == 0) search_from(node);
    }
    return std::move(sizes_);
  }

 private:
  struct Found {
    std::uint32_t number = 0;  // in the order of discovery, from 1
    std::uint32_t lowest = 0;  // number of an open node that can be reached
  };

  struct Visit {
    std::uint32_t node;
    std::uint32_t next_arc;
  };

  void search_from(std::uint32_t root) {
    enter(root);
    while (!visits_.empty()) {
      auto const [node, arc] = visits_.back();
      if (arc == streets_.first_arc(Index<Node>(node + 1UL))) {
        leave(node);
        continue;
      }
      ++visits_.back().next_arc;
      if (times_[arc] != never) {
        look_at(node, static_cast<std::uint32_t>(streets_.all_arcs()[arc].target().value()));
      }
    }
  }

  void enter(std::uint32_t node) {
    found_[node] = {++discovered_, discovered_};
    open_.push_back(node);
    visits_.push_back({node, streets_.first_arc(Index<Node>(node))});
  }

  void look_at(std::uint32_t node, std::uint32_t target) {
    if (found_[target].number == 0) return enter(target);
    bool const is_open = sizes_[target] == 0;
    if (is_open) found_[node].lowest = std::min(found_[node].lowest, found_[target].number);
  }

  void leave(std::uint32_t node) {
    visits_.pop_back();
    if (found_[node].lowest == found_[node].number) close_part(node);
    if (visits_.empty()) return;
    auto& parent = found_[visits_.back().node];
    parent.lowest = std::min(parent.lowest, found_[node].lowest);
  }

  void close_part(std::uint32_t first) {
    auto const begin = std::find(open_.rbegin(), open_.rend(), first).base() - 1;
    auto const size = static_cast<std::uint32_t>(open_.end() - begin);
    std::for_each(begin, open_.end(), [&](std::uint32_t node) { sizes_[node] = size; });
    open_.erase(begin, open_.end());
  }

  Streets const& streets_;
  std::span<Tenths const> times_;
  std::vector<Found> found_;
  std::vector<std::uint32_t> sizes_;  // zero while the part of a node is still open
  std::vector<std::uint32_t> open_;
  std::vector<Visit> visits_;
  std::uint32_t discovered_ = 0;
};

}  // namespace

std::vector<std::uint32_t> part_sizes(Streets const& streets, std::span<Tenths const> times) {
  return PartFinder(streets, times).sizes();
}

}  // namespace wegwijzer
