// SPDX-License-Identifier: EUPL-1.2
#include "usecases/sourced/merge.h"

#include <gtest/gtest.h>

#include "kit/builders.h"
#include "kit/fixed_time.h"
#include "kit/temporary_folder.h"
#include "storage/sqlite_store.h"
#include "usecases/sourced/archive.h"

namespace wegwijzer {

class MergeFromSource : public testing::Test {
 protected:
  static Venue says(std::string name, std::string phone = "") {
    auto venue = a_venue({}, GeoPoint::of_degrees(52, 4), std::move(name));
    venue.source = "osm:node/1";
    venue.phone = std::move(phone);
    return venue;
  }

  Merged<Venue> import(Venue venue) { return *merge_from_source(*writer_, std::move(venue)); }

  void people_say(std::string name) {
    auto venue = *writer_->venues().from_source("osm:node/1");
    venue.name = std::move(name);
    ASSERT_TRUE(writer_->venues().save(venue));
  }

  TemporaryFolder folder_;
  FixedClock clock_;
  CountingIds ids_;
  std::unique_ptr<Store> store_ = *open_store(folder_.path("s"), IfMissing::create, clock_, ids_);
  std::unique_ptr<Writer> writer_ = store_->writer(an_ecosystem(), {"test"});
};

TEST_F(MergeFromSource, twice_changes_nothing) {
  EXPECT_EQ(import(says("Speeltuin")).outcome, MergeOutcome::added);
  auto const audit = writer_->audit().size();
  EXPECT_EQ(import(says("Speeltuin")).outcome, MergeOutcome::unchanged);
  EXPECT_EQ(writer_->audit().size(), audit);
  EXPECT_EQ(writer_->venues().all().size(), 1U);
}

TEST_F(MergeFromSource, takes_over_what_the_source_changed) {
  import(says("Speeltuin"));
  EXPECT_EQ(import(says("Speeltuin Zuid")).outcome, MergeOutcome::updated);
  EXPECT_EQ(writer_->venues().all().at(0).name, "Speeltuin Zuid");
}

TEST_F(MergeFromSource, keeps_what_people_changed) {
  import(says("Speeltuin"));
  people_say("De Klimboom");
  EXPECT_EQ(import(says("Speeltuin", "0990-1")).outcome, MergeOutcome::updated);
  EXPECT_EQ(writer_->venues().all().at(0).name, "De Klimboom");
  EXPECT_EQ(writer_->venues().all().at(0).phone, "0990-1");
}

TEST_F(MergeFromSource, reports_a_field_that_both_changed_and_keeps_the_peoples) {
  import(says("Speeltuin"));
  people_say("De Klimboom");
  auto const merged = import(says("Speelplaats"));
  EXPECT_EQ(merged.kept, (std::vector{KeptEdit{"osm:node/1", "name", "De Klimboom", "Speelplaats"}}));
  EXPECT_EQ(writer_->venues().all().at(0).name, "De Klimboom");
  // Told once: from then on the source says nothing new.
  EXPECT_TRUE(import(says("Speelplaats")).kept.empty());
}

TEST_F(MergeFromSource, archives_what_is_not_spoken_of_and_brings_it_back_when_it_is) {
  import(says("Speeltuin"));
  EXPECT_TRUE(archive_missing<Venue>(*writer_, "osm:", {"osm:node/1"}, date(2026, 11, 24))->empty());
  EXPECT_TRUE(archive_missing<Venue>(*writer_, "csv:", {}, date(2026, 11, 24))->empty());
  EXPECT_EQ(archive_missing<Venue>(*writer_, "osm:", {}, date(2026, 11, 24))->size(), 1U);
  EXPECT_EQ(writer_->venues().all().at(0).archived_on, date(2026, 11, 24));
  EXPECT_EQ(import(says("Speeltuin Zuid")).outcome, MergeOutcome::updated);
  EXPECT_FALSE(writer_->venues().all().at(0).archived_on);
  EXPECT_EQ(writer_->venues().all().at(0).name, "Speeltuin Zuid");
}

TEST_F(MergeFromSource, a_person_archives_and_undoes_it) {
  import(says("Speeltuin"));
  auto const id = writer_->venues().all().at(0).id;
  EXPECT_EQ(archive(*writer_, id, date(2026, 11, 24))->archived_on, date(2026, 11, 24));
  EXPECT_EQ(writer_->audit().back().field, "archived_on");
  EXPECT_FALSE(archive(*writer_, id, std::nullopt)->archived_on);
  EXPECT_EQ(archive(*writer_, Id<Venue>(ids_.next()), std::nullopt).error().key, "record.missing");
}

TEST_F(MergeFromSource, does_not_bring_back_what_was_archived) {
  import(says("Speeltuin"));
  auto venue = writer_->venues().all().at(0);
  venue.archived_on = date(2026, 1, 1);
  ASSERT_TRUE(writer_->venues().save(venue));
  import(says("Speeltuin Zuid"));
  EXPECT_TRUE(writer_->venues().all().at(0).archived_on);
}

}  // namespace wegwijzer
