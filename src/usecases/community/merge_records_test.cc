// SPDX-License-Identifier: EUPL-1.2
// Two records that are one thing: merged, taken back, and imported again.
#include "usecases/community/merge_records.h"

#include <gtest/gtest.h>

#include "kit/builders.h"
#include "kit/fixed_time.h"
#include "kit/temporary_folder.h"
#include "storage/sqlite_store.h"
#include "usecases/community/conflicts.h"
#include "usecases/community/find_duplicates.h"
#include "usecases/community/verdicts.h"
#include "usecases/sourced/merge.h"

namespace wegwijzer::merging {

namespace {

Date const merging_day = date(2026, 11, 24);

class MergingTown {
 public:
  std::unique_ptr<Writer> writer(std::string actor = "person:1") {
    return store_->writer(an_ecosystem(), {std::move(actor)});
  }

  std::unique_ptr<Reader> reader() { return store_->reader(an_ecosystem()); }

  template <class Thing>
  Thing keep(Thing thing, std::string const& actor = "person:1") {
    auto const writing = writer(actor);
    if (thing.version == 0) thing.id = writing->template new_id<Thing>();
    auto saved = *records<Thing>(*writing).save(std::move(thing));
    writing->commit();
    return saved;
  }

  template <class Thing>
  Thing now(Thing const& one) {
    return *records<Thing>(*reader()).find(one.id);
  }

  void on(Date day) { clock_.set(instant(day, {10 * 60})); }

  template <class Thing>
  MergeOrder order(Thing const& stays, Thing const& goes) {
    return {std::string(record_name<Thing>),
            stays.id.uuid(),
            goes.id.uuid(),
            now(stays).version,
            now(goes).version,
            {}};
  }

  Result<MergeDone> merge(MergeOrder const& order) {
    auto const writing = writer("person:lead");
    auto done = merge_records(*writing, order, merging_day);
    if (done) writing->commit();
    return done;
  }

  Undone undo(Id<MapChange> change) {
    auto const writing = writer("person:lead");
    auto undone = *undo_change(*writing, change, merging_day);
    writing->commit();
    return undone;
  }

  Accounts& accounts() { return *(accounts_ = store_->accounts()); }

  std::unique_ptr<KeptAccounts> change_accounts() { return store_->change_accounts(); }

