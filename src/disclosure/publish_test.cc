// SPDX-License-Identifier: EUPL-1.2
#include "disclosure/publish.h"

#include <gtest/gtest.h>

#include <thread>

#include "kit/published_child_tables.h"

namespace wegwijzer::disclosure {

namespace {

constexpr Audience both[] = {Audience::partners, Audience::everyone};

Classification area_by_age() {
  Dimension area("area"), age("age");
  area.add("WK01").add("BU0101", "WK01").add("BU0102", "WK01").add("WK02").add("BU0201", "WK02");
  area.add("BU0202", "WK02");
  age.add("4-7").add("8-11").add("12-14");
  return Classification({area, age}, {{"BU0202", "12-14"}});
}

// Of BU0101 and 8-11 there are three; all others have twenty and more.
ChildTable a_town(Count more = 0) {
  ChildTable table(area_by_age());
  Count count = 20;
  for (auto const* buurt : {"BU0101", "BU0102", "BU0201", "BU0202"}) {
    for (auto const* age : {"4-7", "8-11", "12-14"}) {
      bool const few = buurt == std::string("BU0101") && age == std::string("8-11");
      bool const cannot_be = buurt == std::string("BU0202") && age == std::string("12-14");
      EXPECT_EQ(table.add({buurt, age}, ChildCount((few ? 3 : count) + more)).has_value(), !cannot_be);
      count += 7;
    }
  }
  return table;
}

// A table of one dimension in which everything may be shown.
ChildTable a_list_of(Count count) {
  ChildTable table(Classification({a_list("a", 2)}));
  EXPECT_TRUE(table.add({"a0"}, ChildCount(count)));
  EXPECT_TRUE(table.add({"a1"}, ChildCount(count)));
  return table;
}

class Publish : public testing::Test {
 protected:
  Result<PublishedTable> publish(ChildTable const& table, Audience audience, Date first = date(2026, 9, 1),
                                 Date last = date(2026, 9, 30), Rules const& rules = {}) {
    return disclosure::publish(table, {"attendance", first, last}, audience, tables_.press(), rules);
  }

  std::optional<PrivacyBudget> budget() {
    return tables_.store->reader(tables_.ecosystem)->releases().budget("attendance", 2026);
  }

