// SPDX-License-Identifier: EUPL-1.2
// reencode() in a process of its own (docs/decisions/0055): it has no files, no network, a bound on memory
// and time, and can only calculate and write its answer. What breaks there breaks nothing here. It is this
// program started anew, so nothing that this process holds in memory is in it but the picture.
#pragma once

#include <chrono>
#include <cstdint>

#include "pictures/reencode.h"

namespace wegwijzer::pictures {

struct Allowance {
  std::uint64_t memory = std::uint64_t{700} << 20U;  // bytes beyond what the new process begins with
  std::chrono::seconds time{20};
};

inline constexpr std::size_t most_bytes = std::size_t{20} << 20U;  // of a file

// Fails as reencode() does, with "picture.too_large", with "picture.busy" when the system has no room for
// one more process, and with "picture.stopped" when the process was stopped.
// Only for a program whose main() begins with make_picture_if_asked().
Result<Renditions> reencode_apart(std::string_view bytes, Allowance const& allowance = {});

// Started by reencode_apart() it makes that picture and ends; otherwise it does nothing.
void make_picture_if_asked(int argc, char const* const* argv);

}  // namespace wegwijzer::pictures
