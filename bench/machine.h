// SPDX-License-Identifier: EUPL-1.2
// What the machine itself can do, to be printed beside every figure; clocks; memory.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <ctime>
#include <fstream>
#include <numeric>
#include <string>
#include <vector>

#include "base/random.h"

namespace wegwijzer {

// Seconds of processor time of all threads: a machine that others use too does not change these much.
inline double processor_seconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

inline double wall_seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

template <class Work>
double seconds_of(Work const& work) {
  auto const begin = processor_seconds();
  work();
  return processor_seconds() - begin;
}

// a = b + s × c over arrays far larger than the cache (J. McCalpin, STREAM, 1995), in GB a second: the best
// of three.
inline double triad() {
  constexpr std::size_t size = 1U << 23U;
  std::vector<double> a(size), b(size, 1), c(size, 2);
  double best = 1e9;
  for (int round = 0; round < 3; ++round) {
    best = std::min(best, seconds_of([&] {
                      for (std::size_t at = 0; at < size; ++at) a[at] = b[at] + 3 * c[at];
                      asm volatile("" : : "r"(a.data()) : "memory");
                    }));
  }
  return 3.0 * static_cast<double>(size * sizeof(double)) / best * 1e-9;
}

// Nanoseconds for one step along a random circle through so many lines of the cache.
inline double pointer_chase(std::size_t lines) {
  constexpr std::size_t words = 16;  // of a line
  std::vector<std::uint32_t> order(lines), next(lines * words);
  std::iota(order.begin(), order.end(), 0U);
  Random random = Seed(1).stream("chase");
  for (auto at = lines; at > 1; --at) std::swap(order[at - 1], order[random.below(at)]);
  for (std::size_t at = 0; at < lines; ++at) {
    next[order[at] * words] = static_cast<std::uint32_t>(order[(at + 1) % lines] * words);
  }
  constexpr int steps = 1'000'000;
  std::uint32_t here = 0;
  auto const seconds = seconds_of([&] {
    for (int step = 0; step < steps; ++step) here = next[here];
    asm volatile("" : : "r"(here));
  });
  return seconds / steps * 1e9;
}

// Nanoseconds for a line of the cache, when it is known long before which lines of so many are wanted.
inline double scattered_lines(std::size_t lines) {
  constexpr std::size_t words = 16;  // of a line
  std::vector<std::uint32_t> const all(lines * words, 1);
  constexpr int reads = 4'000'000;
  Random random = Seed(1).stream("lines");
  std::vector<std::uint32_t> wanted(reads);
  for (auto& line : wanted) line = static_cast<std::uint32_t>(random.below(lines) * words);
  std::uint32_t sum = 0;
  auto const seconds = seconds_of([&] {
    for (auto const line : wanted) sum += all[line];
    asm volatile("" : : "r"(sum));
  });
  return seconds / reads * 1e9;
}

struct Machine {
  double triad = 0;      // GB/s
  double chase = 0;      // ns, through 256 MiB
  double scattered = 0;  // ns a line, of 256 MiB

  static Machine measured() {
    constexpr std::size_t lines = 1U << 22U;
    return {wegwijzer::triad(), pointer_chase(lines), scattered_lines(lines)};
  }

  std::string text() const {
    return fmt::format("triad {:.1f} GB/s, chase {:.0f} ns, scattered lines {:.1f} ns", triad, chase,
                       scattered);
  }
};

// MiB, of this process: now, and the most since the last call of forget_peak().
inline std::size_t memory(std::string const& field) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(field)) return std::stoul(line.substr(field.size() + 1)) / 1024;
  }
  return 0;
}

inline std::size_t memory_now() {
  return memory("VmRSS");
}

inline std::size_t memory_peak() {
  return memory("VmHWM");
}

inline void forget_peak() {
  std::ofstream("/proc/self/clear_refs") << '5';
}

// Figures of several rounds.
class Rounds {
 public:
  void add(double figure) { figures_.push_back(figure); }

  double median() const { return at(0.5); }

  double at(double share) const {
    auto sorted = figures_;
    std::ranges::sort(sorted);
    return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1) + 0.5)];
  }

  std::string text(int digits = 1) const {
    return fmt::format("{:.{}f} ({:.{}f}-{:.{}f})", median(), digits, at(0), digits, at(1), digits);
  }

 private:
  std::vector<double> figures_;
};

}  // namespace wegwijzer
