// SPDX-License-Identifier: EUPL-1.2
// A store of an earlier version opens, with what was in it.
#include <gtest/gtest.h>

#include <set>

#include "base/embedded.h"
#include "kit/builders.h"
#include "kit/fixed_time.h"
#include "kit/temporary_folder.h"
#include "storage/sqlite.h"
#include "storage/sqlite_store.h"

namespace wegwijzer {

namespace {

// A store with one club in it, as the program made it when `last` was the newest schema.
void make_old_store(std::filesystem::path const& file, std::string_view last) {
  auto const database = *sqlite::Database::open(file, sqlite::Mode::write);
  database->script("CREATE TABLE migration (name TEXT NOT NULL PRIMARY KEY);");
  std::set<std::string_view> names;
  for (auto const& schema : schema_files()) names.insert(schema.path);
  ASSERT_TRUE(names.contains(last)) << last;
  for (auto const name : names) {
    if (name > last) break;
    std::string const schema(embedded_file(schema_files(), name));
    database->script(sqlite::Sql::of_migration(schema.c_str()));
    database->run("INSERT INTO migration (name) VALUES (?1)", name);
  }
  database->script(
      "INSERT INTO ecosystem (id, slug, name, holiday_region, is_public) VALUES "
      "('01900000-0000-7000-8000-000000000001', 'delft', 'Delft', 'middle', 'yes');"
      "INSERT INTO organisation (ecosystem_id, id, version, source, name, roles, sector, about, website, "
      "phone, email) VALUES ('01900000-0000-7000-8000-000000000001', "
      "'01900000-0000-7000-8000-000000000002', 1, '', 'Club', 'provider', 'sport', '', '', '', '');");
}

}  // namespace

TEST(Migration, of_the_partner_network_keeps_which_ecosystems_are_made_up) {
  TemporaryFolder const folder;
  {
    auto const database = *sqlite::Database::open(folder.path("old"), sqlite::Mode::write);
    std::string const first(embedded_file(schema_files(), "0001_start.sql"));
    database->script(sqlite::Sql::of_migration(first.c_str()));
    database->script(
        "CREATE TABLE migration (name TEXT NOT NULL PRIMARY KEY);"
        "INSERT INTO migration VALUES ('0001_start.sql');"
        "INSERT INTO ecosystem VALUES ('01900000-0000-7000-8000-000000000001', 'delft', 'Delft', 'middle', "
        "'yes', "
        "'no');"
        "INSERT INTO ecosystem VALUES ('01900000-0000-7000-8000-000000000002', 'waterveen', 'Waterveen', "
        "'middle', "
        "'yes', 'yes');"
        "INSERT INTO venue VALUES ('01900000-0000-7000-8000-000000000001', "
        "'01900000-0000-7000-8000-000000000003', 1, "
        "'', NULL, NULL, 'School', 'school', '52.0000000,4.0000000', NULL, '', '', '', '', '', NULL, "
        "'120');");
  }
  FixedClock const clock;
  CountingIds ids;
  auto const store = *open_store(folder.path("old"), IfMissing::refuse, clock, ids);
  auto const all = store->ecosystems();
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].origin, Origin::own);
  EXPECT_EQ(all[1].origin, Origin::fictional);
  EXPECT_FALSE(all[0].colour || all[0].accent || all[0].logo);
  auto const venue = store->reader(all[0])->venues().all().at(0);
  EXPECT_EQ(venue.pupils, 120);
  EXPECT_TRUE(venue.catchment.empty());
}

TEST(Migration, of_talent_spotters_says_nothing_of_who_was_there) {
  TemporaryFolder const folder;
  make_old_store(folder.path("old"), "0006_inquiries.sql");
  FixedClock const clock;
  CountingIds ids;
  auto const store = *open_store(folder.path("old"), IfMissing::refuse, clock, ids);
  auto const writer = store->writer(store->ecosystems().at(0), {"test"});
  auto club = writer->organisations().all().at(0);
  EXPECT_EQ(club.trained_spotters, std::nullopt);
  club.trained_spotters = true;
  ASSERT_TRUE(writer->organisations().save(club));
  EXPECT_EQ(writer->organisations().all().at(0).trained_spotters, true);
}

