// SPDX-License-Identifier: EUPL-1.2
// The attacker wins when it knows of a cell with fewer children than the minimum that it has fewer, or how
// many it has within fewer than the minimum. It knows the method and sees all that is published. Ten thousand
// tables are attacked in test/oracle/attacked_tables_test.cc.
#include <gtest/gtest.h>

#include <map>

#include "disclosure/alike.h"
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
  for (std::uint64_t seed = 0; seed < 150; ++seed) {
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
  for (std::uint64_t seed = 0; seed < 150; ++seed) {
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
  EXPECT_GT(won, 100U);
}

}  // namespace wegwijzer::disclosure
