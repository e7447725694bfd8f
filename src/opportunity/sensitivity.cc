// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/sensitivity.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/check.h"
#include "opportunity/standings.h"

namespace wegwijzer {

namespace {

// An input of which less than this is its own follows from those before it.
constexpr double follows_below = 1e-9;

double product(std::span<double const> a, std::span<double const> b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

// Ranks with mean 0 and sum of squares 1, so that a product of two is their correlation; all 0 for what never
// changes.
std::vector<double> standardised_ranks(std::span<double const> figures) {
  auto const mean = (static_cast<double>(figures.size()) + 1) / 2;
  std::vector<double> ranks;
  ranks.reserve(figures.size());
  for (auto const standing : standings(figures)) ranks.push_back(standing.middle() - mean);
  auto const norm = std::sqrt(product(ranks, ranks));
  for (auto& rank : ranks) rank = norm > 0 ? rank / norm : 0;
  return ranks;
}

// A.-L. Cholesky's factor of the correlations between inputs, with 0 on the diagonal for each that is left
// out because it follows from those before it.
std::vector<std::vector<double>> cholesky(std::vector<std::vector<double>> const& inputs) {
  std::vector<std::vector<double>> factor;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    std::vector<double> row(i + 1);
    for (std::size_t j = 0; j < i; ++j) {
      auto const before = product(std::span(row).first(j), std::span(factor[j]).first(j));
      if (factor[j][j] > 0) row[j] = (product(inputs[i], inputs[j]) - before) / factor[j][j];
    }
    auto const own =
        product(inputs[i], inputs[i]) - product(std::span(row).first(i), std::span(row).first(i));
    row[i] = own > follows_below ? std::sqrt(own) : 0;
    factor.push_back(std::move(row));
  }
  return factor;
}

// J. Pratt ("Dividing the indivisible", 1987): coefficient times correlation, which adds up to R^2. In draws
// where two inputs happen to go together one that does little can come out a little below 0: it counts as 0,
// and the others make up for it in proportion.
Sensitivity divided(std::vector<double> const& coefficients, std::vector<double> const& correlations) {
  Sensitivity found;
  double above = 0;
  for (std::size_t j = 0; j < coefficients.size(); ++j) {
    auto const part = coefficients[j] * correlations[j];
    found.explained += part;
    found.shares.push_back(std::max(0.0, part));
    above += found.shares.back();
  }
  found.explained = std::clamp(found.explained, 0.0, 1.0);  // but for rounding it lies there
  for (auto& share : found.shares) share *= above > 0 ? found.explained / above : 0;
  return found;
}

}  // namespace

RankRegression::RankRegression(std::span<std::vector<double> const> inputs) : draws_(inputs.size()) {
  auto const size = inputs.empty() ? 0 : inputs.front().size();
  std::vector<double> along(draws_);
  for (std::size_t j = 0; j < size; ++j) {
    for (std::size_t d = 0; d < draws_; ++d) along[d] = inputs[d].at(j);
    ranks_.push_back(standardised_ranks(along));
  }
  factor_ = cholesky(ranks_);
}

Sensitivity RankRegression::of(std::span<double const> outcome) const {
  check(outcome.size() == draws_, "every draw has one outcome");
  auto const correlations = correlations_with(outcome);
  return divided(coefficients(correlations), correlations);
}

std::vector<double> RankRegression::correlations_with(std::span<double const> outcome) const {
  auto const ranks = standardised_ranks(outcome);
  std::vector<double> correlations;
  correlations.reserve(ranks_.size());
  for (auto const& input : ranks_) correlations.push_back(product(input, ranks));
  return correlations;
}

// Of least squares: down by L, then up by its transpose.
std::vector<double> RankRegression::coefficients(std::vector<double> const& correlations) const {
  auto solved = correlations;
  for (std::size_t i = 0; i < solved.size(); ++i) {
    auto const before = product(std::span(factor_[i]).first(i), std::span(solved).first(i));
    solved[i] = factor_[i][i] > 0 ? (solved[i] - before) / factor_[i][i] : 0;
  }
  for (auto i = solved.size(); i-- > 0;) {
    if (factor_[i][i] > 0) solved[i] /= factor_[i][i];
    for (std::size_t j = 0; j < i; ++j) solved[j] -= factor_[i][j] * solved[i];
  }
  return solved;
}

Sensitivity sensitivity(std::span<std::vector<double> const> inputs, std::span<double const> outcome) {
  return RankRegression(inputs).of(outcome);
}

double expected_narrowing(double share) {
  return 1 - std::sqrt(std::max(0.0, 1 - share));
}

}  // namespace wegwijzer
