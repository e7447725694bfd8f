// SPDX-License-Identifier: EUPL-1.2
// A map kept by many hands: what was changed in one go and taken back, tables, days beside each other, and
// sources that say otherwise.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

#include "kit/builders.h"
#include "kit/fixed_time.h"
#include "kit/temporary_folder.h"
#include "storage/sqlite_store.h"
#include "usecases/community/bulk.h"
#include "usecases/community/conflicts.h"
#include "usecases/community/edits.h"
#include "usecases/community/landscape.h"
#include "usecases/community/past.h"
#include "usecases/community/sheet.h"
#include "usecases/community/table.h"
#include "usecases/sourced/archive.h"
#include "usecases/sourced/merge.h"

namespace wegwijzer::community_map {

namespace {

using Texts = std::vector<std::string>;

Date const today = date(2026, 11, 24);

class Town {
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

  Organisation club(std::string name, std::string phone = "") {
    auto one = an_organisation({}, std::move(name));
    one.phone = std::move(phone);
    return keep(std::move(one));
  }

  void on(Date day) { clock_.set(instant(day, {10 * 60})); }

  Organisation now(Organisation const& one) { return *reader()->organisations().find(one.id); }

 private:
  TemporaryFolder folder_;
  FixedClock clock_;
  CountingIds ids_;
  std::unique_ptr<Store> store_ = *open_store(folder_.path("s"), IfMissing::create, clock_, ids_);
};

Edit edit(Organisation const& one, std::string field, FieldText before, FieldText after) {
  return {"organisation", one.id.uuid(), std::move(field), std::move(before), std::move(after)};
}

Id<MapChange> change(Town& town, std::vector<Edit> const& edits, Applied* applied = nullptr) {
  auto const writer = town.writer();
  auto const id = writer->begin(MapChangeKind::bulk, "");
  auto const done = apply_edits(*writer, edits);
  if (applied) *applied = done;
  writer->commit();
  return id;
}

Result<Undone> undo(Town& town, Id<MapChange> id) {
  auto const writer = town.writer("person:2");
  auto undone = undo_change(*writer, id, today);
  if (undone) writer->commit();
  return undone;
}

std::vector<std::string> names(std::vector<TableRow> const& rows) {
  std::vector<std::string> all;
  for (auto const& row : rows) all.push_back(row.name);
  return all;
}

std::vector<std::string> asked(Town& town, TableQuery const& query,
                               std::string const& record = "organisation") {
  return names(table_rows(*town.reader(), record, query, {}, today));
}

}  // namespace

TEST(Edits, are_one_new_version_of_each_record_and_leave_what_was_changed_meanwhile) {
  Town town;
  auto const one = town.club("Club", "1"), other = town.club("Koor", "2");
  Applied applied;
  change(town,
         {edit(one, "phone", "1", "11"), edit(one, "sector", text(one.sector), "sport"),
          edit(other, "phone", "3", "33")},
         &applied);
  EXPECT_EQ(applied.fields, 2U);
  EXPECT_EQ(applied.records, 1U);
  EXPECT_EQ(applied.stayed, (std::vector{edit(other, "phone", "3", "33")}));
  EXPECT_EQ(town.now(one).version, one.version + 1);
  EXPECT_EQ(town.now(one).phone, "11");
  EXPECT_EQ(town.now(other), other);
}

TEST(Edits, refuse_what_cannot_stand_there) {
  Town town;
  auto const one = town.club("Club");
  Applied applied;
  change(town,
         {edit(one, "sector", text(one.sector), "nonsense"), edit(one, "name", "Club", ""),
          edit(one, "nothing", std::nullopt, "x")},
         &applied);
  ASSERT_EQ(applied.refused.size(), 3U);
  EXPECT_EQ(applied.refused[0].second.key, "choice.unknown");
  EXPECT_EQ(applied.refused[1].second.key, "map_work.field_needed");
  EXPECT_EQ(applied.refused[2].second.key, "map_work.field_unknown");
  EXPECT_EQ(applied.fields, 0U);
  EXPECT_EQ(town.now(one), one);
}

TEST(UndoChange, puts_back_what_the_change_gave_and_can_be_undone_itself) {
  Town town;
  auto const one = town.club("Club", "1");
  auto const id = change(town, {edit(one, "phone", "1", "11"), edit(one, "name", "Club", "Clubhuis")});
  auto const undone = undo(town, id);
  ASSERT_TRUE(undone);
  EXPECT_EQ(undone->applied.fields, 2U);
  EXPECT_EQ(town.now(one).phone, "1");
  EXPECT_EQ(town.now(one).name, "Club");
  EXPECT_EQ(undo(town, id).error().key, "map_work.undone_already");
  ASSERT_TRUE(undo(town, undone->change));
  EXPECT_EQ(town.now(one).name, "Clubhuis");
  ASSERT_TRUE(undo(town, id));  // it holds again
  EXPECT_EQ(town.now(one).name, "Club");
}

TEST(UndoChange, leaves_what_somebody_changed_since) {
  Town town;
  auto const one = town.club("Club", "1");
  auto const id = change(town, {edit(one, "phone", "1", "11"), edit(one, "name", "Club", "Clubhuis")});
  auto since = town.now(one);
  since.phone = "12";
  town.keep(since);
  auto const undone = undo(town, id);
  ASSERT_TRUE(undone);
  EXPECT_EQ(undone->applied.stayed.size(), 1U);
  EXPECT_EQ(town.now(one).phone, "12");
  EXPECT_EQ(town.now(one).name, "Club");
}

TEST(UndoChange, archives_what_was_made) {
  Town town;
  auto const writer = town.writer();
  auto const id = writer->begin(MapChangeKind::sheet, "nieuw.csv");
  auto const made = *writer->organisations().save(an_organisation(writer->new_id<Organisation>()));
  writer->commit();
  auto const undone = undo(town, id);
  ASSERT_TRUE(undone);
  EXPECT_EQ(town.now(made).archived_on, today);
  ASSERT_TRUE(undo(town, undone->change));
  EXPECT_EQ(town.now(made).archived_on, std::nullopt);
}

TEST(UndoChange, fails_for_one_that_never_was) {
  Town town;
  town.club("Club");
  EXPECT_EQ(undo(town, Id<MapChange>(Uuid{7, 7})).error().key, "map_work.change_missing");
}

// Whatever was changed in one go, in whatever order: undoing it is as if it had not been.
RC_GTEST_PROP(UndoChange, is_as_if_it_had_not_been, ()) {
  Town town;
  std::vector<Organisation> before{town.club("a", "1"), town.club("b", "2"), town.club("c", "3")};
  std::map<std::pair<std::size_t, std::string>, std::string> stands;
  std::vector<Edit> edits;
  auto const number = *rc::gen::inRange(1, 12);
  for (int i = 0; i < number; ++i) {
    auto const which = *rc::gen::inRange<std::size_t>(0, 3);
    std::string const field = *rc::gen::element("phone", "about", "email");
    auto& value = stands.try_emplace({which, field}, *text_of(before[which], field)).first->second;
    auto const next = std::string(1, *rc::gen::inRange('k', 'p'));
    edits.push_back(edit(before[which], field, value, next));
    value = next;
  }
  auto const id = change(town, edits);
  RC_ASSERT(undo(town, id).has_value());
  for (auto const& one : before) {
    auto now = town.now(one);
    now.version = one.version;
    RC_ASSERT(now == one);
  }
}

TEST(Table, has_what_fits_all_that_is_asked) {
  Town town;
  auto one = town.club("Café Zang", "1");
  town.club("Bètalab");
  auto confirmed = town.club("Atelier", "3");
  confirmed.confirmed_on = today, confirmed.sector = Sector::culture;
  town.keep(confirmed);
  EXPECT_EQ(asked(town, {}), (Texts{"Atelier", "Bètalab", "Café Zang"}));
  EXPECT_EQ(asked(town, {.words = "CAFE"}), Texts{"Café Zang"});
  EXPECT_EQ(asked(town, {.words = "", .empty = {"phone"}}), Texts{"Bètalab"});
  EXPECT_EQ(asked(town, {.words = "", .filled = {"phone"}}), (Texts{"Atelier", "Café Zang"}));
  EXPECT_EQ(asked(town, {.words = "", .is = {{"sector", "culture"}}}), Texts{"Atelier"});
  EXPECT_EQ(asked(town, {.words = "", .is = {{"roles", "provider"}}}),
            (Texts{"Atelier", "Bètalab", "Café Zang"}));
  EXPECT_EQ(asked(town, {.words = "", .standing = Standing::never_confirmed, .empty = {"phone"}}),
            Texts{"Bètalab"});
  EXPECT_EQ(asked(town, {.words = "", .standing = Standing::stale}), (Texts{"Bètalab", "Café Zang"}));
  EXPECT_EQ(asked(town, {.words = "", .sort = "phone"}), (Texts{"Café Zang", "Atelier", "Bètalab"}));
  one.archived_on = today;
  town.keep(one);
  EXPECT_EQ(asked(town, {}), (Texts{"Atelier", "Bètalab"}));
  EXPECT_EQ(asked(town, {.words = "", .standing = Standing::archived}), Texts{"Café Zang"});
}

TEST(Table, knows_what_lies_within_an_area_and_who_brought_it) {
  Town town;
  auto const club = town.club("Club"), far_club = town.club("Ver");
  auto near = a_venue({}, GeoPoint::of_degrees(52, 4), "Zaal");
  near.organisation = club.id, near.source = "osm:node/1";
  auto far = a_venue({}, GeoPoint::of_degrees(53, 5), "Schuur");
  far.organisation = far_club.id;
  town.keep(near);
  town.keep(far);
  TableQuery within;
  within.within = [](GeoPoint point) { return point == GeoPoint::of_degrees(52, 4); };
  EXPECT_EQ(asked(town, within), Texts{"Club"});
  EXPECT_EQ(asked(town, within, "venue"), Texts{"Zaal"});
  EXPECT_EQ(asked(town, {.words = "", .from = Origins::osm}, "venue"), Texts{"Zaal"});
  EXPECT_EQ(asked(town, {.words = "", .from = Origins::by_hand}, "venue"), Texts{"Schuur"});
}

TEST(FieldOrigins, tell_who_said_it_and_who_said_that_it_is_right) {
  Town town;
  auto one = an_organisation({}, "Club");
  town.on(date(2026, 1, 5));
  one = town.keep(one, "import organisations");
  town.on(date(2026, 2, 5));
  one.phone = "1";
  one = town.keep(one, "person:7");
  town.on(date(2026, 3, 5));
  auto const writer = town.writer("person:8");
  writer->confirm_field("organisation", one.id.uuid(), "phone", "1");
  writer->commit();
  auto const reader = town.reader();
  auto const origins = field_origins(one, reader->audit("organisation", one.id.uuid()));
  auto const of = [&](std::string_view name) {
    return *std::ranges::find(origins, name, &FieldOrigin::field);
  };
  EXPECT_EQ(of("name").said_by, "import organisations");
  EXPECT_EQ(of("name").confirmed_by, "");
  EXPECT_EQ(of("phone").said_by, "person:7");
  EXPECT_EQ(of("phone").confirmed_by, "person:8");
  EXPECT_EQ(local_date(of("phone").confirmed_at), date(2026, 3, 5));
  one.confirmed_on = date(2026, 4, 5);
  town.on(date(2026, 4, 5));
  one = town.keep(one, "person:9");
  auto const later = field_origins(one, town.reader()->audit("organisation", one.id.uuid()));
  EXPECT_EQ(later.front().confirmed_by, "person:9");  // of the whole
}

TEST(CompareDays, tells_what_was_made_archived_and_changed_between_them) {
  Town town;
  town.on(date(2026, 1, 5));
  auto stays = town.club("Blijft", "1"), goes = town.club("Gaat"), back = town.club("Heen en weer", "5");
  town.on(date(2026, 2, 5));
  goes.archived_on = date(2026, 2, 5);
  town.keep(goes);
  stays.phone = "2";
  stays = town.keep(stays);
  back.phone = "6";
  back = town.keep(back);
  town.on(date(2026, 3, 5));
  town.club("Nieuw");
  back.phone = "5";
  town.keep(back);
  auto const reader = town.reader();
  auto const all = compare_days(*reader, date(2026, 1, 31), today);
  ASSERT_EQ(all.different.size(), 3U);
  EXPECT_EQ(all.different[0].name + " " + all.different[0].fields.at(0).field, "Blijft phone");
  EXPECT_EQ(all.different[0].fields.at(0).then, "1");
  EXPECT_EQ(all.different[1].what, ThenAndNow::What::archived);
  EXPECT_EQ(all.different[2].what, ThenAndNow::What::made);
  EXPECT_EQ(all.counts.front(), (CountThenAndNow{"organisation", 3, 3}));
  auto const until_february = compare_days(*reader, date(2026, 1, 31), date(2026, 2, 28));
  EXPECT_EQ(until_february.counts.front(), (CountThenAndNow{"organisation", 3, 2}));
  ASSERT_EQ(until_february.different.size(), 3U);
  EXPECT_EQ(until_february.different[2].fields.at(0).now, "6");  // of back
}

// The map of a day, kept on that day, is what its history tells of it later.
RC_GTEST_PROP(CompareDays, is_what_was_seen_on_those_days, ()) {
  Town town;
  std::map<Date, std::map<Id<Organisation>, Organisation>> seen;
  std::vector<Organisation> all;
  for (unsigned day = 1; day <= 6; ++day) {
    town.on(date(2026, 5, day));
    auto const what = *rc::gen::inRange(0, 4);
    if (what == 0 || all.empty()) {
      all.push_back(town.club("club " + std::to_string(day)));
    } else {
      auto& one = all[*rc::gen::inRange<std::size_t>(0, all.size())];
      if (what == 1) one.phone = std::to_string(*rc::gen::inRange(0, 3));
      if (what == 2) one.archived_on = date(2026, 5, day);
      if (what == 3) one.archived_on.reset();
      one = town.keep(one);
    }
    for (auto const& one : all) seen[date(2026, 5, day)].emplace(one.id, one);
  }
  auto const then = date(2026, 5, *rc::gen::inRange(1U, 7U)), now = date(2026, 5, *rc::gen::inRange(1U, 7U));
  auto const told = compare_days(*town.reader(), then, now);
  auto const shown = [&](Date day) {
    std::map<Id<Organisation>, std::string> on;
    for (auto const& [id, one] : seen[day]) {
      if (!one.archived_on) on[id] = one.phone;
    }
    return on;
  };
  auto const before = shown(then), after = shown(now);
  RC_ASSERT(told.counts.front().then == before.size());
  RC_ASSERT(told.counts.front().now == after.size());
  for (auto const& one : all) {
    bool const is_told =
        std::ranges::find(told.different, one.id.uuid(), &ThenAndNow::id) != told.different.end();
    auto const was = before.find(one.id), is = after.find(one.id);
    bool const same =
        (was == before.end()) == (is == after.end()) && (was == before.end() || was->second == is->second);
    if (then <= now) RC_ASSERT(is_told != same);
  }
}

namespace {

Venue from_osm(std::string phone) {
  auto venue = a_venue({}, GeoPoint::of_degrees(52, 4), "Speeltuin");
  venue.source = "osm:node/1", venue.phone = std::move(phone);
  return venue;
}

void import(Town& town, Venue const& venue) {
  auto const writer = town.writer("import osm");
  ASSERT_TRUE(merge_from_source(*writer, venue));
  writer->commit();
}

// OpenStreetMap said 1, a person 2, OpenStreetMap later 3.
void make_conflict(Town& town) {
  import(town, from_osm("1"));
  auto venue = town.reader()->venues().all().at(0);
  venue.phone = "2";
  town.keep(venue, "person:7");
  import(town, from_osm("1"));
  EXPECT_TRUE(open_conflicts(*town.reader()).empty()) << "the source says what it always said";
  import(town, from_osm("3"));
}

Applied decide(Town& town, Stands stands) {
  auto const writer = town.writer("person:8");
  std::vector<std::pair<OpenConflict, Stands>> decisions;
  for (auto const& one : open_conflicts(*writer)) decisions.emplace_back(one, stands);
  auto applied = decide_conflicts(*writer, decisions);
  writer->commit();
  return applied;
}

}  // namespace

// Whatever people write and a source says, in whatever order: an import leaves what people wrote, and where
// it says something else than that, and than before, it is asked.
RC_GTEST_PROP(Conflicts, come_of_every_import_that_says_otherwise_and_no_edit_is_lost, ()) {
  Town town;
  auto const some = [] { return std::string(1, *rc::gen::inRange('a', 'd')); };
  std::string said = some();
  import(town, from_osm(said));
  std::string stands = said;
  for (int step = 0; step < 8; ++step) {
    auto venue = town.reader()->venues().all().at(0);
    if (*rc::gen::arbitrary<bool>()) {
      venue.phone = stands = some();
      if (venue != town.reader()->venues().all().at(0)) town.keep(venue, "person:7");
      continue;
    }
    auto const theirs = some();
    bool const by_people = stands != said;
    import(town, from_osm(theirs));
    if (!by_people) stands = theirs;
    RC_ASSERT(town.reader()->venues().all().at(0).phone == stands);
    auto const asked = open_conflicts(*town.reader());
    if (by_people && theirs != said && theirs != stands) RC_ASSERT(asked.size() == 1U);
    if (theirs == stands) RC_ASSERT(asked.empty());
    said = theirs;
  }
}

TEST(Conflicts, are_asked_with_who_said_what) {
  Town town;
  make_conflict(town);
  auto const all = open_conflicts(*town.reader());
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].at, (SourceConflict{"venue", "osm:node/1", "phone"}));
  EXPECT_EQ(all[0].ours, "2");
  EXPECT_EQ(all[0].theirs, "3");
  EXPECT_EQ(all[0].ours_said_by, "person:7");
}