TEST(Migration, of_disclosure_has_published_nothing_yet) {
  TemporaryFolder const folder;
  make_old_store(folder.path("old"), "0007_talent_spotters.sql");
  FixedClock const clock;
  CountingIds ids;
  auto const store = *open_store(folder.path("old"), IfMissing::refuse, clock, ids);
  auto const reader = store->reader(store->ecosystems().at(0));
  EXPECT_TRUE(reader->releases().all().empty());
  EXPECT_TRUE(reader->releases().budgets().empty());
}

TEST(Migration, of_role_models_says_nothing_of_what_was_there) {
  TemporaryFolder const folder;
  make_old_store(folder.path("old"), "0009_releases.sql");
  FixedClock const clock;
  CountingIds ids;
  auto const store = *open_store(folder.path("old"), IfMissing::refuse, clock, ids);
  auto const writer = store->writer(store->ecosystems().at(0), {"test"});
  auto const club = writer->organisations().all().at(0).id;
  Offering one = *writer->offerings().save(an_offering(writer->new_id<Offering>(), club));
  EXPECT_TRUE(one.role_models.empty());
  one.role_models = {RoleModel::older_children, RoleModel::from_area};
  ASSERT_TRUE(writer->offerings().save(one));
  EXPECT_EQ(writer->offerings().all().at(0).role_models, one.role_models);
}

TEST(Migration, of_next_steps_goes_on_with_what_is_there) {
  TemporaryFolder const folder;
  make_old_store(folder.path("old"), "0004_own_look.sql");
  FixedClock const clock;
  CountingIds ids;
  auto const store = *open_store(folder.path("old"), IfMissing::refuse, clock, ids);
  auto const writer = store->writer(store->ecosystems().at(0), {"test"});
  auto const club = writer->organisations().all().at(0).id;
  EXPECT_TRUE(records<StepEdge>(*writer).all().empty());
  Offering const one = *writer->offerings().save(an_offering(writer->new_id<Offering>(), club));
  Offering const other = *writer->offerings().save(an_offering(writer->new_id<Offering>(), club));
  EXPECT_TRUE(records<StepEdge>(*writer).save(a_step_edge(writer->new_id<StepEdge>(), one.id, other.id)));
}

TEST(Migration, of_new_addresses_keeps_people_and_their_mails) {
  TemporaryFolder const folder;
  make_old_store(folder.path("old"), "0015_who_invited.sql");
  (*sqlite::Database::open(folder.path("old"), sqlite::Mode::write))
      ->script(
          "INSERT INTO person VALUES ('01900000-0000-7000-8000-000000000003', 'anna@school.example', 'Anna', "
          "'nl', '2026-11-24T09:00:00.000Z');"
          "INSERT INTO mail VALUES ('01900000-0000-7000-8000-000000000004', 'anna@school.example', 'link', "
          "'nl', 'sealed', '', '2026-11-24T09:00:00.000Z', 'waiting', 0, '2026-11-24T09:00:00.000Z');");
  FixedClock const clock;
  CountingIds ids;
  auto const store = *open_store(folder.path("old"), IfMissing::refuse, clock, ids);
  auto const accounts = store->accounts();
  auto const anna = accounts->person(*accounts::EmailAddress::parse("anna@school.example"));
  ASSERT_TRUE(anna);
  EXPECT_FALSE(accounts->new_address(anna->id));
  EXPECT_TRUE(accounts->events(anna->id).empty());
  ASSERT_EQ(accounts->mails_waiting().size(), 1U);
  EXPECT_EQ(accounts->mails_waiting().front().whose, std::nullopt);
}

TEST(Migration, of_suggestions_keeps_corrections_without_their_time_of_day) {
  TemporaryFolder const folder;
  make_old_store(folder.path("old"), "0002_partner_network.sql");
  (*sqlite::Database::open(folder.path("old"), sqlite::Mode::write))
      ->script(
          "INSERT INTO correction SELECT id, '0190163d-8694-739b-aea5-966c26f8ad91', '/about', 'Klopt niet', "
          "'2026-11-24' FROM ecosystem LIMIT 1");
  FixedClock const clock;
  CountingIds ids;
  auto const store = *open_store(folder.path("old"), IfMissing::refuse, clock, ids);
  std::vector<Suggestion> all;
  for (auto const& ecosystem : store->ecosystems()) {
    for (auto& one : store->reader(ecosystem)->suggestions().all()) all.push_back(std::move(one));
  }
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(text(all[0].id), "00000000-0000-739b-aea5-966c26f8ad91");
  EXPECT_EQ(all[0].page, "/about");
  EXPECT_EQ(all[0].message, "Klopt niet");
  EXPECT_EQ(all[0].received_on, date(2026, 11, 24));
  EXPECT_EQ(all[0].state, SuggestionState::open);
  EXPECT_EQ(all[0].version, 1);
}

