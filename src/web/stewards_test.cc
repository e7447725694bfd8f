// SPDX-License-Identifier: EUPL-1.2
// A steward keeps one part of the map and no more: what lies in it, the suggestions about it, and new places;
// and the coordinator says who that is.
#include <gtest/gtest.h>

#include "kit/visited_site.h"
#include "usecases/atlas/live.h"

namespace wegwijzer::web {

using accounts::Role;

class StewardPages : public VisitedSite {
 protected:
  StewardPages() {
    auto const writer = store_->writer(ecosystem_, {"test"});
    add_area(*writer, "BU05031201", "Haven", 52.00);
    add_area(*writer, "BU05031202", "Dijk", 52.02);
    add_area(*writer, "BU05031301", "Veld", 52.04);
    auto const organisation = [&](char const* name) {
      return writer->organisations().save(an_organisation(writer->new_id<Organisation>(), name))->id;
    };
    in_harbour_ = organisation("Zeeverkenners"), everywhere_ = organisation("Bibliotheek");
    boat_ = add_place(*writer, "Het Wachtschip", 52.005, in_harbour_);
    branch_ = add_place(*writer, "Boeken aan de haven", 52.006, everywhere_);
    far_ = add_place(*writer, "Boeken in het veld", 52.045, everywhere_);
    writer->commit();
    auto const words = std::make_shared<Vocabulary>(*a_vocabulary());
    words->venue_kinds = {{*VenueKind::parse("makerspace"), {}, "", ""}};
    atlas_ = load_atlas(*store_, words);
    cookie_ = comes_in("lot", Role::steward, {ecosystem_.id, std::nullopt, harbour_});
  }

  // A square of a hundredth of a degree.
  static void add_area(Writer& writer, char const* code, char const* name, double south) {
    auto area = a_buurt(code, name);
    auto const at = [&](double north, double east) { return GeoPoint::of_degrees(south + north, 4 + east); };
    area.outline = {{{at(0, 0), at(0, 0.01), at(0.01, 0.01), at(0.01, 0), at(0, 0)}, {}}};
    writer.ground().save(area);
  }

  static Id<Venue> add_place(Writer& writer, char const* name, double north, Id<Organisation> organisation) {
    auto venue = a_venue(writer.new_id<Venue>(), GeoPoint::of_degrees(north, 4.005), name);
    venue.organisation = organisation;
    return writer.venues().save(venue)->id;
  }

  template <class Thing>
  std::string record(Id<Thing> id) const {
    return "/workplace/waterveen/records/" + std::string(record_name<Thing>) + "/" + text(id);
  }

  std::string shown(std::string const& path) {
    auto const response = get(path);
    EXPECT_EQ(response.status, 200) << path;
    return page(response);
  }

  http::Parameters renamed(std::string const& was, std::string const& name) {
    http::Parameters seen, form;
    seen.add("name", was);
    form.add("seen", seen.text()), form.add("name", name);
    return form;
  }

  // Where something lies is asked by its field "point", as latitude and longitude.
  http::Parameters new_place(char const* point) {
    http::Parameters form;
    form.add("name", "De Kraan"), form.add("kind", "makerspace"), form.add("point", point);
    form.add("area", text(harbour_));
    return form;
  }

  std::string name_of(Id<Venue> id) { return store_->reader(ecosystem_)->venues().find(id)->name; }

  Id<Suggestion> suggested(Id<Venue> about) {
    auto const writer = store_->writer(ecosystem_, {"test"});
    Suggestion one;
    one.id = writer->new_id<Suggestion>();
    one.kind = "venue", one.record = about.uuid(), one.message = "De deur zit opzij";
    one.received_on = *parse_date("2026-06-01");
    auto const id = writer->kept_suggestions().save(one)->id;
    writer->commit();
    return id;
  }

