// SPDX-License-Identifier: EUPL-1.2
// Real data beside the source tree, for tests that skip without it.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string_view>

namespace wegwijzer {

// The file or folder below $WEGWIJZER_DATA (or ../shared/data); nothing when it is absent.
inline std::optional<std::filesystem::path> shared_data(std::string_view path) {
  char const* const folder = std::getenv("WEGWIJZER_DATA");
  auto found = std::filesystem::path(folder ? folder : "../shared/data") / path;
  if (!std::filesystem::exists(found)) return std::nullopt;
  return found;
}

}  // namespace wegwijzer
