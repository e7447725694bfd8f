// SPDX-License-Identifier: EUPL-1.2
#include "towns/key_figures.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "kit/fictional_towns.h"

namespace wegwijzer::towns {

namespace {

using Row = std::map<std::string, double>;

KeyFigures const& figures() {
  return words_of_towns().figures;
}

// Buurten with homes of all quarters in turn, each in surroundings of its own.
std::vector<Row> rows(std::size_t count, std::optional<Quarter> quarter = {}) {
  constexpr std::array homes{Quarter::core,      Quarter::ring,  Quarter::prewar, Quarter::postwar,
                             Quarter::seventies, Quarter::vinex, Quarter::village};
  Random random(2026);
  std::vector<Row> drawn;
  for (std::size_t i = 0; i < count; ++i)
    drawn.push_back(
        figures().draw(quarter.value_or(homes[i % homes.size()]), figures().scores(random), random));
  return drawn;
}

double mean(std::vector<Row> const& all, std::string const& name) {
  double sum = 0;
  for (auto const& row : all) sum += row.at(name);
  return sum / static_cast<double>(all.size());
}

double correlation(std::vector<Row> const& all, std::string const& one, std::string const& other) {
  auto const a = mean(all, one), b = mean(all, other);
  double both = 0, first = 0, second = 0;
  for (auto const& row : all) {
    both += (row.at(one) - a) * (row.at(other) - b);
    first += (row.at(one) - a) * (row.at(one) - a);
    second += (row.at(other) - b) * (row.at(other) - b);
  }
  return both / std::sqrt(first * second);
}

}  // namespace

TEST(KeyFigures, go_together_as_real_ones_do) {
  auto const all = rows(5'000);
  EXPECT_LT(correlation(all, "income_low", "income_high"), -0.6);
  EXPECT_GT(correlation(all, "dwelling_value", "income_high"), 0.3);
  EXPECT_LT(correlation(all, "pop_65plus", "pop_0_14"), -0.1);
}

TEST(KeyFigures, give_shares_of_ages_that_are_all) {
  for (auto const& row : rows(1'000)) {
    // Five shares rounded to whole percents: at most 5 × 0.5 off.
    EXPECT_NEAR(row.at("pop_0_14") + row.at("pop_15_24") + row.at("pop_25_44") + row.at("pop_45_64") +
                    row.at("pop_65plus"),
                100, 2.5);
  }
}

TEST(KeyFigures, lie_between_what_1_and_99_in_a_hundred_real_ones_stay_below) {
  auto const file = nlohmann::json::parse(embedded_file(assets_files(), "towns/figures.json"));
  for (auto const& row : rows(5'000)) {
    for (auto const& [name, value] : row) {
      if (name.starts_with("pop_")) continue;  // brought to 100% together
      auto const& deciles = file.at("deciles").at(name);
      auto const rounding = name == "household_size" || name.starts_with("income") ? 0.05 : 0.5;
      ASSERT_GE(value, deciles.front().get<double>() - rounding - 1e-9) << name;
      ASSERT_LE(value, deciles.back().get<double>() + rounding + 1e-9) << name;
    }
  }
}

TEST(KeyFigures, give_a_new_quarter_more_children_than_an_old_core) {
  EXPECT_GT(mean(rows(800, Quarter::vinex), "pop_0_14"), mean(rows(800, Quarter::core), "pop_0_14") + 5);
}

TEST(KeyFigures, of_neighbours_look_alike) {
  // With a shared part of 0.3 in the scores the values of two buurten correlate about as much.
  Random random(5);
  std::vector<Row> pairs;
  for (int i = 0; i < 3'000; ++i) {
    auto const shared = figures().scores(random);
    auto const one = figures().draw(Quarter::prewar, shared, random);
    auto const other = figures().draw(Quarter::prewar, shared, random);
    pairs.push_back({{"one", one.at("income_low")}, {"other", other.at("income_low")}});
  }
  EXPECT_GT(correlation(pairs, "one", "other"), 0.15);
}

}  // namespace wegwijzer::towns
