// SPDX-License-Identifier: EUPL-1.2
// Seeded chance: the same seed gives the same numbers on every machine. Not for secrets.
#pragma once

#include <cstdint>
#include <string_view>

namespace wegwijzer {

class Random {
 public:
  explicit Random(std::uint64_t state) : state_(state) {}

  std::uint64_t next();                      // SplitMix64 (Steele, Lea, Flood 2014)
  std::uint64_t below(std::uint64_t bound);  // 0..bound-1, without bias; bound > 0
  double unit();                             // [0, 1)

  bool chance(double share) { return unit() < share; }

 private:
  std::uint64_t state_;
};

class Seed {
 public:
  explicit Seed(std::uint64_t value) : value_(value) {}

  // An own stream of chance for each `who` and `when`, independent of the order in which they are asked.
  Random stream(std::string_view who, std::uint64_t when = 0) const;

 private:
  std::uint64_t value_;
};

}  // namespace wegwijzer
