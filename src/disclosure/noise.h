// SPDX-License-Identifier: EUPL-1.2
// Noise that is exactly distributed: P(k) = (1 - a) / (1 + a) * a^|k| with a = exp(-epsilon), the two-sided
// geometric mechanism of Ghosh, Roughgarden and Sundararajan (STOC 2009; SIAM J. Comput. 41, 2012). Drawn
// with whole numbers only, after Canonne, Kamath and Steinke, "The Discrete Gaussian for Differential
// Privacy" (2020), algorithms 1 and 2: no logarithm, no fraction, so no bit of a float gives anything away.
#pragma once

#include <cstdint>

#include "ports/entropy.h"

namespace wegwijzer::disclosure {

// 0..bound-1, each as likely; bound > 0.
std::uint64_t below(std::uint64_t bound, Entropy& entropy);

// True with a chance of exp(-numerator / denominator); numerator <= denominator.
bool exponential_chance(std::uint64_t numerator, std::uint64_t denominator, Entropy& entropy);

// epsilon in thousandths, above 0.
std::int64_t two_sided_geometric(std::int64_t epsilon, Entropy& entropy);

}  // namespace wegwijzer::disclosure
