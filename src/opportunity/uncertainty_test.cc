// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/uncertainty.h"

#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <numeric>

#include "kit/made_world.h"

namespace wegwijzer {

namespace {

std::shared_ptr<OpportunityModel const> model_of_draws() {
  static auto const model = [] {
    OpportunityParameters parameters;
    parameters.square = 1000;
    auto const atlas = std::make_shared<Atlas const>(MadeWorld(300, 1, 6).atlas());
    return std::make_shared<OpportunityModel const>(atlas, parameters, date(2026, 11, 24), 2);
  }();
  return model;
}

Population const& population_of_draws() {
  static auto const population = [] {
    std::vector<std::size_t> profiles(standard_profiles().size());
    std::iota(profiles.begin(), profiles.end(), 0);
    return Population(*model_of_draws(), std::nullopt, profiles);
  }();
  return population;
}

std::vector<double> numbers_of(PlaceFigures figures) {
  std::vector<double> numbers;
  for_each_figure(figures, [&](double& figure) { numbers.push_back(figure); });
  return numbers;
}

Uncertainty const& two_hundred_draws() {
  static auto const found = *uncertainty(*model_of_draws(), population_of_draws(), {.threads = 2});
  return found;
}

}  // namespace

TEST(Uncertainty, holds_nine_in_ten_of_the_worlds_that_could_be_true) {
  // Each world has true parameters of its own, drawn apart from those of the intervals.
  auto const& found = two_hundred_draws();
  auto const low = numbers_of(found.low), high = numbers_of(found.high);
  constexpr std::size_t worlds = 400;
  auto far = model_of_draws()->parameters();
  far.longest_journey = 45;
  OpportunityModel const base(model_of_draws()->shared_atlas(), far, model_of_draws()->today(), 2);
  std::vector<std::size_t> held(low.size());
  std::size_t ranks_held = 0, ranks = 0;
  Seed const chance(2026);
  for (std::size_t world = 0; world < worlds; ++world) {
    auto const truth =
        parameter_draws(model_of_draws()->parameters(), 1, Seed(chance.stream("world", world).next()));
    auto const figures = *place_figures(OpportunityModel(base, truth.front(), 1), population_of_draws(), 2);
    auto const numbers = numbers_of(figures);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      held[i] += low[i] <= numbers[i] && numbers[i] <= high[i] ? 1 : 0;
    }
    auto const& order = population_of_draws().in_order;
    for (std::size_t i = 0; i < order.size(); ++i) {
      auto const before = std::ranges::count_if(
          order, [&](auto const other) { return figures.area_means[other] < figures.area_means[order[i]]; });
      auto const rank = static_cast<std::size_t>(before) + 1;
      ranks_held += found.ranks[i].low <= rank && rank <= found.ranks[i].high ? 1 : 0;
      ++ranks;
    }
  }
  // Of 400 worlds 360 are expected, by chance give or take 6, and as much for the draws of the interval.
  double sum = 0;
  for (std::size_t i = 0; i < held.size(); ++i) {
    EXPECT_GE(held[i], 320U) << i;
    sum += static_cast<double>(held[i]);
  }
  EXPECT_NEAR(sum / static_cast<double>(held.size() * worlds), 0.9, 0.04);
  EXPECT_GE(static_cast<double>(ranks_held) / static_cast<double>(ranks), 0.88);
}

TEST(OpportunityModel, of_some_homes_has_what_they_have_where_no_others_come) {
  auto const& model = *model_of_draws();
  std::vector<std::size_t> all(model.homes().size());
  std::iota(all.begin(), all.end(), 0);
  OpportunityModel const same(model, model.parameters(), all, 2, {});
  EXPECT_EQ(experienced_by_all(same, all, 1), experienced_by_all(model, all, 1));
  // With fewer children around there are more seats for each.
  std::vector<std::size_t> const some(all.begin(), all.begin() + 3);
  OpportunityModel const fewer(model, model.parameters(), some, 2, {});
  auto const few = experienced_by_all(fewer, std::vector<std::size_t>{0, 1, 2}, 1);
  auto const many = experienced_by_all(model, some, 1);
  for (std::size_t i = 0; i < few.size(); ++i) EXPECT_GE(few[i], many[i] * (1 - 1e-12));
}

TEST(Uncertainty, of_parameters_that_are_known_is_none) {
  auto const& model = *model_of_draws();
  auto const now = *place_figures(model, population_of_draws(), 2);
  auto const numbers = numbers_of(now);
  auto const low = numbers_of(two_hundred_draws().low), high = numbers_of(two_hundred_draws().high);
  std::size_t inside = 0;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    EXPECT_LE(low[i], high[i]);
    inside += low[i] <= numbers[i] && numbers[i] <= high[i] ? 1 : 0;
  }
  // What is assumed usually lies somewhere in the middle of its range.
  EXPECT_GE(inside, numbers.size() * 9 / 10);
}