  Ecosystem ecosystem_ = an_ecosystem();
  AreaCode harbour_ = *AreaCode::parse("BU05031201");
  Id<Organisation> in_harbour_, everywhere_;
  Id<Venue> boat_, branch_, far_;
};

TEST_F(StewardPages, begin_with_what_nobody_looked_at) {
  EXPECT_NE(shown("/workplace").find("Kaart van Haven"), std::string::npos);
  auto const start = shown("/workplace/waterveen/areas/BU05031201");
  EXPECT_NE(start.find("Het Wachtschip"), std::string::npos);
  EXPECT_NE(start.find("Zeeverkenners"), std::string::npos);
  EXPECT_EQ(start.find("Boeken in het veld"), std::string::npos);
}

TEST_F(StewardPages, show_the_table_of_the_own_part_without_what_changes_many_at_once) {
  auto const table = shown("/workplace/waterveen/table/venue?area=BU05031201");
  EXPECT_NE(table.find("Het Wachtschip"), std::string::npos);
  EXPECT_EQ(table.find("Boeken in het veld"), std::string::npos);
  EXPECT_EQ(table.find("type=\"checkbox\" name=\"id\""), std::string::npos);
  EXPECT_EQ(table.find("/sheet"), std::string::npos);
}

TEST_F(StewardPages, let_what_lies_in_the_own_part_be_changed_and_confirmed) {
  auto const changed = post(record(boat_), renamed("Het Wachtschip", "Wachtschip De Noord"));
  EXPECT_EQ(changed.status, 303);
  EXPECT_EQ(name_of(boat_), "Wachtschip De Noord");
  EXPECT_EQ(post(record(boat_) + "/confirm", {}).status, 303);
  EXPECT_TRUE(store_->reader(ecosystem_)->venues().find(boat_)->confirmed_on);
  EXPECT_EQ(get(record(in_harbour_)).status, 200);
}

TEST_F(StewardPages, refuse_what_lies_elsewhere_or_only_partly_here) {
  EXPECT_EQ(get(record(far_)).status, 403);
  EXPECT_EQ(post(record(far_), renamed("Boeken in het veld", "Weg ermee")).status, 403);
  EXPECT_EQ(name_of(far_), "Boeken in het veld");
  auto const refused = get(record(everywhere_));
  EXPECT_EQ(refused.status, 403);
  EXPECT_NE(page(refused).find("niet helemaal in jouw buurt"), std::string::npos);
}

TEST_F(StewardPages, refuse_all_that_is_of_the_whole_map) {
  for (auto const* path : {"", "/table/venue", "/table/venue?area=BU05031301", "/table/venue/change",
                           "/changes", "/conflicts", "/duplicates", "/landscape", "/asking", "/stewards",
                           "/open-data", "/table/venue/sheet.csv", "/areas/BU05031301", "/areas/WK050312",
                           "/records/organisation/new?area=BU05031201", "/records/venue/new"}) {
    auto const status = get("/workplace/waterveen" + std::string(path)).status;
    EXPECT_TRUE(status == 403 || status == 404 || status == 405) << path << ": " << status;
  }
}

TEST_F(StewardPages, take_a_new_place_in_the_own_part_only) {
  auto const path = "/workplace/waterveen/records/venue/new";
  EXPECT_EQ(post(path, new_place("52.007, 4.005")).status, 303);
  auto const outside = post(path, new_place("52.047, 4.005"));
  EXPECT_EQ(outside.status, 400);
  EXPECT_NE(page(outside).find("ligt niet in Haven"), std::string::npos);
  auto elsewhere = new_place("52.047, 4.005");
  http::Parameters form;
  for (auto const& one : elsewhere) form.add(one.name, one.name == "area" ? "BU05031301" : one.value);
  EXPECT_EQ(post(path, form).status, 403);
  EXPECT_EQ(store_->reader(ecosystem_)->venues().all().size(), 4U);
}

TEST_F(StewardPages, let_suggestions_about_the_own_part_be_decided_and_no_others) {
  auto const ours = suggested(boat_), theirs = suggested(far_);
  auto const decide = [&](Id<Suggestion> id) {
    http::Parameters form;
    form.add("do", "decline"), form.add("reason", "Al bekend"), form.add("version", "1");
    return post("/workplace/waterveen/suggestions/" + text(id), form).status;
  };
  EXPECT_EQ(decide(theirs), 403);
  EXPECT_EQ(decide(ours), 303);
  EXPECT_EQ(store_->reader(ecosystem_)->suggestions().find(theirs)->state, SuggestionState::open);
}

TEST_F(StewardPages, of_a_wijk_hold_for_the_buurten_in_it) {
  cookie_ = comes_in("mo", Role::steward, {ecosystem_.id, std::nullopt, *AreaCode::parse("WK050312")});
  EXPECT_EQ(get(record(boat_)).status, 200);
  EXPECT_EQ(get(record(far_)).status, 403);
}

TEST_F(StewardPages, hold_nothing_any_more_once_the_role_is_taken) {
  auto const changing = store_->change_accounts();
  auto const all = changing->stewards(ecosystem_.id);
  ASSERT_EQ(all.size(), 1U);
  changing->remove(all.front());
  changing->commit();
  EXPECT_EQ(get(record(boat_)).status, 403);
  EXPECT_EQ(post(record(boat_), renamed("Het Wachtschip", "Toch anders")).status, 403);
  EXPECT_EQ(name_of(boat_), "Het Wachtschip");
}

TEST_F(StewardPages, are_invited_by_the_coordinator_who_sees_which_part_has_none) {
  cookie_ = comes_in("cor", Role::coordinator, {ecosystem_.id, std::nullopt});
  auto const all = shown("/workplace/waterveen/stewards");
  EXPECT_NE(all.find("lot"), std::string::npos);
  EXPECT_NE(all.find("nog niemand"), std::string::npos);
  auto const place = text(ecosystem_.id) + "||BU05031301";
  http::Parameters form;
  form.add("place", place), form.add("mail", "sem@veld.example"), form.add("role", "steward");
  EXPECT_EQ(post("/account/colleagues/invite", form).status, 200);
  auto const invited =
      store_->accounts()->invitations({ecosystem_.id, std::nullopt, *AreaCode::parse("BU05031301")});
  ASSERT_EQ(invited.size(), 1U);
  EXPECT_EQ(invited[0].role, Role::steward);
  EXPECT_TRUE(store_->accounts()->invitations({ecosystem_.id}).empty()) << "none for the network itself";
}

TEST_F(StewardPages, are_not_invited_by_a_steward) {
  http::Parameters form;
  form.add("place", text(ecosystem_.id) + "||BU05031201");
  form.add("mail", "sem@veld.example"), form.add("role", "steward");
  EXPECT_EQ(post("/account/colleagues/invite", form).status, 403);
}

}  // namespace wegwijzer::web
