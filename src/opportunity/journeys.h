// SPDX-License-Identifier: EUPL-1.2
// What the homes reach by one way of going, over all streets and over calm streets alone.
#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <vector>

#include "atlas/street_maps.h"

namespace wegwijzer {

// How a child goes that nobody comes along with: below 12 it does not ride among fast traffic, nor walk where
// there is nowhere to walk beside it.
Profile alone(Profile travel);

// Of one home, in order of venue.
struct Journeys {
  std::span<Arrival const> arrivals;
  std::span<Tenths const> calm;  // of each over calm streets; empty where all streets count as calm

  // `never` when it is more than the longest journey.
  Tenths calm_time(std::size_t arrival) const {
    return calm.empty() ? arrivals[arrival].travel : calm[arrival];
  }

  // Which of the arrivals is there.
  std::optional<std::size_t> find(Index<Venue> venue) const {
    auto const found = std::ranges::lower_bound(arrivals, venue, {}, &Arrival::venue);
    if (found == arrivals.end() || found->venue != venue) return std::nullopt;
    return static_cast<std::size_t>(found - arrivals.begin());
  }
};

class JourneyRows {
 public:
  explicit JourneyRows(ReachRows all) : all_(std::move(all)) {}

  JourneyRows(ReachRows all, ReachRows const& calm);

  Journeys of(std::size_t home) const {
    auto const arrivals = all_.of(home);
    if (calm_.empty()) return {arrivals, {}};
    return {arrivals, std::span(calm_).subspan(all_.first(home), arrivals.size())};
  }

 private:
  ReachRows all_;
  std::vector<Tenths> calm_;  // beside the arrivals of all rows
};

}  // namespace wegwijzer
