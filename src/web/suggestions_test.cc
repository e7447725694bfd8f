// SPDX-License-Identifier: EUPL-1.2
// Suggestions from the public to the map: what visitors type, who may decide, what changed meanwhile, and
// what somebody types to do harm.
#include <gtest/gtest.h>

#include "kit/visited_site.h"
#include "usecases/atlas/live.h"
#include "usecases/suggestion/leave.h"

namespace wegwijzer::web {

using accounts::Role;

class SuggestionPages : public VisitedSite {
 protected:
  SuggestionPages() {
    auto const writer = store_->writer(ecosystem_, {"test"});
    auto club = an_organisation(writer->new_id<Organisation>(), "Schaakclub De Toren");
    club.phone = "015 123 45 67";
    club_ = writer->organisations().save(club)->id;
    museum_ = writer->organisations().save(an_organisation(writer->new_id<Organisation>(), "Museum"))->id;
    chess_ = writer->offerings().save(an_offering(writer->new_id<Offering>(), club_))->id;
    tour_ = writer->offerings().save(an_offering(writer->new_id<Offering>(), museum_))->id;
    writer->commit();
    atlas_ = load_atlas(*store_, a_vocabulary());
  }

  static http::Parameters form(std::vector<std::pair<std::string, std::string>> const& fields) {
    http::Parameters out;
    for (auto const& [name, value] : fields) out.add(name, value);
    return out;
  }

  http::Response visit(std::string const& path,
                       std::vector<std::pair<std::string, std::string>> const& fields) {
    return ask(http::Method::post, path, form(fields).text());
  }

  std::vector<Suggestion> waiting() { return store_->reader(ecosystem_)->suggestions().waiting(); }

  std::string club_page() const { return "/organisations/" + text(club_); }

  Suggestion said_of_phone() {
    visit("/corrections",
          {{"page", club_page()}, {"was_phone", "015 123 45 67"}, {"phone", "015 765 43 21"}});
    return waiting().at(0);
  }

  http::Response decide(Suggestion const& one, std::vector<std::pair<std::string, std::string>> fields) {
    fields.emplace_back("version", std::to_string(one.version));
    return post("/workplace/waterveen/suggestions/" + text(one.id), form(fields));
  }

  Organisation stored_club() { return *store_->reader(ecosystem_)->organisations().find(club_); }

  void comes(Role role, std::optional<Id<Organisation>> organisation) {
    cookie_ = comes_in("p" + std::to_string(++people_), role, {ecosystem_.id, organisation});
  }

