// SPDX-License-Identifier: EUPL-1.2
#include "usecases/release/compare.h"

#include <gtest/gtest.h>

#include <numeric>

#include "exchange/draws_csv.h"
#include "exchange/funnel_csv.h"
#include "kit/builders.h"
#include "kit/fixed_time.h"
#include "usecases/release/make.h"

namespace wegwijzer {

namespace {

struct ReleaseDraft {
  std::vector<FigureRow> figures{{"mean", 1, "", 1, 0.8, 1.2}, {"gini", 1, "", 0.25, 0.2, 0.3}};
  OpportunityParameters parameters{};
  std::vector<FunnelRow> funnel{{*AreaCode::parse("BU00010101"), "9-foot-enough-dutch", 30, {2, 1, 1, 1, 1}},
                                {*AreaCode::parse("BU00010102"), "9-foot-enough-dutch", 10, {2, 1, 1, 1, 1}}};

  std::vector<DrawnRow> draws{{"mean", 1, "", {0.8, 1, 1.2}},
                              {"parameter", 1, "half_at", {6, 10, 18}},
                              {"parameter", 1, "waiver_works", {0.4, 0.8, 0.6}}};

  FigureRelease release(std::uint64_t number) const {
    auto made = a_figure_release(Id<FigureRelease>(uuid_v7(number, 1, 1)));
    made.files.figures = write_figures_csv(figures);
    made.files.parameters = parameters_csv(parameters);
    made.files.funnel = write_funnel_csv(funnel);
    made.files.draws = write_draws_csv(draws);
    made.head.checksum = checksum_of(made);
    return made;
  }
};

double sum_of(ExplainedChange const& change) {
  return std::accumulate(change.causes.begin(), change.causes.end(), change.within_neighbourhoods);
}

double due_to(ExplainedChange const& change, ChangeCause cause) {
  return change.causes[static_cast<std::size_t>(cause)];
}

}  // namespace

TEST(CompareReleases, of_the_same_finds_nothing) {
  auto const compared = *compare_releases(ReleaseDraft().release(1), ReleaseDraft().release(2));
  EXPECT_TRUE(compared.is_alike());
  for (auto const& figure : compared.figures) {
    EXPECT_EQ(figure.change, 0);
    EXPECT_EQ(figure.sureness, Sureness::too_small);
  }
  EXPECT_EQ(sum_of(*compared.gini), 0);
}

TEST(CompareReleases, of_other_areas_does_not_say_what_a_change_comes_from) {
  ReleaseDraft after;
  after.funnel[1].area = *AreaCode::parse("BU00010199");
  auto const compared = *compare_releases(ReleaseDraft().release(1), after.release(2));
  EXPECT_TRUE(compared.other_areas);
  EXPECT_FALSE(compared.is_alike());
  EXPECT_FALSE(compared.mean || compared.gini || compared.theil);
}

// In the second buurt twice as much is within reach: the mean goes from 1 to 1.25, by presence alone. Over
// two cells Gini comes from 0 to 3/4 times 1/4 times 1 over 1.25, so 0.15; the rest of what people see, from
// 0.25 to 0.45, lies within neighbourhoods.
TEST(CompareReleases, tells_what_a_change_comes_from_and_adds_up_to_what_people_see) {
  ReleaseDraft after;
  after.figures = {{"mean", 1, "", 1.25, 1, 1.4}, {"gini", 1, "", 0.45, 0.4, 0.5}};
  after.funnel[1].left = {4, 2, 2, 2, 2};
  auto const compared = *compare_releases(ReleaseDraft().release(1), after.release(2));
  EXPECT_NEAR(due_to(*compared.mean, ChangeCause::presence), 0.25, 1e-12);
  EXPECT_NEAR(compared.mean->within_neighbourhoods, 0, 1e-12);
  EXPECT_EQ(compared.mean->sureness, Sureness::too_small) << "as much in each draw";
  EXPECT_NEAR(due_to(*compared.gini, ChangeCause::presence), 0.15, 1e-12);
  EXPECT_NEAR(compared.gini->within_neighbourhoods, 0.05, 1e-12);
  EXPECT_NEAR(sum_of(*compared.gini), compared.gini->change(), 1e-12);
  EXPECT_EQ(compared.gini->sureness, Sureness::sure);
  EXPECT_FALSE(compared.theil) << "no such figure is there";
}

// Of three draws the least and the most are nine in ten but for a tenth of the way to the middle one: from
// 0.03 + 0.1 (0.05 - 0.03) to 0.09 - 0.1 (0.09 - 0.05), at 5% and 95%.
TEST(CompareReleases, is_sure_of_a_small_change_that_goes_the_same_way_in_each_draw) {
  ReleaseDraft after;
  after.figures[0] = {"mean", 1, "", 1.05, 0.83, 1.29};
  after.draws[0].draws = {0.83, 1.05, 1.29};
  auto const compared = *compare_releases(ReleaseDraft().release(1), after.release(2));
  EXPECT_NEAR(compared.mean->margins->low, 0.032, 1e-12);
  EXPECT_NEAR(compared.mean->margins->high, 0.086, 1e-12);
  EXPECT_EQ(compared.mean->sureness, Sureness::sure) << "though 1.05 lies within 0.8 to 1.2";
  EXPECT_EQ(compared.gini->margins, std::nullopt) << "its draws were not kept";
}

TEST(CompareReleases, is_not_sure_of_a_change_that_goes_both_ways) {
  ReleaseDraft after;
  after.figures[0] = {"mean", 1, "", 1.5, 0.7, 2};
  after.draws[0].draws = {0.7, 1.5, 2};
  auto const compared = *compare_releases(ReleaseDraft().release(1), after.release(2));
  EXPECT_LT(compared.mean->margins->low, 0);
  EXPECT_EQ(compared.mean->sureness, Sureness::too_small) << "though 1.5 is above 1.2, and 1 within 0.7 to 2";
}

TEST(CompareReleases, of_other_draws_keeps_to_the_margins_of_both) {
  ReleaseDraft after;
  after.figures[0] = {"mean", 1, "", 1.05, 0.83, 1.29};
  after.draws[0].draws = {0.83, 1.05, 1.29};
  after.draws[1].draws = {10, 6, 18};  // half_at, with another seed
  auto const other_seed = *compare_releases(ReleaseDraft().release(1), after.release(2));
  EXPECT_FALSE(other_seed.mean->margins);
  EXPECT_EQ(other_seed.mean->sureness, Sureness::too_small);
  after.draws = {after.draws[0]};
  EXPECT_FALSE(compare_releases(ReleaseDraft().release(1), after.release(2))->mean->margins);
}

// A draw takes what was set from its range: by how much it was changed is not in it.
TEST(CompareReleases, of_before_draws_were_kept_keeps_to_the_margins_of_both) {
  auto before = ReleaseDraft().release(1);
  before.files.draws = "";
  auto const compared = compare_releases(before, ReleaseDraft().release(2));
  ASSERT_TRUE(compared) << compared.error().key;
  EXPECT_FALSE(compared->mean->margins);
}

TEST(CompareReleases, of_a_scenario_keeps_to_the_margins_of_both) {
  ReleaseDraft after;
  after.parameters.waiver_works = 0.9;
  after.figures[0] = {"mean", 1, "", 1.1, 0.9, 1.3};
  after.draws[0].draws = {0.9, 1.1, 1.3};
  EXPECT_FALSE(compare_releases(ReleaseDraft().release(1), after.release(2))->mean->margins);
}

TEST(CompareReleases, of_programs_with_other_parameters_keeps_to_the_margins_of_both) {
  ReleaseDraft after;
  after.draws.push_back({"parameter", 1, "new_one", {1, 2, 3}});
  EXPECT_FALSE(compare_releases(ReleaseDraft().release(1), after.release(2))->mean->margins);
  EXPECT_FALSE(compare_releases(after.release(1), ReleaseDraft().release(2))->mean->margins);
}

TEST(CompareReleases, is_not_sure_of_what_goes_otherwise_in_most_draws_nor_of_what_nobody_can_see) {
  ReleaseDraft after;
  after.figures[0] = {"mean", 1, "", 0.9, 0.83, 1.29};
  after.draws[0].draws = {0.83, 1.05, 1.29};
  EXPECT_EQ(compare_releases(ReleaseDraft().release(1), after.release(2))->mean->sureness,
            Sureness::too_small);
  after.figures[0] = {"mean", 1, "", 1.0004, 0.8004, 1.2004};
  after.draws[0].draws = {0.8004, 1.0004, 1.2004};
  EXPECT_EQ(compare_releases(ReleaseDraft().release(1), after.release(2))->mean->sureness,
            Sureness::too_small);
}

TEST(CompareReleases, subtracts_no_figures_of_other_versions) {
  ReleaseDraft after;
  after.figures[1].version = 2;
  after.figures.push_back({"theil", 1, "", 0.5, {}, {}});
  auto const compared = *compare_releases(ReleaseDraft().release(1), after.release(2));
  EXPECT_EQ(compared.versions,
            (std::vector{VersionDifference{"gini", 1, 2}, VersionDifference{"theil", std::nullopt, 1}}));
  EXPECT_FALSE(compared.is_alike());
  EXPECT_FALSE(compared.find("gini")->change);
  EXPECT_FALSE(compared.gini);
  EXPECT_TRUE(compared.mean);
  EXPECT_EQ(comparison_csv(compared).find("change_of_gini"), std::string::npos);
}

TEST(CompareReleases, says_which_parameters_are_others) {
  ReleaseDraft after;
  after.parameters.waiver_works = 0.9;
  auto const compared = *compare_releases(ReleaseDraft().release(1), after.release(2));
  EXPECT_EQ(compared.parameters, (std::vector{ParameterDifference{"waiver_works", 0.6, 0.9}}));
  EXPECT_FALSE(compared.is_alike());
  EXPECT_TRUE(compared.mean) << "the change of a scenario is taken apart too";
}

TEST(CompareReleases, are_of_one_place_and_can_be_read) {
  auto other = ReleaseDraft().release(2);
  other.head.area = *AreaCode::parse("GM0002");
  EXPECT_EQ(compare_releases(ReleaseDraft().release(1), other).error().key, "release.other_place");
  auto broken = ReleaseDraft().release(2);
  broken.files.figures = "?";
  EXPECT_EQ(compare_releases(ReleaseDraft().release(1), broken).error().key, "release.unreadable");
  ReleaseDraft strange;
  strange.funnel[0].profile = "9-swimming-enough-dutch";
  EXPECT_EQ(compare_releases(strange.release(1), ReleaseDraft().release(2)).error().key,
            "release.unreadable");
}

TEST(CompareReleases, are_a_table_too) {
  ReleaseDraft after;
  after.figures[0] = {"mean", 1, "", 2, 1.5, 2.5};
  after.draws[0].draws = {1.5, 2, 2.5};
  after.funnel[0].left = after.funnel[1].left = {2, 2, 2, 2, 2};
  auto const table = comparison_csv(*compare_releases(ReleaseDraft().release(1), after.release(2)));
  EXPECT_EQ(table.substr(0, table.find("\r\ngini")),
            "what,of,from,to,change,change_low,change_high,sure\r\nmean,,1,2,1,0.73,1.27,yes");
  EXPECT_NE(table.find("change_of_mean,visibility,,,1,,,\r\n"), std::string::npos);
  EXPECT_NE(table.find("change_of_mean,within_neighbourhoods,,,0,,,\r\n"), std::string::npos);
}

}  // namespace wegwijzer
