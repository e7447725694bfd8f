// SPDX-License-Identifier: EUPL-1.2
#include "disclosure/noise.h"

#include "base/check.h"

namespace wegwijzer::disclosure {

std::uint64_t below(std::uint64_t bound, Entropy& entropy) {
  auto const too_few = (0 - bound) % bound;  // 2^64 modulo bound: these would come once too often
  for (;;) {
    if (auto const drawn = entropy.next(); drawn >= too_few) return drawn % bound;
  }
}

bool exponential_chance(std::uint64_t numerator, std::uint64_t denominator, Entropy& entropy) {
  std::uint64_t k = 1;
  while (below(denominator * k, entropy) < numerator) ++k;
  return k % 2 == 1;
}

std::int64_t two_sided_geometric(std::int64_t epsilon, Entropy& entropy) {
  check(epsilon > 0, "noise has an epsilon above zero");
  constexpr std::uint64_t thousandths = 1000;
  for (;;) {
    auto const rest = below(thousandths, entropy);
    if (!exponential_chance(rest, thousandths, entropy)) continue;
    std::uint64_t whole = 0;
    while (exponential_chance(1, 1, entropy)) ++whole;
    auto const size =
        static_cast<std::int64_t>((rest + thousandths * whole) / static_cast<std::uint64_t>(epsilon));
    bool const negative = below(2, entropy) == 1;
    if (negative && size == 0) continue;  // zero has one chance, not two
    return negative ? -size : size;
  }
}

}  // namespace wegwijzer::disclosure
