// SPDX-License-Identifier: EUPL-1.2
// How long each street takes in each direction for one profile: computed once, immutable, shared by all
// threads.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "streets/profile.h"
#include "streets/streets.h"

namespace wegwijzer {

constexpr Tenths never(0x7fff'ffff);         // where one may not pass
constexpr Tenths longest_time(0x1fff'ffff);  // 20 months: three of these still add up

class TravelTimes {
 public:
  // The time of an edge along or against its line; nothing where one may not pass.
  using EdgeTime = std::function<std::optional<Tenths>(Edge const&, bool forward)>;

  TravelTimes(std::shared_ptr<Streets const> streets, Profile profile);
  TravelTimes(std::shared_ptr<Streets const> streets, Pace const& pace, EdgeTime const& time);

  Streets const& streets() const { return *streets_; }

  Pace const& pace() const { return pace_; }

  Tenths time(Index<Edge> edge, bool forward) const;  // `never`, or between one tenth and longest_time

  // In the order of Streets::arcs.
  std::span<Tenths const> times_from(Index<Node> node) const {
    auto const first = streets_->first_arc(node);
    return std::span(arc_times_).subspan(first, streets_->arcs(node).size());
  }

  // From here one gets about: the edge belongs to a part of the graph, connected to and fro, of at least 50
  // nodes, or to the largest part where all are smaller.
  bool gets_about(Index<Edge> edge) const { return gets_about_[edge.value()]; }

  Tenths longest() const { return longest_; }  // of all arcs that one may pass

 private:
  Tenths time(Index<Node> from, Edge const& edge, bool forward) const;
  std::vector<Tenths> arc_times() const;

  std::shared_ptr<Streets const> streets_;
  Pace pace_;
  EdgeTime edge_time_;
  std::vector<Tenths> arc_times_;
  std::vector<bool> gets_about_;
  Tenths longest_{};
};

// What a budget leaves for the way from door to door; negative when nothing.
Tenths time_under_way(Minutes budget, Pace const& pace);

}  // namespace wegwijzer