TEST(Migration, of_releases_begins_without_any) {
  TemporaryFolder const folder;
  make_old_store(folder.path("old"), "0007_talent_spotters.sql");
  FixedClock const clock;
  CountingIds ids;
  auto const store = *open_store(folder.path("old"), IfMissing::refuse, clock, ids);
  EXPECT_TRUE(store->figure_releases().empty());
  auto const release = a_figure_release(Id<FigureRelease>(uuid_v7(1, 1, 1)));
  ASSERT_TRUE(store->add(release));
  EXPECT_EQ(store->figure_release(release.head.id), release);
}

TEST(Migration, of_contacts_knows_nobody_yet) {
  TemporaryFolder const folder;
  make_old_store(folder.path("old"), "0020_open_data.sql");
  FixedClock const clock;
  CountingIds ids;
  auto const store = *open_store(folder.path("old"), IfMissing::refuse, clock, ids);
  auto const writer = store->writer(store->ecosystems().at(0), {"test"});
  EXPECT_TRUE(writer->contacts().all().empty());
  auto const club = writer->organisations().all().at(0).id;
  ASSERT_TRUE(writer->kept_contacts().save(a_contact(writer->new_id<ContactPerson>(), club)));
  EXPECT_EQ(writer->contacts().all().at(0).organisation, club);
}

TEST(Migration, of_the_question_box_has_no_hub_yet) {
  TemporaryFolder const folder;
  make_old_store(folder.path("old"), "0021_contacts.sql");
  FixedClock const clock;
  CountingIds ids;
  auto const store = *open_store(folder.path("old"), IfMissing::refuse, clock, ids);
  auto const writer = store->writer(store->ecosystems().at(0), {"test"});
  auto const club = writer->organisations().all().at(0).id;
  EXPECT_TRUE(records<Hub>(*writer).all().empty());
  auto const hub = writer->new_id<Hub>();
  ASSERT_TRUE(records<Hub>(*writer).save(a_hub(hub, club)));
  ASSERT_TRUE(records<HubQuestion>(*writer).save(a_hub_question(writer->new_id<HubQuestion>(), hub)));
  ASSERT_TRUE(records<Notice>(*writer).save(a_notice(writer->new_id<Notice>(), club)));
  EXPECT_EQ(records<HubQuestion>(*writer).all().at(0).hub, hub);
  EXPECT_EQ(records<Notice>(*writer).all().at(0).organisation, club);
}

TEST(Migration, of_stewards_keeps_roles_and_invitations_of_the_whole_map) {
  TemporaryFolder const folder;
  make_old_store(folder.path("old"), "0022_question_box.sql");
  (*sqlite::Database::open(folder.path("old"), sqlite::Mode::write))
      ->script(
          "INSERT INTO person VALUES ('01900000-0000-7000-8000-000000000003', 'anna@school.example', 'Anna', "
          "'nl', '2026-11-24T09:00:00.000Z');"
          "INSERT INTO membership (person_id, role, ecosystem_id, organisation_id) VALUES "
          "('01900000-0000-7000-8000-000000000003', 'coordinator', '01900000-0000-7000-8000-000000000001', "
          "'');"
          "INSERT INTO invitation (id, token, mail, role, ecosystem_id, organisation_id, language, ends) "
          "VALUES "
          "('01900000-0000-7000-8000-000000000004', 'hash', 'ben@school.example', 'coordinator', "
          "'01900000-0000-7000-8000-000000000001', '', 'nl', '2026-12-24T09:00:00.000Z');");
  FixedClock const clock;
  CountingIds ids;
  auto const store = *open_store(folder.path("old"), IfMissing::refuse, clock, ids);
  auto const accounts = store->accounts();
  auto const anna = accounts->person(*accounts::EmailAddress::parse("anna@school.example"));
  ASSERT_TRUE(anna);
  auto const roles = accounts->memberships(anna->id);
  ASSERT_EQ(roles.size(), 1U);
  EXPECT_EQ(roles[0].role(), accounts::Role::coordinator);
  EXPECT_FALSE(roles[0].place().area.has_value());
  ASSERT_EQ(accounts->invitations(roles[0].place()).size(), 1U);
  EXPECT_EQ(accounts->invitations(roles[0].place())[0].mail.text(), "ben@school.example");
}

}  // namespace wegwijzer
