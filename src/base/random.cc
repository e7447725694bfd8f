// SPDX-License-Identifier: EUPL-1.2
#include "base/random.h"

#include "base/check.h"

namespace wegwijzer {

namespace {

std::uint64_t mix(std::uint64_t z) {
  z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ z >> 27) * 0x94d049bb133111ebULL;
  return z ^ z >> 31;
}

}  // namespace

std::uint64_t Random::next() {
  return mix(state_ += 0x9e3779b97f4a7c15ULL);
}

std::uint64_t Random::below(std::uint64_t bound) {
  check(bound > 0, "a choice needs at least one possibility");
  std::uint64_t const unbiased_from = -bound % bound;
  while (true) {
    if (auto const drawn = next(); drawn >= unbiased_from) return drawn % bound;
  }
}

double Random::unit() {
  return static_cast<double>(next() >> 11) * 0x1p-53;
}

Random Seed::stream(std::string_view who, std::uint64_t when) const {
  std::uint64_t state = mix(value_ + 0x9e3779b97f4a7c15ULL);
  for (char const c : who) state = mix(state ^ static_cast<unsigned char>(c)) + 0x9e3779b97f4a7c15ULL;
  return Random(mix(state ^ when));
}

}  // namespace wegwijzer