 private:
  TemporaryFolder folder_;
  FixedClock clock_;
  CountingIds ids_;
  std::unique_ptr<Store> store_ = *open_store(folder_.path("s"), IfMissing::create, clock_, ids_);
  std::unique_ptr<Accounts> accounts_;
};

Organisation library(std::string name = "Bibliotheek Waterveen") {
  auto one = an_organisation({}, std::move(name));
  one.sector = Sector::library;
  return one;
}

FieldOfTwo field(MergePlan const& plan, std::string_view name) {
  return *std::ranges::find_if(plan.fields, [&](FieldOfTwo const& one) { return one.name() == name; });
}

std::size_t moves(MergePlan const& plan, std::string_view record) {
  auto const found = std::ranges::find(plan.moves, record, &WhatMoves::record);
  return found == plan.moves.end() ? 0 : found->count;
}

}  // namespace

TEST(MergePlan, proposes_what_a_person_wrote_before_what_a_source_says_and_anything_before_nothing) {
  MergingTown town;
  auto mine = library();
  mine.phone = "1", mine.email = "";
  auto imported = library("De Bieb");
  imported.phone = "2", imported.email = "info@bieb.example", imported.roles = {Role::network_partner};
  auto const goes = town.keep(mine, "person:1");
  auto const stays = town.keep(imported, "import organisations");
  auto const plan = *plan_merge(*town.reader(), "organisation", stays.id.uuid(), goes.id.uuid());
  EXPECT_EQ(field(plan, "phone").proposed, FieldFrom::goes);
  EXPECT_EQ(field(plan, "email").proposed, FieldFrom::stays);
  EXPECT_EQ(field(plan, "roles").proposed, FieldFrom::both);
  EXPECT_EQ(field(plan, "roles").together, "network_partner; provider");
  EXPECT_FALSE(field(plan, "sector").differs());
  EXPECT_EQ(field(plan, "name").goes.said_by, "person:1");
}

TEST(MergePlan, of_two_persons_the_newest_stands) {
  MergingTown town;
  town.on(date(2026, 1, 1));
  auto old = library();
  old.phone = "1";
  auto const stays = town.keep(old);
  town.on(date(2026, 5, 1));
  auto newer = library();
  newer.phone = "2";
  auto const goes = town.keep(newer);
  EXPECT_EQ(
      field(*plan_merge(*town.reader(), "organisation", stays.id.uuid(), goes.id.uuid()), "phone").proposed,
      FieldFrom::goes);
  EXPECT_EQ(
      field(*plan_merge(*town.reader(), "organisation", goes.id.uuid(), stays.id.uuid()), "phone").proposed,
      FieldFrom::stays);
}

TEST(MergePlan, refuses_what_cannot_be_merged) {
  MergingTown town;
  auto const one = town.keep(library());
  auto gone = town.keep(library());
  gone.archived_on = merging_day;
  gone = town.keep(gone);
  auto const id = one.id.uuid();
  auto const reader = town.reader();
  EXPECT_EQ(plan_merge(*reader, "organisation", id, id).error().key, "duplicate.one_record");
  EXPECT_EQ(plan_merge(*reader, "organisation", id, gone.id.uuid()).error().key, "duplicate.not_there");
  EXPECT_EQ(plan_merge(*reader, "venue", id, gone.id.uuid()).error().key, "record.missing");
  EXPECT_EQ(plan_merge(*reader, "nonsense", id, gone.id.uuid()).error().key, "duplicate.kind_unknown");
}

TEST(MergeRecords, what_referred_to_the_one_that_goes_refers_to_the_one_that_stays) {
  MergingTown town;
  auto const stays = town.keep(library()), goes = town.keep(library("De Bieb")),
             school = town.keep(library("School"));
  auto place = a_venue({});
  place.organisation = goes.id;
  auto const venue = town.keep(place);
  Offering lesson = an_offering({}, goes.id);
  auto const offering = town.keep(lesson);
  auto const partners = town.keep(a_collaboration({}, school.id, goes.id));
  auto list = a_channel({}, {stays.id, goes.id, school.id});
  list.organisation = goes.id;
  auto const channel = town.keep(list);
  auto const fact = town.keep(a_fact({}, {goes.id}));
  auto question = an_inquiry({}, {}, {});
  question.asked = goes.id;
  auto const inquiry = town.keep(question);

  auto const plan = *plan_merge(*town.reader(), "organisation", stays.id.uuid(), goes.id.uuid());
  for (auto const* const record : {"venue", "offering", "collaboration", "channel", "fact", "inquiry"}) {
    EXPECT_EQ(moves(plan, record), 1U) << record;
  }
  auto const done = town.merge(town.order(stays, goes));
  ASSERT_TRUE(done);
  EXPECT_EQ(done->moved, 6U);
  EXPECT_EQ(town.now(venue).organisation, stays.id);
  EXPECT_EQ(town.now(offering).organisation, stays.id);
  EXPECT_EQ(town.now(partners).to, stays.id);
  EXPECT_EQ(town.now(channel).organisation, stays.id);
  EXPECT_EQ(town.now(channel).lists, (std::vector{stays.id, school.id}));
  EXPECT_EQ(town.now(fact).organisations, std::vector{stays.id});
  EXPECT_EQ(town.now(inquiry).asked, stays.id);
  EXPECT_EQ(town.now(goes).archived_on, merging_day);
  EXPECT_EQ(went_into(*town.reader(), "organisation", goes.id.uuid()), stays.id.uuid());
}

TEST(MergeRecords, what_an_organisation_said_to_partners_moves_along_and_back) {
  MergingTown town;
  auto const stays = town.keep(an_organisation({}, "Schaakclub"));
  auto const goes = town.keep(an_organisation({}, "Schaakvereniging"));
  Notice notice;
  notice.title = "Wie heeft twintig borden?", notice.organisation = goes.id;
  notice.placed_on = merging_day, notice.until = merging_day;
  notice = town.keep(notice);
  auto const plan = plan_merge(*town.reader(), "organisation", stays.id.uuid(), goes.id.uuid());
  ASSERT_EQ(plan->moves.size(), 1U);
  EXPECT_EQ(plan->moves[0].record, "talk");
  auto const done = town.merge(town.order(stays, goes));
  ASSERT_TRUE(done);
  EXPECT_EQ(town.now(notice).organisation, stays.id);
  town.undo(done->change);
  EXPECT_EQ(town.now(notice).organisation, goes.id);
}

TEST(MergeRecords, makes_no_doubles) {
  MergingTown town;
  auto const stays = town.keep(library()), goes = town.keep(library("De Bieb")),
             school = town.keep(library("School"));
  auto const first = town.keep(a_collaboration({}, stays.id, school.id));
  auto const same =
      town.keep(a_collaboration({}, school.id, goes.id));  // works together, so either way round
  auto const itself = town.keep(a_collaboration({}, stays.id, goes.id));
  auto const done = town.merge(town.order(stays, goes));
  ASSERT_TRUE(done);
  EXPECT_EQ(done->doubles, 2U);
  EXPECT_FALSE(town.now(first).archived_on);
  EXPECT_TRUE(town.now(same).archived_on);
  EXPECT_TRUE(town.now(itself).archived_on);
}

TEST(MergeRecords, venues_and_offerings_are_merged_as_well) {
  MergingTown town;
  auto const organisation = town.keep(library());
  auto const here = town.keep(a_venue({})), there = town.keep(a_venue({}));
  Offering lesson = an_offering({}, organisation.id);
  lesson.venue = there.id;
  auto const one = town.keep(lesson), other = town.keep(lesson), next = town.keep(lesson);
  ASSERT_TRUE(town.merge(town.order(here, there)));
  EXPECT_EQ(town.now(one).venue, here.id);
  auto const step = town.keep(a_step_edge({}, one.id, next.id)),
             twice = town.keep(a_step_edge({}, other.id, next.id));
  auto const route = town.keep(a_learning_route({}, {one.id, other.id, next.id}));
  ASSERT_TRUE(town.merge(town.order(one, other)));
  EXPECT_TRUE(town.now(twice).archived_on);
  EXPECT_FALSE(town.now(step).archived_on);
  EXPECT_EQ(town.now(route).steps, (std::vector{one.id, next.id}));
}

TEST(MergeRecords, what_is_chosen_stands) {
  MergingTown town;
  auto one = library(), other = library("De Bieb");
  one.phone = "1", other.phone = "2";
  auto const stays = town.keep(one), goes = town.keep(other);
  auto order = town.order(stays, goes);
  order.chosen = {{"name", FieldFrom::goes}, {"phone", FieldFrom::stays}, {"roles", FieldFrom::both}};
  ASSERT_TRUE(town.merge(order));
  EXPECT_EQ(town.now(stays).name, "De Bieb");
  EXPECT_EQ(town.now(stays).phone, "1");
}

TEST(MergeRecords, is_refused_when_one_was_changed_meanwhile) {
  MergingTown town;
  auto stays = town.keep(library());
  auto const goes = town.keep(library("De Bieb"));
  auto const order = town.order(stays, goes);
  stays.phone = "3";
  stays = town.keep(stays);
  EXPECT_EQ(town.merge(order).error().key, "duplicate.changed_meanwhile");
  EXPECT_FALSE(town.now(goes).archived_on);
  EXPECT_EQ(town.merge(town.order(stays, goes)).has_value(), true);
  EXPECT_EQ(town.merge(town.order(stays, goes)).error().key, "duplicate.not_there");
}

TEST(MergeRecords, is_taken_back_as_a_whole) {
  MergingTown town;
  auto one = library(), other = library("De Bieb");
  one.phone = "1", other.phone = "2";
  auto const stays = town.keep(one), goes = town.keep(other);
  auto place = a_venue({});
  place.organisation = goes.id;
  auto const venue = town.keep(place);
  auto const itself = town.keep(a_collaboration({}, stays.id, goes.id));
  auto order = town.order(stays, goes);
  order.chosen = {{"phone", FieldFrom::goes}};
  auto const done = town.merge(order);
  ASSERT_TRUE(done);
  EXPECT_TRUE(town.undo(done->change).applied.stayed.empty());
  EXPECT_EQ(town.now(stays).phone, "1");
  EXPECT_FALSE(town.now(goes).archived_on);
  EXPECT_EQ(town.now(venue).organisation, goes.id);
  EXPECT_FALSE(town.now(itself).archived_on);
  EXPECT_EQ(town.now(itself).to, goes.id);
  EXPECT_EQ(went_into(*town.reader(), "organisation", goes.id.uuid()), std::nullopt);
}

TEST(MergeRecords, what_was_changed_since_stays_when_it_is_taken_back) {
  MergingTown town;
  auto one = library(), other = library("De Bieb");
  one.phone = "1", other.phone = "2";
  auto const stays = town.keep(one), goes = town.keep(other);
  auto order = town.order(stays, goes);
  order.chosen = {{"phone", FieldFrom::goes}};
  auto const done = town.merge(order);
  auto changed = town.now(stays);
  changed.phone = "3";
  town.keep(changed, "person:2");
  auto const undone = town.undo(done->change);
  ASSERT_EQ(undone.applied.stayed.size(), 1U);
  EXPECT_EQ(undone.applied.stayed[0].field, "phone");
  EXPECT_EQ(town.now(stays).phone, "3");
  EXPECT_FALSE(town.now(goes).archived_on);
}

TEST(MergeRecords, one_that_went_into_one_that_went_on_is_found) {
  MergingTown town;
  auto const a = town.keep(library("A")), b = town.keep(library("B")), c = town.keep(library("C"));
  ASSERT_TRUE(town.merge(town.order(b, a)));
  auto const second = town.merge(town.order(c, b));
  ASSERT_TRUE(second);
  EXPECT_EQ(went_into(*town.reader(), "organisation", a.id.uuid()), c.id.uuid());
  EXPECT_EQ(all_that_went_into(*town.reader()).size(), 2U);
  town.undo(second->change);
  EXPECT_EQ(went_into(*town.reader(), "organisation", a.id.uuid()), b.id.uuid());
}

TEST(ImportAfterMerging, brings_nothing_back_and_asks_what_is_to_stand) {
  MergingTown town;
  auto drawn = a_venue({}, GeoPoint::of_degrees(52, 4), "De Bieb");
  drawn.source = "osm:node/1", drawn.phone = "1";
  auto const import = [&](Venue const& says) {
    auto const writing = town.writer("import osm");
    auto merged = *merge_from_source(*writing, says);
    writing->commit();
    return merged;
  };
  auto const goes = import(drawn).thing;
  auto const stays = town.keep(a_venue({}, GeoPoint::of_degrees(52, 4), "Bibliotheek Waterveen"));
  auto order = town.order(stays, goes);
  order.chosen = {{"name", FieldFrom::stays}, {"phone", FieldFrom::goes}};
  auto const done = town.merge(order);
  ASSERT_TRUE(done);

  auto const same = import(drawn);
  EXPECT_EQ(same.outcome, MergeOutcome::unchanged);
  EXPECT_EQ(same.thing.id, stays.id);
  EXPECT_TRUE(open_conflicts(*town.reader()).empty());

  drawn.phone = "2";
  EXPECT_EQ(import(drawn).outcome, MergeOutcome::unchanged);
  EXPECT_EQ(town.now(stays).phone, "1");
  EXPECT_TRUE(town.now(goes).archived_on);
  auto const open = open_conflicts(*town.reader());
  ASSERT_EQ(open.size(), 1U);
  EXPECT_EQ(open[0].id, stays.id.uuid());
  EXPECT_EQ(open[0].ours, "1");
  EXPECT_EQ(open[0].theirs, "2");
  {
    auto const writing = town.writer();
    decide_conflicts(*writing, {{open[0], Stands::theirs}});
    writing->commit();
  }
  EXPECT_EQ(town.now(stays).phone, "2");
  EXPECT_TRUE(open_conflicts(*town.reader()).empty());

  // The source fell silent and speaks again: still no second one.
  {
    auto const writing = town.writer("import osm");
    ASSERT_TRUE(archive_missing<Venue>(*writing, "osm:", {}, merging_day));
    writing->commit();
  }
  import(drawn);
  EXPECT_TRUE(town.now(goes).archived_on);
}

TEST(SayingTwo, is_remembered_until_they_are_alike_in_something_else) {
  MergingTown town;
  auto one = library(), other = library();
  one.name = other.name = "Bibliotheek De Grote Beer";
  auto const a = town.keep(one), b = town.keep(other);
  auto found = find_duplicates(*town.reader());
  ASSERT_EQ(found.organisations.size(), 1U);
  {
    auto const writing = town.writer();
    ASSERT_TRUE(say_two_things(*writing, "organisation", b.id.uuid(), a.id.uuid(),
                               found.organisations[0].likeness.grounds));
    writing->commit();
  }
  EXPECT_TRUE(find_duplicates(*town.reader()).organisations.empty());
  // Less alike is no reason to ask again; another likeness is.
  auto changed = town.now(a);
  changed.phone = "015-2123456";
  changed = town.keep(changed);
  EXPECT_TRUE(find_duplicates(*town.reader()).organisations.empty());
  auto also = town.now(b);
  also.phone = "+31 15 2123456";
  town.keep(also);
  EXPECT_EQ(find_duplicates(*town.reader()).organisations.size(), 1U);
}

TEST(SayingTwo, refuses_one_record_and_what_is_no_kind) {
  MergingTown town;
  auto const one = town.keep(library());
  auto const writing = town.writer();
  EXPECT_EQ(say_two_things(*writing, "organisation", one.id.uuid(), one.id.uuid(), {}).error().key,
            "duplicate.one_record");
  EXPECT_EQ(say_two_things(*writing, "x", one.id.uuid(), Uuid{}, {}).error().key, "duplicate.kind_unknown");
}

TEST(MergeRecords, people_of_the_one_that_goes_may_work_at_the_one_that_stays) {
  MergingTown town;
  auto const stays = town.keep(library()), goes = town.keep(library("De Bieb"));
  accounts::Person person{Id<accounts::Person>(uuid_v7(1, 2, 3)),
                          *accounts::EmailAddress::parse("noor@bieb.example"),
                          "Noor",
                          "nl",
                          {}};
  {
    auto const changing = town.change_accounts();
    changing->save(person);
    changing->add(*accounts::Membership::make(person.id, accounts::Role::provider_editor,
                                              {an_ecosystem().id, goes.id}));
    changing->commit();
  }
  auto const roles = roles_to_give(town.accounts(), an_ecosystem(), stays.id, goes.id);
  ASSERT_EQ(roles.size(), 1U);
  EXPECT_EQ(roles[0].person(), person.id);
  EXPECT_EQ(roles[0].place().organisation, stays.id);
  auto const writing = town.writer();
  auto const done = merge_records(*writing, town.order(stays, goes), merging_day, roles);
  ASSERT_TRUE(done);
  EXPECT_EQ(roles_given(*writing, done->change), roles);
}

}  // namespace wegwijzer::merging
