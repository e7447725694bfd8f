// SPDX-License-Identifier: EUPL-1.2
// Which input makes an outcome unsure: standardised rank regression over draws (R. Iman, W. Conover,
// Technometrics 21, 1979; A. Saltelli et al., "Sensitivity analysis in practice", 2004). By ranks, so that a
// bent but steady effect counts as much as a straight one; what goes up and down again is not seen, nor
// what inputs do only together.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace wegwijzer {

struct Sensitivity {
  // By input the part of the variance of the outcome's ranks that goes with it, none negative; together
  // `explained`.
  std::vector<double> shares;
  double explained = 0;  // R^2: the part that goes with all inputs, 0 to 1

  bool operator==(Sensitivity const&) const = default;
};

// For many outcomes of the same draws. Wants several times as many draws as inputs: of n draws that have
// nothing to do with p inputs these still seem to explain p / (n - 1).
class RankRegression {
 public:
  // `inputs[d][j]` is the value of input j in draw d. One that never changes, or follows from those before
  // it, explains nothing.
  explicit RankRegression(std::span<std::vector<double> const> inputs);

  // One outcome a draw; nothing explains one that never changes.
  Sensitivity of(std::span<double const> outcome) const;

 private:
  std::vector<double> correlations_with(std::span<double const> outcome) const;
  std::vector<double> coefficients(std::vector<double> const& correlations) const;

  std::size_t draws_;
  std::vector<std::vector<double>> ranks_;   // by input and draw: ranks with mean 0 and sum of squares 1
  std::vector<std::vector<double>> factor_;  // L of L L' = the correlations between inputs; row by row
};

// Of one outcome.
Sensitivity sensitivity(std::span<std::vector<double> const> inputs, std::span<double const> outcome);

// The part of its width that an interval would lose if an input with this share were known. An approximation:
// as if the variance of outcomes were that of their ranks, and a narrower spread had the same shape.
double expected_narrowing(double share);

}  // namespace wegwijzer
