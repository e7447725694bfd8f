// SPDX-License-Identifier: EUPL-1.2
#include "towns/key_figures.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numbers>

#include "base/check.h"

namespace wegwijzer::towns {

namespace {

using Json = nlohmann::json;

constexpr auto drawn = std::to_array<std::string_view>(
    {"pop_0_14", "pop_15_24", "pop_25_44", "pop_45_64", "pop_65plus", "dwelling_value", "dwelling_ownership",
     "employment_rate", "income_low", "income_high", "edu_appl_sci", "origin_europe", "origin_outside_europe",
     "household_size"});
constexpr std::size_t ages = 5;  // the first figures are shares of all inhabitants

// How much of a buurt's scores it shares with its surroundings; docs/parameters.md.
constexpr double shared_part = 0.3;

double normal(Random& random) {
  // G. Box and M. Muller, Ann. Math. Stat. 29, 1958.
  auto const radius = std::sqrt(-2 * std::log(1 - random.unit()));
  return radius * std::cos(2 * std::numbers::pi * random.unit());
}

double chance_below(double score) {
  return 0.5 * std::erfc(-score / std::numbers::sqrt2);
}

// The kinds of buurt of the file, as the quarters of a town come nearest to them.
std::string_view kind_of(Quarter quarter, double draw) {
  switch (quarter) {
    case Quarter::core:
      return "centre";
    case Quarter::ring:
      return draw < 0.2 ? "students" : draw < 0.45 ? "rented" : "mixed";
    case Quarter::prewar:
      return draw < 0.35 ? "dear" : "mixed";
    case Quarter::postwar:
      return draw < 0.6 ? "rented" : draw < 0.75 ? "older_residents" : "mixed";
    case Quarter::seventies:
      return draw < 0.15 ? "rented" : draw < 0.4 ? "older_residents" : "mixed";
    case Quarter::vinex:
      return draw < 0.6 ? "young_families" : draw < 0.75 ? "dear" : "mixed";
    default:
      return draw < 0.3 ? "older_residents" : draw < 0.5 ? "dear" : "mixed";
  }
}

using Matrix = std::vector<std::vector<double>>;

// What is left of the correlations within a kind: less the sum of share × mean × mean' over kinds.
void take_kinds(Matrix& correlation, Json const& kinds, std::vector<std::vector<double>> const& means) {
  std::size_t k = 0;
  for (auto const& [name, kind] : kinds.items()) {
    auto const share = kind.at("share").get<double>();
    for (std::size_t i = 0; i < correlation.size(); ++i) {
      for (std::size_t j = 0; j < correlation.size(); ++j)
        correlation[i][j] -= share * means[k][i] * means[k][j];
    }
    ++k;
  }
}

Matrix cholesky(Matrix const& matrix) {
  Matrix root(matrix.size(), std::vector<double>(matrix.size()));
  for (std::size_t i = 0; i < matrix.size(); ++i) {
    for (std::size_t j = 0; j <= i; ++j) {
      auto sum = matrix[i][j];
      for (std::size_t k = 0; k < j; ++k) sum -= root[i][k] * root[j][k];
      check(i != j || sum > 0, "the correlations of key figures are not positive definite");
      root[i][j] = i == j ? std::sqrt(sum) : sum / root[j][j];
    }
  }
  return root;
}

}  // namespace

KeyFigures::KeyFigures(std::string_view json) {
  auto const file = Json::parse(json);
  auto const names = file.at("figures").get<std::vector<std::string>>();
  std::vector<std::size_t> place;
  for (auto const name : drawn) {
    auto const found = std::ranges::find(names, name);
    check(found != names.end(), "a key figure is not in its file");
    place.push_back(static_cast<std::size_t>(found - names.begin()));
    auto const deciles = file.at("deciles").at(std::string(name)).get<std::vector<double>>();
    auto const tails = file.at("tails").at(std::string(name)).get<std::vector<double>>();
    Figure figure{std::string(name), {0.01, 0.05}, {deciles.front(), tails[0]}};
    for (std::size_t i = 1; i + 1 < deciles.size(); ++i) {
      figure.chances.push_back(static_cast<double>(i) / 10);
      figure.values.push_back(deciles[i]);
    }
    figure.chances.insert(figure.chances.end(), {0.95, 0.99});
    figure.values.insert(figure.values.end(), {tails[1], deciles.back()});
    figures_.push_back(std::move(figure));
  }
  Matrix correlation;
  for (auto const i : place) {
    std::vector<double> row;
    for (auto const j : place) row.push_back(file.at("correlation_within_town").at(i).at(j).get<double>());
    correlation.push_back(std::move(row));
  }
  Matrix means;
  for (auto const& [kind, about] : file.at("kinds_within_town").items()) {
    std::vector<double> mean;
    for (auto const name : drawn) mean.push_back(about.at("mean_score").at(std::string(name)).get<double>());
    means.push_back(mean);
    shift_[kind] = std::move(mean);
  }
  take_kinds(correlation, file.at("kinds_within_town"), means);
  root_ = cholesky(correlation);
}

double KeyFigures::value(Figure const& figure, double score) const {
  auto const chance = std::clamp(chance_below(score), figure.chances.front(), figure.chances.back());
  auto const above = std::ranges::upper_bound(figure.chances, chance);
  auto const i =
      std::clamp<std::ptrdiff_t>(above - figure.chances.begin(), 1, std::ssize(figure.chances) - 1);
  auto const k = static_cast<std::size_t>(i);
  auto const share = (chance - figure.chances[k - 1]) / (figure.chances[k] - figure.chances[k - 1]);
  return std::lerp(figure.values[k - 1], figure.values[k], share);
}

std::vector<double> KeyFigures::scores(Random& random) const {
  std::vector<double> drawn_scores(figures_.size());
  for (auto& score : drawn_scores) score = normal(random);
  return drawn_scores;
}

std::map<std::string, double> KeyFigures::draw(Quarter quarter, std::vector<double> const& shared,
                                               Random& random) const {
  auto const& shift = shift_.at(std::string(kind_of(quarter, random.unit())));
  auto own = scores(random);
  for (std::size_t i = 0; i < own.size(); ++i) {
    own[i] = std::sqrt(shared_part) * shared[i] + std::sqrt(1 - shared_part) * own[i];
  }
  std::vector<double> values;
  for (std::size_t i = 0; i < figures_.size(); ++i) {
    auto score = shift[i];
    for (std::size_t k = 0; k <= i; ++k) score += root_[i][k] * own[k];
    values.push_back(value(figures_[i], score));
  }
  double all_ages = 0;
  for (std::size_t i = 0; i < ages; ++i) all_ages += values[i];
  for (std::size_t i = 0; i < ages; ++i) values[i] *= 100 / all_ages;
  std::map<std::string, double> figures;
  for (std::size_t i = 0; i < figures_.size(); ++i) {
    auto const step = figures_[i].name == "household_size"     ? 10.0
                      : figures_[i].name.starts_with("income") ? 10.0
                                                               : 1.0;
    figures[figures_[i].name] = std::round(values[i] * step) / step;
  }
  return figures;
}

}  // namespace wegwijzer::towns
