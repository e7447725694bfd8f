// SPDX-License-Identifier: EUPL-1.2
// What the indicators are on a small town, so that none changes without a new version.
#include "usecases/opportunity/figures_table.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>

#include "kit/drawn_atlas.h"
#include "kit/file_content.h"
#include "kit/golden.h"
#include "opportunity/indicators.h"

namespace wegwijzer {

namespace {

// The town of worked_example_test.cc and docs/manual/kansen.md, with so many children of nine that there are
// ten of each kind: three at I for each at H.
std::shared_ptr<Atlas const> town_of_indicators() {
  AtlasDraft draft("H-----I--A---B");
  draft.add_buurt_between('H', 'H', "BU00010101", "Verweg");
  draft.add_buurt_between('I', 'B', "BU00010102", "Dichtbij");
  draft.areas().push_back(a_buurt("GM0001", "Waterveen"));
  for (int door = 0; door < 20; ++door) {
    draft.add_home('H', "BU00010101", 9, 50);
    draft.add_home('I', "BU00010102", 9, 150);
  }
  auto const add = [&](char letter, char const* theme) {
    Offering const offering = draft.an_offering_at(letter)
                                  .about(theme)
                                  .for_ages(8, 12)
                                  .costing({})
                                  .at_stage(Stage::introduce)
                                  .when("elke zaterdag 10:00-12:00");
    draft.add(offering);
  };
  add('A', "robotics");
  add('B', "robotics");
  add('B', "music");
  return std::make_shared<Atlas const>(draft.atlas());
}

OpportunityModel model_of_indicators() {
  OpportunityParameters parameters;
  parameters.half_at = 0;
  parameters.longest_journey = 20;
  return {town_of_indicators(), parameters, date(2026, 11, 24), 1};
}

std::vector<FigureRow> rows_of_town(ChildWish const& wish, std::size_t draws) {
  auto const model = model_of_indicators();
  auto const place = *model.atlas().areas().find(*AreaCode::parse("GM0001"));
  Population const population(model, place, profiles_of(wish));
  auto const figures = *place_figures(model, population, 1);
  std::optional<Uncertainty> sure;
  if (draws > 0) sure = uncertainty(model, population, {.draws = draws});
  return figure_rows({model, place, population, figures, sure ? &*sure : nullptr});
}

double value_of(std::vector<FigureRow> const& rows, std::string const& name, std::string const& of = "") {
  for (auto const& row : rows) {
    if (row.indicator == name && row.of == of) return *row.value;
  }
  ADD_FAILURE() << "no row " << name << ' ' << of;
  return 0;
}

using FigureKey = std::tuple<std::string, int, std::string>;

std::map<FigureKey, FigureRow> by_key(std::vector<FigureRow> const& rows) {
  std::map<FigureKey, FigureRow> found;
  for (auto const& row : rows) found[{row.indicator, row.version, row.of}] = row;
  return found;
}

// But for the last of six digits, which another compiler may round otherwise.
bool is_same(std::optional<double> one, std::optional<double> other) {
  if (!one || !other) return one.has_value() == other.has_value();
  return *one == *other || std::abs(*one - *other) <= 1e-4 * std::max(std::abs(*one), std::abs(*other));
}

bool is_same(FigureRow const& one, FigureRow const& other) {
  return is_same(one.value, other.value) && is_same(one.low, other.low) && is_same(one.high, other.high);
}

std::string const golden_of_indicators = "test/golden/usecases/indicators.csv";

// What changed of a version that was there before.
std::vector<std::string> changed_without_notice(std::vector<FigureRow> const& before,
                                                std::vector<FigureRow> const& now) {
  auto const was = by_key(before), is = by_key(now);
  std::vector<std::string> changed;
  for (auto const& [key, row] : is) {
    bool const known_version = std::ranges::any_of(before, [&](FigureRow const& one) {
      return one.indicator == row.indicator && one.version == row.version;
    });
    auto const found = was.find(key);
    if (known_version && (found == was.end() || !is_same(found->second, row))) {
      changed.push_back(row.indicator + " " + row.of);
    }
  }
  return changed;
}

}  // namespace

TEST(Indicators, do_not_change_without_a_new_version) {
  auto const rows = read_figures_csv(write_figures_csv(rows_of_town({}, 20))).value().rows;
  if (std::filesystem::exists(golden_of_indicators)) {
    auto const before = read_figures_csv(content(golden_of_indicators)).value();
    ASSERT_TRUE(before.problems.empty());
    for (auto const& one : changed_without_notice(before.rows, rows)) {
      ADD_FAILURE() << one << " comes out otherwise than before. Raise the version of this indicator in "
                    << "opportunity/indicators.h, so that releases are not compared as if it were the same; "
                    << "then UPDATE_GOLDEN=1.";
    }
    if (testing::Test::HasFailure()) return;
    if (!std::getenv("UPDATE_GOLDEN")) {  // NOLINT(concurrency-mt-unsafe): a test has one thread
      EXPECT_EQ(by_key(before.rows).size(), by_key(rows).size()) << "renew it with UPDATE_GOLDEN=1";
      return;
    }
  }
  expect_golden("usecases/indicators.csv", write_figures_csv(rows));
}

// As by hand in docs/manual/kansen.md: 0.4956 and 0.3199 for a child of nine on foot, with enough money and
// Dutch. Ten of forty have the less: Gini is 1/4 times 3/4 times the difference, over the mean.
TEST(Indicators, are_what_one_reckons_by_hand) {
  ChildWish const one{.ages = AgeRange{9, 9},
                      .going = Going::on_foot,
                      .purse = Purse::enough,
                      .language = HomeLanguage::dutch};
  auto const rows = rows_of_town(one, 0);
  double const near = 3 * 0.4015 * (0.4 + 0.6 * 4 / 14) * 0.72;
  double const far = 0.335 * (0.4 + 0.6 * 2 / 14) * 0.72 * (1 + 2 * 900.0 / 1'040);
  double const mean = (3 * near + far) / 4;
  EXPECT_NEAR(value_of(rows, "amount", "BU00010102"), near, 1e-12);
  EXPECT_NEAR(value_of(rows, "amount", "BU00010101"), far, 1e-12);
  EXPECT_NEAR(value_of(rows, "mean"), mean, 1e-12);
  EXPECT_NEAR(value_of(rows, "gini"), 0.1875 * (near - far) / mean, 1e-12);
  // Each tenth of forty is four: two whole tenths of the far ten, and two of a third.
  EXPECT_NEAR(value_of(rows, "tenth", "2"), far, 1e-12);
  EXPECT_NEAR(value_of(rows, "tenth", "3"), (far + near) / 2, 1e-12);
  // The tenth with most has near; of the four with least two and a half have far.
  EXPECT_NEAR(value_of(rows, "palma"), near / (2.5 * far + 1.5 * near), 1e-12);
  EXPECT_NEAR(value_of(rows, "theil"),
              0.75 * near / mean * std::log(near / mean) + 0.25 * far / mean * std::log(far / mean), 1e-12);
  EXPECT_NEAR(value_of(rows, "theil_between", "buurt"), value_of(rows, "theil"), 1e-12);
  EXPECT_EQ(value_of(rows, "rank", "BU00010101"), 1);
  EXPECT_EQ(value_of(rows, "rank", "BU00010102"), 2);
  double shares = 0;
  for (auto const& [factor, name] : choices<Factor>)
    shares += value_of(rows, "gini_share", std::string(name));
  EXPECT_NEAR(shares, value_of(rows, "gini"), 1e-12);
}

TEST(Indicators, all_have_rows_and_no_row_has_another_name) {
  std::set<std::string> named, written;
  for (auto const& one : indicators) named.emplace(one.name);
  for (auto const& row : rows_of_town({}, 5)) written.insert(row.indicator);
  EXPECT_EQ(named, written);
}

TEST(Indicators, without_draws_have_no_intervals) {
  for (auto const& row : rows_of_town({}, 0)) EXPECT_FALSE(row.low || row.high) << row.indicator;
}

TEST(Method, says_with_what_the_figures_were_reckoned) {
  auto const model = model_of_indicators();
  auto const place = *model.atlas().areas().find(*AreaCode::parse("GM0001"));
  auto const text = write_method_json(method_of({model, place, "all", 200, 7, {{"figures.csv", "c0ffee"}}}));
  for (auto const* words :
       {R"("code": "GM0001")", R"("figures.csv": "c0ffee")", R"("draws": 200)", R"("seed": 7)",
        R"("day": "2026-11-24")", R"("name": "gini")", "public figures of inhabitants"}) {
    EXPECT_NE(text.find(words), std::string::npos) << words;
  }
  // Half at was set, waiver_works was not.
  auto const around = [&](char const* name) { return text.substr(text.find(name), 200); };
  EXPECT_NE(around("\"half_at\"").find("\"ownValue\": true"), std::string::npos);
  EXPECT_NE(around("\"waiver_works\"").find("\"ownValue\": false"), std::string::npos);
}

}  // namespace wegwijzer
