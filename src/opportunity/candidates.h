// SPDX-License-Identifier: EUPL-1.2
// The offerings that a child can take part in of its own will from a day on: outside school time, not over,
// and open to newcomers. In a fixed order, in which all sums of an analysis are made: first what needs no
// trip, by ecosystem; then by venue; last what takes place nobody knows where.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "atlas/atlas.h"
#include "domain/homes.h"
#include "opportunity/moments.h"
#include "opportunity/welcome.h"

namespace wegwijzer {

struct Candidate {
  Index<Offering> offering;
  Index<Organisation> organisation;
  Index<Ecosystem> ecosystem;
  std::optional<Index<Venue>> venue;
  std::optional<Index<Area>> area;  // the smallest around the venue
  std::uint32_t ages = 0;           // bit a: a child of age a fits
  Moments moments;
  WelcomeItems welcome;
  std::optional<FeltWelcome> felt_welcome;
  double seats = 0;
};

class Candidates {
 public:
  Candidates() = default;
  Candidates(Atlas const& atlas, Date today, unsigned threads);

  std::vector<Candidate> const& all() const { return all_; }

  Candidate const& operator[](std::size_t number) const { return all_[number]; }

  // Nothing when it is no candidate.
  std::optional<std::size_t> find(Index<Offering> offering) const;

  // First and one past the last number.
  struct Range {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };

  Range without_trip(Index<Ecosystem> ecosystem) const { return range(without_trip_, ecosystem.value()); }

  Range at(Index<Venue> venue) const { return range(at_venue_, venue.value()); }

  // How many of an ecosystem fit this age, 4 to 14, wherever they are.
  std::size_t fitting(Index<Ecosystem> ecosystem, int age) const {
    return fitting_[ecosystem.value()][static_cast<std::size_t>(age - ChildrenByAge::youngest)];
  }

 private:
  static Range range(std::vector<std::uint32_t> const& firsts, std::size_t i) {
    return {firsts[i], firsts[i + 1]};
  }

  void count_fitting(std::size_t ecosystems);

  std::vector<Candidate> all_;
  std::vector<std::uint32_t> without_trip_;  // by ecosystem and one more
  std::vector<std::uint32_t> at_venue_;      // by venue and one more
  std::vector<std::uint32_t> number_;        // by offering
  std::vector<std::array<std::uint32_t, ChildrenByAge::ages>> fitting_;
};

inline bool fits(Candidate const& candidate, int age) {
  return candidate.ages >> age & 1U;
}

}  // namespace wegwijzer
