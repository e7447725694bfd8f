// SPDX-License-Identifier: EUPL-1.2
// The question box and the notice board on their pages: who may do what with which, what is mailed, and what
// somebody types to do harm.
#include "usecases/hub/talk.h"

#include <gtest/gtest.h>

#include "kit/visited_site.h"
#include "usecases/atlas/live.h"
#include "usecases/sourced/archive.h"
#include "web/mail_text.h"
#include "web/talk_parts.h"

namespace wegwijzer::web::talk_pages {

using accounts::MailKind;
using accounts::Role;
using Typed = std::vector<std::pair<std::string, std::string>>;

class TalkPages : public VisitedSite {
 protected:
  TalkPages() {
    auto const writer = store_->writer(ecosystem_, {"test"});
    museum_ = writer->organisations().save(an_organisation(writer->new_id<Organisation>(), "Museum"))->id;
    club_ = writer->organisations().save(an_organisation(writer->new_id<Organisation>(), "Club"))->id;
    nature_ = records<Hub>(*writer).save(a_hub(writer->new_id<Hub>(), museum_))->id;
    music_ = records<Hub>(*writer).save(a_hub(writer->new_id<Hub>(), club_, "Hub muziek"))->id;
    writer->commit();
    auto const far = store_->writer(an_ecosystem("elders"), {"test"});
    auto const theirs = far->organisations().save(an_organisation(far->new_id<Organisation>(), "Ver"))->id;
    far_hub_ = records<Hub>(*far).save(a_hub(far->new_id<Hub>(), theirs, "Hub ver"))->id;
    far_question_ =
        records<HubQuestion>(*far).save(a_hub_question(far->new_id<HubQuestion>(), far_hub_, "Van ver"))->id;
    far_notice_ = records<Notice>(*far).save(a_notice(far->new_id<Notice>(), theirs))->id;
    far->commit();
    atlas_ = load_atlas(*store_, a_vocabulary());
  }

  void comes(Role role, std::optional<Id<Organisation>> organisation) {
    name_ = "p" + std::to_string(++people_);
    cookie_ = comes_in(name_, role, {ecosystem_.id, organisation});
  }

  static http::Parameters form(Typed const& fields) {
    http::Parameters out;
    for (auto const& [name, value] : fields) out.add(name, value);
    return out;
  }

  http::Response sends(std::string const& path, Typed const& fields) { return post(path, form(fields)); }

  template <class Thing>
  std::vector<Thing> all() {
    return records<Thing>(*store_->reader(ecosystem_)).all();
  }

  HubQuestion asked(std::string const& title, std::string const& details = "") {
    auto const answer = sends(hub(nature_) + "/ask", {{"title", title}, {"details", details}});
    EXPECT_EQ(answer.status, 303) << page(answer);
    return all<HubQuestion>().back();
  }

  HubQuestion now(HubQuestion const& question) {
    return *records<HubQuestion>(*store_->reader(ecosystem_)).find(question.id);
  }

  http::Response step(HubQuestion const& question, std::string const& what, Typed more = {}) {
    more.emplace_back("do", what);
    more.emplace_back("version", std::to_string(now(question).version));
    return sends(at(question), more);
  }

  std::vector<accounts::Mail> mails(MailKind kind) {
    auto all = store_->accounts()->mails_waiting();
    std::erase_if(all, [&](accounts::Mail const& one) { return one.kind != kind; });
    return all;
  }

  static std::string hub(Id<Hub> id) { return "/workplace/waterveen/hubs/" + text(id); }

  static std::string at(HubQuestion const& question) {
    return "/workplace/waterveen/questions/" + text(question.id);
  }

  static std::string at(Notice const& notice) { return "/workplace/waterveen/notices/" + text(notice.id); }

  Typed notice(std::string const& side, Id<Organisation> by, std::string const& title = "Een zaal") const {
    return {{"side", side}, {"what", "room"}, {"title", title}, {"organisation", text(by)}};
  }

