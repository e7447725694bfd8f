// SPDX-License-Identifier: EUPL-1.2
// The question box: what is asked and answered, what is known already, whom a mail goes to and how seldom.
#include "usecases/hub/talk.h"

#include <gtest/gtest.h>

#include "kit/builders.h"
#include "kit/fixed_time.h"
#include "kit/temporary_folder.h"
#include "outside/kept_secrets.h"
#include "storage/sqlite_store.h"
#include "usecases/hub/known.h"
#include "usecases/hub/tell.h"
#include "usecases/sourced/archive.h"

namespace wegwijzer::talk_of_hubs {

using std::chrono::days;
using std::chrono::minutes;

class QuestionBox : public testing::Test {
 protected:
  QuestionBox() {
    museum_ = writer_->organisations().save(an_organisation(writer_->new_id<Organisation>(), "Museum"))->id;
    school_ = writer_->organisations().save(an_organisation(writer_->new_id<Organisation>(), "School"))->id;
    hub_ = made_hub("Natuur");
  }

  Id<Hub> made_hub(std::string name) {
    Hub hub;
    hub.id = writer_->new_id<Hub>();
    hub.name = std::move(name), hub.organisation = museum_, hub.email = "hub@museum.example";
    return records<Hub>(*writer_).save(std::move(hub))->id;
  }

  // Goes on as somebody else, or at another time.
  void as(std::string actor) {
    writer_->commit();
    writer_ = store_->writer(an_ecosystem(), {std::move(actor)});
  }

  HubQuestion ask(std::string title, std::string details = "", Date day = date(2026, 11, 24)) {
    return *ask_hub(*writer_, hub_, {std::move(title), std::move(details)}, {school_, Voice::guide}, day);
  }

  Result<HubAnswer> answer(HubQuestion const& question, std::string const& text) {
    return answer_hub_question(*writer_, question.id, text, {museum_, Voice::provider_editor}, today_);
  }

  TemporaryFolder folder_;
  FixedClock clock_;
  CountingIds ids_;
  std::unique_ptr<Store> store_ = *open_store(folder_.path("s"), IfMissing::create, clock_, ids_);
  std::unique_ptr<Writer> writer_ = store_->writer(an_ecosystem(), {"test"});
  Date today_ = date(2026, 11, 24);
  Id<Organisation> museum_, school_;
  Id<Hub> hub_;
};

TEST_F(QuestionBox, keeps_a_question_with_organisation_and_function_and_without_a_person) {
  as("person:00000000-0000-0001-0000-000000000001");
  auto const question = ask("  Wie heeft een leskist?  ", "Over bijen");
  EXPECT_EQ(question.title, "Wie heeft een leskist?");
  EXPECT_EQ(question.organisation, school_);
  EXPECT_EQ(question.voice, Voice::guide);
  EXPECT_EQ(question.state, QuestionState::open);
  for (auto const& [name, value] : field_values(question)) {
    EXPECT_EQ(value.value_or("").find("0000-0001"), std::string::npos) << name;
  }
  EXPECT_EQ(maker_of(*writer_, question), Id<accounts::Person>(Uuid{1, 1}));
}

TEST_F(QuestionBox, tells_what_is_wrong_of_which_field) {
  auto const nothing = ask_hub(*writer_, hub_, {" ", ""}, {}, today_);
  ASSERT_FALSE(nothing);
  EXPECT_EQ(nothing.error().key, "talk.needed");
  EXPECT_EQ(nothing.error().field, "title");
  auto const long_one = ask_hub(*writer_, hub_, {std::string(151, 'a'), ""}, {}, today_);
  EXPECT_EQ(long_one.error().key, "talk.too_long");
  // 150 letters of two bytes each still fit.
  std::string accents;
  for (int i = 0; i < 150; ++i) accents += "é";
  EXPECT_TRUE(ask_hub(*writer_, hub_, {accents, ""}, {}, today_));
  EXPECT_EQ(ask_hub(*writer_, Id<Hub>(Uuid{9, 9}), {"Ja?", ""}, {}, today_).error().key, "hub.missing");
  ASSERT_TRUE(archive(*writer_, hub_, std::optional(today_)));
  EXPECT_EQ(ask_hub(*writer_, hub_, {"Ja?", ""}, {}, today_).error().key, "hub.missing");
}

TEST_F(QuestionBox, takes_no_answer_to_what_is_closed_or_put_away) {
  auto const question = ask("Wie?");
  EXPECT_EQ(answer(question, "  ").error().key, "talk.needed");
  ASSERT_TRUE(answer(question, "Wij"));
  ASSERT_TRUE(set_question_state(*writer_, question.id, QuestionState::closed, question.version));
  EXPECT_EQ(answer(question, "Nog een").error().key, "talk.question_closed");
  ASSERT_TRUE(archive(*writer_, question.id, std::optional(today_)));
  EXPECT_EQ(answer(question, "Nog een").error().key, "talk.question_missing");
  EXPECT_EQ(answers_to(*writer_, question.id).size(), 1U);
  EXPECT_TRUE(questions_of(*writer_, hub_).empty());
}

TEST_F(QuestionBox, two_who_decide_at_once_do_not_both) {
  auto const question = ask("Wie?");
  ASSERT_TRUE(set_question_state(*writer_, question.id, QuestionState::answered, question.version));
  auto const late = set_question_state(*writer_, question.id, QuestionState::closed, question.version);
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().key, "record.changed_meanwhile");
}

