// SPDX-License-Identifier: EUPL-1.2
// Named bytes beside a store that can be made again from what is in it: kept to save time, never in a backup,
// and gone at any time without harm.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace wegwijzer {

class Cache {
 public:
  virtual ~Cache() = default;

  // Fails with Fault::missing when nothing has that name, and with "cache.unreadable" {file} when it is
  // larger than expected or cannot be read.
  virtual Result<std::string> find(std::string_view name, std::uint64_t most_bytes) = 0;

  // Whole or not at all, whoever else keeps something. Fails with "cache.cannot_write" {file}.
  virtual Done keep(std::string_view name, std::string_view bytes) = 0;

  // Of the names that begin so only these stay. What cannot be removed stays too.
  virtual void keep_only(std::string_view prefix, std::vector<std::string> const& names) = 0;

  // For who reads a message.
  virtual std::string where(std::string_view name) const = 0;
};

}  // namespace wegwijzer
