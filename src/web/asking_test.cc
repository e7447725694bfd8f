// SPDX-License-Identifier: EUPL-1.2
// Asking organisations by mail, seen from outside: the mail before it goes, the link that opens one question,
// the answer that waits for review, and what somebody does to do harm.
#include <gtest/gtest.h>

#include "kit/visited_site.h"
#include "usecases/atlas/live.h"
#include "web/mail_text.h"

namespace wegwijzer::web {

using accounts::Role;

class AskingPages : public VisitedSite {
 protected:
  AskingPages() {
    auto const writer = store_->writer(ecosystem_, {"test"});
    auto club = an_organisation(writer->new_id<Organisation>(), "Schaakclub");
    club.email = "info@schaakclub.example", club.phone = "", club.confirmed_on.reset();
    club_ = writer->organisations().save(club)->id;
    writer->commit();
    look_again();
    cookie_ = comes_in("lea", Role::coordinator, {ecosystem_.id, {}});
  }

  void look_again() { atlas_ = load_atlas(*store_, a_vocabulary()); }

  std::string key(char const* field) const { return "organisation/" + text(club_) + "/" + field; }

  http::Response ask_for(char const* field, char const* what) {
    http::Parameters form;
    form.add("organisation", text(club_));
    form.add("question", key(field));
    form.add("do", what);
    return post(asking_, form);
  }

  Message message_sent() {
    auto const waiting = store_->accounts()->mails_waiting();
    EXPECT_EQ(waiting.size(), 1U);
    return *message_of(waiting.at(0), *secrets_, Languages::compiled_in(),
                       *PublicAddress::parse("https://wegwijzer.example"));
  }

  std::string link_sent() {
    auto const message = message_sent().text;
    auto const begin = message.find("/e/waterveen/answer?token=");
    return message.substr(begin, message.find('\n', begin) - begin);
  }

  http::Response answer(std::string const& link, std::vector<std::pair<std::string, std::string>> fields) {
    http::Parameters form;
    form.add("token", link.substr(link.find('=') + 1));
    for (auto const& [name, value] : fields) form.add(name, value);
    auto const signed_in = std::exchange(cookie_, "");
    auto answered = ask(http::Method::post, "/e/waterveen/answer", form.text());
    cookie_ = signed_in;
    return answered;
  }

  std::vector<Suggestion> waiting() { return store_->reader(ecosystem_)->suggestions().waiting(); }

