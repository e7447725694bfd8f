// SPDX-License-Identifier: EUPL-1.2
// What children said goes through the door of disclosure, and nothing of it around.
#include "usecases/feedback/publish.h"

#include <gmock/gmock.h>

#include "exchange/offerings_csv.h"
#include "kit/builders.h"
#include "kit/drawn_atlas.h"
#include "kit/file_content.h"
#include "kit/fixed_time.h"
#include "kit/seeded_entropy.h"
#include "kit/temporary_folder.h"
#include "storage/sqlite_store.h"
#include "usecases/atlas/live.h"
#include "usecases/feedback/felt_welcome.h"

namespace wegwijzer {

namespace {

struct MadeUp {
  int yes = 0;
  int not_quite = 0;
};

using Answered = std::array<MadeUp, 4>;

// Sixty children of each activity felt welcome and twenty not quite.
constexpr Answered many{{{60, 20}, {60, 20}, {60, 20}, {60, 20}}};

constexpr auto spring = "1-2-2026;31-7-2026";

// Two organisations with two activities each.
class FeedbackTown {
 public:
  explicit FeedbackTown(std::uint64_t seed = 7) : entropy(seed) {
    auto const writer = store->writer(ecosystem, {"test"});
    for (auto const* name : {"Bieb", "Museum"}) {
      organisations.push_back(writer->new_id<Organisation>());
      EXPECT_TRUE(writer->organisations().save(an_organisation(organisations.back(), name)));
      for (auto const* title : {"Lezen", "Koken"}) {
        offerings.push_back(writer->new_id<Offering>());
        EXPECT_TRUE(
            writer->offerings().save(an_offering(offerings.back(), organisations.back()).titled(title)));
      }
    }
    writer->commit();
  }

  // An activity more, of the first organisation.
  void add_offering(char const* title) {
    auto const writer = store->writer(ecosystem, {"test"});
    EXPECT_TRUE(writer->offerings().save(
        an_offering(writer->new_id<Offering>(), organisations.front()).titled(title)));
    writer->commit();
  }

  Result<FeedbackReport> publish(std::string const& rows, Publishing publishing = Publishing::now) {
    auto const read = read_feedback_csv("organisatie;activiteit;van;tot en met;ja;niet helemaal\n" + rows);
    return publish_feedback(*read, publishing, {*store, ecosystem, {"test"}, entropy, today});
  }

  Result<FeedbackReport> publish(Answered const& answered, std::string const& period = spring) {
    return publish(rows(answered, period));
  }

  static std::string rows(Answered const& answered, std::string const& period = spring) {
    std::string all;
    for (std::size_t i = 0; i < answered.size(); ++i) {
      all += std::string(i < 2 ? "Bieb" : "Museum") + (i % 2 == 0 ? ";Lezen;" : ";Koken;") + period + ";" +
             std::to_string(answered[i].yes) + ";" + std::to_string(answered[i].not_quite) + "\n";
    }
    return all;
  }

  FeltWelcomeByOffering felt() { return felt_welcome(*store->reader(ecosystem)); }

  std::vector<Release> releases() { return store->reader(ecosystem)->releases().all(); }

  std::int64_t spent() {
    auto const budget = store->reader(ecosystem)->releases().budget(feedback_subject, 2026);
    return budget ? budget->spent : 0;
  }

  // All that is in the store, whatever the table.
  std::string bytes() {
    EXPECT_TRUE(store->backup(folder.path("backup")));
    return content(folder.path("backup"));
  }

