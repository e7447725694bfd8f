// SPDX-License-Identifier: EUPL-1.2
// reencode() in a process of its own (docs/decisions/0022): it has no files, no network, a bound on memory
// and time, and can only calculate and write its answer. What breaks there breaks nothing here. It is forked,
// so it can read what this process holds in memory, and could say that in a picture: an import holds the rows
// of the file that names the picture, and opens the store afterwards.
#pragma once

#include <chrono>
#include <cstdint>

#include "pictures/reencode.h"

namespace wegwijzer::pictures {

struct Allowance {
  std::uint64_t memory = std::uint64_t{700} << 20U;  // bytes beyond what this process has
  std::chrono::seconds time{20};
};

inline constexpr std::size_t most_bytes = std::size_t{20} << 20U;  // of a file

// Fails as reencode() does, with "picture.too_large" and, when the process was stopped, "picture.stopped".
Result<Renditions> reencode_apart(std::string_view bytes, Allowance const& allowance = {});

}  // namespace wegwijzer::pictures
