// SPDX-License-Identifier: EUPL-1.2
// What another program says about a file that we made: a reader that is not ours.
#pragma once

#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

namespace wegwijzer {

inline std::string said_by(std::string const& command) {
  auto const close = [](FILE* pipe) { EXPECT_EQ(pclose(pipe), 0); };
  std::unique_ptr<FILE, decltype(close)> const pipe(popen(command.c_str(), "r"), close);
  std::string said;
  for (int c = std::fgetc(pipe.get()); c != EOF; c = std::fgetc(pipe.get())) said += static_cast<char>(c);
  return said;
}

inline std::filesystem::path written(std::filesystem::path const& file, std::string const& bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
  return file;
}

}  // namespace wegwijzer