TEST(Conflicts, are_not_asked_again_until_the_source_says_something_else) {
  Town town;
  make_conflict(town);
  decide(town, Stands::ours);
  import(town, from_osm("3"));
  EXPECT_TRUE(open_conflicts(*town.reader()).empty());
  EXPECT_EQ(town.reader()->venues().all().at(0).phone, "2");
  import(town, from_osm("4"));
  EXPECT_EQ(open_conflicts(*town.reader()).at(0).theirs, "4");
}

TEST(Conflicts, take_theirs_as_a_change_that_can_be_undone) {
  Town town;
  make_conflict(town);
  EXPECT_EQ(decide(town, Stands::theirs).fields, 1U);
  EXPECT_EQ(town.reader()->venues().all().at(0).phone, "3");
  EXPECT_TRUE(open_conflicts(*town.reader()).empty());
  auto const changes = town.reader()->changes();
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_EQ(changes[0].about, "Speeltuin");
  ASSERT_TRUE(undo(town, changes[0].id));
  EXPECT_EQ(town.reader()->venues().all().at(0).phone, "2");
}

TEST(Conflicts, are_over_when_both_say_the_same) {
  Town town;
  make_conflict(town);
  auto venue = town.reader()->venues().all().at(0);
  venue.phone = "3";
  town.keep(venue);
  EXPECT_TRUE(open_conflicts(*town.reader()).empty());
}

