// SPDX-License-Identifier: EUPL-1.2
// WEGWIJZER_HARNESS(name)(bytes, size) { … }: what libFuzzer searches with in a program of its own, and what
// fuzz_replay knows by its name. All that are replayed are one program, which is compiled and linked once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace wegwijzer::fuzz {

using Harness = int (*)(std::uint8_t const* bytes, std::size_t size);

// Gives true, so that it can be called while a program starts.
bool add(std::string_view name, Harness harness);

}  // namespace wegwijzer::fuzz

#ifdef WEGWIJZER_SEARCHING
#define WEGWIJZER_HARNESS(name) extern "C" int LLVMFuzzerTestOneInput
#else
#define WEGWIJZER_HARNESS(name)                                                                       \
  static int name##_harness(std::uint8_t const* bytes, std::size_t size);                             \
  [[maybe_unused]] static bool const name##_is_added = ::wegwijzer::fuzz::add(#name, name##_harness); \
  static int name##_harness
#endif
