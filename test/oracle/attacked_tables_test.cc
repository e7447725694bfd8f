// SPDX-License-Identifier: EUPL-1.2
// Ten thousand tables of many shapes are published as the program does it, and attacked from bound to bound
// by somebody who knows the method. What it would mean to win: src/disclosure/attack_test.cc.
#include "kit/published_child_tables.h"

namespace wegwijzer {

TEST(TenThousandTables, give_the_attacker_nothing) {
  constexpr std::uint64_t tables = 10'000, tables_in_a_store = 1000;
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
  EXPECT_LT(whole, 1000U);  // 852 of these tables have fewer than ten children in all
}

}  // namespace wegwijzer
