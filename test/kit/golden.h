// SPDX-License-Identifier: EUPL-1.2
// Whole outputs compared with the files of test/golden. UPDATE_GOLDEN=1 writes them anew, to be reviewed as
// code is.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace wegwijzer {

inline void expect_golden(std::string const& name, std::string const& output) {
  auto const path = std::filesystem::path("test/golden") / name;
  if (std::getenv("UPDATE_GOLDEN")) {  // NOLINT(concurrency-mt-unsafe): a test has one thread
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << output;
  }
  std::ifstream in(path, std::ios::binary);
  std::string const golden{std::istreambuf_iterator<char>(in), {}};
  EXPECT_TRUE(output == golden)
      << name << " has changed. Look at the difference after UPDATE_GOLDEN=1, then keep or mend it.\n"
      << output;
}

}  // namespace wegwijzer
