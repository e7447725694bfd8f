// SPDX-License-Identifier: EUPL-1.2
// What holds for every release: docs/parameters.md, "Disclosure". A caller may ask for stricter ones, never
// for weaker: publish checks that.
#pragma once

#include <cstddef>
#include <cstdint>

namespace wegwijzer::disclosure {

struct Rules {
  std::int64_t minimum = 10;              // children in a cell that is shown
  std::int64_t rounding = 5;              // odd, so that nothing lies halfway
  std::int64_t epsilon = 500;             // thousandths, of the noise of one cell for everyone
  std::int64_t budget = 24'000;           // thousandths, of one subject in one year
  std::size_t most_cells = 20'000;        // of a table, totals among them; a larger one is withheld
  std::uint64_t most_work = 500'000'000;  // of the search for tables; then the table is withheld
};

}  // namespace wegwijzer::disclosure
