// SPDX-License-Identifier: EUPL-1.2
#include "disclosure/noise.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "kit/seeded_entropy.h"

namespace wegwijzer::disclosure {

// Chi-square against P(k) = (1 - a) / (1 + a) * a^|k|, with a = exp(-1/2): -10 to 10, and the two tails. Of
// 22 degrees of freedom it is above 48.3 once in a thousand draws; the seed is fixed.
TEST(Noise, is_distributed_exactly_as_stated) {
  constexpr int draws = 200'000, widest = 10;
  SeededEntropy entropy(1);
  std::array<int, 2 * widest + 3> seen{};
  for (int i = 0; i < draws; ++i) {
    auto const k = two_sided_geometric(500, entropy);
    auto const place = std::clamp<std::int64_t>(k, -widest - 1, widest + 1) + widest + 1;
    ++seen.at(static_cast<std::size_t>(place));
  }
  double const a = std::exp(-0.5);
  double chi_square = 0;
  for (int k = -widest - 1; k <= widest + 1; ++k) {
    bool const tail = std::abs(k) > widest;
    // All of a tail: a^11 (1 - a) / (1 + a) / (1 - a).
    double const share = std::pow(a, std::abs(k)) / (1 + a) * (tail ? 1 : 1 - a);
    double const off = seen.at(static_cast<std::size_t>(k + widest + 1)) - draws * share;
    chi_square += off * off / (draws * share);
  }
  EXPECT_LT(chi_square, 48.3);
}

// exp(-3/4) = 0.47237: 94,473 of 200,000, give or take five times 223.
TEST(Noise, an_exponential_chance_is_exact) {
  SeededEntropy entropy(2);
  int yes = 0;
  for (int i = 0; i < 200'000; ++i) yes += exponential_chance(3, 4, entropy);
  EXPECT_NEAR(yes, 94'473, 5 * 223);
}

// A source that begins with what is one too many for thirds: 2^64 = 3 * n + 1, so 0 is drawn anew.
TEST(Noise, no_number_comes_more_often_than_another) {
  struct Counting : Entropy {
    std::uint64_t drawn = 0;

    std::uint64_t next() override { return drawn++; }
  } counting;

  EXPECT_EQ(below(3, counting), 1U);
  EXPECT_EQ(counting.drawn, 2U);
}

}  // namespace wegwijzer::disclosure