TEST(Uncertainty, says_what_it_comes_from) {
  auto const& found = two_hundred_draws();
  EXPECT_EQ(found.draws, usual_draws);
  for (auto const& [outcome, name] : choices<Outcome>) {
    auto const& of = found.sensitivities[static_cast<std::size_t>(outcome)];
    ASSERT_EQ(of.shares.size(), found.varied.size());
    EXPECT_NEAR(std::accumulate(of.shares.begin(), of.shares.end(), 0.0), of.explained, 1e-9) << name;
    EXPECT_GT(of.explained, 0.7) << name;
  }
  // How far children are willing to go says more about the mean than what counts as a next step.
  auto const share = [&](std::string_view parameter) {
    auto const at = std::ranges::find(found.varied, parameter, &Parameter::name);
    return found.sensitivities[0].shares[static_cast<std::size_t>(at - found.varied.begin())];
  };
  EXPECT_GT(share("half_at"), 0.1);
  EXPECT_LT(share("next_step_from"), 0.05);
  EXPECT_NEAR(std::accumulate(found.best.begin(), found.best.end(), 0.0), 1, 1e-9);
  EXPECT_NEAR(std::accumulate(found.largest.begin(), found.largest.end(), 0.0), 1, 1e-9);
}

TEST(Uncertainty, is_the_same_on_any_number_of_threads_and_other_with_another_seed) {
  auto const with = [](Seed seed, unsigned threads) {
    auto const found = *uncertainty(*model_of_draws(), population_of_draws(),
                                    {.draws = 10, .seed = seed, .threads = threads});
    return std::pair(numbers_of(found.low), numbers_of(found.high));
  };
  EXPECT_EQ(with(Seed(1), 1), with(Seed(1), 3));
  EXPECT_NE(with(Seed(1), 1), with(Seed(2), 1));
}

// Half the homes: the margins are nearly as wide as those of all homes, and lie around the same figures.
TEST(Uncertainty, of_a_sample_of_homes_is_much_as_that_of_all) {
  auto const& all = two_hundred_draws();
  auto const half = population_of_draws().homes.size() / 2;
  auto const some =
      *uncertainty(*model_of_draws(), population_of_draws(), {.threads = 2, .most_homes = half});
  for (auto const figure : {&Inequality::mean, &Inequality::gini, &Inequality::theil}) {
    auto const low = all.low.spread.*figure, high = all.high.spread.*figure;
    EXPECT_NEAR(some.low.spread.*figure, low, 0.15 * (high - low));
    EXPECT_NEAR(some.high.spread.*figure, high, 0.15 * (high - low));
    EXPECT_NE(some.high.spread.*figure, high);
  }
  EXPECT_EQ(some.drawn.size(), usual_draws);
}

TEST(Uncertainty, of_places_together_is_that_of_each) {
  auto const& model = *model_of_draws();
  std::vector<std::size_t> profiles(standard_profiles().size());
  std::iota(profiles.begin(), profiles.end(), 0);
  std::vector<Population> wijken;
  for (auto const& area : model.atlas().areas().all()) {
    if (area.code.kind() != AreaKind::wijk) continue;
    wijken.emplace_back(model, model.atlas().areas().find(area.code), profiles);
  }
  ASSERT_GE(wijken.size(), 2U);
  DrawOrder const order{.draws = 6};
  std::array const two{PlaceToDraw{&wijken[0]}, PlaceToDraw{&wijken[1]}};
  auto const together = uncertainty_of_places(model, two, order);
  ASSERT_EQ(together.size(), 2U);
  for (std::size_t i = 0; i < two.size(); ++i) {
    auto const expected = numbers_of(uncertainty(model, wijken[i], order)->high);
    auto const found = numbers_of(together[i]->high);
    for (std::size_t k = 0; k < expected.size(); ++k) EXPECT_NEAR(found[k], expected[k], 1e-9);
  }
}

TEST(Uncertainty, is_the_same_of_a_model_that_has_looked_far_enough) {
  auto const& model = *model_of_draws();
  DrawOrder const order{.draws = 6, .most_homes = 20};
  OpportunityModel const looked_far(model.shared_atlas(), looking_as_far(model.parameters(), order),
                                    model.today(), 1);
  OpportunityModel const far(looked_far, model.parameters(), 1);
  ASSERT_GT(far.looked_for(), model.looked_for());
  std::vector<std::size_t> profiles(standard_profiles().size());
  std::iota(profiles.begin(), profiles.end(), 0);
  Population const all(model, std::nullopt, profiles);
  ASSERT_GT(all.homes.size(), order.most_homes);
  auto const expected = uncertainty(model, all, order);
  auto const figures = *place_figures(model, all, 1);
  std::array const places{PlaceToDraw{&all, &figures}};
  auto const found = uncertainty_of_places(far, places, order).front();
  EXPECT_EQ(numbers_of(found->low), numbers_of(expected->low));
  EXPECT_EQ(numbers_of(found->high), numbers_of(expected->high));
}

TEST(Uncertainty, tells_how_far_it_is_and_stops_when_it_is_told_to) {
  struct Enough {};

  std::atomic<std::size_t> most = 0;
  auto const count = [&](std::size_t done) { most = std::max(most.load(), done); };
  (void)uncertainty(*model_of_draws(), population_of_draws(), {.draws = 5, .threads = 2}, count);
  EXPECT_EQ(most, 5U);
  auto const stop = [](std::size_t done) {
    if (done == 2) throw Enough();
  };
  EXPECT_THROW((void)uncertainty(*model_of_draws(), population_of_draws(), {.draws = 50, .threads = 2}, stop),
               Enough);
}

}  // namespace wegwijzer
