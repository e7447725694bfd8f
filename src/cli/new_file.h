// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>

namespace wegwijzer::cli {

// A store that a command makes is there whole or not at all: who asks again after a failure finds no empty
// one.
class NewFile {
 public:
  explicit NewFile(std::filesystem::path const& file) : file_(file), kept_(std::filesystem::exists(file)) {}

  NewFile(NewFile const&) = delete;
  NewFile& operator=(NewFile const&) = delete;

  ~NewFile() {
    std::error_code ignored;
    if (!kept_) std::filesystem::remove(file_, ignored);
  }

  void keep() { kept_ = true; }

 private:
  std::filesystem::path file_;
  bool kept_;
};

}  // namespace wegwijzer::cli
