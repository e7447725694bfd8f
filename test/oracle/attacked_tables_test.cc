// SPDX-License-Identifier: EUPL-1.2
// Tables of many shapes are published as the program does it, and attacked from bound to bound by somebody
// who knows the method. What it would mean to win: src/disclosure/attack_test.cc. Two thousand tables, or as
// many as TABLES says: TABLES=10000 build/release/attacked_tables_test
#include <cstdlib>

#include "kit/published_child_tables.h"

namespace wegwijzer {

TEST(DrawnTables, give_the_attacker_nothing) {
  constexpr std::uint64_t tables_in_a_store = 1000;
  auto const* const asked = std::getenv("TABLES");
  std::uint64_t const tables = asked ? std::stoull(asked) : 2000;
  Attacked all;
  std::size_t whole = 0;
  std::unique_ptr<ChildTables> press;
  for (std::uint64_t seed = 0; seed < tables; ++seed) {
    if (seed % tables_in_a_store == 0) press = std::make_unique<ChildTables>();
    auto const drawn = a_drawn_table(seed);
    auto const shown = press->publish(filled(drawn), std::to_string(seed), disclosure::Audience::partners);
    ASSERT_TRUE(shown);
    auto const one = attacked(drawn, shown->rows());
    EXPECT_EQ(one.won, 0U) << "table " << seed;
    all.cells += one.cells, all.small += one.small, all.withheld += one.withheld, all.won += one.won;
    whole += one.whole;
  }
  std::printf("%zu cells, %zu small, %zu withheld; %zu tables withheld whole; won %zu\n", all.cells,
              all.small, all.withheld, whole, all.won);
  // Of the first ten thousand, 852 have fewer than ten children in all.
  EXPECT_LT(static_cast<double>(whole), 0.1 * static_cast<double>(tables));
}

}  // namespace wegwijzer
