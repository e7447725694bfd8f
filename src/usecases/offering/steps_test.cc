// SPDX-License-Identifier: EUPL-1.2
#include "usecases/offering/steps.h"

#include <gtest/gtest.h>

#include "kit/found_titles.h"

namespace wegwijzer {

namespace {

// A child of nine walks 100 m in 80 seconds and may go 15 minutes alone: A is 5, B 11 and C 16 minutes away.
class WeighedSteps : public testing::Test {
 protected:
  WeighedSteps() {
    draft_.add_buurt_between('H', 'C', "BU00010101", "Het Eind");
    draft_.add_home('H', "BU00010101", 9, 3);
    from_ = draft_.add(draft_.an_offering_at('A').titled("les").at_stage(Stage::introduce).for_ages(8, 12));
  }

  Id<Offering> add(char letter, char const* title, char const* when) {
    return draft_.add(draft_.an_offering_at(letter)
                          .titled(title)
                          .at_stage(Stage::belong)
                          .for_ages(8, 12)
                          .costing({})
                          .when(when));
  }

  std::vector<NextStep> deeper(OfferingQuery query) {
    atlas_ = std::make_shared<Atlas const>(draft_.atlas());
    auto model = std::make_shared<OpportunityModel const>(atlas_, OpportunityParameters(), noon.today, 1);
    Opportunities const opportunities(std::move(model), 1);
    query.home = draft_.at('H');
    query.mode = Mode::walk;
    query.minutes = Minutes(30);
    return steps_from(*atlas_, *atlas_->catalogue().find(from_), query, noon.today, &opportunities)
        .steps.deeper;
  }

  std::vector<std::string> names(std::vector<NextStep> const& steps) const {
    std::vector<std::string> names;
    for (auto const& step : steps) names.push_back(atlas_->catalogue()[step.offering].title);
    return names;
  }

  static OfferingQuery of_nine() {
    OfferingQuery query;
    query.age = 9;
    return query;
  }

  AtlasDraft draft_{"H---A---B---C"};
  Id<Offering> from_;
  std::shared_ptr<Atlas const> atlas_;
};

}  // namespace

TEST_F(WeighedSteps, put_what_a_child_can_do_before_what_is_only_nearer) {
  add('A', "in schooltijd", "elke maandag 10:00-11:00, niet in schoolvakanties");
  add('B', "op zaterdag", "elke zaterdag 10:00-12:00");
  auto const steps = deeper(of_nine());
  EXPECT_EQ(names(steps), (Titles{"op zaterdag", "in schooltijd"}));
  EXPECT_FALSE(steps[0].worth->barrier);
  EXPECT_EQ(steps[1].worth->experienced, 0);
  EXPECT_EQ(steps[1].worth->barrier, Barrier::time);
}

TEST_F(WeighedSteps, tell_what_stands_most_in_the_way) {
  auto const id = add('C', "ver en duur", "elke zaterdag 10:00-12:00");
  draft_.offering(id).price = Price{{16'000}, Per::month};  // a quarter of it can be paid
  auto const steps = deeper(of_nine());
  ASSERT_EQ(steps.size(), 1U);
  EXPECT_EQ(steps[0].worth->barrier, Barrier::price);  // 15 of 16 minutes are no barrier to speak of
}

TEST_F(WeighedSteps, keep_what_partners_agreed_on_first_unless_it_hardly_suits) {
  add('A', "dichtbij", "elke zaterdag 10:00-12:00");
  auto const agreed = add('C', "afgesproken", "elke zaterdag 10:00-12:00");
  auto edge = a_step_edge(draft_.new_id<StepEdge>(), from_, agreed);
  edge.agreed_by_from = edge.agreed_by_to = true;
  draft_.network().steps.push_back(edge);
  EXPECT_EQ(names(deeper(of_nine())), (Titles{"afgesproken", "dichtbij"}));
  draft_.offering(agreed).schedule = *Schedule::parse("elke maandag 10:00-11:00, niet in schoolvakanties");
  EXPECT_EQ(names(deeper(of_nine())), (Titles{"dichtbij", "afgesproken"}));
}

TEST_F(WeighedSteps, are_not_weighed_for_a_child_of_whom_nothing_is_said) {
  add('A', "dichtbij", "elke zaterdag 10:00-12:00");
  auto const steps = deeper({});
  ASSERT_EQ(steps.size(), 1U);
  EXPECT_FALSE(steps[0].worth);
}

}  // namespace wegwijzer
