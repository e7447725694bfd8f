// SPDX-License-Identifier: EUPL-1.2
// One street reckoned by hand, as docs/manual/kansen.md does: two homes in two buurten, three activities.
#include <gtest/gtest.h>

#include <cmath>

#include "kit/drawn_atlas.h"
#include "opportunity/analysis.h"
#include "opportunity/changes.h"

namespace wegwijzer {

namespace {

// H has ten children of nine, I thirty. Everything within the longest journey counts whole. 100 m take 80 s
// on foot at nine, so that from H A lies at 720 s and B at 1,040, of which a child may go 900 alone.
class WorkedExample : public testing::Test {
 protected:
  WorkedExample() {
    draft_.add_buurt_between('H', 'H', "BU00010101", "Verweg");
    draft_.add_buurt_between('I', 'B', "BU00010102", "Dichtbij");
    draft_.areas().push_back(a_buurt("GM0001", "Waterveen"));
    draft_.add_home('H', "BU00010101", 9, 10);
    draft_.add_home('I', "BU00010102", 9, 30);
    workshop_ = add('A', "Proefjes", "robotics", Stage::introduce);
    club_ = add('B', "Robotclub", "robotics", Stage::belong);
    music_ = add('B', "Muziek", "music", Stage::introduce);
    parameters_.half_at = 0;
    parameters_.longest_journey = 20;
    model_ = std::make_shared<OpportunityModel const>(std::make_shared<Atlas const>(draft_.atlas()),
                                                      parameters_, date(2026, 11, 24), 1);
  }

  Id<Offering> add(char letter, char const* title, char const* theme, Stage stage) {
    Offering offering =
        draft_.an_offering_at(letter).titled(title).for_ages(8, 12).costing({}).at_stage(stage);
    offering.themes = {*ThemeCode::parse(theme)};
    offering.schedule = *Schedule::parse("elke zaterdag 10:00-12:00");
    return draft_.add(offering);
  }

  Experience of(char const* area) const {
    OpportunityAnalysis const analysis(model_, std::nullopt, 1);
    auto const found = std::ranges::find(standard_profiles(), ChildProfile{9, Going::on_foot});
    return *analysis.of(*model_->atlas().areas().find(*AreaCode::parse(area)),
                        static_cast<std::size_t>(found - standard_profiles().begin()));
  }