  TemporaryFolder folder;
  FixedClock clock;
  CountingIds ids;
  SeededEntropy entropy;
  Date today = date(2026, 11, 24);
  std::unique_ptr<Store> store = *open_store(folder.path("store"), IfMissing::create, clock, ids);
  Ecosystem ecosystem = an_ecosystem();
  std::vector<Id<Organisation>> organisations;
  std::vector<Id<Offering>> offerings;
};

std::vector<std::string> told_by(FeedbackReport const& report) {
  std::vector<std::string> found;
  for (auto const& problem : report.problems) {
    found.push_back(std::to_string(problem.line) + " " + problem.place + " " + problem.error.key);
  }
  return found;
}

}  // namespace

TEST(PublishFeedback, shows_how_welcome_many_children_felt) {
  FeedbackTown town;
  auto const report = town.publish(many);
  EXPECT_EQ(report->outcome, Feedback::published);
  EXPECT_EQ(report->asked, 4U);
  EXPECT_EQ(report->shown, 4U);
  auto const felt = town.felt();
  ASSERT_EQ(felt.size(), 4U);
  for (auto const& [offering, how] : felt) {
    EXPECT_NEAR(how.share, 0.75, 0.15) << "60 of 80, each with noise and rounded to five";
    EXPECT_EQ(how.first, date(2026, 2, 1));
    EXPECT_EQ(how.last, date(2026, 7, 31));
  }
}

// Three of Lezen in the library did not feel welcome; Koken stands beside it. The museum has enough.
TEST(PublishFeedback, keeps_a_small_number_in_with_what_it_could_be_reckoned_from) {
  FeedbackTown town;
  EXPECT_EQ(town.publish({{{60, 3}, {60, 20}, {60, 20}, {60, 20}}})->shown, 2U);
  auto const felt = town.felt();
  EXPECT_THAT(
      felt, testing::UnorderedElementsAre(testing::Key(town.offerings[2]), testing::Key(town.offerings[3])));
}

TEST(PublishFeedback, shows_nothing_of_a_few_children) {
  FeedbackTown town;
  auto const report = town.publish({{{2, 1}, {1, 0}, {0, 3}, {1, 1}}});
  EXPECT_EQ(report->outcome, Feedback::published);
  EXPECT_TRUE(report->withheld_whole);
  EXPECT_EQ(report->shown, 0U);
  EXPECT_TRUE(town.felt().empty());
  EXPECT_EQ(town.spent(), 0);
}

// In four activities a child is in three totals by two: 4 x 6 cells of 0.5.
TEST(PublishFeedback, gives_the_same_again_whatever_the_file_says_then) {
  FeedbackTown town;
  ASSERT_TRUE(town.publish(many));
  auto const felt = town.felt();
  EXPECT_EQ(town.spent(), 12'000);
  auto const again = town.publish({{{10, 90}, {10, 90}, {10, 90}, {10, 90}}});
  EXPECT_EQ(again->outcome, Feedback::published_before);
  EXPECT_EQ(again->shown, 4U);
  EXPECT_EQ(town.felt(), felt);
  EXPECT_EQ(town.spent(), 12'000);
}

TEST(PublishFeedback, reads_the_rows_in_any_order) {
  FeedbackTown town;
  ASSERT_TRUE(town.publish(many));
  EXPECT_EQ(town.publish("Museum;Koken;1-2-2026;31-7-2026;1;1\nBieb;Koken;1-2-2026;31-7-2026;1;1\n"
                         "Museum;Lezen;1-2-2026;31-7-2026;1;1\nBieb;Lezen;1-2-2026;31-7-2026;1;1\n")
                ->outcome,
            Feedback::published_before);
}

TEST(PublishFeedback, of_a_trial_leaves_no_trace) {
  FeedbackTown town;
  auto const before = town.bytes();
  auto const report = town.publish(FeedbackTown::rows(many), Publishing::not_yet);
  EXPECT_EQ(report->outcome, Feedback::could_be);
  EXPECT_EQ(report->asked, 4U);
  EXPECT_EQ(town.bytes(), before);
  ASSERT_TRUE(town.publish(many));
  EXPECT_EQ(town.publish(FeedbackTown::rows(many), Publishing::not_yet)->outcome, Feedback::published_before);
}

TEST(PublishFeedback, counts_the_latest_period_and_stops_when_the_budget_is_spent) {
  FeedbackTown town;
  ASSERT_TRUE(town.publish(many));
  town.add_offering("Zingen");
  auto const rows = FeedbackTown::rows({{{20, 60}, {20, 60}, {20, 60}, {20, 60}}}, "1-8-2026;30-9-2026") +
                    "Bieb;Zingen;1-8-2026;30-9-2026;20;60\n";
  EXPECT_EQ(town.publish(rows)->shown, 5U) << "other categories in another period";
  auto const felt = town.felt();
  EXPECT_EQ(felt.size(), 5U);
  for (auto const& [offering, how] : felt) {
    EXPECT_NEAR(how.share, 0.25, 0.15);
    EXPECT_EQ(how.last, date(2026, 9, 30));
  }
  for (auto const publishing : {Publishing::not_yet, Publishing::now}) {
    auto const third = town.publish(FeedbackTown::rows(many, "1-10-2026;31-10-2026"), publishing);
    EXPECT_EQ(third.error().key, "disclosure.budget_spent");
  }
  EXPECT_EQ(town.felt(), felt);
}

// What was shown once stays known where the next period shows nothing.
TEST(PublishFeedback, keeps_what_was_shown_of_an_activity_before) {
  FeedbackTown town;
  ASSERT_TRUE(town.publish(many));
  ASSERT_TRUE(town.publish({{{60, 3}, {60, 20}, {60, 20}, {60, 20}}}, "1-8-2026;30-9-2026"));
  auto const felt = town.felt();
  EXPECT_EQ(felt.at(town.offerings[0]).last, date(2026, 7, 31));
  EXPECT_EQ(felt.at(town.offerings[2]).last, date(2026, 9, 30));
}

TEST(PublishFeedback, is_refused_for_other_activities_and_other_days_than_were_published) {
  FeedbackTown town;
  ASSERT_TRUE(town.publish(many));
  for (auto const publishing : {Publishing::now, Publishing::not_yet}) {
    auto const fewer = town.publish("Bieb;Lezen;1-2-2026;31-7-2026;60;20\n", publishing);
    EXPECT_EQ(fewer.error().key, "disclosure.other_categories");
    EXPECT_EQ(town.publish(FeedbackTown::rows(many, "1-7-2026;31-8-2026"), publishing).error().key,
              "disclosure.other_period");
    for (auto const* ends : {"24-11-2026", "31-1-2027"}) {
      EXPECT_EQ(
          town.publish(FeedbackTown::rows(many, std::string("1-10-2026;") + ends), publishing).error().key,
          "disclosure.period_not_over");
    }
  }
}

TEST(PublishFeedback, waits_until_every_row_is_right) {
  FeedbackTown town;
  auto const report = town.publish(
      "Bieb;Lezen;1-2-2026;31-7-2026;60;20\n"
      "Bieb;Dansen;1-2-2026;31-7-2026;60;20\n"
      "Zwembad;Lezen;1-2-2026;31-7-2026;60;20\n"
      "Museum;Koken;1-2-2026;31-7-2026;60;veel\n");
  EXPECT_EQ(report->outcome, Feedback::with_problems);
  EXPECT_THAT(told_by(*report),
              testing::ElementsAre("5 niet helemaal cell.count", "3 activiteit import.offering_unknown",
                                   "4 organisatie import.organisation_unknown"));
  EXPECT_TRUE(town.releases().empty());
}

TEST(PublishFeedback, leaves_out_where_nobody_was_asked) {
  FeedbackTown town;
  EXPECT_EQ(town.publish("Bieb;Lezen;1-2-2026;31-7-2026;;\n")->outcome, Feedback::nobody_asked);
  auto const report = town.publish(
      "Bieb;Lezen;1-2-2026;31-7-2026;60;20\nBieb;Koken;1-2-2026;31-7-2026;;\n"
      "Museum;Lezen;1-2-2026;31-7-2026;60;20\n");
  EXPECT_EQ(report->asked, 2U);
  EXPECT_EQ(report->not_asked, 1U);
  EXPECT_EQ(report->shown, 2U);
}

TEST(PublishFeedback, names_an_activity_by_its_number_or_its_title) {
  FeedbackTown town;
  auto const writer = town.store->writer(town.ecosystem, {"test"});
  Offering numbered = an_offering(writer->new_id<Offering>(), town.organisations[0]).titled("Lezen");
  numbered.source = offering_source(town.organisations[0], "b-1");
  EXPECT_TRUE(writer->offerings().save(numbered));
  writer->commit();
  EXPECT_EQ(town.publish("Bieb;B-1;1-2-2026;31-7-2026;60;20\nMuseum;LEZEN;1-2-2026;31-7-2026;60;20\n")->shown,
            2U);
  EXPECT_TRUE(town.felt().contains(numbered.id));
  EXPECT_THAT(told_by(*town.publish("Bieb;Lezen;1-2-2026;31-7-2026;60;20\n")),
              testing::ElementsAre("2 activiteit import.offering_of_several"));
}

// Whose children they are is not for us to choose.
TEST(PublishFeedback, does_not_choose_between_organisations_of_one_name) {
  FeedbackTown town;
  auto const writer = town.store->writer(town.ecosystem, {"test"});
  EXPECT_TRUE(writer->organisations().save(an_organisation(writer->new_id<Organisation>(), "BIEB")));
  writer->commit();
  EXPECT_THAT(told_by(*town.publish("Bieb;Lezen;1-2-2026;31-7-2026;60;20\n")),
              testing::ElementsAre("2 organisatie import.organisation_of_several"));
  EXPECT_TRUE(town.releases().empty());
}

TEST(PublishFeedback, makes_the_atlas_new) {
  FeedbackTown town;
  auto const before = town.store->change_sequence();
  EXPECT_EQ(load_atlas(*town.store, a_vocabulary())->catalogue().felt_welcome(Index<Offering>(0)),
            std::nullopt);
  ASSERT_TRUE(town.publish(many));
  EXPECT_NE(town.store->change_sequence(), before);
  auto const atlas = load_atlas(*town.store, a_vocabulary());
  auto const offering = *atlas->catalogue().find(town.offerings[0]);
  EXPECT_EQ(atlas->catalogue().felt_welcome(offering), town.felt().at(town.offerings[0]));
}

// Stores that were given other counts, of which the same was published, are the same to the last byte:
// nothing that was counted is in any table. Five children more are published otherwise, and then the stores
// differ.
TEST(PublishFeedback, keeps_nothing_of_what_was_counted) {
  std::size_t published_alike = 0, published_otherwise = 0;
  for (std::uint64_t seed = 1; published_alike < 3 && seed <= 20; ++seed) {
    FeedbackTown one(seed);
    ASSERT_TRUE(one.publish(many));
    for (std::size_t i = 0; i < 2 * many.size(); ++i) {
      auto answered = many;
      auto const moved = i < many.size() ? 1 : 5;
      answered[i % many.size()].yes -= moved, answered[i % many.size()].not_quite += moved;
      FeedbackTown other(seed);
      ASSERT_TRUE(other.publish(answered));
      bool const alike = other.releases() == one.releases();
      EXPECT_EQ(other.bytes() == one.bytes(), alike);
      ++(alike ? published_alike : published_otherwise);
    }
  }
  EXPECT_GE(published_alike, 3U);
  EXPECT_GT(published_otherwise, 0U);
}

}  // namespace wegwijzer
