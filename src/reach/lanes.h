// SPDX-License-Identifier: EUPL-1.2
// Sixteen times side by side, one for each of sixteen places that ask at once: a line of the cache, and two
// or four registers of the processor.
#pragma once

#include <cstddef>
#include <cstdint>

// The function is compiled twice, and the processor that runs it decides which; the results are the same.
// That choice is made while the program is loaded, before ThreadSanitizer can bear anything that it watches.
#ifdef __SANITIZE_THREAD__
#define WEGWIJZER_FOR_EACH_PROCESSOR
#else
#define WEGWIJZER_FOR_EACH_PROCESSOR [[gnu::target_clones("avx2", "default")]]
#endif

namespace wegwijzer {

inline constexpr std::size_t lane_count = 16;

struct alignas(64) Lanes {
  static constexpr std::uint32_t unreached = 1U << 30U;  // two of these add up

  // An extension of GCC and Clang: operators work lane by lane.
  using Vector [[gnu::vector_size(64)]] = std::uint32_t;

  Vector time = Vector{} + unreached;

  [[gnu::always_inline]] void improve(Lanes const& from, std::uint32_t later) {
    Vector const other = from.time + later;
    time = other < time ? other : time;
  }

  // Where a lane of the other is less, this one is unreached.
  [[gnu::always_inline]] void drop_above(Lanes const& other) {
    time = other.time < time ? Vector{} + unreached : time;
  }
};

}  // namespace wegwijzer
