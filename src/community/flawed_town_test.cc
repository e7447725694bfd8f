// SPDX-License-Identifier: EUPL-1.2
// How much of what is planted in fictional towns is found. The weights were set by looking at towns of other
// seeds (1 to 6) than those that are counted here (101 to 106). WEGWIJZER_FLAWED_SEED=1 shows the mistakes in
// six towns from that seed on.
#include <fmt/core.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <map>
#include <set>

#include "community/duplicates.h"
#include "community/weights.h"
#include "kit/fictional_towns.h"
#include "towns/flaws.h"

namespace wegwijzer::community {

namespace {

using Pair = std::pair<Uuid, Uuid>;

struct Tally {
  std::size_t found = 0;
  std::size_t planted = 0;
};

struct Counted {
  std::size_t shown = 0;
  std::size_t right = 0;
  std::size_t planted = 0;
  std::map<towns::PlantedFlaw, Tally> by_flaw;

  double precision() const { return static_cast<double>(right) / static_cast<double>(shown); }

  double recall() const { return static_cast<double>(right) / static_cast<double>(planted); }

  void count(towns::PlantedFlaws const& flaws, std::map<Pair, double> const& pairs) {
    std::set<Pair> twice;
    for (auto const& one : flaws.duplicates) {
      auto& tally = by_flaw[one.flaw];
      bool const found = pairs.contains({one.one, one.other});
      ++planted, ++tally.planted;
      right += found, tally.found += found;
      twice.insert({one.one, one.other});
    }
    for (auto const& one : flaws.lookalikes) {
      auto& tally = by_flaw[one.flaw];
      ++tally.planted;
      tally.found += pairs.contains({one.one, one.other});
    }
    shown += pairs.size();
  }
};

struct FlawedTown {
  towns::Society society;
  towns::PlantedFlaws flaws;
};

FlawedTown flawed_town(std::uint64_t seed) {
  constexpr std::size_t children = 6'000;
  auto const world = towns::a_world(seed, 1, children);
  FlawedTown town{world->society(0), {}};
  town.flaws = towns::plant_flaws(town.society, world->names().town(0), seed, towns::day_of_tests());
  return town;
}

std::map<Pair, double> pairs_of(FlawedTown const& town, double from) {
  std::map<Pair, double> pairs;
  auto const& [organisations, venues] = std::tie(town.society.organisations, town.society.venues);
  for (auto const& one : likely_duplicates(organisations, venues, from)) {
    pairs[{one.one.uuid(), one.other.uuid()}] = one.likeness.score;
  }
  for (auto const& one : likely_duplicate_venues(organisations, venues, from)) {
    pairs[{one.one.uuid(), one.other.uuid()}] = one.likeness.score;
  }
  return pairs;
}

std::map<Uuid, std::string> names_of(towns::Society const& society) {
  std::map<Uuid, std::string> names;
  for (auto const& one : society.organisations) {
    names[one.id.uuid()] = fmt::format("{} [{} {} {}]", one.name, one.phone, one.website, one.source);
  }
  for (auto const& one : society.venues) {
    names[one.id.uuid()] =
        fmt::format("{} ({}) [{} {} {}]", one.name, one.street, one.phone, one.website, one.source);
  }
  return names;
}

// What is missed and what is shown wrongly, for who sets the weights.
void print_mistakes(FlawedTown const& town, std::map<Pair, double> const& shown) {
  auto names = names_of(town.society);
  auto all = pairs_of(town, 0);
  std::map<Pair, std::string> lookalikes;
  for (auto const& one : town.flaws.lookalikes) lookalikes[{one.one, one.other}] = text(one.flaw);
  std::set<Pair> twice;
  for (auto const& one : town.flaws.duplicates) {
    Pair const pair{one.one, one.other};
    twice.insert(pair);
    if (shown.contains(pair)) continue;
    fmt::print("missed {} {:.3f}: {} | {}\n", text(one.flaw), all[pair], names[one.one], names[one.other]);
  }
  for (auto const& [pair, score] : shown) {
    if (twice.contains(pair)) continue;
    auto const& flaw = lookalikes.contains(pair) ? lookalikes[pair] : "unplanted";
    fmt::print("wrong {} {:.3f}: {} | {}\n", flaw, score, names[pair.first], names[pair.second]);
  }
}

std::uint64_t first_seed() {
  auto const* const asked =
      std::getenv("WEGWIJZER_FLAWED_SEED");  // NOLINT(concurrency-mt-unsafe): one thread
  return asked ? std::strtoull(asked, nullptr, 10) : 101;
}

Counted counted(std::uint64_t from_seed, std::uint64_t seeds) {
  Counted counted;
  for (auto seed = from_seed; seed < from_seed + seeds; ++seed) {
    auto const town = flawed_town(seed);
    auto const pairs = pairs_of(town, shown_from);
    counted.count(town.flaws, pairs);
    if (std::getenv("WEGWIJZER_FLAWED_SEED")) print_mistakes(town, pairs);  // NOLINT(concurrency-mt-unsafe)
  }
  return counted;
}

void print(Counted const& counted) {
  fmt::print("shown {}, of them right {}: precision {:.3f}; planted {}: recall {:.3f}\n", counted.shown,
             counted.right, counted.precision(), counted.planted, counted.recall());
  for (auto const& [flaw, tally] : counted.by_flaw) {
    fmt::print("  {}: shown {} of {}\n", text(flaw), tally.found, tally.planted);
  }
}

}  // namespace

TEST(FlawedTown, duplicates_are_found_and_look_alikes_are_not) {
  auto const towns = counted(first_seed(), 6);
  print(towns);
  EXPECT_GE(towns.precision(), 0.95);
  EXPECT_GE(towns.recall(), 0.9);
}

TEST(FlawedTown, has_what_it_says_was_planted) {
  auto const town = flawed_town(101);
  std::map<Uuid, Organisation const*> organisations;
  for (auto const& one : town.society.organisations) organisations[one.id.uuid()] = &one;
  EXPECT_FALSE(town.flaws.stale.empty());
  for (auto const& one : town.flaws.stale) {
    EXPECT_TRUE(stale(*organisations.at(one.id), towns::day_of_tests()));
  }
  EXPECT_FALSE(town.flaws.missing.empty());
  EXPECT_FALSE(town.flaws.contradictions.empty());
  for (auto const& one : town.flaws.contradictions) {
    auto const venue = std::ranges::find(town.society.venues, Id<Venue>(one.id), &Venue::id);
    auto const said = std::ranges::find(town.flaws.said, venue->source, &Said::source);
    EXPECT_NE(said->fields, field_values(*venue));
  }
}

TEST(FlawedTown, is_the_same_for_one_seed) {
  auto const one = flawed_town(7), again = flawed_town(7);
  EXPECT_EQ(one.flaws.duplicates, again.flaws.duplicates);
  EXPECT_EQ(one.society.venues, again.society.venues);
}

}  // namespace wegwijzer::community