  Ecosystem ecosystem_ = an_ecosystem();
  std::string const asking_ = "/workplace/waterveen/asking";
  Id<Organisation> club_;
};

TEST_F(AskingPages, show_what_is_missing_and_the_mail_before_it_goes) {
  EXPECT_NE(page(get(asking_)).find("Wat is het telefoonnummer van Schaakclub?"), std::string::npos);
  auto const looked = page(ask_for("phone", "look"));
  EXPECT_NE(looked.find("info@schaakclub.example"), std::string::npos);
  EXPECT_NE(looked.find("Wat is het telefoonnummer van Schaakclub?"), std::string::npos);
  EXPECT_TRUE(store_->accounts()->mails_waiting().empty());
  EXPECT_TRUE(store_->reader(ecosystem_)->askings().all().empty());
  EXPECT_EQ(location(ask_for("phone", "send")), asking_ + "?done=sent");
  EXPECT_NE(message_sent().text.find("Wat is het telefoonnummer van Schaakclub?"), std::string::npos);
  EXPECT_EQ(ask_for("phone", "send").status, 409) << "the same was asked just now";
  EXPECT_NE(page(get(asking_)).find("nog geen antwoord"), std::string::npos);
}

TEST_F(AskingPages, an_answer_by_the_link_waits_for_review_and_then_stands_on_the_map) {
  ask_for("phone", "send");
  auto const link = link_sent();
  cookie_.clear();
  auto const shown = get(link);
  EXPECT_EQ(shown.status, 200);
  EXPECT_NE(page(shown).find("Wat is het telefoonnummer van Schaakclub?"), std::string::npos);
  EXPECT_EQ(get(link).status, 200) << "opening it uses nothing up";
  auto const wrong = answer(link, {{"do", "answer"}, {"phone", "bel maar"}});
  EXPECT_EQ(wrong.status, 400);
  EXPECT_NE(page(wrong).find("bel maar"), std::string::npos);
  EXPECT_EQ(answer(link, {{"do", "answer"}, {"phone", "015 123 45 67"}}).status, 200);
  EXPECT_EQ(answer(link, {{"do", "answer"}, {"phone", "015 666 66 66"}}).status, 404);
  EXPECT_EQ(get(link).status, 404);
  ASSERT_EQ(waiting().size(), 1U);
  cookie_ = comes_in("kim", Role::coordinator, {ecosystem_.id, {}});
  EXPECT_NE(page(get("/workplace/waterveen/suggestions")).find("Antwoord van Schaakclub"), std::string::npos);
  http::Parameters form;
  for (auto const& [name, value] : std::vector<std::pair<std::string, std::string>>{
           {"do", "accept"}, {"version", "1"}, {"field", "phone"}, {"now_phone", ""}}) {
    form.add(name, value);
  }
  EXPECT_EQ(post("/workplace/waterveen/suggestions/" + text(waiting()[0].id), form).status, 303);
  EXPECT_EQ(store_->reader(ecosystem_)->organisations().find(club_)->phone, "015 123 45 67");
}

TEST_F(AskingPages, whether_all_is_still_right_is_one_click_or_a_change) {
  ask_for("confirmed_on", "send");
  auto const link = link_sent();
  EXPECT_EQ(answer(link, {{"do", "answer"}}).status, 400);
  EXPECT_EQ(answer(link, {{"do", "answer"}, {"answer", "yes"}}).status, 200);
  ASSERT_EQ(waiting().size(), 1U);
  EXPECT_EQ(waiting()[0].fields[0].name, "confirmed_on");
}

TEST_F(AskingPages, whether_one_number_is_right_is_answered_by_leaving_it) {
  {
    auto const writer = store_->writer(ecosystem_, {"test"});
    auto club = *writer->organisations().find(club_);
    club.phone = "015 123 45 67";
    ASSERT_TRUE(writer->organisations().save(club));
    writer->commit();
  }
  look_again();
  ask_for("phone", "send");
  auto const link = link_sent();
  EXPECT_NE(page(get(link)).find("Klopt dit nog van Schaakclub? Telefoon: 015 123 45 67"), std::string::npos);
  EXPECT_EQ(
      answer(link, {{"do", "answer"}, {"was_phone", "015 123 45 67"}, {"phone", "015 123 45 67"}}).status,
      200);
  ASSERT_EQ(waiting().size(), 1U);
  EXPECT_EQ(waiting()[0].fields, (std::vector<ProposedField>{{"phone", "015 123 45 67", "015 123 45 67"}}));
}

TEST_F(AskingPages, where_a_place_is_can_be_asked_and_answered) {
  auto const writer = store_->writer(ecosystem_, {"test"});
  auto venue = a_venue(writer->new_id<Venue>());
  venue.organisation = club_, venue.street = "";
  auto const id = writer->venues().save(venue)->id;
  writer->commit();
  look_again();
  EXPECT_NE(page(get(asking_)).find("In welke straat is De Werkplaats?"), std::string::npos);
  http::Parameters form;
  form.add("organisation", text(club_));
  form.add("question", "venue/" + text(id) + "/street");
  form.add("do", "send");
  EXPECT_EQ(location(post(asking_, form)), asking_ + "?done=sent");
  auto const link = link_sent();
  EXPECT_NE(page(get(link)).find("In welke straat is De Werkplaats?"), std::string::npos);
  EXPECT_EQ(answer(link, {{"do", "answer"}, {"street", "Kerkstraat 12"}}).status, 200);
  ASSERT_EQ(waiting().size(), 1U);
  EXPECT_EQ(waiting()[0].fields, (std::vector<ProposedField>{{"street", "", "Kerkstraat 12"}}));
}

TEST_F(AskingPages, no_more_questions_is_an_answer) {
  ask_for("phone", "send");
  EXPECT_EQ(answer(link_sent(), {{"do", "refuse"}}).status, 200);
  EXPECT_EQ(ask_for("website", "send").status, 409);
  EXPECT_NE(page(get(asking_)).find("Wil geen vragen per mail"), std::string::npos);
}

TEST_F(AskingPages, a_guessed_link_opens_nothing) {
  ask_for("phone", "send");
  for (auto const* token : {"", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}) {
    EXPECT_EQ(get("/e/waterveen/answer?token=" + std::string(token)).status, 404) << token;
    EXPECT_EQ(answer(std::string("=") + token, {{"do", "answer"}, {"phone", "015 123 45 67"}}).status, 404);
  }
  EXPECT_EQ(get("/e/elders/answer?token=x").status, 404);
  EXPECT_TRUE(waiting().empty());
}

// A name is put in the mail; it begins no header and no line, and its marks are marks.
TEST_F(AskingPages, a_name_cannot_change_the_mail) {
  {
    auto const writer = store_->writer(ecosystem_, {"test"});
    auto club = *writer->organisations().find(club_);
    club.name = "Club\r\nBcc: kwaad@elders.example\r\n\r\n<script>https://elders.example/</script>";
    ASSERT_TRUE(writer->organisations().save(club));
    writer->commit();
  }
  look_again();
  ask_for("phone", "send");
  auto const message = message_sent();
  EXPECT_EQ(message.subject.text().find_first_of("\r\n"), std::string::npos);
  EXPECT_EQ(message.text.find("\nBcc"), std::string::npos);
  EXPECT_EQ(message.text.find('\r'), std::string::npos);
  EXPECT_EQ(message.html.find("<script>"), std::string::npos);
  EXPECT_EQ(message.to.text(), "info@schaakclub.example");
}

TEST_F(AskingPages, are_for_who_keeps_the_map) {
  cookie_ = comes_in("noor", Role::provider_editor, {ecosystem_.id, club_});
  EXPECT_EQ(get(asking_).status, 403);
  EXPECT_EQ(ask_for("phone", "send").status, 403);
  cookie_ = comes_in("ver", Role::coordinator, {Id<Ecosystem>(Uuid{8, 8}), {}});
  EXPECT_EQ(ask_for("phone", "send").status, 403);
  EXPECT_TRUE(store_->accounts()->mails_waiting().empty());
}

TEST_F(AskingPages, ask_only_what_they_offered_to_ask) {
  http::Parameters form;
  form.add("organisation", text(club_));
  form.add("question", "organisation/" + text(club_) + "/safety_phone");
  form.add("do", "send");
  EXPECT_EQ(post(asking_, form).status, 400);
}

}  // namespace wegwijzer::web
