// SPDX-License-Identifier: EUPL-1.2
// What homes reach, for other programs: a row for each home and venue within reach, or a row for each home.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <span>
#include <vector>

#include "exchange/doors_csv.h"
#include "exchange/progress.h"
#include "streets/travel.h"

namespace wegwijzer {

// Columns home,venue,tenths, in the order of the homes and then of the venues. `rows` has one of each home;
// a hit is the venue of that number. Both fail with "file.stopped".
Done write_reach_csv(std::ostream& out, std::span<Door const> homes, std::span<Door const> venues,
                     std::span<std::vector<Hit> const> rows, Progress const& progress);

struct VenuesReached {
  std::uint64_t venues = 0;
  double weighted = 0;  // the sum of their weights, each less the farther it is
  bool operator==(VenuesReached const&) const = default;
};

enum class WithWeighted : bool { no, yes };

// Columns home,venues and, when asked, weighted with six decimals.
Done write_reach_counts_csv(std::ostream& out, std::span<Door const> homes,
                            std::span<VenuesReached const> reached, WithWeighted with,
                            Progress const& progress);

}  // namespace wegwijzer
