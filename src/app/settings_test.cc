// SPDX-License-Identifier: EUPL-1.2
#include "app/settings.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace wegwijzer {

TEST(Settings, are_all_in_the_manual) {
  std::ifstream file("docs/manual/beheer.md");
  std::string const manual{std::istreambuf_iterator<char>(file), {}};
  for (auto const& row : setting_rows()) {
    EXPECT_NE(manual.find(row.flag), std::string::npos) << row.flag;
    EXPECT_NE(manual.find(row.environment), std::string::npos) << row.environment;
  }
}

}  // namespace wegwijzer
