// SPDX-License-Identifier: EUPL-1.2
// The store's contract. (PostgreSQL will run the same tests.)
#include <gtest/gtest.h>

#include <fstream>
#include <thread>

#include "kit/builders.h"
#include "kit/file_content.h"
#include "kit/fixed_time.h"
#include "kit/temporary_folder.h"
#include "storage/sqlite_store.h"

namespace wegwijzer {

class StoreContract : public testing::Test {
 protected:
  std::unique_ptr<Store> open(std::string const& name = "store.sqlite") {
    auto store = open_store(folder_.path(name), IfMissing::create, clock_, ids_);
    EXPECT_TRUE(store);
    return *std::move(store);
  }

  Organisation saved(Writer& writer, std::string name = "Techniekhuis") {
    return *writer.organisations().save(an_organisation(writer.new_id<Organisation>(), std::move(name)));
  }

  TemporaryFolder folder_;
  FixedClock clock_;
  CountingIds ids_;
  Ecosystem ecosystem_ = an_ecosystem();
  Actor actor_{"test"};
};

TEST_F(StoreContract, gives_back_what_was_saved) {
  auto const store = open();
  auto const writer = store->writer(ecosystem_, actor_);
  auto const organisation = saved(*writer);
  auto const venue = *writer->venues().save(a_venue(writer->new_id<Venue>()));
  Offering const offering = *writer->offerings().save(an_offering(writer->new_id<Offering>(), organisation.id)
                                                          .at(venue.id)
                                                          .for_ages(8, 12)
                                                          .costing({Euro{250}, Per::time})
                                                          .when("elke woensdag 14:00-15:30"));
  writer->commit();
  auto const reader = store->reader(ecosystem_);
  EXPECT_EQ(reader->offerings().find(offering.id), offering);
  EXPECT_EQ(reader->organisations().all(), std::vector{organisation});
  EXPECT_EQ(reader->venues().all(), std::vector{venue});
  EXPECT_EQ(store->ecosystems(), std::vector{ecosystem_});
}

TEST_F(StoreContract, gives_back_the_partner_network) {
  auto const store = open();
  auto const writer = store->writer(ecosystem_, actor_);
  auto const one = saved(*writer, "School").id, other = saved(*writer, "Museum").id;
  auto together = a_collaboration(writer->new_id<Collaboration>(), one, other);
  together.level = Level::meso;
  auto channel = a_channel(writer->new_id<Channel>(), {one, other});
  channel.areas = {*AreaCode::parse("BU05031203"), *AreaCode::parse("WK0363AA")};
  channel.families = *Percent::parse("35");
  Offering const offering = *writer->offerings().save(an_offering(writer->new_id<Offering>(), one));
  together = *records<Collaboration>(*writer).save(together);
  channel = *records<Channel>(*writer).save(channel);
  auto const route =
      *records<LearningRoute>(*writer).save(a_learning_route(writer->new_id<LearningRoute>(), {offering.id}));
  Offering const other_offering = *writer->offerings().save(an_offering(writer->new_id<Offering>(), other));
  auto step = a_step_edge(writer->new_id<StepEdge>(), offering.id, other_offering.id, Direction::broaden);
  step.ages = AgeRange{8, 10};
  step.agreed_by_to = true;
  step.proposed_by = Proposer::program;
  step.confirmed_on = date(2026, 5, 1);
  step = *records<StepEdge>(*writer).save(step);
  auto const fact = *records<Fact>(*writer).save(a_fact(writer->new_id<Fact>(), {one, other}));
  auto inquiry = an_inquiry(writer->new_id<Inquiry>(), {*AreaCode::parse("BU05031203")},
                            {*ThemeCode::parse("nature"), *ThemeCode::parse("music")});
  inquiry.asked = one;
  inquiry.confirmed_on = date(2026, 9, 1);
  inquiry = *records<Inquiry>(*writer).save(inquiry);
  writer->commit();
  auto const reader = store->reader(ecosystem_);
  EXPECT_EQ(records<Inquiry>(*reader).find(inquiry.id), inquiry);
  EXPECT_EQ(records<Collaboration>(*reader).all(), std::vector{together});
  EXPECT_EQ(records<Channel>(*reader).find(channel.id), channel);
  EXPECT_EQ(records<LearningRoute>(*reader).find(route.id), route);
  EXPECT_EQ(records<StepEdge>(*reader).find(step.id), step);
  EXPECT_EQ(records<Fact>(*reader).find(fact.id), fact);
  EXPECT_EQ(reader->audit().back().record, "inquiry");
}

TEST_F(StoreContract, a_collaboration_is_between_organisations_that_are_there) {
  auto const writer = open()->writer(ecosystem_, actor_);
  Id<Organisation> const nobody(uuid_v7(9, 9, 9));
  EXPECT_ANY_THROW(static_cast<void>(records<Collaboration>(*writer).save(
      a_collaboration(writer->new_id<Collaboration>(), saved(*writer).id, nobody))));
}

TEST_F(StoreContract, a_next_step_is_between_two_offerings_that_are_there_and_only_once) {
  auto const writer = open()->writer(ecosystem_, actor_);
  auto const provider = saved(*writer).id;
  auto const offering = [&] {
    return writer->offerings().save(an_offering(writer->new_id<Offering>(), provider))->id;
  };
  auto const save = [&](Id<Offering> from, Id<Offering> to) {
    static_cast<void>(
        records<StepEdge>(*writer).save(a_step_edge(writer->new_id<StepEdge>(), from, to)).value());
  };
  auto const one = offering(), other = offering();
  save(one, other);
  save(other, one);
  EXPECT_ANY_THROW(save(one, other));
  EXPECT_ANY_THROW(save(one, Id<Offering>(uuid_v7(9, 9, 9))));
}

TEST_F(StoreContract, who_was_asked_is_an_organisation_that_is_there_or_nobody_of_any) {
  auto const writer = open()->writer(ecosystem_, actor_);
  auto inquiry = an_inquiry(writer->new_id<Inquiry>(), {}, {});
  EXPECT_TRUE(records<Inquiry>(*writer).save(inquiry));
  inquiry.id = writer->new_id<Inquiry>();
  inquiry.asked = Id<Organisation>(uuid_v7(9, 9, 9));
  EXPECT_ANY_THROW(static_cast<void>(records<Inquiry>(*writer).save(inquiry)));
}

TEST_F(StoreContract, knows_where_the_pupils_of_a_school_live) {
  auto const writer = open()->writer(ecosystem_, actor_);
  auto school = a_venue(writer->new_id<Venue>());
  school.catchment = {{*AreaCode::parse("BU05031203"), 45}, {*AreaCode::parse("BU05031204"), 3}};
  school = *writer->venues().save(school);
  EXPECT_EQ(writer->venues().find(school.id), school);
}

TEST_F(StoreContract, keeps_nothing_without_a_commit) {
  auto const store = open();
  saved(*store->writer(ecosystem_, actor_));
  EXPECT_TRUE(store->ecosystems().empty());
}

TEST_F(StoreContract, shows_each_ecosystem_its_own_records_only) {
  auto const store = open();
  auto const other = an_ecosystem("elders");
  for (auto const& ecosystem : {ecosystem_, other}) {
    auto const writer = store->writer(ecosystem, actor_);
    auto organisation = an_organisation(Id<Organisation>(uuid_v7(5, 5, 5)), ecosystem.slug);
    organisation.source = "csv:same";
    ASSERT_TRUE(writer->organisations().save(organisation));
    writer->commit();
  }
  EXPECT_EQ(store->reader(other)->organisations().all().at(0).name, "elders");
  EXPECT_EQ(store->reader(ecosystem_)->organisations().from_source("csv:same")->name, "waterveen");
}

TEST_F(StoreContract, refuses_to_overwrite_what_changed_meanwhile) {
  auto const store = open();
  auto const writer = store->writer(ecosystem_, actor_);
  auto const first = saved(*writer);
  auto mine = first, yours = first;
  mine.name = "Mijn naam", yours.name = "Jouw naam";
  ASSERT_TRUE(writer->organisations().save(mine));
  EXPECT_EQ(writer->organisations().save(yours).error().fault, Fault::conflict);
}

TEST_F(StoreContract, tells_who_changed_which_field_and_when) {
  auto const store = open();
  auto const writer = store->writer(ecosystem_, actor_);
  auto organisation = saved(*writer, "Oud");
  organisation.name = "Nieuw";
  ASSERT_TRUE(writer->organisations().save(organisation));
  auto const audit = writer->audit();
  ASSERT_EQ(audit.size(), 3U);
  EXPECT_EQ(audit[0].record + audit[0].field, "ecosystem");  // the two lines without a field: it was made
  EXPECT_EQ(audit[1].record + audit[1].field, "organisation");
  EXPECT_EQ(audit[2].field, "name");
  EXPECT_EQ(audit[2].before, "Oud");
  EXPECT_EQ(audit[2].after, "Nieuw");
  EXPECT_EQ(audit[2].actor, "test");
  EXPECT_EQ(audit[2].at, clock_.now());
}

TEST_F(StoreContract, a_reader_sees_one_moment) {
  auto const store = open();
  store->writer(ecosystem_, actor_)->commit();
  auto const reader = store->reader(ecosystem_);
  auto const writer = store->writer(ecosystem_, actor_);
  saved(*writer);
  writer->commit();
  EXPECT_TRUE(reader->organisations().all().empty());
  EXPECT_EQ(store->reader(ecosystem_)->organisations().all().size(), 1U);
}

TEST_F(StoreContract, one_writer_waits_for_the_other) {
  auto const store = open();
  auto first = store->writer(ecosystem_, actor_);
  std::thread second([&] {
    auto const writer = store->writer(ecosystem_, actor_);
    EXPECT_EQ(writer->organisations().all().size(), 1U);
    saved(*writer, "Tweede");
    writer->commit();
  });
  saved(*first, "Eerste");
  first->commit();
  first.reset();
  second.join();
  EXPECT_EQ(store->reader(ecosystem_)->organisations().all().size(), 2U);
}

TEST_F(StoreContract, a_change_by_another_process_is_noticed) {
  auto const store = open();
  auto const other = open();
  auto const before = store->change_sequence();
  EXPECT_EQ(store->change_sequence(), before);
  other->writer(ecosystem_, actor_)->commit();
  EXPECT_NE(store->change_sequence(), before);
}

TEST_F(StoreContract, what_partners_say_to_each_other_is_kept_as_records_and_changes_no_map) {
  auto const store = open();
  auto const writer = store->writer(ecosystem_, actor_);
  auto const museum = saved(*writer);
  auto const hub = *records<Hub>(*writer).save(a_hub(writer->new_id<Hub>(), museum.id));
  writer->commit();
  auto const before = store->change_sequence();
  auto const talking = store->writer(ecosystem_, actor_);
  auto question =
      *records<HubQuestion>(*talking).save(a_hub_question(talking->new_id<HubQuestion>(), hub.id));
  auto const notice = *records<Notice>(*talking).save(a_notice(talking->new_id<Notice>(), museum.id));
  auto late = question;
  question.state = QuestionState::answered;
  question = *records<HubQuestion>(*talking).save(question);
  EXPECT_EQ(records<HubQuestion>(*talking).save(late).error().key, "record.changed_meanwhile");
  talking->commit();
  EXPECT_EQ(store->change_sequence(), before);
  auto const reader = store->reader(ecosystem_);
  EXPECT_EQ(records<HubQuestion>(*reader).all(), std::vector{question});
  EXPECT_EQ(records<HubQuestion>(*reader).with("hub", text(hub.id)), std::vector{question});
  EXPECT_EQ(records<Notice>(*reader).find(notice.id), notice);
  auto const history = reader->audit("hub_question", question.id.uuid());
  ASSERT_EQ(history.size(), 2U);
  EXPECT_EQ(history[1].field, "state");
  EXPECT_EQ(history[1].after, "answered");
  auto const other = store->reader(an_ecosystem("elders"));
  EXPECT_TRUE(records<HubQuestion>(*other).all().empty());
  EXPECT_FALSE(records<Notice>(*other).find(notice.id));
  auto const changing = store->writer(ecosystem_, actor_);
  auto renamed = hub;
  renamed.name = "Hub groen";
  ASSERT_TRUE(records<Hub>(*changing).save(renamed));
  changing->commit();
  EXPECT_NE(store->change_sequence(), before) << "a hub is on the map";
}

TEST_F(StoreContract, signing_in_and_drafts_change_no_map) {
  auto const store = open();
  store->writer(ecosystem_, actor_)->commit();
  auto const before = store->change_sequence();
  auto const changing = store->change_accounts();
  accounts::Person const noor{changing->new_id<accounts::Person>(),
                              *accounts::EmailAddress::parse("noor@club.example"), "Noor", "nl",
                              clock_.now()};
  changing->save(noor);
  changing->save(accounts::Draft{noor.id, "offering/1", "title=Schaken", clock_.now()});
  changing->save(accounts::Draft{noor.id, "offering/1", "title=Schaakclub", clock_.now()});
  changing->commit();
  EXPECT_EQ(store->change_sequence(), before);
  auto const kept = store->accounts()->drafts(noor.id);
  ASSERT_EQ(kept.size(), 1U);
  EXPECT_EQ(kept.front().form, "title=Schaakclub");
  EXPECT_EQ(store->accounts()->draft(noor.id, "offering/2"), std::nullopt);
}

TEST_F(StoreContract, keeps_a_role_for_a_part_of_the_map_apart_from_that_of_another) {
  auto const store = open();
  accounts::Person const noor{Id<accounts::Person>(Uuid{{1}}),
                              *accounts::EmailAddress::parse("noor@club.example"), "Noor", "nl",
                              clock_.now()};
  auto const steward_of = [&](char const* code) {
    accounts::Place const place{an_ecosystem().id, std::nullopt, *AreaCode::parse(code)};
    return *accounts::Membership::make(noor.id, accounts::Role::steward, place);
  };
  auto const changing = store->change_accounts();
  changing->save(noor);
  for (auto const* code : {"BU05031202", "BU05031201", "BU05031201"}) changing->add(steward_of(code));
  EXPECT_EQ(changing->memberships(noor.id),
            (std::vector{steward_of("BU05031201"), steward_of("BU05031202")}));
  EXPECT_EQ(changing->stewards(an_ecosystem().id), changing->memberships(noor.id));
  changing->remove(steward_of("BU05031201"));
  EXPECT_EQ(changing->memberships(noor.id), std::vector{steward_of("BU05031202")});
  EXPECT_TRUE(changing->holders(accounts::Role::steward, steward_of("BU05031201").place()).empty());
  EXPECT_EQ(changing->holders(accounts::Role::steward, steward_of("BU05031202").place()).size(), 1U);
}

TEST_F(StoreContract, forgets_a_draft_when_it_is_old_or_its_writer_is_erased) {
  auto const store = open();
  accounts::Person const noor{Id<accounts::Person>(Uuid{{1}}),
                              *accounts::EmailAddress::parse("noor@club.example"), "Noor", "nl",
                              clock_.now()};
  auto const change = [&](auto step) {
    auto const changing = store->change_accounts();
    step(*changing);
    changing->commit();
  };
  change([&](KeptAccounts& all) {
    all.save(noor);
    all.save(accounts::Draft{noor.id, "old", "", clock_.now() - accounts::draft_kept_for});
    all.save(accounts::Draft{noor.id, "new", "", clock_.now()});
    all.forget_what_ended(clock_.now());
  });
  ASSERT_EQ(store->accounts()->drafts(noor.id).size(), 1U);
  EXPECT_EQ(store->accounts()->drafts(noor.id).front().subject, "new");
  change([&](KeptAccounts& all) { all.erase(noor.id); });
  EXPECT_TRUE(store->accounts()->drafts(noor.id).empty());
}

TEST_F(StoreContract, keeps_one_new_address_of_a_person_and_what_happened) {
  auto const store = open();
  accounts::Person const noor{Id<accounts::Person>(Uuid{{1}}),
                              *accounts::EmailAddress::parse("noor@club.example"), "Noor", "nl",
                              clock_.now()};
  auto const wanted = [&](char const* token, char const* mail) {
    return accounts::NewAddress{{token}, noor.id, *accounts::EmailAddress::parse(mail), clock_.now()};
  };
  accounts::AccountEvent const asked{noor.id, clock_.now(), accounts::AccountStep::address_asked},
      changed{noor.id, clock_.now() + std::chrono::hours(1), accounts::AccountStep::address_changed};
  auto const change = [&](auto step) {
    auto const changing = store->change_accounts();
    step(*changing);
    changing->commit();
  };
  change([&](KeptAccounts& all) {
    all.save(noor);
    all.save(wanted("first", "noor@museum.example"));
    all.save(wanted("second", "noor@theatre.example"));
    all.add(asked), all.add(changed);
  });
  EXPECT_EQ(store->accounts()->new_address(accounts::SecretHash{"first"}), std::nullopt);
  EXPECT_EQ(store->accounts()->new_address(accounts::SecretHash{"second"}),
            wanted("second", "noor@theatre.example"));
  EXPECT_EQ(store->accounts()->events(noor.id), (std::vector{asked, changed}));
  change([&](KeptAccounts& all) { all.forget_what_ended(clock_.now() + accounts::events_kept_for); });
  EXPECT_EQ(store->accounts()->new_address(noor.id), std::nullopt);
  EXPECT_EQ(store->accounts()->events(noor.id), std::vector{changed});
  change([&](KeptAccounts& all) {
    all.save(wanted("third", "noor@museum.example"));
    all.forget_all_secrets();
  });
  EXPECT_EQ(store->accounts()->new_address(noor.id), std::nullopt);
  change([&](KeptAccounts& all) { all.erase(noor.id); });
  EXPECT_TRUE(store->accounts()->events(noor.id).empty());
}

TEST_F(StoreContract, finds_records_by_a_field) {
  auto const store = open();
  auto const writer = store->writer(ecosystem_, actor_);
  auto const club = saved(*writer, "Club").id, museum = saved(*writer, "Museum").id;
  Offering const chess = *writer->offerings().save(an_offering(writer->new_id<Offering>(), club));
  Offering const tour = *writer->offerings().save(an_offering(writer->new_id<Offering>(), museum));
  EXPECT_EQ(writer->offerings().with("organisation", text(club)), std::vector{chess});
  EXPECT_EQ(writer->offerings().with("organisation", text(museum)), std::vector{tour});
  EXPECT_TRUE(writer->offerings().with("organisation", "' OR 1=1").empty());
}

TEST_F(StoreContract, tells_the_history_of_one_record) {
  auto const store = open();
  auto const writer = store->writer(ecosystem_, actor_);
  auto one = saved(*writer, "Club");
  saved(*writer, "Museum");
  one.name = "Schaakclub";
  ASSERT_TRUE(writer->organisations().save(one));
  auto const history = writer->audit("organisation", one.id.uuid());
  ASSERT_EQ(history.size(), 2U);
  EXPECT_EQ(history[0].field, "");
  EXPECT_EQ(history[1].field, "name");
  EXPECT_EQ(history[1].before, "Club");
  EXPECT_EQ(history[1].after, "Schaakclub");
}

TEST_F(StoreContract, remembers_what_a_source_said) {
  auto const store = open();
  auto const writer = store->writer(ecosystem_, actor_);
  Said const said{"venue", "osm:node/1", {{"name", "Speeltuin"}, {"pupils", std::nullopt}}};
  writer->remember({"venue", "osm:node/1", {}});
  writer->remember(said);
  EXPECT_EQ(writer->said("venue", "osm:node/1"), said);
  EXPECT_EQ(writer->said(), std::vector{said});
}

TEST_F(StoreContract, merges_what_is_known_of_an_area) {
  auto const store = open();
  auto const writer = store->writer(ecosystem_, actor_);
  auto const at = [](double d) { return GeoPoint::of_degrees(52 + d, 4 + d); };
  Area outline{
      *AreaCode::parse("BU05030000"), "Centrum", {{{at(0), at(1), at(2), at(0)}, {}}}, at(0.5), {}, "a"};
  Area figures{*AreaCode::parse("BU05030000"), "", {}, {}, {{"population", 1200}}, "b"};
  EXPECT_TRUE(writer->ground().save(outline));
  EXPECT_TRUE(writer->ground().save(figures));
  EXPECT_FALSE(writer->ground().save(figures));
  auto const areas = writer->ground().areas();
  ASSERT_EQ(areas.size(), 1U);
  EXPECT_EQ(areas[0].outline, outline.outline);
  EXPECT_EQ(areas[0].name, "Centrum");
  EXPECT_EQ(areas[0].figures.at("population"), 1200);
}

TEST_F(StoreContract, keeps_large_files_in_parts_and_only_once) {
  auto const store = open();
  auto const writer = store->writer(ecosystem_, actor_);
  std::string bytes(9'000'001, 'x');
  bytes[5'000'000] = '\0';
  EXPECT_TRUE(writer->ground().replace(GroundKind::streets, "delft.osm.pbf", bytes));
  EXPECT_FALSE(writer->ground().replace(GroundKind::streets, "delft.osm.pbf", bytes));
  EXPECT_TRUE(writer->ground().replace(GroundKind::streets, "delft.osm.pbf", "new"));
  EXPECT_TRUE(writer->ground().replace(GroundKind::basemap, "delft.osm.pbf", bytes));
  auto const files = writer->ground().files();
  ASSERT_EQ(files.size(), 2U);
  EXPECT_EQ(files[1].version, 2);
  EXPECT_EQ(writer->ground().bytes(files[1]), "new");
  EXPECT_EQ(writer->ground().bytes(files[0]), bytes);
}

TEST_F(StoreContract, replaces_the_place_names_of_one_source_only) {
  auto const store = open();
  auto const writer = store->writer(ecosystem_, actor_);
  PlaceName const street{PlaceNameKind::street, "Oude Delft", "Delft", GeoPoint::of_degrees(52, 4)};
  PlaceName const postcode{PlaceNameKind::postcode, "2611AB", "", GeoPoint::of_degrees(52, 4)};
  EXPECT_TRUE(writer->ground().replace_place_names("osm", {street}));
  EXPECT_TRUE(writer->ground().replace_place_names("csv", {postcode}));
  EXPECT_FALSE(writer->ground().replace_place_names("csv", {postcode}));
  EXPECT_TRUE(writer->ground().replace_place_names("osm", {}));
  EXPECT_EQ(writer->ground().place_names(), std::vector{postcode});
}

TEST_F(StoreContract, says_who_changed_what_of_the_ecosystem) {
  auto const store = open();
  auto const writer = store->writer(ecosystem_, actor_);
  auto renamed = ecosystem_;
  renamed.name = "Waterveen-Zuid";
  writer->describe(renamed);
  ASSERT_EQ(writer->audit().size(), 2U);
  EXPECT_EQ(writer->audit()[0].record + writer->audit()[0].field, "ecosystem");  // it was made
  auto const entry = writer->audit()[1];
  EXPECT_EQ(entry.actor, actor_.name);
  EXPECT_EQ(entry.record + " " + entry.field, "ecosystem name");
  EXPECT_EQ(entry.before, "Waterveen");
  EXPECT_EQ(entry.after, "Waterveen-Zuid");
  writer->commit();
  EXPECT_EQ(store->ecosystems().at(0), renamed);
}

TEST_F(StoreContract, keeps_the_look_of_an_ecosystem_and_takes_it_away) {
  auto const store = open();
  auto own = ecosystem_;
  own.colour = Colour{{0xc8, 0x10, 0x2e}};
  own.accent = Colour{{0xff, 0xff, 0x00}};
  own.logo = Picture{std::string(32, 'a'), 300, 120, "Gemeente Waterveen"};
  for (auto const& now : {own, ecosystem_}) {
    auto const writer =
        store->writer(store->ecosystems().empty() ? ecosystem_ : store->ecosystems()[0], actor_);
    writer->describe(now);
    writer->commit();
    EXPECT_EQ(store->ecosystems().at(0), now);
  }
  auto const audit = store->reader(ecosystem_)->audit();
  EXPECT_EQ(audit.back().record + " " + audit.back().field, "ecosystem logo");
  EXPECT_EQ(audit.back().before, std::string(32, 'a') + " 300x120 Gemeente Waterveen");
  EXPECT_EQ(audit.back().after, std::nullopt);
}

TEST_F(StoreContract, notes_what_changed_of_a_map) {
  auto const writer = open()->writer(ecosystem_, actor_);
  writer->note("streets", "delft.osm.pbf", std::nullopt, "a1");
  writer->note("streets", "delft.osm.pbf", "a1", "a1");
  ASSERT_EQ(writer->audit().size(), 2U);  // the first line: the ecosystem was made
  EXPECT_EQ(writer->audit()[1].record + " " + writer->audit()[1].field, "streets delft.osm.pbf");
  EXPECT_EQ(writer->audit()[1].after, "a1");
}

TEST_F(StoreContract, is_replaced_whole_or_not_at_all) {
  auto const store = open();
  {
    auto const writer = store->writer(ecosystem_, actor_);
    saved(*writer, "Van vroeger");
    writer->commit();
  }
  auto const fill = [&](Store& beside) {
    auto const writer = beside.writer(ecosystem_, actor_);
    saved(*writer, "Van nu");
    writer->commit();
  };
  EXPECT_EQ(
      store->replace([&](Store& beside) -> Done { return fill(beside), fail(Fault::invalid, "halfway"); })
          .error()
          .key,
      "halfway");
  EXPECT_EQ(store->reader(ecosystem_)->organisations().all().at(0).name, "Van vroeger");
  EXPECT_TRUE(store->replace([&](Store& beside) -> Done { return fill(beside), Done(); }));
  EXPECT_EQ(store->reader(ecosystem_)->organisations().all().at(0).name, "Van nu");
  EXPECT_FALSE(std::filesystem::exists(folder_.path("store.sqlite.beside")));
}

TEST_F(StoreContract, backs_up_and_restores_while_others_read) {
  auto const store = open();
  {
    auto const writer = store->writer(ecosystem_, actor_);
    saved(*writer, "Van vroeger");
    writer->commit();
  }
  ASSERT_TRUE(store->backup(folder_.path("backup.sqlite")));
  {
    auto const writer = store->writer(ecosystem_, actor_);
    saved(*writer, "Van later");
    writer->commit();
  }
  auto const reader = store->reader(ecosystem_);
  auto const before = store->change_sequence();
  auto const backup = content(folder_.path("backup.sqlite"));
  ASSERT_TRUE(store->restore(folder_.path("backup.sqlite")));
  EXPECT_TRUE(content(folder_.path("backup.sqlite")) == backup);
  EXPECT_FALSE(std::filesystem::exists(folder_.path("store.sqlite.restore")));
  EXPECT_EQ(reader->organisations().all().size(), 2U);
  EXPECT_EQ(store->reader(ecosystem_)->organisations().all().at(0).name, "Van vroeger");
  EXPECT_EQ(store->reader(ecosystem_)->organisations().all().size(), 1U);
  EXPECT_NE(store->change_sequence(), before);
  EXPECT_TRUE(store->integrity_problems().empty());
}

namespace {

Release a_release(int month, bool for_everyone = false) {
  return {{"attendance", date(2026, static_cast<unsigned>(month), 1),
           date(2026, static_cast<unsigned>(month), 28)},
          "dimension|area\n",
          1500,
          for_everyone,
          {{"BU0001|8-9", 15, 20}, {"|", 120, 115}}};
}

}  // namespace

TEST_F(StoreContract, gives_back_what_was_published_as_it_was) {
  auto const store = open();
  auto const writer = store->writer(ecosystem_, actor_);
  writer->kept_releases().keep(a_release(9, true));
  writer->kept_releases().keep(a_release(3));
  writer->commit();
  auto const reader = store->reader(ecosystem_);
  EXPECT_EQ(reader->releases().all(), (std::vector{a_release(3), a_release(9, true)}));
  EXPECT_EQ(reader->releases().find(a_release(3).name), a_release(3));
  EXPECT_EQ(reader->releases().find({"attendance", date(2026, 3, 1), date(2026, 3, 27)}), std::nullopt);
  EXPECT_EQ(reader->releases().find({"referrals", date(2026, 3, 1), date(2026, 3, 28)}), std::nullopt);
  EXPECT_TRUE(store->reader(an_ecosystem("elders"))->releases().all().empty());
}

TEST_F(StoreContract, gives_back_contacts_and_tells_of_two_hands_on_one) {
  auto const store = open();
  auto const writer = store->writer(ecosystem_, actor_);
  auto& kept = writer->kept_contacts();
  auto const club = saved(*writer).id;
  auto contact = a_contact(writer->new_id<ContactPerson>(), club);
  contact.moved_from = Id<Organisation>(Uuid{1, 2}), contact.moved_by = Id<MapChange>(Uuid{3, 4});
  auto const first = *kept.save(contact);
  EXPECT_EQ(first.version, 1);
  contact = first;
  EXPECT_EQ(kept.find(first.id), contact);
  EXPECT_EQ(kept.of(club), std::vector{contact});
  contact.version = 0;
  EXPECT_EQ(kept.save(contact).error().key, "people.changed_meanwhile");
  auto waiting = a_contact(writer->new_id<ContactPerson>(), Id<Organisation>(Uuid{9, 9}), "piet@b.example");
  waiting.given_on.reset(), waiting.asked_on.reset(), waiting.turn_to.clear(), waiting.themes.clear();
  waiting.layer = ContactLayer::orange, waiting.way = ConsentWay::signed_in;
  auto const second = *kept.save(waiting);
  EXPECT_EQ(kept.all(), (std::vector{first, second}));
  kept.add_token(first.id, {"one"});
  kept.add_token(first.id, {"two"});
  EXPECT_EQ(kept.with_token({"one"}), first);
  EXPECT_EQ(kept.with_token({"two"}), first);
  EXPECT_FALSE(kept.with_token({""}));
  kept.erase(first.id);
  EXPECT_FALSE(kept.with_token({"one"}));
  EXPECT_EQ(kept.find(first.id).error().key, "people.missing");
  EXPECT_EQ(kept.all(), std::vector{second});
}

TEST_F(StoreContract, remembers_whom_it_asked_and_forgets_it_but_for_a_refusal) {
  auto const store = open();
  auto const writer = store->writer(ecosystem_, actor_);
  auto& kept = writer->kept_contacts();
  ContactMailbox const old{"a", date(2026, 10, 1)}, fresh{"b", date(2026, 11, 1)},
      never{"c", date(2026, 10, 1), true};
  for (auto const& one : {old, fresh, never}) kept.save(one);
  EXPECT_EQ(kept.mailboxes(), (std::vector{old, fresh, never}));
  kept.forget_mailboxes(date(2026, 10, 31));
  EXPECT_EQ(kept.mailboxes(), (std::vector{fresh, never}));
  EXPECT_EQ(kept.mailbox({"c"}), never);
  EXPECT_FALSE(kept.mailbox({"a"}));
}

// The history says of an organisation that somebody came or went; neither it nor the file has a name.
TEST_F(StoreContract, keeps_nothing_of_a_contact_that_was_erased) {
  auto store = open();
  auto const write = [&](auto what) {
    auto const writer = store->writer(ecosystem_, actor_);
    what(*writer);
    writer->commit();
  };
  Id<Organisation> club;
  Id<ContactPerson> id;
  write([&](Writer& w) {
    club = saved(w).id;
    id = w.new_id<ContactPerson>();
    auto contact = a_contact(id, club, "zeldzaam@adres.example");
    contact.name = "Zeldzamenaam";
    ASSERT_TRUE(w.kept_contacts().save(contact));
  });
  auto const before = store->change_sequence();
  write([&](Writer& w) { w.kept_contacts().erase(id); });
  EXPECT_EQ(store->change_sequence(), before);
  std::vector<std::string> told;
  for (auto const& entry : store->reader(ecosystem_)->audit("contact", club.uuid())) {
    told.push_back(entry.field);
    EXPECT_FALSE(entry.before || entry.after);
  }
  EXPECT_EQ(told, (std::vector<std::string>{"added", "erased"}));
  ASSERT_TRUE(store->backup(folder_.path("after.sqlite")));
  for (auto const* word : {"Zeldzamenaam", "zeldzaam@adres"}) {
    EXPECT_EQ(content(folder_.path("after.sqlite")).find(word), std::string::npos) << word;
  }
}

// Of every network, in one go: who erases an account is nowhere any more.
TEST_F(StoreContract, erases_the_contacts_of_an_account) {
  auto const store = open();
  Id<ContactPerson> own, other;
  for (auto const& ecosystem : {ecosystem_, an_ecosystem("elders")}) {
    auto const writer = store->writer(ecosystem, actor_);
    own = writer->new_id<ContactPerson>(), other = writer->new_id<ContactPerson>();
    ASSERT_TRUE(writer->kept_contacts().save(a_contact(own, {}, "noor@club.example")));
    ASSERT_TRUE(writer->kept_contacts().save(a_contact(other, {}, "anna@club.example")));
    writer->kept_contacts().add_token(own, {"own"});
    writer->kept_contacts().add_token(other, {"other"});
    writer->commit();
  }
  auto const changing = store->change_accounts();
  accounts::Person const noor{changing->new_id<accounts::Person>(),
                              *accounts::EmailAddress::parse("noor@club.example"), "Noor", "nl",
                              clock_.now()};
  changing->save(noor);
  changing->erase(noor.id);
  changing->commit();
  for (auto const& ecosystem : {ecosystem_, an_ecosystem("elders")}) {
    auto const reader = store->reader(ecosystem);
    ASSERT_EQ(reader->contacts().all().size(), 1U);
    EXPECT_EQ(reader->contacts().all()[0].email, "anna@club.example");
    EXPECT_FALSE(reader->contacts().with_token({"own"}));
    EXPECT_TRUE(reader->contacts().with_token({"other"}));
  }
}

// What was sent too: it has the address.
TEST_F(StoreContract, forgets_the_mails_of_a_list_to_somebody) {
  auto const store = open();
  auto const changing = store->change_accounts();
  auto const noor = *accounts::EmailAddress::parse("noor@club.example");
  auto const anna = *accounts::EmailAddress::parse("anna@club.example");
  auto const mail = [&](accounts::EmailAddress const& to, accounts::MailKind kind, char const* about) {
    changing->write({changing->new_id<accounts::Mail>(), to, kind, "nl", "", about, clock_.now()});
  };
  mail(noor, accounts::MailKind::contact_consent, "delft\nDelft\nClub");
  mail(noor, accounts::MailKind::contact_consent, "delft-west\nDelft West\nClub");
  mail(noor, accounts::MailKind::link, "delft\n");
  mail(anna, accounts::MailKind::contact_yearly, "delft\nDelft\nClub");
  changing->forget_contact_mails(noor, "delft");
  auto const left = changing->mails_waiting();
  ASSERT_EQ(left.size(), 3U);
  for (auto const& one : left) {
    EXPECT_FALSE(one.to == noor && one.about.starts_with("delft\nDelft\n"));
  }
}

TEST_F(StoreContract, gives_back_suggestions_and_erases_them) {
  auto const store = open();
  auto const writer = store->writer(ecosystem_, actor_);
  auto& kept = writer->kept_suggestions();
  auto const id = suggestion_id(Uuid{1, 1});
  auto const first = *kept.save(a_suggestion(id, Uuid{3, 4}));
  EXPECT_EQ(first.version, 1);
  EXPECT_EQ(kept.find(id), first);
  EXPECT_TRUE(kept.waiting().empty());
  EXPECT_EQ(kept.save(a_suggestion(id, Uuid{3, 4})).error().key, "suggestion.changed_meanwhile");
  auto again = first;
  again.state = SuggestionState::open;
  again.decided_on.reset(), again.area.reset(), again.record.reset(), again.said_by.reset();
  again = *kept.save(again);
  EXPECT_EQ(kept.waiting(), std::vector{again});
  EXPECT_EQ(kept.count_waiting(), 1U);
  kept.erase(id);
  EXPECT_EQ(kept.find(id).error().key, "suggestion.missing");
  EXPECT_TRUE(kept.all().empty());
}

TEST_F(StoreContract, a_suggestion_changes_no_map) {
  auto const store = open();
  store->writer(ecosystem_, actor_)->commit();
  auto const before = store->change_sequence();
  auto const write = [&](auto what) {
    auto const writer = store->writer(ecosystem_, actor_);
    what(*writer);
    writer->commit();
    return store->change_sequence();
  };
  auto const id = suggestion_id(Uuid{1, 1});
  EXPECT_EQ(write([&](Writer& w) { w.kept_suggestions().put_back(a_suggestion(id, Uuid{3, 4})); }), before);
  EXPECT_EQ(write([&](Writer& w) { w.kept_suggestions().erase(id); }), before);
  EXPECT_EQ(write([&](Writer& w) { w.kept_askings().save(an_asking(w.new_id<Asking>(), {})); }), before);
  EXPECT_GT(write([&](Writer& w) {
              w.kept_suggestions().put_back(a_suggestion(id, Uuid{3, 4}));
              saved(w);
            }),
            before);
}

TEST_F(StoreContract, gives_back_what_was_asked_and_finds_it_by_its_token) {
  auto const store = open();
  auto const writer = store->writer(ecosystem_, actor_);
  auto asking = an_asking(writer->new_id<Asking>(), saved(*writer).id);
  writer->kept_askings().save(asking);
  EXPECT_EQ(writer->askings().with_token("hash"), asking);
  EXPECT_FALSE(writer->askings().with_token("other"));
  asking.token = "", asking.state = AskingState::answered;
  writer->kept_askings().save(asking);
  EXPECT_EQ(writer->askings().all(), std::vector{asking});
  EXPECT_FALSE(writer->askings().with_token(""));
}

TEST_F(StoreContract, finds_releases_that_share_a_day) {
  auto const writer = open()->writer(ecosystem_, actor_);
  auto& releases = writer->kept_releases();
  releases.keep(a_release(3));
  EXPECT_EQ(releases.overlapping({"attendance", date(2026, 3, 28), date(2026, 4, 30)}),
            std::vector{a_release(3).name});
  EXPECT_EQ(releases.overlapping({"attendance", date(2026, 1, 1), date(2026, 12, 31)}).size(), 1U);
  EXPECT_TRUE(releases.overlapping({"attendance", date(2026, 3, 29), date(2026, 4, 30)}).empty());
  EXPECT_TRUE(releases.overlapping({"referrals", date(2026, 3, 1), date(2026, 3, 28)}).empty());
}

TEST_F(StoreContract, a_release_is_kept_once_and_then_shown_to_everyone) {
  auto const writer = open()->writer(ecosystem_, actor_);
  auto& releases = writer->kept_releases();
  releases.keep(a_release(3));
  EXPECT_ANY_THROW(releases.keep(a_release(3)));
  releases.show_to_everyone(a_release(3).name);
  EXPECT_EQ(releases.all(), std::vector{a_release(3, true)});
}

TEST_F(StoreContract, a_privacy_budget_is_never_overspent) {
  auto const writer = open()->writer(ecosystem_, actor_);
  auto& releases = writer->kept_releases();
  EXPECT_EQ(releases.budget("attendance", 2026), std::nullopt);
  releases.save({"attendance", 2026, 3000, 1500});
  releases.save({"attendance", 2026, 3000, 3000});
  releases.save({"attendance", 2027, 3000, 0});
  EXPECT_EQ(releases.budget("attendance", 2026), (PrivacyBudget{"attendance", 2026, 3000, 3000}));
  EXPECT_EQ(releases.budgets().size(), 2U);
  EXPECT_ANY_THROW(releases.save({"attendance", 2026, 3000, 3001}));
}

TEST_F(StoreContract, a_backup_has_what_was_published) {
  auto const store = open();
  {
    auto const writer = store->writer(ecosystem_, actor_);
    writer->kept_releases().keep(a_release(3, true));
    writer->kept_releases().save({"attendance", 2026, 3000, 1500});
    writer->commit();
  }
  ASSERT_TRUE(store->backup(folder_.path("backup.sqlite")));
  auto const other = open("other.sqlite");
  ASSERT_TRUE(other->restore(folder_.path("backup.sqlite")));
  auto const reader = other->reader(ecosystem_);
  EXPECT_EQ(reader->releases().all(), std::vector{a_release(3, true)});
  EXPECT_EQ(reader->releases().budgets().size(), 1U);
}

TEST_F(StoreContract, keeps_releases_as_they_were_made) {
  auto const store = open();
  EXPECT_TRUE(store->figure_releases().empty());
  auto const before = store->change_sequence();
  auto const first = a_figure_release(Id<FigureRelease>(uuid_v7(1, 1, 1)));
  auto second = a_figure_release(Id<FigureRelease>(uuid_v7(2, 2, 2)));
  second.head.note = "Na de zomer";
  second.head.checksum = checksum_of(second);
  ASSERT_TRUE(store->add(second));
  ASSERT_TRUE(store->add(first));
  EXPECT_EQ(store->figure_releases(), (std::vector{first.head, second.head}));
  EXPECT_EQ(store->figure_release(second.head.id), second);
  EXPECT_NE(store->change_sequence(), before);
  auto changed = first;
  changed.files.figures = "anders";
  EXPECT_EQ(store->add(changed).error().key, "release.there_already");
  EXPECT_EQ(store->figure_release(first.head.id), first);
  EXPECT_EQ(store->figure_release(Id<FigureRelease>(uuid_v7(9, 9, 9))).error().fault, Fault::missing);
}

TEST_F(StoreContract, gives_no_release_that_was_changed) {
  auto const store = open();
  auto release = a_figure_release(Id<FigureRelease>(uuid_v7(1, 1, 1)));
  release.head.day = date(2025, 1, 1);  // after the checksum was made
  ASSERT_TRUE(store->add(release));
  EXPECT_EQ(store->figure_release(release.head.id).error().key, "release.unreadable");
}

TEST_F(StoreContract, has_its_releases_in_a_backup) {
  auto const store = open();
  auto const release = a_figure_release(Id<FigureRelease>(uuid_v7(1, 1, 1)));
  ASSERT_TRUE(store->add(release));
  ASSERT_TRUE(store->backup(folder_.path("backup.sqlite")));
  auto const other = open("other.sqlite");
  ASSERT_TRUE(other->restore(folder_.path("backup.sqlite")));
  EXPECT_EQ(other->figure_release(release.head.id), release);
}

TEST_F(StoreContract, refuses_a_file_that_is_not_a_store) {
  std::ofstream(folder_.path("tekst.txt")) << std::string(5000, 'a');
  auto const store = open_store(folder_.path("tekst.txt"), IfMissing::refuse, clock_, ids_);
  ASSERT_FALSE(store);
  EXPECT_EQ(store.error().key, "store.not_a_store");
  EXPECT_EQ(open_store(folder_.path("niets"), IfMissing::refuse, clock_, ids_).error().key, "store.missing");
  EXPECT_EQ(open()->restore(folder_.path("tekst.txt")).error().key, "store.not_a_store");
}

TEST_F(StoreContract, does_not_take_an_empty_file_for_a_store) {
  std::ofstream(folder_.path("leeg")).flush();
  EXPECT_EQ(open_store(folder_.path("leeg"), IfMissing::refuse, clock_, ids_).error().key,
            "store.not_a_store");
  auto const store = open();
  {
    auto const writer = store->writer(ecosystem_, actor_);
    saved(*writer);
    writer->commit();
  }
  EXPECT_EQ(store->restore(folder_.path("leeg")).error().key, "store.not_a_store");
  EXPECT_EQ(store->reader(ecosystem_)->organisations().all().size(), 1U);
}

TEST_F(StoreContract, replaces_no_other_file_by_a_backup) {
  std::ofstream(folder_.path("aanbod.csv")) << "titel\n";
  auto const store = open();
  EXPECT_EQ(store->backup(folder_.path("aanbod.csv")).error().key, "backup.not_replaced");
  EXPECT_EQ(store->backup(folder_.path("")).error().key, "backup.not_replaced");
  EXPECT_EQ(content(folder_.path("aanbod.csv")), "titel\n");
  EXPECT_TRUE(store->backup(folder_.path("backup")));
  EXPECT_TRUE(store->backup(folder_.path("backup")));
}

}  // namespace wegwijzer
