// SPDX-License-Identifier: EUPL-1.2
// Asking by mail: what can be asked, how often, and what becomes of the answer.
#include "usecases/suggestion/ask.h"

#include <gtest/gtest.h>

#include "kit/builders.h"
#include "kit/drawn_atlas.h"
#include "kit/fixed_time.h"
#include "kit/temporary_folder.h"
#include "outside/kept_secrets.h"
#include "storage/sqlite_store.h"
#include "usecases/atlas/live.h"
#include "usecases/suggestion/answer.h"

namespace wegwijzer {

class AskingByMail : public testing::Test {
 protected:
  AskingByMail() {
    auto const writer = open();
    auto club = an_organisation(writer->new_id<Organisation>(), "Club");
    club.phone = "", club.website = "https://club.example", club.confirmed_on = today_;
    club_ = *writer->organisations().save(club);
    writer->commit();
  }

  std::unique_ptr<Writer> open() { return store_->writer(an_ecosystem(), {"test"}); }

  static QuestionToAsk question(AskedFor what) { return {std::move(what), WhyAsk::missing}; }

  AskedFor phone() const { return {"organisation", club_.id.uuid(), "phone", {}}; }

  static AskedFor what_there_is(char const* areas, char const* themes, char const* ages) {
    return {"inquiry", std::nullopt, "", {{"areas", areas}, {"themes", themes}, {"ages", ages}}};
  }

  // Gives the token of the link.
  Result<std::string> ask(AskedFor what, Date on) {
    auto const writer = open();
    auto const asked =
        ask_organisation(*writer, *secrets_, club_.id, {question(std::move(what))}, {"lea", on});
    if (!asked) return fail(asked.error());
    writer->commit();
    return asked->front().token;
  }

  std::string refusal(AskedFor what, Date on) {
    auto const asked = ask(std::move(what), on);
    return asked ? "" : asked.error().key;
  }

  template <class Step>
  auto kept(Step step) {
    auto const writer = open();
    auto result = step(*writer);
    if (result) writer->commit();
    return result;
  }

  Result<Suggestion> answer(std::string const& token, Date on, std::string const& phone = "015 123 45 67") {
    return kept(
        [&](Writer& w) { return keep_answer(w, *secrets_, token, {{{"phone", {}, phone}}, ""}, on); });
  }

