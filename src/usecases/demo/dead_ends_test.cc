// SPDX-License-Identifier: EUPL-1.2
// That fictional towns have dead ends and white spots where real networks have them: docs/towns.md.
#include <gtest/gtest.h>

#include <algorithm>

#include "kit/made_world.h"
#include "opportunity/next_steps.h"
#include "usecases/offering/find.h"

namespace wegwijzer {

namespace {

Date const today = date(2026, 11, 24);

// The towns of 100,000 of the seeds 1 to 3.
std::vector<Atlas> const& towns_of_tests() {
  static auto const made = [] {
    std::vector<Atlas> all;
    for (std::uint64_t seed = 1; seed <= 3; ++seed) all.push_back(MadeWorld(8'800, 1, seed).atlas());
    return all;
  }();
  return made;
}

bool is_first_step(Atlas const& atlas, Index<Offering> offering) {
  auto const& facts = atlas.catalogue().facts(offering);
  return !facts.in_school && facts.venue && atlas.catalogue()[offering].stage == Stage::introduce;
}

struct Ends {
  double first_steps = 0;
  double nothing_deeper = 0;
  double nothing_near = 0;  // neither deeper nor broader, but for what is done at home
};

bool is_near(NextStep const& step) {
  return step.travel.has_value();
}

// For a child of this age that walks from where it was so many minutes at most.
Ends ends_of(Atlas const& atlas, int age, Minutes minutes) {
  Ends ends;
  auto const& catalogue = atlas.catalogue();
  for (std::size_t i = 0; i < catalogue.offerings().size(); ++i) {
    Index<Offering> const from(i);
    if (!is_first_step(atlas, from) || !fits(catalogue.facts(from), age)) continue;
    OfferingQuery query;
    query.home = catalogue[*catalogue.facts(from).venue].point;
    query.mode = Mode::walk;
    query.age = age;
    query.minutes = minutes;
    auto const reach = reach_of(atlas, query);
    if (!reach) continue;
    auto const steps = next_steps(atlas, from, {&*reach, age, today});
    ++ends.first_steps;
    ends.nothing_deeper += steps.deeper.empty() ? 1 : 0;
    ends.nothing_near +=
        std::ranges::none_of(steps.deeper, is_near) && std::ranges::none_of(steps.broader, is_near) ? 1 : 0;
  }
  return ends;
}

// For docs/towns.md: --gtest_output=xml:FILE writes them down.
void record(Ends const& ends) {
  static int number = 0;
  ::testing::Test::RecordProperty(
      "ends" + std::to_string(++number),
      std::to_string(static_cast<int>(ends.first_steps)) + " first steps, nothing deeper " +
          std::to_string(ends.nothing_deeper / ends.first_steps) + ", nothing near " +
          std::to_string(ends.nothing_near / ends.first_steps));
}

struct Wijk {
  double low_incomes = 0;  // % of households
  double white_spots = 0;  // share of theme and age for which nothing is offered here
};

double white_spots(Atlas const& atlas, Index<Area> wijk) {
  auto const& catalogue = atlas.catalogue();
  double cells = 0, covered = 0;
  for (auto const theme : atlas.themes().choices()) {
    for (int const age : {5, 8, 11}) {
      ++cells;
      for (std::size_t i = 0; i < catalogue.offerings().size(); ++i) {
        auto const& facts = catalogue.facts(Index<Offering>(i));
        if (facts.in_school || !facts.venue || !fits(facts, age)) continue;
        if ((facts.themes & atlas.themes().below(theme)).none()) continue;
        auto const at = atlas.areas().smallest_at(catalogue[*facts.venue].point);
        if (!at || !atlas.areas().lies_in(*at, wijk)) continue;
        ++covered;
        break;
      }
    }
  }
  return 1 - covered / cells;
}

std::vector<Wijk> wijken_of(Atlas const& atlas) {
  std::vector<Wijk> wijken;
  auto const& areas = atlas.areas();
  for (std::size_t i = 0; i < areas.all().size(); ++i) {
    auto const& area = areas.all()[i];
    auto const low = area.figures.find("income_low");
    if (area.code.kind() != AreaKind::wijk || low == area.figures.end()) continue;
    wijken.push_back({low->second, white_spots(atlas, Index<Area>(i))});
  }
  return wijken;
}

double mean_white(std::vector<Wijk> const& wijken) {
  double sum = 0;
  for (auto const& wijk : wijken) sum += wijk.white_spots;
  return sum / static_cast<double>(wijken.size());
}

}  // namespace

TEST(DeadEnds, are_many_but_not_everywhere) {
  for (auto const& atlas : towns_of_tests()) {
    auto const five = ends_of(atlas, 5, Minutes(15)), eight = ends_of(atlas, 8, Minutes(15)),
               eleven = ends_of(atlas, 11, Minutes(15));
    record(five), record(eight), record(eleven);
    EXPECT_GT(eight.nothing_deeper, 0.3 * eight.first_steps);
    EXPECT_LT(eight.nothing_deeper, 0.7 * eight.first_steps);
    EXPECT_LT(eleven.nothing_deeper, eight.nothing_deeper);
    EXPECT_GT(five.nothing_near, 0.04 * five.first_steps);
    EXPECT_LT(eleven.nothing_near, 0.04 * eleven.first_steps);
  }
}

TEST(WhiteSpots, are_more_where_incomes_are_low) {
  std::vector<Wijk> all;
  for (auto const& atlas : towns_of_tests()) {
    auto const wijken = wijken_of(atlas);
    auto const [least, most] = std::ranges::minmax(wijken, {}, &Wijk::white_spots);
    EXPECT_LT(least.white_spots, 0.45);
    EXPECT_GT(most.white_spots, 0.6);
    all.insert(all.end(), wijken.begin(), wijken.end());
  }
  std::ranges::sort(all, {}, &Wijk::low_incomes);
  auto const half = all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2);
  auto const richer = mean_white({all.begin(), half}), poorer = mean_white({half, all.end()});
  RecordProperty("white_spots", std::to_string(richer) + " and " + std::to_string(poorer));
  EXPECT_GT(poorer, richer + 0.01);
}

}  // namespace wegwijzer
