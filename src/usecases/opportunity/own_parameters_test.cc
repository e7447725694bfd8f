// SPDX-License-Identifier: EUPL-1.2
#include "usecases/opportunity/own_parameters.h"

#include <gtest/gtest.h>

#include <fstream>

#include "kit/temporary_folder.h"

namespace wegwijzer {

TEST(OwnParameters, change_what_is_named_and_leave_the_rest) {
  TemporaryFolder folder;
  std::ofstream(folder.path("own.csv"))
      << "parameter;waarde;bron\nwaiver_works;0,75;telling\nhalf_at;0;CBS\n";
  auto const own = read_own_parameters(folder.path("own.csv"));
  ASSERT_TRUE(own);
  EXPECT_TRUE(own->problems.empty());
  OpportunityParameters expected;
  expected.waiver_works = 0.75;
  expected.half_at = 0;
  EXPECT_EQ(own->parameters, expected);
}

TEST(OwnParameters, name_what_is_not_known_or_not_allowed) {
  TemporaryFolder folder;
  std::ofstream(folder.path("own.csv"))
      << "parameter;value;source\nwaiver;0.5;x\nwaiver_works;2;x\nlongest_journey;0;x\npurse_little;-1;x\n";
  auto const own = read_own_parameters(folder.path("own.csv"));
  ASSERT_TRUE(own);
  ASSERT_EQ(own->problems.size(), 4U);
  EXPECT_EQ(own->problems[0].error.key, "parameters.unknown");
  for (std::size_t i = 1; i < 4; ++i) EXPECT_EQ(own->problems[i].error.key, "parameters.not_allowed") << i;
  EXPECT_EQ(own->parameters, OpportunityParameters());
  EXPECT_FALSE(read_own_parameters(folder.path("nothing.csv")));
}

}  // namespace wegwijzer
