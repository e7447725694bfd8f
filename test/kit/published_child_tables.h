// SPDX-License-Identifier: EUPL-1.2
// Publishes drawn tables in a store of its own, and lets the attacker have them.
#pragma once

#include <gtest/gtest.h>

#include <stdexcept>

#include "disclosure/publish.h"
#include "kit/builders.h"
#include "kit/child_table_attacker.h"
#include "kit/drawn_child_tables.h"
#include "kit/fixed_time.h"
#include "kit/seeded_entropy.h"
#include "kit/temporary_folder.h"
#include "storage/sqlite_store.h"

namespace wegwijzer {

// A store, a generator and a day on which September 2026 is over.
class ChildTables {
 public:
  disclosure::Press press() { return {*store, ecosystem, {"test"}, entropy, date(2026, 11, 24)}; }

  Result<disclosure::PublishedTable> publish(disclosure::ChildTable const& table, std::string subject,
                                             disclosure::Audience audience) {
    ReleaseName const name{std::move(subject), date(2026, 9, 1), date(2026, 9, 30)};
    return disclosure::publish(table, name, audience, press());
  }

  TemporaryFolder folder;
  FixedClock clock;
  CountingIds ids;
  std::unique_ptr<Store> store = *open_store(folder.path("store"), IfMissing::create, clock, ids);
  Ecosystem ecosystem = an_ecosystem();
  SeededEntropy entropy{7};
};

inline disclosure::ChildTable filled(DrawnTable const& drawn) {
  disclosure::ChildTable table(drawn.classification);
  for (auto const leaf : drawn.cells.leaves()) {
    disclosure::ChildCount const children(drawn.leaves[leaf]);
    if (!table.add(drawn.cells.categories(leaf), children)) throw std::logic_error("no such cell");
  }
  return table;
}

// What the attacker won of one table; everything it can lose is a failure of the test.
struct Attacked {
  std::size_t cells = 0, small = 0, withheld = 0, won = 0;
  bool whole = false;
};

// `small`: a cell in which somebody can be with fewer children than the minimum, nobody among them.
inline Attacked attacked(DrawnTable const& drawn, std::vector<disclosure::PublishedRow> const& rows,
                         disclosure::Rules const& rules = {}) {
  auto const counts = drawn.cells.with_totals(drawn.leaves);
  ChildTableAttacker const attacker(drawn.classification, rows, rules);
  Attacked result;
  result.whole = !rows.at(0).children;
  for (auto const& row : rows) {
    auto const cell = *drawn.cells.find(row.categories);
    bool const small = drawn.cells.can_be(cell) && counts[cell] < rules.minimum;
    ++result.cells, result.small += small, result.withheld += !row.children;
    if (row.children) {
      EXPECT_FALSE(small) << "a number is shown for " << counts[cell];
      EXPECT_LE(std::abs(counts[cell] - *row.children), rules.rounding / 2);
      EXPECT_EQ(*row.children % rules.rounding, 0);
    }
    auto const [low, high] = attacker.of(row.categories);
    EXPECT_TRUE(low <= counts[cell] && counts[cell] <= high)
        << "the attacker reckons wrongly: " << drawn.cells.text(cell) << " " << low << " " << counts[cell]
        << " " << high;
    // Where nothing at all is shown there is nothing to reckon with.
    if (small && !result.whole && attacker.wins(row.categories)) ++result.won;
  }
  return result;
}

}  // namespace wegwijzer
