// SPDX-License-Identifier: EUPL-1.2
// A folder of its own for one test, gone afterwards.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

namespace wegwijzer {

class TemporaryFolder {
 public:
  TemporaryFolder() {
    auto pattern = (std::filesystem::temp_directory_path() / "wegwijzer-XXXXXX").string();
    path_ = mkdtemp(pattern.data());
  }

  TemporaryFolder(TemporaryFolder const&) = delete;
  TemporaryFolder& operator=(TemporaryFolder const&) = delete;

  ~TemporaryFolder() { std::filesystem::remove_all(path_); }

  std::filesystem::path path(std::string const& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

}  // namespace wegwijzer