TEST(Bulk, plans_what_changes_and_leaves_what_was_changed_meanwhile) {
  Town town;
  auto const one = town.club("A"), other = town.club("B"), third = town.club("C");
  auto changed = third;
  changed.about = "anders";
  town.keep(changed);
  std::vector<Chosen> const chosen{
      {one.id.uuid(), one.version}, {other.id.uuid(), other.version}, {third.id.uuid(), third.version}};
  auto const plan = plan_bulk(*town.reader(), {"organisation", BulkAction::set, "phone", "1"}, chosen, today);
  EXPECT_EQ(plan.edits, (std::vector{edit(one, "phone", "", "1"), edit(other, "phone", "", "1")}));
  EXPECT_EQ(plan.meanwhile, (std::vector{chosen[2]}));
  auto const again = plan_bulk(*town.reader(), {"organisation", BulkAction::set, "phone", ""}, chosen, today);
  EXPECT_EQ(again.already, 2U);
}

TEST(Bulk, puts_into_a_list_and_takes_out_of_it) {
  Town town;
  auto club = an_organisation({}, "Club");
  club.target_groups = {TargetGroup::girls, TargetGroup::parents};
  club = town.keep(club);
  auto const after = [&](BulkAction action, FieldText value) {
    Chosen const chosen{club.id.uuid(), club.version};
    auto const plan = plan_bulk(*town.reader(), {"organisation", action, "target_groups", std::move(value)},
                                std::span(&chosen, 1), today);
    return plan.edits.empty() ? FieldText("same") : plan.edits.front().after;
  };
  EXPECT_EQ(after(BulkAction::add, "parents; gifted"), "girls; parents; gifted");
  EXPECT_EQ(after(BulkAction::add, "parents"), "same");
  EXPECT_EQ(after(BulkAction::take_out, "girls; parents"), std::nullopt);
  EXPECT_EQ(after(BulkAction::set, "gifted"), "gifted");
}