  AtlasDraft draft_{"H-----I--A---B"};
  Id<Offering> workshop_, club_, music_;
  OpportunityParameters parameters_;
  std::shared_ptr<OpportunityModel const> model_;
};

// No channel is on record: three in ten families know it, one in twenty of the rest finds it, and who lives
// there passes by in one of ten cases.
double const known_elsewhere = 1 - 0.7 * 0.95;
double const known_in_own_area = 1 - 0.7 * 0.95 * 0.9;
// On the list of fourteen: the language (2), and the own area (2).
double const welcome_elsewhere = 0.4 + 0.6 * 2 / 14;
double const welcome_in_own_area = 0.4 + 0.6 * 4 / 14;
// Six in ten parents encourage; three in ten act without.
double const supported = 0.3 + 0.7 * 0.6;

}  // namespace

// Three in four of those who came felt welcome: one and a half more of two more points.
TEST_F(WorkedExample, knows_how_welcome_children_felt) {
  auto const before = of("BU00010102").funnel;
  draft_.felt_welcome()[music_] = {0.75, date(2026, 2, 1), date(2026, 7, 31)};
  model_ = std::make_shared<OpportunityModel const>(std::make_shared<Atlas const>(draft_.atlas()),
                                                    parameters_, date(2026, 11, 24), 1);
  auto const after = of("BU00010102").funnel;
  EXPECT_EQ(after.known, before.known);
  EXPECT_NEAR(after.welcome, 0.4015 * (2 * welcome_in_own_area + 0.4 + 0.6 * 5.5 / 16), 1e-12);
  EXPECT_GT(after.supported, before.supported);
}

// Somebody of the area is like the children of Dichtbij, and like none of Verweg: two more of fourteen
// points.
TEST_F(WorkedExample, knows_whom_children_meet_who_is_like_them) {
  for (auto const id : {workshop_, club_, music_}) draft_.offering(id).role_models = {RoleModel::from_area};
  model_ = std::make_shared<OpportunityModel const>(std::make_shared<Atlas const>(draft_.atlas()),
                                                    parameters_, date(2026, 11, 24), 1);
  EXPECT_NEAR(of("BU00010102").funnel.welcome, 3 * known_in_own_area * (0.4 + 0.6 * 6 / 14), 1e-12);
  EXPECT_NEAR(of("BU00010101").funnel.welcome, 3 * known_elsewhere * welcome_elsewhere, 1e-12);
}

TEST_F(WorkedExample, is_what_one_reckons_by_hand) {
  auto const near = of("BU00010102").funnel;
  EXPECT_EQ(near.exists, 3);
  EXPECT_EQ(near.within_reach, 3);
  EXPECT_NEAR(near.known, 3 * 0.4015, 1e-12);
  EXPECT_NEAR(near.welcome, 3 * 0.4015 * welcome_in_own_area, 1e-12);
  EXPECT_NEAR(near.possible, near.welcome, 1e-12) << "free, on Saturday, 15 minutes alone";
  EXPECT_NEAR(near.supported, 3 * 0.4015 * welcome_in_own_area * 0.72, 1e-12);
  auto const far = of("BU00010101").funnel;
  EXPECT_NEAR(far.supported, known_elsewhere * welcome_elsewhere * supported * (1 + 2 * 900.0 / 1'040),
              1e-12);
  EXPECT_NEAR(near.supported / 3, known_in_own_area * welcome_in_own_area * supported, 1e-12);
}

TEST_F(WorkedExample, is_in_the_gemeente_the_mean_of_forty_children) {
  auto const all = of("GM0001").funnel.supported;
  EXPECT_NEAR(all, (10 * of("BU00010101").funnel.supported + 30 * of("BU00010102").funnel.supported) / 40,
              1e-12);
}

// Two of three are technology: exp of Shannon's entropy, and one through the sum of squares.
TEST_F(WorkedExample, has_this_diversity) {
  auto const varied = diversity(of("BU00010102").by_theme);
  EXPECT_EQ(varied.kinds, 2);
  EXPECT_NEAR(varied.common, std::exp(-(2.0 / 3 * std::log(2.0 / 3) + 1.0 / 3 * std::log(1.0 / 3))), 1e-12);
  EXPECT_NEAR(varied.dominant, 1 / (4.0 / 9 + 1.0 / 9), 1e-12);
}

// From the workshop one goes deeper, to the club. From the club and from music one can only go elsewhere.
TEST_F(WorkedExample, has_these_paths) {
  auto const here = of("BU00010102");
  EXPECT_EQ(here.ends, (Ends{.open = 3, .not_deeper = 2, .dead = 0, .some = 1, .always = 1}));
  auto const technology = here.ends_by_theme[0];
  EXPECT_EQ(technology, (Ends{.open = 2, .not_deeper = 1, .dead = 0, .some = 1, .always = 1}));
  EXPECT_EQ(here.rockets[0], (Rocket{.introduce = 1, .deepen = 0, .belong = 1, .whole = 0}));
}

// To be known by all would add most, and as much at each: 0.5985 of what the rest leaves.
TEST_F(WorkedExample, is_helped_most_by_being_known) {
  ChildProfile const child{9, Going::on_foot};
  auto const area = *model_->atlas().areas().find(*AreaCode::parse("BU00010102"));
  auto const best = best_changes(taken_apart(*model_, area, std::span(&child, 1)), 1).front();
  EXPECT_EQ(best.lever, Lever::visibility);
  EXPECT_NEAR(best.gain, (1 - 0.4015) * welcome_in_own_area * 0.72, 1e-12);
}

}  // namespace wegwijzer
