// SPDX-License-Identifier: EUPL-1.2
// The streets of one source with what travel needs for each profile, worked out when first asked for. Shared
// by all atlases made while these streets are in the store.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>

#include "reach/hierarchy.h"
#include "reach/prepare.h"
#include "streets/profile.h"
#include "streets/travel_times.h"

namespace wegwijzer {

inline constexpr std::size_t age_band_count = 5;
inline constexpr std::size_t profile_count = 4 * age_band_count;  // on foot, riding; the same calmly

std::size_t number_of(Profile profile);  // below profile_count
Profile profile_numbered(std::size_t number);

class StreetMap {
 public:
  // Without a shelf the order of the streets is worked out anew.
  StreetMap(std::string source, std::int64_t version, std::shared_ptr<Streets const> streets,
            std::shared_ptr<OrderShelf> shelf = nullptr);

  std::string const& source() const { return source_; }

  std::int64_t version() const { return version_; }

  Streets const& streets() const { return *streets_; }

  std::shared_ptr<Streets const> const& shared_streets() const { return streets_; }

  std::shared_ptr<TravelTimes const> times(Profile profile) const;

  // Seconds for a town, minutes for a country, of which the first profile takes nearly all; told on the way.
  std::shared_ptr<Hierarchy const> hierarchy(Profile profile, unsigned threads, WorkDone const& told) const;

 private:
  struct Times {
    std::once_flag made;
    std::shared_ptr<TravelTimes const> times;
  };

  std::shared_ptr<Contraction const> contraction(unsigned threads, WorkDone const& told) const;

  std::string source_;
  std::int64_t version_;
  std::shared_ptr<Streets const> streets_;
  std::shared_ptr<OrderShelf> shelf_;
  mutable std::array<Times, profile_count> times_;

  struct Made {
    std::mutex making;
    std::shared_ptr<Hierarchy const> hierarchy;
  };

  mutable std::mutex preparing_;
  mutable std::shared_ptr<Contraction const> contraction_;
  mutable std::array<Made, profile_count> hierarchies_;
};

}  // namespace wegwijzer