TEST(Bulk, makes_an_organisation_of_each_place_that_nobody_has) {
  Town town;
  auto const owner = town.club("Eigenaar");
  auto library = a_venue({}, GeoPoint::of_degrees(52, 4), "Bibliotheek Oost");
  library.kind = *VenueKind::parse("library"), library.phone = "015-1";
  library = town.keep(library);
  auto owned = a_venue({}, GeoPoint::of_degrees(52, 4), "Zaal");
  owned.organisation = owner.id;
  owned = town.keep(owned);
  auto const writer = town.writer();
  auto const change = writer->begin(MapChangeKind::bulk, "");
  std::vector<Chosen> const chosen{{library.id.uuid(), library.version}, {owned.id.uuid(), owned.version}};
  EXPECT_EQ(make_organisations(*writer, chosen), 1U);
  writer->commit();
  auto const venue = *town.reader()->venues().find(library.id);
  ASSERT_TRUE(venue.organisation);
  auto const made = *town.reader()->organisations().find(*venue.organisation);
  EXPECT_EQ(made.name + " " + text(made.sector) + " " + made.phone, "Bibliotheek Oost library 015-1");
  ASSERT_TRUE(undo(town, change));
  EXPECT_FALSE(town.reader()->venues().find(library.id)->organisation);
  EXPECT_TRUE(town.reader()->organisations().find(made.id)->archived_on);
}

