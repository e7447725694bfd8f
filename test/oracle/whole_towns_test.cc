// SPDX-License-Identifier: EUPL-1.2
// The opportunities of whole towns against the slow formulas: of some homes everything, while all homes and
// offerings share the seats. Too slow for the unit tests.
#include <gtest/gtest.h>

#include "kit/compared_with_oracle.h"
#include "kit/made_world.h"

namespace wegwijzer {

namespace {

constexpr std::size_t three_profiles = 44;  // a home: every so manieth, beginning elsewhere

void compare(std::size_t children, std::size_t towns, std::size_t one_home_in) {
  auto const atlas = std::make_shared<Atlas const>(MadeWorld(children, towns).atlas());
  auto const model =
      std::make_shared<OpportunityModel const>(atlas, OpportunityParameters(), date(2026, 11, 24), 2);
  compare_with_oracle(model, three_profiles, one_home_in);
}

}  // namespace

TEST(WholeTowns, are_what_the_slow_formulas_give_in_the_demo_town) {
  compare(8'800, 1, 40);
}

TEST(WholeTowns, are_what_the_slow_formulas_give_in_a_region) {
  compare(8'000, 4, 100);
}

}  // namespace wegwijzer