  Ecosystem ecosystem_ = an_ecosystem();
  Id<Organisation> club_, museum_;
  Id<Offering> chess_, tour_;
  int people_ = 0;
};

TEST_F(SuggestionPages, a_correction_of_a_record_comes_as_a_change_of_a_field) {
  auto const shown = page(get("/corrections?page=" + club_page()));
  EXPECT_NE(shown.find(R"(name="phone" type="text" value="015 123 45 67")"), std::string::npos);
  auto const said = said_of_phone();
  EXPECT_EQ(said.kind, "organisation");
  EXPECT_EQ(said.record, club_.uuid());
  EXPECT_EQ(said.fields, (std::vector<ProposedField>{{"phone", "015 123 45 67", "015 765 43 21"}}));
  EXPECT_EQ(said.from, SuggestionFrom::visitor);
}

// The record changed between opening the form and sending it: what the visitor left alone proposes nothing.
TEST_F(SuggestionPages, a_field_that_a_visitor_left_alone_says_nothing) {
  auto const answer = visit("/corrections", {{"page", club_page()},
                                             {"was_phone", "015 000 00 00"},
                                             {"phone", "015 000 00 00"},
                                             {"message", "De naam is anders"}});
  EXPECT_EQ(answer.status, 303);
  EXPECT_TRUE(waiting().at(0).fields.empty());
}

TEST_F(SuggestionPages, a_time_in_other_words_goes_with_the_message) {
  visit("/corrections", {{"page", "/offerings/" + text(chess_)},
                         {"was_schedule", ""},
                         {"schedule", "meestal na het eten"},
                         {"message", "Vraag het even"}});
  ASSERT_EQ(waiting().size(), 1U);
  EXPECT_EQ(waiting()[0].message, "Wanneer: meestal na het eten\nVraag het even");
  visit("/corrections", {{"page", "/offerings/" + text(chess_)},
                         {"was_schedule", ""},
                         {"schedule", "elke woensdag 14:00-15:30"}});
  EXPECT_EQ(waiting().size(), 2U);
}

TEST_F(SuggestionPages, tell_what_is_wrong_with_a_field_and_keep_what_was_typed) {
  auto const answer =
      visit("/corrections", {{"page", club_page()}, {"phone", "bel maar"}, {"message", "Bellen"}});
  EXPECT_EQ(answer.status, 400);
  EXPECT_NE(page(answer).find("Dit lijkt geen telefoonnummer"), std::string::npos);
  EXPECT_NE(page(answer).find("bel maar"), std::string::npos);
  EXPECT_NE(page(answer).find("Bellen"), std::string::npos);
  EXPECT_TRUE(waiting().empty());
}

TEST_F(SuggestionPages, ask_whether_it_is_there_already_before_something_new_is_kept) {
  std::vector<std::pair<std::string, std::string>> fields{
      {"kind", "organisation"}, {"name", "De Toren"}, {"place", "Kerkstraat"}, {"page", "/organisations"}};
  auto const asked = visit("/suggestions", fields);
  EXPECT_EQ(asked.status, 200);
  EXPECT_NE(page(asked).find("Bedoel je dit?"), std::string::npos);
  EXPECT_NE(page(asked).find("Schaakclub De Toren"), std::string::npos);
  EXPECT_TRUE(waiting().empty());
  fields.emplace_back("not_these", "yes");
  EXPECT_EQ(visit("/suggestions", fields).status, 303);
  ASSERT_EQ(waiting().size(), 1U);
  EXPECT_TRUE(is_of_something_new(waiting()[0]));
  EXPECT_EQ(waiting()[0].place, "Kerkstraat");
}

TEST_F(SuggestionPages, of_something_new_need_a_name_and_what_it_is) {
  auto const answer = visit("/suggestions", {{"website", "geen website"}});
  EXPECT_EQ(answer.status, 400);
  for (auto const* told : {"Kies eerst wat het is", "Schrijf op hoe het heet", "Dit lijkt geen website"}) {
    EXPECT_NE(page(answer).find(told), std::string::npos) << told;
  }
}

TEST_F(SuggestionPages, escape_whatever_is_typed) {
  std::string const harm = "<script>alert(1)</script>\"'>";
  visit("/suggestions", {{"kind", "offering"}, {"name", harm}, {"message", harm}, {"place", harm}});
  visit("/corrections", {{"page", "/" + harm}, {"message", harm}});
  EXPECT_EQ(waiting().size(), 2U);
  comes(Role::coordinator, {});
  auto const shown = page(get("/workplace/waterveen/suggestions"));
  EXPECT_EQ(shown.find("<script>alert"), std::string::npos);
  EXPECT_NE(shown.find("&lt;script&gt;alert(1)"), std::string::npos);
}

TEST_F(SuggestionPages, are_taken_over_by_who_keeps_the_map_and_undone_by_nobody_else) {
  auto const said = said_of_phone();
  comes(Role::coordinator, {});
  auto const shown = page(get("/workplace/waterveen/suggestions"));
  EXPECT_NE(shown.find("015 765 43 21"), std::string::npos);
  EXPECT_NE(shown.find("015 123 45 67"), std::string::npos);
  auto const answer = decide(said, {{"do", "accept"}, {"field", "phone"}, {"now_phone", "015 123 45 67"}});
  EXPECT_EQ(location(answer), "/workplace/waterveen/suggestions?done=accept&of=" + text(said.id));
  EXPECT_EQ(stored_club().phone, "015 765 43 21");
  EXPECT_NE(page(get("/workplace/waterveen/history/organisation/" + text(club_))).find("p1"),
            std::string::npos);
  EXPECT_NE(page(get("/workplace/waterveen/suggestions?state=decided")).find("Overgenomen door p1"),
            std::string::npos);
  EXPECT_NE(page(get(location(answer))).find("Draai terug"), std::string::npos);
  auto const accepted = store_->reader(ecosystem_)->suggestions().all().at(0);
  EXPECT_EQ(decide(accepted, {{"do", "undo"}}).status, 303);
  EXPECT_EQ(stored_club().phone, "015 123 45 67");
  ASSERT_EQ(waiting().size(), 1U);
  EXPECT_EQ(decide(waiting()[0], {{"do", "undo"}}).status, 409);
}

TEST_F(SuggestionPages, show_both_when_the_record_changed_meanwhile) {
  auto const said = said_of_phone();
  {
    auto const writer = store_->writer(ecosystem_, {"test"});
    auto club = stored_club();
    club.phone = "015 999 99 99";
    ASSERT_TRUE(writer->organisations().save(club));
    writer->commit();
  }
  comes(Role::coordinator, {});
  auto const answer = decide(said, {{"do", "accept"}, {"field", "phone"}, {"now_phone", "015 123 45 67"}});
  EXPECT_EQ(answer.status, 409);
  EXPECT_NE(page(answer).find("Iemand veranderde ‘Telefoon’"), std::string::npos) << page(answer);
  EXPECT_NE(page(answer).find("015 999 99 99"), std::string::npos);
  EXPECT_NE(page(answer).find("015 765 43 21"), std::string::npos);
  EXPECT_EQ(stored_club().phone, "015 999 99 99");
}

TEST_F(SuggestionPages, two_who_decide_at_once_do_not_both) {
  auto const said = said_of_phone();
  comes(Role::coordinator, {});
  ASSERT_EQ(decide(said, {{"do", "park"}}).status, 303);
  EXPECT_EQ(decide(said, {{"do", "decline"}, {"reason", "Nee"}}).status, 409);
  EXPECT_EQ(waiting().at(0).state, SuggestionState::parked);
}

TEST_F(SuggestionPages, about_its_own_records_a_provider_may_take_over_and_about_others_not) {
  auto const said = said_of_phone();
  visit("/corrections", {{"page", "/offerings/" + text(chess_)}, {"message", "Het is nu op dinsdag"}});
  visit("/corrections", {{"page", "/offerings/" + text(tour_)}, {"message", "Van het museum"}});
  comes(Role::provider_editor, club_);
  auto shown = page(get("/workplace/waterveen/suggestions"));
  EXPECT_NE(shown.find("nu op dinsdag"), std::string::npos);
  EXPECT_EQ(shown.find("Van het museum"), std::string::npos);
  EXPECT_EQ(shown.find("015 765 43 21"), std::string::npos) << "an editor does not keep the organisation";
  EXPECT_EQ(shown.find("Voorgoed wissen"), std::string::npos);
  EXPECT_EQ(decide(said, {{"do", "accept"}, {"field", "phone"}, {"now_phone", "015 123 45 67"}}).status, 403);
  EXPECT_NE(page(get("/workplace/waterveen/organisations/" + text(club_))).find("Er wacht 1 voorstel"),
            std::string::npos);
  comes(Role::organisation_owner, club_);
  EXPECT_EQ(decide(said, {{"do", "erase"}}).status, 403);
  EXPECT_EQ(decide(said, {{"do", "accept"}, {"field", "phone"}, {"now_phone", "015 123 45 67"}}).status, 303);
  EXPECT_EQ(stored_club().phone, "015 765 43 21");
}

TEST_F(SuggestionPages, are_shown_to_nobody_of_another_network) {
  auto const said = said_of_phone();
  cookie_ = comes_in("far", Role::coordinator, {Id<Ecosystem>(Uuid{8, 8}), {}});
  EXPECT_EQ(get("/workplace/waterveen/suggestions").status, 403);
  EXPECT_EQ(decide(said, {{"do", "accept"}}).status, 403);
  cookie_.clear();
  EXPECT_EQ(decide(said, {{"do", "accept"}}).status, 403);
  EXPECT_EQ(waiting().at(0), said);
}

TEST_F(SuggestionPages, are_erased_for_good) {
  visit("/corrections", {{"page", "/about"}, {"message", "Anna van nummer 12 gaat hier heen"}});
  auto const said = waiting().at(0);
  comes(Role::coordinator, {});
  EXPECT_EQ(decide(said, {{"do", "erase"}}).status, 303);
  EXPECT_TRUE(store_->reader(ecosystem_)->suggestions().all().empty());
  for (auto const& entry : store_->reader(ecosystem_)->audit()) {
    EXPECT_EQ(entry.after.value_or("").find("Anna"), std::string::npos);
  }
}

TEST_F(SuggestionPages, of_something_new_become_a_record_by_a_form) {
  visit("/suggestions", {{"kind", "offering"}, {"name", "Timmeren"}, {"website", "www.timmeren.example"}});
  auto const said = waiting().at(0);
  auto const path = "/workplace/waterveen/suggestions/" + text(said.id) + "/new";
  comes(Role::coordinator, {});
  auto const shown = page(get(path));
  EXPECT_NE(shown.find(R"(value="Timmeren")"), std::string::npos);
  EXPECT_NE(shown.find("https://www.timmeren.example"), std::string::npos);
  std::vector<std::pair<std::string, std::string>> fields{{"kind", "offering"},
                                                          {"name", "Timmeren"},
                                                          {"offering_kind", "workshop"},
                                                          {"ages", "8-12"},
                                                          {"organisation", "Onbekende club"}};
  EXPECT_EQ(post(path, form(fields)).status, 400);
  fields.back().second = "museum";
  auto const made = post(path, form(fields));
  ASSERT_EQ(made.status, 303) << page(made);
  EXPECT_TRUE(location(made).starts_with("/workplace/waterveen/offerings/"));
  auto const offerings = store_->reader(ecosystem_)->offerings().with("title", "Timmeren");
  ASSERT_EQ(offerings.size(), 1U);
  EXPECT_EQ(offerings[0].organisation, museum_);
  EXPECT_EQ(offerings[0].ages, (AgeRange{8, 12}));
  EXPECT_TRUE(waiting().empty());
  auto const accepted = store_->reader(ecosystem_)->suggestions().all().at(0);
  EXPECT_EQ(decide(accepted, {{"do", "undo"}}).status, 303);
  EXPECT_TRUE(store_->reader(ecosystem_)->offerings().find(offerings[0].id)->archived_on);
  EXPECT_TRUE(is_of_something_new(waiting().at(0)));
  comes(Role::provider_editor, museum_);
  EXPECT_EQ(get(path).status, 403);
}

}  // namespace wegwijzer::web
