// SPDX-License-Identifier: EUPL-1.2
// How a child travels: by which means, at which age, and the speeds that follow. Every number has its row in
// docs/parameters.md.
#pragma once

#include <cstdint>

#include "base/time.h"

namespace wegwijzer {

enum class Mode : std::uint8_t { walk, bike };

enum class AgeBand : std::uint8_t {
  from_4,   // 4 and 5, beside a grown-up
  from_6,   // 6 to 8
  from_9,   // 9 to 11
  from_12,  // 12 to 14
  grown     // older, or a grown-up going along who sets the pace
};

AgeBand age_band(int years);  // the youngest band below 4

// Every street, or who rides not among fast traffic (StreetUse::busy) and who walks not where there is
// nowhere to walk beside it (StreetUse::unsafe_on_foot). Pushing the bicycle stays possible where it is
// allowed.
enum class Roads : std::uint8_t { all, calm };

struct Profile {
  Mode mode = Mode::walk;
  AgeBand age = AgeBand::from_9;
  Roads roads = Roads::all;
  bool operator==(Profile const&) const = default;
};

struct Speed {
  std::uint32_t metres_per_hour = 1;
  auto operator<=>(Speed const&) const = default;
};

// What a profile comes down to.
struct Pace {
  Speed walking{5'000};
  Speed walking_unpaved{5'000};
  Speed steps{5'000};
  Speed riding{5'000};
  Speed riding_unpaved{5'000};
  Speed pushing{5'000};    // beside the bicycle
  Speed ferry{5'000};      // where its crossing time is not known
  Tenths boarding{};       // waiting for a ferry and going on board
  Tenths light_on_foot{};  // waiting at traffic lights, on average
  Tenths light_riding{};
  Tenths start_up{};  // once per journey: unlocking and parking the bicycle
};

Pace pace(Profile profile);

// Whole tenths, rounded to the nearest; at least one, so that no street is free.
Tenths travel_time(std::uint32_t millimetres, Speed speed);

}  // namespace wegwijzer
