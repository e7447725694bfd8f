// SPDX-License-Identifier: EUPL-1.2
// Cache as a folder of files, made when the first is kept.
#pragma once

#include <filesystem>

#include "ports/cache.h"

namespace wegwijzer {

class CacheFolder : public Cache {
 public:
  explicit CacheFolder(std::filesystem::path folder) : folder_(std::move(folder)) {}

  Result<std::string> find(std::string_view name, std::uint64_t most_bytes) override;
  Done keep(std::string_view name, std::string_view bytes) override;
  void keep_only(std::string_view prefix, std::vector<std::string> const& names) override;

  std::string where(std::string_view name) const override { return (folder_ / name).string(); }

 private:
  std::filesystem::path folder_;
};

}  // namespace wegwijzer