namespace {

// Values stand in cells as they are kept.
SheetWords const plain{
    [](auto const&, FieldText const& value) { return value.value_or(""); },
    [](auto const&, std::string const& cell) { return Result<FieldText>(FieldText(cell)); }};

SheetRow row_of(Organisation const& one, std::string phone, std::string about) {
  return {2, one.id.uuid(), {{"phone", std::move(phone)}, {"about", std::move(about)}}};
}

}  // namespace

// For each field apart, whatever was done here and in the sheet: only the sheet changed it, an edit; both did
// and differently, it stays here and is told; else nothing.
RC_GTEST_PROP(Sheet, changes_only_what_the_sheet_alone_changed, ()) {
  Town town;
  auto const some = [] { return std::string(1, *rc::gen::inRange('a', 'd')); };
  auto club = an_organisation({}, "Club");
  club.phone = some(), club.about = some();
  town.on(date(2026, 3, 1));
  auto const then = town.keep(club);
  auto const taken_at = instant(date(2026, 3, 2), {0});
  town.on(date(2026, 3, 3));
  auto now = then;
  now.phone = some(), now.about = some();
  if (!(now == then)) now = town.keep(now);
  auto const phone = some(), about = some();
  auto const plan =
      plan_sheet(*town.reader(), "organisation", std::array{row_of(then, phone, about)}, plain, taken_at);
  auto const expect = [&](std::string const& field, std::string const& was, std::string const& is,
                          std::string const& typed) {
    bool const in_sheet = typed != was && typed != is;
    auto const has = [&](std::vector<Edit> const& edits) {
      return std::ranges::find(edits, edit(now, field, is, typed)) != edits.end();
    };
    RC_ASSERT(has(plan.edits) == (in_sheet && was == is));
    RC_ASSERT(has(plan.meanwhile) == (in_sheet && was != is));
  };
  expect("phone", then.phone, now.phone, phone);
  expect("about", then.about, now.about, about);
}