  ChildTables tables_;
};

}  // namespace

// 20 + 3 + 34 = 57, shown as 55; the three and the 27 of 8-11 beside it; two ages are withheld with it, and
// the third because with three ages all are together.
TEST_F(Publish, withholds_a_small_number_with_what_it_could_be_reckoned_from) {
  auto const table = *publish(a_town(), Audience::partners);
  EXPECT_EQ(*table.at({"BU0101", ""}), Shown(55));
  EXPECT_EQ(*table.at({"BU0101", "8-11"}), Shown());
  EXPECT_EQ(*table.at({"BU0102", "8-11"}), Shown());
  EXPECT_EQ(*table.at({"BU0101", "4-7"}), Shown());
  EXPECT_EQ(*table.at({"BU0201", "8-11"}), Shown(70));
  EXPECT_EQ(*table.at({"BU0202", "12-14"}), Shown(0));  // nobody can be there
  EXPECT_EQ(table.at({"BU09", ""}).error().key, "disclosure.no_such_cell");
}

TEST_F(Publish, shows_nothing_of_a_table_with_too_few_children) {
  for (auto const audience : both) {
    auto const table = *publish(a_list_of(4), audience);
    EXPECT_TRUE(table.withheld_whole());
    for (auto const& row : table.rows()) EXPECT_EQ(row.children, Shown());
  }
  EXPECT_EQ(budget()->spent, 0);  // nothing was shown
}

TEST_F(Publish, shows_nothing_of_a_table_that_is_too_large_to_check) {
  EXPECT_TRUE(publish(a_town(), Audience::partners, date(2026, 9, 1), date(2026, 9, 30), {.most_cells = 20})
                  ->withheld_whole());
}

// A caller cannot show more than the rules allow; stricter it may be.
TEST_F(Publish, throws_when_asked_by_weaker_rules) {
  auto const by = [&](Rules const& rules) {
    return publish(a_town(), Audience::everyone, date(2026, 9, 1), date(2026, 9, 30), rules);
  };
  for (Rules const& weaker :
       {Rules{.minimum = 1, .rounding = 1, .budget = 1'000'000'000}, Rules{.minimum = 5},
        Rules{.rounding = 1}, Rules{.epsilon = 501}, Rules{.epsilon = 0}, Rules{.budget = 24'001}}) {
    EXPECT_ANY_THROW(static_cast<void>(by(weaker)));
  }
  EXPECT_TRUE(tables_.store->reader(tables_.ecosystem)->releases().all().empty());
  EXPECT_TRUE(by({.minimum = 14, .rounding = 7, .epsilon = 400, .budget = 20'000}));
}

TEST_F(Publish, withholds_the_same_cells_from_everyone) {
  auto const partners = publish(a_town(), Audience::partners)->rows();
  auto const everyone = publish(a_town(), Audience::everyone)->rows();
  ASSERT_EQ(partners.size(), everyone.size());
  for (std::size_t i = 0; i < partners.size(); ++i) {
    EXPECT_EQ(partners[i].children.has_value(), everyone[i].children.has_value());
    EXPECT_EQ(everyone[i].children.value_or(0) % 5, 0);
  }
  EXPECT_NE(partners, everyone);
}

TEST_F(Publish, gives_the_same_again_however_often_and_whatever_was_counted_since) {
  for (auto const audience : both) {
    auto const first = publish(a_town(), audience)->rows();
    for (int i = 0; i < 20; ++i) EXPECT_EQ(publish(a_town(i), audience)->rows(), first);
  }
}

TEST_F(Publish, gives_the_same_after_a_restart_and_from_a_backup) {
  auto const first = publish(a_town(), Audience::everyone)->rows();
  tables_.store.reset();
  tables_.store = *open_store(tables_.folder.path("store"), IfMissing::refuse, tables_.clock, tables_.ids);
  EXPECT_EQ(publish(a_town(1), Audience::everyone)->rows(), first);
  ASSERT_TRUE(tables_.store->backup(tables_.folder.path("backup")));
  tables_.store = *open_store(tables_.folder.path("new"), IfMissing::create, tables_.clock, tables_.ids);
  ASSERT_TRUE(tables_.store->restore(tables_.folder.path("backup")));
  EXPECT_EQ(publish(a_town(1), Audience::everyone)->rows(), first);
  auto const reader = tables_.store->reader(tables_.ecosystem);
  ReleaseName const name{"attendance", date(2026, 9, 1), date(2026, 9, 30)};
  EXPECT_EQ(published(*reader, name, Audience::everyone)->rows(), first);
}

TEST_F(Publish, draws_anew_for_another_period) {
  auto const september = publish(a_town(), Audience::everyone)->rows();
  auto const october = publish(a_town(), Audience::everyone, date(2026, 10, 1), date(2026, 10, 31))->rows();
  EXPECT_NE(september, october);
}

// A child is in its cell, in its wijk and in the total, by age and over all ages: 3 x 2 cells of 0.5.
TEST_F(Publish, spends_budget_for_every_total_a_child_is_counted_in_and_only_once) {
  ASSERT_TRUE(publish(a_town(), Audience::partners));
  EXPECT_EQ(budget(), std::nullopt);
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(publish(a_town(), Audience::everyone));
  EXPECT_EQ(budget()->spent, 3000);
}

TEST_F(Publish, refuses_to_overspend_and_then_shows_nothing_to_everyone) {
  Rules const rules{.budget = 5000};
  ASSERT_TRUE(publish(a_town(), Audience::everyone, date(2026, 8, 1), date(2026, 8, 31), rules));
  auto const refused = publish(a_town(), Audience::everyone, date(2026, 9, 1), date(2026, 9, 30), rules);
  EXPECT_EQ(refused.error().key, "disclosure.budget_spent");
  EXPECT_EQ(refused.error().arguments, (Arguments{{"left", "2.000"}, {"asked", "3.000"}}));
  EXPECT_EQ(budget()->spent, 3000);
  auto const reader = tables_.store->reader(tables_.ecosystem);
  EXPECT_EQ(reader->releases().all().size(), 1U);  // what was drawn is kept with what it costs, or not at all
  ReleaseName const name{"attendance", date(2026, 9, 1), date(2026, 9, 30)};
  EXPECT_EQ(published(*reader, name, Audience::everyone).error().key, "disclosure.not_published");
}

TEST_F(Publish, refuses_other_categories_for_what_was_published) {
  ASSERT_TRUE(publish(a_town(), Audience::partners));
  for (auto const audience : both) {
    EXPECT_EQ(publish(a_list_of(50), audience).error().key, "disclosure.other_categories");
  }
  EXPECT_EQ(budget(), std::nullopt);
}

TEST_F(Publish, refuses_a_period_that_shares_a_day_with_another_or_is_not_over) {
  ASSERT_TRUE(publish(a_town(), Audience::partners));
  auto const key = [&](Date first, Date last) {
    return publish(a_town(), Audience::partners, first, last).error().key;
  };
  EXPECT_EQ(key(date(2026, 1, 1), date(2026, 10, 31)), "disclosure.other_period");
  EXPECT_EQ(key(date(2026, 9, 30), date(2026, 10, 31)), "disclosure.other_period");
  EXPECT_EQ(key(date(2026, 9, 1), date(2026, 9, 29)), "disclosure.other_period");
  EXPECT_EQ(key(date(2026, 11, 1), date(2026, 11, 24)), "disclosure.period_not_over");
  EXPECT_EQ(key(date(2026, 11, 2), date(2026, 11, 1)), "disclosure.period_not_over");
}

TEST_F(Publish, says_beforehand_whether_it_may_and_spends_nothing) {
  ReleaseName const august{"attendance", date(2026, 8, 1), date(2026, 8, 31)};
  auto const may = [&](ChildTable const& table, Audience audience) {
    return may_be_published(table, august, audience, tables_.press());
  };
  for (auto const audience : both) EXPECT_TRUE(may(a_town(), audience));
  EXPECT_TRUE(tables_.store->reader(tables_.ecosystem)->releases().all().empty());
  ASSERT_TRUE(publish(a_town(), Audience::partners, august.first, august.last));
  EXPECT_EQ(may(a_list_of(50), Audience::partners).error().key, "disclosure.other_categories");
  // 5 at most, of which September takes 3; August would be 3 more.
  ASSERT_TRUE(publish(a_town(), Audience::everyone, date(2026, 9, 1), date(2026, 9, 30), {.budget = 5000}));
  EXPECT_TRUE(may(a_town(), Audience::partners));
  EXPECT_EQ(may(a_town(), Audience::everyone).error().key, "disclosure.budget_spent");
  EXPECT_EQ(budget()->spent, 3000);
}

TEST_F(Publish, agrees_with_itself_when_two_publish_at_once) {
  auto const other = *open_store(tables_.folder.path("store"), IfMissing::refuse, tables_.clock, tables_.ids);
  std::vector<std::vector<PublishedRow>> shown(4);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    threads.emplace_back([&, i] {
      SeededEntropy entropy(i);
      Press const press{
          i % 2 ? *other : *tables_.store, tables_.ecosystem, {"test"}, entropy, date(2026, 11, 24)};
      ReleaseName const name{"attendance", date(2026, 9, 1), date(2026, 9, 30)};
      auto const published =
          disclosure::publish(a_town(static_cast<Count>(i)), name, Audience::everyone, press);
      if (published) shown[i] = published->rows();
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_FALSE(shown[0].empty());
  for (auto const& rows : shown) EXPECT_TRUE(rows == shown[0]);
  EXPECT_EQ(budget()->spent, 3000);
}

TEST_F(Publish, keeps_nothing_when_there_is_no_chance_to_draw_from) {
  struct Broken : Entropy {
    std::uint64_t next() override { throw std::runtime_error("no chance"); }
  } broken;

  Press const press{*tables_.store, tables_.ecosystem, {"test"}, broken, date(2026, 11, 24)};
  ReleaseName const name{"attendance", date(2026, 9, 1), date(2026, 9, 30)};
  EXPECT_ANY_THROW(static_cast<void>(disclosure::publish(a_town(), name, Audience::everyone, press)));
  EXPECT_TRUE(tables_.store->reader(tables_.ecosystem)->releases().all().empty());
  EXPECT_EQ(budget(), std::nullopt);
}

TEST_F(Publish, is_in_the_audit_trail_without_a_number) {
  ASSERT_TRUE(publish(a_town(), Audience::everyone));
  auto const audit = tables_.store->reader(tables_.ecosystem)->audit();
  ASSERT_EQ(audit.size(), 3U);  // the ecosystem was made
  EXPECT_EQ(audit[2].record, "release");
  EXPECT_EQ(audit[2].field, "attendance 2026-09-01 2026-09-30");
  EXPECT_EQ(audit[2].after, "everyone");
}

}  // namespace wegwijzer::disclosure