TEST_F(QuestionBox, waits_long_after_two_weeks_without_an_answer) {
  // Asked on the 10th: on the 24th that is fourteen days.
  auto const old = ask("Oud", "", today_ - days(14));
  ask("Nieuw", "", today_ - days(13));
  auto const answered = ask("Beantwoord", "", today_ - days(30));
  ASSERT_TRUE(answer(answered, "Ja"));
  auto const closed = ask("Gesloten", "", today_ - days(30));
  ASSERT_TRUE(set_question_state(*writer_, closed.id, QuestionState::closed, closed.version));
  EXPECT_EQ(long_unanswered(*writer_, today_), std::vector{old});
}

TEST_F(QuestionBox, is_passed_on_to_another_hub_that_is_there) {
  auto const question = ask("Wie?");
  auto const other = made_hub("Techniek");
  EXPECT_EQ(pass_question_to(*writer_, question.id, Id<Hub>(Uuid{9, 9}), question.version).error().key,
            "hub.missing");
  auto const moved = pass_question_to(*writer_, question.id, other, question.version);
  ASSERT_TRUE(moved);
  EXPECT_EQ(moved->hub, other);
  EXPECT_TRUE(questions_of(*writer_, hub_).empty());
}

TEST_F(QuestionBox, becomes_knowledge_of_the_chosen_answers) {
  auto const question = ask("Wie heeft een leskist?");
  auto const one = *answer(question, "Het museum.");
  auto const other = *answer(question, "De bibliotheek.");
  auto written = knowledge_from(question, {one, other});
  EXPECT_EQ(written.title, "Wie heeft een leskist?");
  EXPECT_EQ(written.text, "Het museum.\n\nDe bibliotheek.");
  EXPECT_FALSE(written.is_public);
  auto const page = make_knowledge(*writer_, question, written, today_);
  ASSERT_TRUE(page);
  EXPECT_EQ(page->hub, hub_);
  EXPECT_EQ(page->confirmed_on, today_);
  EXPECT_EQ(records<HubQuestion>(*writer_).find(question.id)->state, QuestionState::answered);
  written.text = "";
  EXPECT_EQ(change_knowledge(*writer_, page->id, page->version, written, today_).error().field, "text");
  written.text = "Het museum heeft er twee.", written.is_public = true;
  ASSERT_TRUE(change_knowledge(*writer_, page->id, page->version, written, today_ + days(3)));
  EXPECT_EQ(change_knowledge(*writer_, page->id, page->version, written, today_).error().key,
            "record.changed_meanwhile");
  EXPECT_EQ(knowledge_of(*writer_, hub_).at(0).confirmed_on, today_ + days(3));
}

TEST_F(QuestionBox, shows_what_is_known_by_the_stems_of_words) {
  auto const question = ask("Wie heeft een leskist over bijen?");
  ask("Waar kunnen we zwemmen?");
  ASSERT_TRUE(make_knowledge(*writer_, question, {"Leskisten over de bij", "Te leen", {}, false}, today_));
  auto const found = known_about(*writer_, "leskisten bijen", 5);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_TRUE(std::holds_alternative<KnowledgePage>(found[0]) ||
              std::holds_alternative<HubQuestion>(found[0]));
  EXPECT_TRUE(known_about(*writer_, "trompetles", 5).empty());
  EXPECT_TRUE(known_about(*writer_, "", 5).empty());
  EXPECT_EQ(known_about(*writer_, "leskist", 1).size(), 1U);
  EXPECT_EQ(pages_with_words(knowledge_of(*writer_, hub_), "").size(), 1U);
  EXPECT_EQ(pages_with_words(knowledge_of(*writer_, hub_), "leskist").size(), 1U);
  EXPECT_TRUE(pages_with_words(knowledge_of(*writer_, hub_), "zwemmen").empty());
}