TEST(Sheet, tells_of_a_row_that_is_of_nothing_here_and_makes_those_without_an_id) {
  Town town;
  town.club("Club");
  SheetRow const strange{5, Uuid{1, 2}, {{"phone", "1"}}}, added{6, std::nullopt, {{"name", "Nieuw"}}},
      nameless{7, std::nullopt, {{"phone", "3"}}};
  auto const plan =
      plan_sheet(*town.reader(), "organisation", std::array{strange, added, nameless}, plain, Instant());
  ASSERT_EQ(plan.problems.size(), 1U);
  EXPECT_EQ(plan.problems[0].line, 5U);
  auto const writer = town.writer();
  auto const problems = make_from_sheet(*writer, plan.added, today);
  writer->commit();
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].line, 7U);
  EXPECT_EQ(asked(town, {.words = "nieuw"}), Texts{"Nieuw"});
}

TEST(Landscape, counts_what_is_on_the_map) {
  Town town;
  auto swim = town.club("Zwemclub"), chess = town.club("Schaakclub");
  auto gone = town.club("Weg");
  gone.archived_on = today;
  town.keep(gone);
  swim.sector = Sector::sport, swim.level = Level::micro, swim.thresholds = {Threshold::price};
  swim = town.keep(swim);
  Themes const themes({{*ThemeCode::parse("nature"), {}, {}},
                       {*ThemeCode::parse("water"), *ThemeCode::parse("nature"), {}},
                       {*ThemeCode::parse("sport"), {}, {}}});
  Offering lesson = an_offering({}, swim.id);
  lesson.themes = {*ThemeCode::parse("water")}, lesson.stage = Stage::introduce, lesson.ages = AgeRange{8, 9};
  town.keep(lesson);
  Offering bare = an_offering({}, chess.id);
  bare.themes.clear(), bare.ages.reset(), bare.groups.reset();
  town.keep(bare);
  auto const all = landscape_of(*town.reader(), themes);
  EXPECT_EQ(all.organisations, 2U);
  EXPECT_EQ(all.offerings, 2U);
  EXPECT_EQ(all.by_sector[static_cast<std::size_t>(Sector::sport)], 1U);
  EXPECT_EQ(all.by_level[0], 1U);
  EXPECT_EQ(all.by_threshold[static_cast<std::size_t>(Threshold::price)], 1U);
  ASSERT_EQ(all.subjects.size(), 2U);
  EXPECT_EQ(all.subjects[0].by_stage, (std::array<std::size_t, 3>{1, 0, 0}));
  EXPECT_EQ(all.subjects[1].by_stage, (std::array<std::size_t, 3>{0, 0, 0}));
  EXPECT_EQ(all.by_age[8 - youngest_counted] + all.by_age[9 - youngest_counted], 2U);
  EXPECT_EQ(all.by_age[10 - youngest_counted], 0U);
  EXPECT_EQ(all.without_subject, 1U);
  EXPECT_EQ(all.without_ages, 1U);
  EXPECT_EQ(all.without_partner, (Texts{"Schaakclub", "Zwemclub"}));
}

}  // namespace wegwijzer::community_map
