// SPDX-License-Identifier: EUPL-1.2
// The attacker wins when it knows of a cell with fewer children than the minimum that it has fewer, or how
// many it has within fewer than the minimum. It knows the method and sees all that is published. Ten thousand
// tables are attacked in test/oracle/attacked_tables_test.cc.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "disclosure/alike.h"
#include "disclosure/noise.h"
#include "kit/published_child_tables.h"

namespace wegwijzer::disclosure {

namespace {

// What a partner is shown, or nothing when all is withheld; the same as publish() does, without a store.
class PartnersView {
 public:
  PartnersView(Classification const& classification, Rules const& rules)
      : cells(classification), rules_(rules) {}

  std::optional<Pattern> of(std::vector<Count> const& counts) {
    auto pattern = pattern_of(cells, counts, rules_);
    auto const key = std::pair(pattern.withheld, pattern.shown);
    auto known = checked_.find(key);
    if (known == checked_.end()) {
      known = checked_.emplace(key, leaves_enough_open(cells, pattern, rules_)).first;
    }
    return known->second ? std::optional(std::move(pattern)) : std::nullopt;
  }

  Cells const cells;

 private:
  Rules rules_;
  std::map<std::pair<Marks, std::vector<Count>>, bool> checked_;
};

// Every table with at most so many children.
void each_table(Cells const& cells, Count most, auto const& visit) {
  std::vector<Count> leaves(cells.size(), 0);
  auto const fill = [&](auto const& again, std::size_t at, Count left) -> void {
    if (at == cells.leaves().size()) return visit(cells.with_totals(leaves));
    for (Count count = 0; count <= left; ++count) {
      leaves[cells.leaves()[at]] = count;
      again(again, at + 1, left - count);
    }
    leaves[cells.leaves()[at]] = 0;
  };
  fill(fill, 0, most);
}

// What all tables that are shown alike have in a cell.
using Seen = std::map<std::pair<Marks, std::vector<Count>>, std::vector<Between>>;

void see(Seen& seen, Pattern const& pattern, std::vector<Count> const& counts) {
  auto& between = seen[{pattern.withheld, pattern.shown}];
  if (between.empty()) between.assign(counts.size(), {std::numeric_limits<Count>::max(), -1});
  for (Cell cell = 0; cell < counts.size(); ++cell) {
    between[cell].low = std::min(between[cell].low, counts[cell]);
    between[cell].high = std::max(between[cell].high, counts[cell]);
  }
}

bool is_won(Between const& between, Rules const& rules) {
  return between.low < rules.minimum &&
         (between.high < rules.minimum || between.high - between.low < rules.minimum);
}

struct Game {
  std::size_t publications = 0, cells = 0, won = 0;
};

// Reckons from every table there can be which were shown as this one is: no attacker can know more.
Game play(Classification const& classification, Count most, Rules const& rules, auto const& shown) {
  Cells const cells(classification);
  Seen seen;
  each_table(cells, most, [&](std::vector<Count> const& counts) {
    if (std::optional<Pattern> const pattern = shown(counts)) see(seen, *pattern, counts);
  });
  Game game;
  for (auto const& [publication, between] : seen) {
    auto const& [withheld, numbers] = publication;
    if (numbers[0] + rules.rounding / 2 > most) continue;  // larger tables may be shown so too
    ++game.publications;
    for (Cell cell = 0; cell < cells.size(); ++cell) {
      if (!withheld[cell] || !cells.is_named(cell)) continue;
      ++game.cells, game.won += is_won(between[cell], rules);
    }
  }
  return game;
}

// A minimum of three keeps the number of all tables within reach.
constexpr Rules small_rules{.minimum = 3, .rounding = 3};

Game play_against_us(Classification const& classification, Count most) {
  PartnersView view(classification, small_rules);
  return play(classification, most, small_rules, [&](auto const& counts) { return view.of(counts); });
}

Dimension a_small_tree() {
  Dimension tree("area");
  tree.add("WK1").add("BU11", "WK1").add("BU12", "WK1").add("WK2").add("BU21", "WK2").add("BU22", "WK2");
  return tree;
}

struct Board {
  char const* about;
  Classification classification;
  Count most;
};

std::vector<Board> boards() {
  std::vector<Board> all;
  all.push_back({"two", Classification({a_list("a", 2)}), 30});
  all.push_back({"five", Classification({a_list("a", 5)}), 14});
  all.push_back({"a tree", Classification({a_small_tree()}), 20});
  all.push_back({"two by two", Classification({a_list("a", 2), a_list("b", 2)}), 16});
  all.push_back({"three by two", Classification({a_list("a", 3), a_list("b", 2)}), 12});
  all.push_back({"a tree by two", Classification({a_small_tree(), a_list("b", 2)}), 9});
  all.push_back(
      {"three by two, one cannot be", Classification({a_list("a", 3), a_list("b", 2)}, {{"a0", "b0"}}), 14});
  all.push_back({"two by two by two", Classification({a_list("a", 2), a_list("b", 2), a_list("c", 2)}), 9});
  return all;
}

}  // namespace

TEST(Attack, by_reckoning_all_tables_that_are_shown_alike_wins_nothing) {
  for (auto const& board : boards()) {
    auto const game = play_against_us(board.classification, board.most);
    EXPECT_EQ(game.won, 0U) << board.about << ": of " << game.cells;
    EXPECT_GT(game.publications, 3U) << board.about;
  }
}

TEST(Attack, by_reckoning_all_tables_wins_when_only_small_cells_are_withheld) {
  Classification const classification({a_list("a", 2), a_list("b", 2)});
  Cells const cells(classification);
  auto const game = play(classification, 16, small_rules, [&](std::vector<Count> const& counts) {
    auto pattern = pattern_of(cells, counts, small_rules);
    for (Cell cell = 0; cell < cells.size(); ++cell) {
      pattern.withheld[cell] = counts[cell] < small_rules.minimum;
      pattern.shown[cell] = pattern.withheld[cell] ? 0 : rounded(counts[cell], small_rules);
    }
    return pattern.withheld[0] ? std::nullopt : std::optional(pattern);
  });
  EXPECT_GT(game.won, game.cells / 4);
}

TEST(Attack, from_bound_to_bound_wins_nothing_of_many_shapes) {
  ChildTables tables;
  Attacked all;
  for (std::uint64_t seed = 0; seed < 80; ++seed) {
    auto const drawn = a_drawn_table(seed);
    auto const shown = tables.publish(filled(drawn), "subject " + std::to_string(seed), Audience::partners);
    ASSERT_TRUE(shown);
    auto const one = attacked(drawn, shown->rows());
    EXPECT_EQ(one.won, 0U) << seed;
    all.small += one.small, all.withheld += one.withheld, all.cells += one.cells, all.whole |= one.whole;
  }
  EXPECT_GT(all.small, 1000U);
  EXPECT_LT(all.withheld, all.cells * 3 / 4);  // something is left to see
}

TEST(Attack, from_bound_to_bound_wins_when_only_small_cells_are_withheld) {
  Rules const rules;
  std::size_t won = 0;
  for (std::uint64_t seed = 0; seed < 80; ++seed) {
    auto const drawn = a_drawn_table(seed);
    auto const counts = drawn.cells.with_totals(drawn.leaves);
    if (counts[0] < rules.minimum) continue;
    std::vector<PublishedRow> rows;
    for (Cell cell = 0; cell < drawn.cells.size(); ++cell) {
      if (!drawn.cells.is_named(cell)) continue;
      bool const show = !drawn.cells.can_be(cell) || counts[cell] >= rules.minimum;
      rows.push_back({drawn.cells.categories(cell), show ? Shown(rounded(counts[cell], rules)) : Shown()});
    }
    won += attacked(drawn, rows).won;
  }
  EXPECT_GT(won, 50U);
}

namespace {

ChildTable by_age(std::string const& younger, Count younger_count, std::string const& older,
                  Count older_count) {
  ChildTable table(Classification({Dimension("age").add(younger).add(older)}));
  EXPECT_TRUE(table.add({younger}, ChildCount(younger_count)));
  EXPECT_TRUE(table.add({older}, ChildCount(older_count)));
  return table;
}

}  // namespace

TEST(Attack, by_asking_very_often_hears_one_number) {
  ChildTables tables;
  std::set<Shown> heard;
  for (int i = 0; i < 100; ++i) {
    heard.insert(
        *tables.publish(by_age("0-7", 57, "8-14", 80), "attendance", Audience::everyone)->at({"0-7"}));
  }
  EXPECT_EQ(heard.size(), 1U);
}

// The mean of 4000 draws with a deviation of 3.1 (noise of 2.8, rounding of 1.4) is off by 0.05. Rounding
// after such noise leans by 5 / pi * 0.155 = 0.25 at most. Within half a child there is one count left.
TEST(Attack, by_asking_very_often_wins_when_noise_is_drawn_anew) {
  SeededEntropy entropy(3);
  Rules const rules;
  double sum = 0;
  for (int i = 0; i < 4000; ++i) {
    sum += static_cast<double>(rounded(57 + two_sided_geometric(rules.epsilon, entropy), rules));
  }
  EXPECT_NEAR(sum / 4000, 57, 0.5);
}

// Four children are eight years old: 50 up to seven, 54 up to eight. Shown are 50 and 55, so the difference
// lies between one and nine.
TEST(Attack, by_other_categories_is_refused_and_would_win) {
  ChildTables tables;
  auto const until_seven = by_age("0-7", 50, "8-14", 44), until_eight = by_age("0-8", 54, "9-14", 40);
  auto const one = *tables.publish(until_seven, "attendance", Audience::partners);
  EXPECT_EQ(tables.publish(until_eight, "attendance", Audience::partners).error().key,
            "disclosure.other_categories");
  auto const weakened = *tables.publish(until_eight, "as if it were another subject", Audience::partners);
  auto const most = **weakened.at({"0-8"}) + 2 - (**one.at({"0-7"}) - 2);
  EXPECT_LT(most, Rules().minimum);
}

// A child more, and the same period again: nothing has changed. In another period the number of everyone is
// another draw, so that from one month to the next nobody sees one child come or go.
TEST(Attack, by_two_dates_sees_nothing_of_one_child) {
  ChildTables tables;
  for (auto const audience : {Audience::partners, Audience::everyone}) {
    auto const before = tables.publish(by_age("0-7", 52, "8-14", 9), "attendance", audience)->rows();
    auto const after = tables.publish(by_age("0-7", 53, "8-14", 10), "attendance", audience)->rows();
    EXPECT_EQ(before, after);
  }
  std::set<Shown> months;
  for (unsigned month = 1; month <= 10; ++month) {
    ReleaseName const name{"attendance", date(2025, month, 1), date(2025, month, 28)};
    auto const table = publish(by_age("0-7", 53, "8-14", 60), name, Audience::everyone, tables.press());
    months.insert(*table->at({"0-7"}));
  }
  EXPECT_GT(months.size(), 1U);
}

}  // namespace wegwijzer::disclosure
