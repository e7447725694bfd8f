// SPDX-License-Identifier: EUPL-1.2
#include "usecases/ecosystem/propose_steps.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kit/drawn_atlas.h"
#include "kit/temporary_folder.h"
#include "storage/sqlite_store.h"
#include "streets/snapshot.h"
#include "usecases/sourced/archive.h"

namespace wegwijzer {

namespace {

bool go_on(std::uint64_t, std::uint64_t) {
  return true;
}

// A school's lesson, and at 600 m a club for who wants more.
class ProposingSteps : public testing::Test {
 protected:
  ProposingSteps() {
    auto const writer = store_->writer(an_ecosystem(), {"test"});
    writer->ground().replace(GroundKind::streets, "drawn", snapshot(*town_.streets()));
    lesson_ = add(*writer, 'A', "Les", Stage::introduce).id;
    club_ = add(*writer, 'B', "Club", Stage::belong).id;
    writer->commit();
  }

  Offering add(Writer& writer, char letter, char const* title, Stage stage) {
    auto const provider = *writer.organisations().save(an_organisation(writer.new_id<Organisation>(), title));
    auto const venue = *writer.venues().save(a_venue(writer.new_id<Venue>(), town_.at(letter), title));
    return *writer.offerings().save(an_offering(writer.new_id<Offering>(), provider.id)
                                        .at(venue.id)
                                        .titled(title)
                                        .at_stage(stage)
                                        .for_ages(8, 12));
  }

  std::vector<StepProposal> proposed(Progress const& progress = go_on) {
    return propose_steps(*store_, an_ecosystem(), a_vocabulary(), date(2026, 11, 24), progress).value();
  }

  std::vector<StepEdge> kept(std::vector<StepProposal> const& proposals) {
    auto const writer = store_->writer(an_ecosystem(), {"operator"});
    auto edges = keep_proposals(*writer, proposals, [](StepProposal const& one) {
      return one.theme + ", " + std::to_string(one.walk.count()) + " minuten";
    });
    writer->commit();
    return edges;
  }

  template <class Change>
  void change(Change change_it) {
    auto const writer = store_->writer(an_ecosystem(), {"partner"});
    change_it(*writer);
    writer->commit();
  }

  std::vector<StepEdge> edges() { return records<StepEdge>(*store_->reader(an_ecosystem())).all(); }

  DrawnTown town_ = draw("A-----B");
  TemporaryFolder folder_;
  FixedClock clock_;
  CountingIds ids_;
  std::unique_ptr<Store> store_ = *open_store(folder_.path("s"), IfMissing::create, clock_, ids_);
  Id<Offering> lesson_, club_;
};

}  // namespace

TEST_F(ProposingSteps, keeps_each_with_its_evidence_and_nobodys_yes) {
  auto const edges = kept(proposed());
  ASSERT_EQ(edges.size(), 1U);
  EXPECT_EQ(edges[0].from, lesson_);
  EXPECT_EQ(edges[0].to, club_);
  EXPECT_EQ(edges[0].direction, Direction::deepen);
  EXPECT_EQ(edges[0].proposed_by, Proposer::program);
  EXPECT_EQ(edges[0].evidence, "robotics, 9 minuten");  // 600 m at 90 s per 100 m
  EXPECT_FALSE(edges[0].agreed_by_from || edges[0].agreed_by_to || edges[0].confirmed_on);
  EXPECT_EQ(this->edges(), edges);
}

TEST_F(ProposingSteps, twice_changes_nothing) {
  kept(proposed());
  auto const before = edges();
  EXPECT_TRUE(proposed().empty());
  EXPECT_TRUE(kept(proposed()).empty());
  EXPECT_EQ(edges(), before);
}

TEST_F(ProposingSteps, leaves_what_a_partner_agreed_or_refused) {
  auto edge = kept(proposed()).at(0);
  change([&](Writer& writer) {
    edge.agreed_by_from = edge.agreed_by_to = true;
    edge = *records<StepEdge>(writer).save(edge);
  });
  EXPECT_TRUE(proposed().empty());
  change([&](Writer& writer) { edge = *archive(writer, edge.id, date(2026, 11, 24)); });
  EXPECT_TRUE(proposed().empty());
  EXPECT_EQ(edges(), std::vector{edge});
  // What is refused leaves room for another.
  change([&](Writer& writer) { add(writer, 'B', "Reeks", Stage::deepen); });
  EXPECT_EQ(proposed().at(0).to_title, "Reeks");
}

TEST_F(ProposingSteps, keeps_nothing_that_was_decided_since_it_was_reckoned) {
  auto const proposals = proposed();
  change([&](Writer& writer) {
    auto edge = a_step_edge(writer.new_id<StepEdge>(), lesson_, club_);
    edge.archived_on = date(2026, 11, 24);
    ASSERT_TRUE(records<StepEdge>(writer).save(edge));
  });
  EXPECT_TRUE(kept(proposals).empty());
}

TEST_F(ProposingSteps, keeps_nothing_of_what_was_archived_since) {
  auto const proposals = proposed();
  change([&](Writer& writer) { ASSERT_TRUE(archive(writer, club_, date(2026, 11, 24))); });
  EXPECT_TRUE(kept(proposals).empty());
}

TEST_F(ProposingSteps, stops_when_asked) {
  auto const stopped = propose_steps(*store_, an_ecosystem(), a_vocabulary(), date(2026, 11, 24),
                                     [](auto done, auto) { return done == 0; });
  EXPECT_EQ(stopped.error().key, "propose.stopped");
}

TEST_F(ProposingSteps, says_when_both_are_at_one_place) {
  change([&](Writer& writer) {
    auto series = add(writer, 'A', "Reeks", Stage::deepen);
    series.venue = writer.offerings().find(lesson_)->venue;
    ASSERT_TRUE(writer.offerings().save(series));
  });
  auto const all = proposed();
  ASSERT_EQ(all.size(), 2U);  // from the lesson to the series, and on to the club
  EXPECT_EQ(all[0].to_title + all[1].to_title, "ReeksClub");
  EXPECT_TRUE(all[0].same_place);
  EXPECT_FALSE(all[1].same_place);
}

TEST_F(ProposingSteps, needs_streets) {
  auto const empty = *open_store(folder_.path("empty"), IfMissing::create, clock_, ids_);
  auto const writer = empty->writer(an_ecosystem(), {"test"});
  writer->commit();
  EXPECT_EQ(propose_steps(*empty, an_ecosystem(), a_vocabulary(), date(2026, 11, 24), go_on).error().key,
            "streets.none");
}

}  // namespace wegwijzer
