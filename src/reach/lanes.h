// SPDX-License-Identifier: EUPL-1.2
// Times side by side, one for each of some places that ask at once.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>

// The function is compiled twice, and the processor that runs it decides which; the results are the same.
// That choice is made while the program is loaded, before ThreadSanitizer can bear anything that it watches.
// clang, which builds the fuzzers, compiles no template twice.
#if defined(__SANITIZE_THREAD__) || defined(__clang__)
#define WEGWIJZER_FOR_EACH_PROCESSOR
#else
#define WEGWIJZER_FOR_EACH_PROCESSOR [[gnu::target_clones("avx2", "default")]]
#endif

namespace wegwijzer {

// A vector is an extension of GCC and Clang: operators work element by element.
template <class Time, std::size_t bytes>
struct VectorOf {
  using type [[gnu::vector_size(bytes)]] = Time;
};

template <class Time, std::size_t count>
struct alignas(sizeof(Time) * count) Lanes {
  static constexpr std::size_t size = count;
  static constexpr Time unreached = std::numeric_limits<Time>::max();

  Lanes() {
    for (auto& part : parts_) part = Part{} + unreached;
  }

  std::uint32_t operator[](std::size_t lane) const { return parts_[lane / in_part][lane % in_part]; }

  void improve(std::size_t lane, std::uint32_t time) {
    auto& part = parts_[lane / in_part];
    part[lane % in_part] = std::min(part[lane % in_part], static_cast<Time>(time));
  }

  // Where the other is reached, and would be sooner so much later; at most `unreached`.
  [[gnu::always_inline]] void improve(Lanes const& from, std::uint32_t later) {
    auto const wait = static_cast<Time>(later);
    Part const last = Part{} + static_cast<Time>(unreached - wait);
#pragma GCC unroll 4
    for (std::size_t at = 0; at < part_count; ++at) {
      auto other = from.parts_[at];
      take_lesser(other, last);
      other += wait;
      take_lesser(parts_[at], other);
    }
  }

  // Where a lane of the other is less, this one is unreached.
  [[gnu::always_inline]] void drop_above(Lanes const& other) {
#pragma GCC unroll 4
    for (std::size_t at = 0; at < part_count; ++at) {
      parts_[at] = other.parts_[at] < parts_[at] ? Part{} + unreached : parts_[at];
    }
  }

  [[gnu::always_inline]] std::uint32_t least() const {
    auto least = parts_[0];
    for (auto const& part : parts_) take_lesser(least, part);
    return folded<part_bytes>(least, [](auto& a, auto const& b) { take_lesser(a, b); });
  }

  // A bit for each lane that is not above the limit, which is less than `unreached`.
  [[gnu::always_inline]] std::uint64_t within(std::uint32_t limit) const {
    Part bit_of_each;
    std::memcpy(&bit_of_each, bits.data(), part_bytes);
    std::uint64_t within = 0;
    for (std::size_t at = 0; at < part_count; ++at) {
      Part const here = parts_[at] <= Part{} + static_cast<Time>(limit) ? bit_of_each : Part{};
      auto const mask = folded<part_bytes>(here, [](auto& a, auto const& b) { a |= b; });
      within |= std::uint64_t{mask} << at * in_part;
    }
    return within;
  }

  // Of those reached; zero when there are none.
  [[gnu::always_inline]] std::uint32_t greatest() const {
    Part greatest{};
    for (auto const& part : parts_) {
      Part const reached = part == unreached ? Part{} : part;
      take_greater(greatest, reached);
    }
    return folded<part_bytes>(greatest, [](auto& a, auto const& b) { take_greater(a, b); });
  }

 private:
  static constexpr std::size_t part_bytes = std::min<std::size_t>(sizeof(Time) * count, 32);  // a register
  static constexpr std::size_t part_count = sizeof(Time) * count / part_bytes;
  static constexpr std::size_t in_part = part_bytes / sizeof(Time);
  using Part = typename VectorOf<Time, part_bytes>::type;

  // One, two, four and so on.
  static constexpr std::array<Time, in_part> bits = [] {
    std::array<Time, in_part> bits{};
    for (std::size_t at = 0; at < in_part; ++at) bits[at] = static_cast<Time>(1U << at);
    return bits;
  }();

  template <class Vector>
  [[gnu::always_inline]] static void take_lesser(Vector& a, Vector const& b) {
    a = a < b ? a : b;
  }

  template <class Vector>
  [[gnu::always_inline]] static void take_greater(Vector& a, Vector const& b) {
    a = a > b ? a : b;
  }

  // Halves upon each other until one element is left.
  template <std::size_t bytes, class Pick>
  [[gnu::always_inline]] static Time folded(typename VectorOf<Time, bytes>::type const& all,
                                            Pick const& pick) {
    if constexpr (bytes == sizeof(Time)) {
      return all[0];
    } else {
      typename VectorOf<Time, bytes / 2>::type halves[2];
      std::memcpy(halves, &all, bytes);
      pick(halves[0], halves[1]);
      return folded<bytes / 2>(halves[0], pick);
    }
  }

  Part parts_[part_count];
};

inline constexpr std::size_t lane_count = 32;
using OneLane = Lanes<std::uint32_t, 1>;
using NarrowLanes = Lanes<std::uint16_t, lane_count>;  // for less than 109 minutes: one line of the cache
using WideLanes = Lanes<std::uint32_t, lane_count>;

}  // namespace wegwijzer