  TemporaryFolder folder_;
  FixedClock clock_;
  CountingIds ids_;
  std::unique_ptr<Store> store_ = *open_store(folder_.path("s"), IfMissing::create, clock_, ids_);
  std::unique_ptr<Secrets> secrets_ = *open_secrets(folder_.path("s.key"));
  Date today_ = date(2026, 11, 24);
  Organisation club_;
};

TEST_F(AskingByMail, asks_what_is_missing_and_what_is_old) {
  {
    auto const writer = open();
    Offering chess = an_offering(writer->new_id<Offering>(), club_.id);
    chess.confirmed_on = today_ - std::chrono::days(200);
    ASSERT_TRUE(writer->offerings().save(chess));
    writer->commit();
  }
  auto const atlas = load_atlas(*store_, a_vocabulary());
  auto const list = questions_to_ask(*atlas, *atlas->catalogue().find_ecosystem("waterveen"), {}, today_);
  ASSERT_EQ(list.size(), 1U);
  std::vector<std::string> asked;
  for (auto const& one : list[0].questions) asked.push_back(one.what.kind + "." + one.what.field);
  EXPECT_EQ(asked, (std::vector<std::string>{"organisation.phone", "offering.ages", "offering.price",
                                             "offering.schedule", "offering.confirmed_on"}));
}

TEST_F(AskingByMail, asks_the_same_once_in_half_a_year_and_insists_once_after_three_weeks) {
  using std::chrono::days;
  ASSERT_TRUE(ask(phone(), today_));
  EXPECT_EQ(refusal(phone(), today_ + days(20)), "asking.not_yet");
  EXPECT_EQ(refusal(phone(), today_ + days(21)), "");
  EXPECT_EQ(refusal(phone(), today_ + days(60)), "asking.not_yet") << "insisted on once already";
  EXPECT_EQ(refusal(phone(), today_ + days(21 + 183)), "");
  auto const all = store_->reader(an_ecosystem())->askings().all();
  ASSERT_EQ(all.size(), 3U);
  EXPECT_TRUE(all[1].again);
  EXPECT_FALSE(all[2].again);
}

TEST_F(AskingByMail, does_not_insist_on_what_was_answered) {
  auto const token = ask(phone(), today_);
  ASSERT_TRUE(answer(*token, today_));
  EXPECT_EQ(refusal(phone(), today_ + std::chrono::days(30)), "asking.not_yet");
}

TEST_F(AskingByMail, takes_what_overlaps_for_the_same) {
  ASSERT_TRUE(ask(what_there_is("WK050312", "technology; nature", "8-12"), today_));
  EXPECT_EQ(refusal(what_there_is("BU05031203", "technology", "10-14"), today_), "asking.not_yet");
  EXPECT_EQ(refusal(what_there_is("BU05031203", "music", "10-14"), today_), "");
  EXPECT_EQ(refusal(what_there_is("BU05990101", "technology", "10-14"), today_), "");
  EXPECT_EQ(refusal(what_there_is("BU05031203", "technology", "13-14"), today_), "");
}

TEST_F(AskingByMail, asks_few_questions_in_a_mail_and_few_organisations_a_day) {
  auto const writer = open();
  EXPECT_EQ(ask_organisation(*writer, *secrets_, club_.id, {}, {"lea", today_}).error().key,
            "asking.none_chosen");
  std::vector<QuestionToAsk> const four(4, question(phone()));
  EXPECT_EQ(ask_organisation(*writer, *secrets_, club_.id, four, {"lea", today_}).error().key,
            "asking.too_many");
  for (std::size_t i = 0; i < most_organisations_a_day; ++i) {
    auto const other =
        *writer->organisations().save(an_organisation(writer->new_id<Organisation>(), "Ander"));
    ASSERT_TRUE(ask_organisation(*writer, *secrets_, other.id,
                                 {question({"organisation", other.id.uuid(), "phone", {}})},
                                 {"lea", today_}));
  }
  EXPECT_EQ(ask_organisation(*writer, *secrets_, club_.id, {question(phone())}, {"lea", today_}).error().key,
            "asking.too_many_today");
}

TEST_F(AskingByMail, keeps_no_token_that_opens_a_link) {
  auto const token = ask(phone(), today_);
  auto const asking = store_->reader(an_ecosystem())->askings().all().at(0);
  EXPECT_NE(asking.token, *token);
  auto const reader = store_->reader(an_ecosystem());
  EXPECT_TRUE(open_question(*reader, *secrets_, *token, today_));
  EXPECT_FALSE(open_question(*reader, *secrets_, asking.token, today_));
  EXPECT_FALSE(open_question(*reader, *secrets_, "", today_));
  EXPECT_FALSE(open_question(*reader, *secrets_, *token + "x", today_));
}

TEST_F(AskingByMail, an_answer_is_given_once_and_waits_for_review) {
  auto const token = ask(phone(), today_);
  auto const said = answer(*token, today_ + std::chrono::days(2));
  ASSERT_TRUE(said);
  EXPECT_EQ(said->from, SuggestionFrom::organisation);
  EXPECT_EQ(said->said_by, club_.id);
  EXPECT_EQ(said->record, club_.id.uuid());
  EXPECT_EQ(answer(*token, today_ + std::chrono::days(2), "015 999 99 99").error().key, "asking.over");
  auto const reader = store_->reader(an_ecosystem());
  EXPECT_EQ(reader->suggestions().count_waiting(), 1U);
  EXPECT_EQ(reader->organisations().find(club_.id)->phone, "") << "nothing changes before somebody looked";
  EXPECT_EQ(reader->askings().all().at(0).state, AskingState::answered);
}

TEST_F(AskingByMail, is_over_after_its_days_and_when_what_it_is_about_is_gone) {
  auto const token = ask(phone(), today_);
  EXPECT_TRUE(open_question(*store_->reader(an_ecosystem()), *secrets_, *token, today_ + asking_lasts));
  EXPECT_EQ(answer(*token, today_ + asking_lasts + std::chrono::days(1)).error().key, "asking.over");
  auto const writer = open();
  auto gone = club_;
  gone.archived_on = today_;
  ASSERT_TRUE(writer->organisations().save(gone));
  writer->commit();
  EXPECT_EQ(answer(*token, today_).error().key, "asking.over");
}

// What stood there when the answer came goes with it, so who reviews sees that it changed.
TEST_F(AskingByMail, notes_what_stands_there_when_the_answer_comes) {
  auto const token = ask(phone(), today_);
  {
    auto const writer = open();
    auto changed = club_;
    changed.phone = "015 000 00 00";
    ASSERT_TRUE(writer->organisations().save(changed));
    writer->commit();
  }
  auto const said = answer(*token, today_);
  ASSERT_TRUE(said);
  EXPECT_EQ(said->fields[0].was, "015 000 00 00");
}

TEST_F(AskingByMail, hears_whom_else_to_ask) {
  auto const token = ask(what_there_is("BU05031203", "technology", "8-12"), today_);
  auto const said =
      kept([&](Writer& w) { return pass_question_on(w, *secrets_, *token, "Het buurthuis", today_); });
  ASSERT_TRUE(said);
  EXPECT_EQ(said->message, "Het buurthuis");
  EXPECT_EQ(store_->reader(an_ecosystem())->askings().all().at(0).state, AskingState::passed_on);
  EXPECT_FALSE(answer(*token, today_));
}

TEST_F(AskingByMail, never_asks_again_who_wants_no_questions) {
  auto const first = ask(phone(), today_);
  auto const other = ask(what_there_is("BU05031203", "technology", "8-12"), today_);
  ASSERT_TRUE(first && other);
  ASSERT_TRUE(kept([&](Writer& w) { return refuse_questions(w, *secrets_, *first, today_); }));
  EXPECT_EQ(answer(*other, today_).error().key, "asking.over");
  EXPECT_EQ(refusal(phone(), today_ + std::chrono::days(2000)), "asking.refused");
}

TEST_F(AskingByMail, a_field_that_is_right_as_it_is_is_confirmed) {
  {
    auto const writer = open();
    auto known = club_;
    known.phone = "015 123 45 67";
    ASSERT_TRUE(writer->organisations().save(known));
    writer->commit();
  }
  auto const said = answer(*ask(phone(), today_), today_, "015 123 45 67");
  ASSERT_TRUE(said);
  auto const writer = open();
  ASSERT_TRUE(accept_suggestion(*writer, said->id, {{"phone", "015 123 45 67"}}, {"lea", today_}));
  auto const last = writer->audit("organisation", club_.id.uuid()).back();
  EXPECT_TRUE(confirms(last));
  EXPECT_EQ(last.field, "phone");
}

}  // namespace wegwijzer
