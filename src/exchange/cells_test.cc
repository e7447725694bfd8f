// SPDX-License-Identifier: EUPL-1.2
#include "exchange/cells.h"

#include <gtest/gtest.h>

namespace wegwijzer {

TEST(Phone, of_a_dutch_municipality_has_five_digits) {
  EXPECT_EQ(read_phone("14 015"), "14 015");
  EXPECT_EQ(read_phone("14 0345"), "14 0345");
  EXPECT_FALSE(read_phone("15 015"));
  EXPECT_FALSE(read_phone("14 01"));
}

}  // namespace wegwijzer