// At 0 it is told; at 59 minutes not; at 60 again, and at 90 not, since that is half an hour later.
TEST(TellingOfTalk, is_done_once_an_hour) {
  Instant const start{};
  std::vector<Instant> happened;
  std::vector<std::pair<int, bool>> const expected{
      {0, true}, {59, false}, {60, true}, {90, false}, {121, true}};
  for (auto const& [minute, told] : expected) {
    happened.push_back(start + minutes(minute));
    EXPECT_EQ(is_to_be_told(happened, std::chrono::hours(1)), told) << minute;
  }
  EXPECT_FALSE(is_to_be_told({}, std::chrono::hours(1)));
}

TEST_F(QuestionBox, comes_to_each_hub_when_it_was_asked_or_passed_on) {
  auto question = ask("Wie?");
  EXPECT_EQ(came_to_its_hub(*writer_, question).size(), 1U);
  auto const other = made_hub("Techniek");
  question = *pass_question_to(*writer_, question.id, other, question.version);
  // The other hub has it for the first time.
  EXPECT_EQ(came_to_its_hub(*writer_, question).size(), 1U);
  question = *pass_question_to(*writer_, question.id, hub_, question.version);
  // Back where it was asked: twice.
  EXPECT_EQ(came_to_its_hub(*writer_, question).size(), 2U);
}

TEST_F(QuestionBox, tells_who_asked_of_answers_of_others_only) {
  as("person:00000000-0000-0001-0000-000000000001");
  auto const question = ask("Wie?");
  ASSERT_TRUE(answer(question, "Ik vond het zelf"));
  EXPECT_TRUE(was_answered(*writer_, question).empty());
  as("person:00000000-0000-0002-0000-000000000002");
  ASSERT_TRUE(answer(question, "Wij ook"));
  EXPECT_EQ(was_answered(*writer_, question).size(), 1U);
}

TEST_F(QuestionBox, is_mailed_to_the_keepers_of_its_hub_or_else_to_its_address) {
  auto const secrets = *open_secrets(folder_.path("s.key"));
  auto const hub = *records<Hub>(*writer_).find(hub_);
  writer_->commit();
  auto const ecosystem = an_ecosystem();
  auto const to = [&] { return receivers_of(*store_->accounts(), ecosystem, hub, "nl"); };
  ASSERT_EQ(to().size(), 1U);
  EXPECT_EQ(to()[0].mail.text(), "hub@museum.example");
  auto const changing = store_->change_accounts();
  accounts::Person const noor{changing->new_id<accounts::Person>(),
                              *accounts::EmailAddress::parse("noor@museum.example"), "Noor", "en",
                              clock_.now()};
  changing->save(noor);
  changing->add(
      *accounts::Membership::make(noor.id, accounts::Role::provider_editor, {ecosystem.id, museum_}));
  changing->commit();
  EXPECT_EQ(to(), (std::vector<Receiver>{{noor.mail, "en"}}));
}

TEST(TalkMail, comes_back_from_the_outbox_in_lines) {
  auto const mail = talk_mail(accounts::MailKind::hub_question,
                              {*accounts::EmailAddress::parse("noor@museum.example"), "nl"},
                              {"delft", "0190", "Wie?\nBcc: iedereen", "Natuur"}, {}, Instant{});
  auto const said = read_talk_mail(mail.about);
  EXPECT_EQ(said.slug, "delft");
  EXPECT_EQ(said.title, "Wie? Bcc: iedereen");
  EXPECT_EQ(said.whose, "Natuur");
}

TEST(Speakers, are_each_organisation_once_and_the_network_last) {
  auto const ecosystem = an_ecosystem();
  Id<accounts::Person> const noor(Uuid{1, 1});
  Id<Organisation> const club(Uuid{2, 2});
  auto const role = [&](accounts::Role what, accounts::Place const& place) {
    return *accounts::Membership::make(noor, what, place);
  };
  std::vector const roles{
      role(accounts::Role::coordinator, {ecosystem.id, {}}),
      role(accounts::Role::guide, {ecosystem.id, club}),
      role(accounts::Role::organisation_owner, {ecosystem.id, club}),
      role(accounts::Role::guide, {Id<Ecosystem>(Uuid{8, 8}), Id<Organisation>(Uuid{3, 3})})};
  EXPECT_EQ(speakers_of(roles, ecosystem),
            (std::vector<Speaker>{{club, Voice::organisation_owner}, {std::nullopt, Voice::coordinator}}));
}

}  // namespace wegwijzer::talk_of_hubs