  Notice placed(std::string const& side, Id<Organisation> by, std::string const& title = "Een zaal") {
    auto const answer = sends("/workplace/waterveen/notices/new", notice(side, by, title));
    EXPECT_EQ(answer.status, 303) << page(answer);
    return all<Notice>().back();
  }

  static bool has(http::Response const& response, std::string_view text) {
    return page(response).find(text) != std::string::npos;
  }

  Ecosystem ecosystem_ = an_ecosystem();
  Id<Organisation> museum_, club_;
  Id<Hub> nature_, music_, far_hub_;
  Id<HubQuestion> far_question_;
  Id<Notice> far_notice_;
  std::string name_;
  int people_ = 0;
};

TEST_F(TalkPages, ask_in_two_steps_and_show_first_what_is_known) {
  comes(Role::guide, club_);
  asked("Wie heeft een leskist over bijen?");
  EXPECT_TRUE(has(get(hub(nature_) + "/ask"), "Wat wil je weten?"));
  auto const second = get(hub(nature_) + "/ask?title=leskisten");
  EXPECT_TRUE(has(second, "Staat je antwoord hier al?"));
  EXPECT_TRUE(has(second, "Wie heeft een leskist over bijen?"));
  EXPECT_TRUE(has(second, "niets over één kind"));
  EXPECT_TRUE(has(second, R"(value="leskisten")"));
  EXPECT_TRUE(has(get("/workplace/waterveen/hubs?q=bij"), "leskist over bijen"));
  EXPECT_EQ(mails(MailKind::hub_question).size(), 1U);
}

TEST_F(TalkPages, keep_what_was_typed_and_tell_what_is_wrong) {
  comes(Role::policy_maker, {});
  auto const answer = sends(hub(nature_) + "/ask", {{"title", ""}, {"details", "Mijn verhaal"}});
  EXPECT_EQ(answer.status, 400);
  EXPECT_TRUE(has(answer, "Vul dit in"));
  EXPECT_TRUE(has(answer, "Mijn verhaal"));
  EXPECT_TRUE(all<HubQuestion>().empty());
  auto const other = sends(hub(nature_) + "/ask", {{"title", "Ja?"}, {"speaker", text(museum_)}});
  EXPECT_EQ(other.status, 403);
  EXPECT_TRUE(has(other, "Je werkt niet voor deze organisatie"));
}

TEST_F(TalkPages, show_organisation_and_function_and_never_a_name) {
  comes(Role::guide, club_);
  auto const question = asked("Wie weet het?");
  auto const shown = get(at(question));
  EXPECT_TRUE(has(shown, "Club · gids"));
  EXPECT_FALSE(has(shown, name_));
  // When the account is gone only the organisation stays.
  auto const person = *maker_of(*store_->reader(ecosystem_), question);
  comes(Role::guide, club_);
  auto const changing = store_->change_accounts();
  changing->erase(person);
  changing->commit();
  EXPECT_FALSE(has(get(at(question)), "Club · gids"));
  EXPECT_TRUE(has(get(at(question)), "Club"));
}

TEST_F(TalkPages, mail_an_answer_to_who_asked_once_an_hour) {
  comes(Role::guide, club_);
  auto const asker = name_;
  auto const question = asked("Wie weet het?");
  sends(at(question) + "/answer", {{"text", "Ik zelf al"}});
  EXPECT_TRUE(mails(MailKind::hub_answer).empty());
  comes(Role::provider_editor, museum_);
  auto const answer = sends(at(question) + "/answer", {{"text", "Wij\n\n- dit\n- dat"}});
  EXPECT_EQ(answer.status, 303);
  sends(at(question) + "/answer", {{"text", "En nog iets"}});
  auto const sent = mails(MailKind::hub_answer);
  ASSERT_EQ(sent.size(), 1U);
  EXPECT_EQ(sent[0].to.text(), asker + "@club.example");
  auto const message = *message_of(sent[0], *secrets_, Languages::compiled_in(),
                                   *PublicAddress::parse("https://wegwijzer.example"));
  EXPECT_EQ(message.subject.text(), "Antwoord op je vraag: Wie weet het?");
  EXPECT_NE(message.text.find("https://wegwijzer.example" + at(question)), std::string::npos);
  EXPECT_NE(message.html.find("Lees het antwoord"), std::string::npos);
  EXPECT_TRUE(has(get(at(question)), "<ul><li>dit</li><li>dat</li></ul>"));
  EXPECT_EQ(sends(at(question) + "/answer", {{"text", " "}}).status, 400);
}

TEST_F(TalkPages, let_who_asked_say_that_it_is_answered_and_nobody_else) {
  comes(Role::guide, club_);
  auto const question = asked("Wie weet het?");
  auto const asker = cookie_;
  comes(Role::guide, museum_);
  EXPECT_EQ(step(question, "answered").status, 403);
  EXPECT_EQ(step(question, "close").status, 403);
  EXPECT_FALSE(has(get(at(question)), "Beheer deze vraag"));
  cookie_ = asker;
  EXPECT_EQ(step(question, "close").status, 403);
  EXPECT_EQ(step(question, "answered").status, 303);
  EXPECT_EQ(now(question).state, QuestionState::answered);
  EXPECT_EQ(step(question, "open").status, 303);
}

TEST_F(TalkPages, let_who_keeps_the_hub_close_pass_on_and_put_away_and_nobody_of_another) {
  comes(Role::guide, club_);
  auto const question = asked("Wie weet het?");
  comes(Role::provider_editor, club_);
  EXPECT_EQ(step(question, "archive").status, 403) << "keeps the other hub";
  comes(Role::provider_editor, museum_);
  auto const away = step(question, "archive");
  EXPECT_EQ(location(away), hub(nature_) + "?put_away=" + text(question.id));
  EXPECT_TRUE(has(get(location(away)), "is weggehaald"));
  auto const keeper = cookie_;
  comes(Role::guide, club_);
  EXPECT_EQ(get(at(question)).status, 404);
  cookie_ = keeper;
  EXPECT_EQ(step(question, "restore").status, 303);
  EXPECT_EQ(step(question, "close").status, 303);
  EXPECT_EQ(sends(at(question) + "/answer", {{"text", "Te laat"}}).status, 409);
  // Passed on: the other hub hears of it, and this keeper keeps it no longer.
  EXPECT_EQ(step(question, "pass_on", {{"hub", text(music_)}}).status, 303);
  EXPECT_EQ(now(question).hub, music_);
  EXPECT_EQ(step(question, "open").status, 403);
  auto const late = sends(at(question), {{"do", "close"}, {"version", "1"}});
  EXPECT_EQ(late.status, 403);
}

TEST_F(TalkPages, put_an_answer_away_and_back) {
  comes(Role::organisation_owner, museum_);
  auto const question = asked("Wie weet het?");
  sends(at(question) + "/answer", {{"text", "Onzin"}});
  auto const id = text(all<HubAnswer>().at(0).id);
  auto const away = step(question, "archive_answer", {{"answer", id}});
  EXPECT_EQ(location(away), at(question) + "?put_away=" + id);
  EXPECT_FALSE(has(get(at(question)), "Onzin"));
  EXPECT_TRUE(has(get(location(away)), "Het antwoord is weggehaald"));
  EXPECT_EQ(step(question, "restore_answer", {{"answer", id}}).status, 303);
  EXPECT_TRUE(has(get(at(question)), "Onzin"));
  auto const other = asked("Een andere?");
  EXPECT_EQ(step(other, "archive_answer", {{"answer", id}}).status, 404);
}

TEST_F(TalkPages, tell_when_somebody_else_decided_meanwhile) {
  comes(Role::coordinator, {});
  auto const question = asked("Wie weet het?");
  EXPECT_EQ(step(question, "close").status, 303);
  auto const late = sends(at(question), {{"do", "answered"}, {"version", "1"}});
  EXPECT_EQ(late.status, 409);
  EXPECT_EQ(now(question).state, QuestionState::closed);
}

TEST_F(TalkPages, make_public_knowledge_of_an_answered_question) {
  comes(Role::guide, club_);
  auto const question = asked("Wie heeft een leskist?");
  comes(Role::provider_editor, museum_);
  sends(at(question) + "/answer", {{"text", "Het museum"}});
  auto const path = at(question) + "/knowledge";
  auto const begun = get(path + "?answer=" + text(all<HubAnswer>().at(0).id));
  EXPECT_TRUE(has(begun, "Het museum"));
  EXPECT_TRUE(has(begun, R"(value="Wie heeft een leskist?")"));
  EXPECT_EQ(sends(path, {{"title", ""}, {"text", "Tekst"}}).status, 400);
  auto const made = sends(path, {{"title", "Leskisten"},
                                 {"text", "Kijk op https://museum.example/kist."},
                                 {"themes", "nature"},
                                 {"who", "everybody"}});
  ASSERT_EQ(made.status, 303) << page(made);
  auto const knowledge = all<KnowledgePage>().at(0);
  EXPECT_EQ(now(question).state, QuestionState::answered);
  EXPECT_TRUE(has(get(location(made)), "Leskisten"));
  cookie_.clear();
  auto const public_page = "/e/waterveen/knowledge/" + text(knowledge.id);
  auto const shown = get(public_page);
  EXPECT_EQ(shown.status, 200);
  EXPECT_TRUE(has(shown, R"(<a href="https://museum.example/kist" rel="noopener nofollow">)"));
  EXPECT_TRUE(has(shown, "Hub natuur"));
  EXPECT_TRUE(has(shown, "/corrections?page="));
  EXPECT_FALSE(has(shown, name_));
  EXPECT_TRUE(has(get("/e/waterveen/knowledge?q=leskist"), "Leskisten"));
  EXPECT_FALSE(has(get("/e/waterveen/knowledge?q=trompet"), "Leskisten"));
  EXPECT_TRUE(has(get("/e/waterveen/knowledge?theme=nature&hub=" + text(nature_)), "Leskisten"));
  EXPECT_FALSE(has(get("/e/waterveen/knowledge?theme=music"), "Leskisten"));
  EXPECT_FALSE(has(get("/e/waterveen/knowledge?hub=" + text(music_)), "Leskisten"));
  EXPECT_EQ(get("/e/elders/knowledge/" + text(knowledge.id)).status, 404);
}

TEST_F(TalkPages, show_knowledge_of_the_network_to_nobody_else) {
  comes(Role::provider_editor, museum_);
  auto const question = asked("Wie?");
  sends(at(question) + "/knowledge", {{"title", "Alleen wij"}, {"text", "Tekst"}, {"who", "network"}});
  auto const id = text(all<KnowledgePage>().at(0).id);
  auto const path = "/workplace/waterveen/knowledge/" + id;
  EXPECT_EQ(get(path).status, 200);
  comes(Role::guide, club_);
  EXPECT_EQ(get(path).status, 200);
  EXPECT_EQ(get(path + "/edit").status, 403);
  EXPECT_EQ(sends(path, {{"do", "archive"}}).status, 403);
  cookie_.clear();
  EXPECT_EQ(get("/e/waterveen/knowledge/" + id).status, 404);
  EXPECT_FALSE(has(get("/e/waterveen/knowledge"), "Alleen wij"));
}

TEST_F(TalkPages, show_both_when_two_change_a_page_of_knowledge) {
  comes(Role::coordinator, {});
  auto const question = asked("Wie?");
  sends(at(question) + "/knowledge", {{"title", "Titel"}, {"text", "Eerst"}});
  auto const path = "/workplace/waterveen/knowledge/" + text(all<KnowledgePage>().at(0).id);
  EXPECT_EQ(sends(path + "/edit", {{"seen", "1"}, {"title", "Titel"}, {"text", "Van een ander"}}).status,
            303);
  auto const late = sends(path + "/edit", {{"seen", "1"}, {"title", "Titel"}, {"text", "Van mij"}});
  EXPECT_EQ(late.status, 409);
  EXPECT_TRUE(has(late, "Van een ander"));
  EXPECT_TRUE(has(late, "Van mij"));
  EXPECT_TRUE(has(late, R"(name="seen" value="2")"));
  EXPECT_EQ(all<KnowledgePage>().at(0).text, "Van een ander");
  sends(path, {{"do", "archive"}});
  EXPECT_TRUE(has(get(path), "Deze pagina is weggehaald"));
  EXPECT_EQ(sends(path, {{"do", "restore"}}).status, 303);
}

TEST_F(TalkPages, are_of_their_own_network_only) {
  comes(Role::coordinator, {});
  EXPECT_EQ(get(hub(far_hub_)).status, 404);
  EXPECT_EQ(get("/workplace/waterveen/questions/" + text(far_question_)).status, 404);
  EXPECT_EQ(sends("/workplace/waterveen/questions/" + text(far_question_), {{"do", "archive"}}).status, 404);
  EXPECT_EQ(get("/workplace/waterveen/notices/" + text(far_notice_)).status, 404);
  EXPECT_EQ(get("/workplace/elders/hubs").status, 403);
  EXPECT_EQ(get("/workplace/elders/notices").status, 403);
  EXPECT_EQ(get("/workplace/nergens/hubs").status, 404);
  auto const question = asked("Wie?");
  EXPECT_EQ(step(question, "pass_on", {{"hub", text(far_hub_)}}).status, 404);
  auto const notice = placed("asked", club_);
  EXPECT_EQ(sends(at(notice),
                  {{"do", "agree"}, {"version", "1"}, {"agreed_with", text(Id<Organisation>(Uuid{7, 7}))}})
                .status,
            404);
}

TEST_F(TalkPages, escape_whatever_is_typed) {
  std::string const harm = "<script>alert(1)</script>\"'> javascript:alert(1)";
  comes(Role::coordinator, {});
  auto const question = asked(harm, harm);
  sends(at(question) + "/answer", {{"text", "- " + harm + "\nhttps://x.example/\"onclick=alert(1)"}});
  sends(at(question) + "/knowledge", {{"title", harm}, {"text", harm}, {"who", "everybody"}});
  auto const notice = placed("asked", club_, harm);
  sends(at(notice) + "/edit", {{"seen", "1"},
                               {"side", "asked"},
                               {"what", "room"},
                               {"title", harm},
                               {"text", harm},
                               {"organisation", text(club_)}});
  auto const knowledge = text(all<KnowledgePage>().at(0).id);
  for (auto const& path :
       {at(question), hub(nature_), hub(nature_) + "/ask?title=alert",
        std::string("/workplace/waterveen/hubs?q=alert"), "/workplace/waterveen/knowledge/" + knowledge,
        "/e/waterveen/knowledge/" + knowledge, std::string("/e/waterveen/knowledge"), at(notice),
        std::string("/workplace/waterveen/notices"), std::string("/workplace/waterveen/notices/print"),
        at(notice) + "/edit"}) {
    auto const shown = page(get(path));
    EXPECT_EQ(shown.find("<script>alert"), std::string::npos) << path;
    EXPECT_NE(shown.find("&lt;script&gt;alert(1)"), std::string::npos) << path;
    EXPECT_EQ(shown.find("\"onclick"), std::string::npos) << path;
  }
  auto const mail = talk_mail(MailKind::hub_question, {*accounts::EmailAddress::parse("a@b.example"), "nl"},
                              {"waterveen", "x", harm, harm}, {}, Instant{});
  auto const message = *message_of(mail, *secrets_, Languages::compiled_in(),
                                   *PublicAddress::parse("https://wegwijzer.example"));
  EXPECT_EQ(message.html.find("<script>"), std::string::npos);
}

TEST_F(TalkPages, tell_a_coordinator_of_what_waits_for_two_weeks) {
  {
    auto const writer = store_->writer(ecosystem_, {"test"});
    auto old = a_hub_question(writer->new_id<HubQuestion>(), nature_, "Al lang gevraagd");
    old.asked_on = date(2026, 1, 1);
    ASSERT_TRUE(records<HubQuestion>(*writer).save(old));
    writer->commit();
  }
  comes(Role::coordinator, {});
  EXPECT_TRUE(has(get("/workplace/waterveen"), "1 vraag wacht al twee weken"));
  EXPECT_TRUE(has(get("/workplace/waterveen/hubs"), "1 vraag wacht al twee weken op antwoord"));
  comes(Role::guide, club_);
  EXPECT_FALSE(has(get("/workplace/waterveen/hubs"), "wacht al twee weken op antwoord"));
  EXPECT_TRUE(has(get("/account"), "Vraagbaak van Waterveen"));
}

TEST_F(TalkPages, slow_down_who_asks_much) {
  comes(Role::guide, club_);
  int refused = 0;
  for (int i = 0; i < 12; ++i) {
    auto const answer = sends(hub(nature_) + "/ask", {{"title", "Vraag " + std::to_string(i)}});
    if (answer.status == 303) continue;
    ++refused;
    EXPECT_TRUE(has(answer, "Vraag " + std::to_string(i)));
  }
  // Ten are free; the next has to wait a second, and no time passes here.
  EXPECT_EQ(refused, 2);
}

TEST_F(TalkPages, place_a_notice_for_an_organisation_of_ones_own_only) {
  comes(Role::provider_editor, club_);
  auto const other = sends("/workplace/waterveen/notices/new", notice("asked", museum_));
  EXPECT_EQ(other.status, 400);
  EXPECT_TRUE(has(other, "Kies een organisatie waarvoor je werkt"));
  auto const nothing =
      sends("/workplace/waterveen/notices/new", {{"organisation", text(club_)}, {"text", "Hoi"}});
  EXPECT_EQ(nothing.status, 400);
  EXPECT_TRUE(has(nothing, "Kies of je iets vraagt of aanbiedt"));
  EXPECT_TRUE(has(nothing, "Hoi"));
  EXPECT_TRUE(all<Notice>().empty());
  placed("asked", club_);
  EXPECT_TRUE(has(get("/workplace/waterveen/notices"), "Een zaal"));
  EXPECT_TRUE(has(get("/workplace/waterveen/notices/print"), "Een zaal"));
  EXPECT_FALSE(has(get("/workplace/waterveen/notices?side=offered"), "Een zaal"));
  EXPECT_FALSE(has(get("/workplace/waterveen/notices?what=money"), "Een zaal"));
  comes(Role::guide, club_);
  EXPECT_EQ(get("/workplace/waterveen/notices").status, 403);
}

TEST_F(TalkPages, show_what_fits_a_notice_and_mail_who_placed_it_before) {
  comes(Role::provider_editor, club_);
  auto const poster = name_;
  auto const asked = placed("asked", club_, "Een zaal gezocht");
  comes(Role::provider_editor, museum_);
  auto const offered = placed("offered", museum_, "Een zaal te leen");
  EXPECT_TRUE(has(get(at(offered)), "Een zaal gezocht"));
  EXPECT_TRUE(has(get(at(asked)), "Een zaal te leen"));
  EXPECT_TRUE(has(get(at(asked)), "Past: ook ruimte"));
  auto const sent = mails(MailKind::notice_match);
  ASSERT_EQ(sent.size(), 1U);
  EXPECT_EQ(sent[0].to.text(), poster + "@club.example");
  placed("offered", museum_, "Nog een zaal");
  EXPECT_EQ(mails(MailKind::notice_match).size(), 1U) << "once a day";
}

TEST_F(TalkPages, send_a_reply_by_mail_and_keep_it_nowhere_else) {
  comes(Role::provider_editor, club_);
  auto const poster = name_;
  auto const asked = placed("asked", club_);
  comes(Role::provider_editor, museum_);
  EXPECT_EQ(sends(at(asked) + "/reply", {{"text", " "}}).status, 400);
  auto const answer = sends(at(asked) + "/reply", {{"text", "Kom kijken bij ons"}});
  EXPECT_EQ(answer.status, 303);
  auto const sent = mails(MailKind::notice_reply);
  ASSERT_EQ(sent.size(), 1U);
  EXPECT_EQ(sent[0].to.text(), poster + "@club.example");
  EXPECT_EQ(sent[0].about.find("Kom kijken"), std::string::npos);
  auto const message = *message_of(sent[0], *secrets_, Languages::compiled_in(),
                                   *PublicAddress::parse("https://wegwijzer.example"));
  EXPECT_NE(message.text.find("Kom kijken bij ons"), std::string::npos);
  EXPECT_NE(message.html.find("Kom kijken bij ons"), std::string::npos);
  ASSERT_TRUE(message.reply_to);
  EXPECT_EQ(message.reply_to->text(), name_ + "@club.example");
  for (auto const& line : store_->reader(ecosystem_)->audit()) {
    EXPECT_EQ(line.after.value_or("").find("Kom kijken"), std::string::npos);
  }
}

TEST_F(TalkPages, agree_and_suggest_the_collaboration_or_put_it_on_the_map) {
  comes(Role::provider_editor, museum_);
  auto const other = placed("asked", museum_);
  comes(Role::provider_editor, club_);
  EXPECT_EQ(sends(at(other), {{"do", "close"}, {"version", "1"}}).status, 403);
  EXPECT_EQ(get(at(other) + "/edit").status, 403);
  auto const own = placed("asked", club_);
  EXPECT_EQ(sends(at(own), {{"do", "agree"}, {"version", "1"}}).status, 400);
  EXPECT_EQ(
      sends(at(own), {{"do", "agree"}, {"version", "1"}, {"agreed_with", text(museum_)}, {"on_map", "yes"}})
          .status,
      303);
  EXPECT_TRUE(has(get(at(own)), "Afgesproken met Museum"));
  EXPECT_TRUE(all<Collaboration>().empty());
  auto const waiting = store_->reader(ecosystem_)->suggestions().waiting();
  ASSERT_EQ(waiting.size(), 1U);
  EXPECT_NE(waiting[0].message.find("Club werkt samen met Museum"), std::string::npos);
  comes(Role::coordinator, {});
  EXPECT_EQ(
      sends(at(other), {{"do", "agree"}, {"version", "1"}, {"agreed_with", text(club_)}, {"on_map", "yes"}})
          .status,
      303);
  EXPECT_EQ(all<Collaboration>().size(), 1U);
}

TEST_F(TalkPages, show_both_when_two_change_a_notice) {
  comes(Role::provider_editor, club_);
  auto const own = placed("asked", club_, "Eerst");
  auto changed = notice("asked", club_, "Van een ander");
  changed.emplace_back("seen", "1");
  EXPECT_EQ(sends(at(own) + "/edit", changed).status, 303);
  auto late = notice("asked", club_, "Van mij");
  late.emplace_back("seen", "1");
  auto const answer = sends(at(own) + "/edit", late);
  EXPECT_EQ(answer.status, 409);
  EXPECT_TRUE(has(answer, "Van een ander"));
  EXPECT_TRUE(has(answer, "Van mij"));
  EXPECT_EQ(all<Notice>().at(0).title, "Van een ander");
}

TEST_F(TalkPages, let_a_coordinator_add_a_hub_to_the_map) {
  comes(Role::coordinator, {});
  EXPECT_EQ(get("/workplace/waterveen/records/hub/new").status, 200);
  EXPECT_EQ(sends("/workplace/waterveen/records/hub/new", {{"name", "Hub sport"}}).status, 400);
  auto const made = sends("/workplace/waterveen/records/hub/new",
                          {{"name", "Hub sport"}, {"organisation", text(club_)}, {"themes", "music"}});
  EXPECT_EQ(made.status, 303) << page(made);
  EXPECT_TRUE(has(get("/workplace/waterveen/hubs"), "Hub sport"));
  EXPECT_TRUE(has(get("/workplace/waterveen/table/hub"), "Hub sport"));
}

}  // namespace wegwijzer::web::talk_pages
