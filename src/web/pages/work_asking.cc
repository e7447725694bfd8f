// SPDX-License-Identifier: EUPL-1.2
// Whom to ask what: by organisation what is white, old or missing, the mail as it would go, and what became
// of the questions that were asked.
#include <algorithm>

#include "base/words.h"
#include "usecases/suggestion/ask.h"
#include "usecases/suggestion/question_mail.h"
#include "web/form_fields.h"
#include "web/handlers.h"
#include "web/mail_text.h"
#include "web/page.h"
#include "web/pager.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/question_text.h"
#include "web/typed_fields.h"
#include "web/work_parts.h"

namespace wegwijzer::web::pages {

namespace {

constexpr std::size_t most_past = 40;         // questions that were asked, the last ones
constexpr char const* example = "voorbeeld";  // in the place of a token, before there is one
constexpr std::size_t shown_at_first = 3;     // questions of an organisation

struct AskingDesk {
  NetworkBench bench;
  Index<Ecosystem> ecosystem;
  std::vector<Asking> askings;
  std::vector<OrganisationToAskBy> list;

  std::string path() const { return bench.path() + "/asking"; }
};

Result<AskingDesk> asking_desk(View const& view, Desk const& desk, std::string const& slug) {
  auto bench = network_bench(desk, slug, accounts::Action::keep_map);
  if (!bench) return fail(bench.error());
  auto const ecosystem = view.ecosystem(slug);
  if (!ecosystem) return fail(Fault::missing, "page.missing");
  auto askings = bench->reader->askings().all();
  auto list = questions_to_ask(view.atlas, *ecosystem, askings, view.moment.today);
  return AskingDesk{*std::move(bench), *ecosystem, std::move(askings), std::move(list)};
}

Organisation const& organisation_of(View const& view, OrganisationToAskBy const& one) {
  return view.atlas.catalogue()[one.organisation];
}

std::vector<Receiver> receivers(View const& view, Desk const& desk, AskingDesk const& at,
                                Organisation const& organisation) {
  return receivers_of(*desk.store.accounts(), {at.bench.ecosystem.id, organisation.id}, organisation.email,
                      view.languages.first().tag());
}

// --- One organisation.

std::string when_asked(View const& view, QuestionToAsk const& question) {
  if (!question.last) return {};
  auto const& t = view.language;
  auto const day = date_phrase(t, question.last->asked_on);
  auto const state = question.last->state == AskingState::waiting && question.last->ends < view.moment.today
                         ? std::string("unanswered")
                         : text(question.last->state);
  auto said = t("work_asking.was_" + state, {{"day", day}});
  if (question.may == MayAsk::insist) said += " " + t("work_asking.may_insist");
  return said;
}

// Where it cannot be asked by mail, it is still told.
Html question_tick(View const& view, AskingDesk const& at, QuestionToAsk const& question, bool by_mail) {
  auto const sentence = question_sentence(view, *at.bench.reader, question.what);
  auto const why = view.language("work_asking.why_" + text(question.why));
  auto const told = when_asked(view, question);
  auto const hint = html(R"(<span class="hint">{}{}</span>)", why, told.empty() ? "" : " · " + told);
  if (!by_mail || question.may == MayAsk::no) return html(R"(<li><p>{}</p>{}</li>)", sentence, hint);
  return html(
      R"(<li><label class="choice"><input type="checkbox" name="question" value="{}"> <span>{}<br>{}</span></label></li>)",
      question_key(question.what), sentence, hint);
}

// The first few, and the others folded.
Html question_ticks(View const& view, AskingDesk const& at, OrganisationToAskBy const& one, bool by_mail) {
  auto const tick = [&](QuestionToAsk const& question) { return question_tick(view, at, question, by_mail); };
  auto const all = std::span(one.questions);
  auto const first = all.first(std::min(shown_at_first, all.size()));
  auto const rest = all.subspan(first.size());
  auto const more =
      rest.empty()
          ? Html()
          : html(R"(<details class="more"><summary>{}</summary><ul class="ticks">{}</ul></details>)",
                 view.language.count("work_asking.more", static_cast<int>(rest.size())), each(rest, tick));
  return html(R"(<ul class="ticks">{}</ul>{})", each(first, tick), more);
}

Html ask_form(View const& view, Desk const& desk, AskingDesk const& at, OrganisationToAskBy const& one) {
  auto const& organisation = organisation_of(view, one);
  auto const& t = view.language;
  if (one.refused) return html("<p>{}</p>", t("work_asking.refused"));
  auto const to = receivers(view, desk, at, organisation);
  if (to.empty()) {
    return html(R"(<p>{}</p>{})", t("work_asking.no_address"), question_ticks(view, at, one, false));
  }
  bool const any = std::ranges::any_of(one.questions, [](auto const& q) { return q.may != MayAsk::no; });
  auto const button =
      any ? html(R"(<p><button class="button" type="submit" name="do" value="look">{}</button></p>)",
                 t("work_asking.look"))
          : Html();
  return html(R"(<form method="post" action="{}">{}{}{}</form>)", view.page(at.path()),
              hidden("form", desk.form_token) + hidden("organisation", text(organisation.id)),
              question_ticks(view, at, one, true), button);
}

Html ask_card(View const& view, Desk const& desk, AskingDesk const& at, OrganisationToAskBy const& one) {
  auto const& organisation = organisation_of(view, one);
  return html(R"(<li class="own-card" id="{}"><h2><a href="{}">{}</a></h2>{}</li>)",
              "organisation-" + text(organisation.id), view.page("/organisations", organisation.id),
              organisation.name, ask_form(view, desk, at, one));
}

// --- What was asked.

std::string state_of(View const& view, Asking const& one) {
  bool const over = one.state == AskingState::waiting && one.ends < view.moment.today;
  auto const key = over ? std::string("unanswered") : text(one.state);
  auto const day = one.answered_on ? date_phrase(view.language, *one.answered_on) : std::string();
  return view.language("work_asking.state_" + key, {{"day", day}});
}

Html past_row(View const& view, AskingDesk const& at, Asking const& one) {
  auto const found = at.bench.reader->organisations().find(one.asked);
  auto const& t = view.language;
  return html(R"(<li><p><strong>{}</strong> {}</p><p class="hint">{}{} · {}</p></li>)",
              found ? found->name : "", question_sentence(view, *at.bench.reader, one.what),
              date_phrase(t, one.asked_on), one.again ? " · " + t("work_asking.again") : "",
              state_of(view, one));
}

Html what_was_asked(View const& view, AskingDesk const& at) {
  if (at.askings.empty()) return {};
  auto const& t = view.language;
  auto last = at.askings;
  std::ranges::reverse(last);
  if (last.size() > most_past) last.resize(most_past);
  auto const unanswered = std::ranges::count(at.askings, AskingState::waiting, &Asking::state);
  return html(R"(<section><h2>{}</h2><p>{}</p><ul class="sessions">{}</ul></section>)", t("work_asking.past"),
              t("work_asking.past_count",
                {{"asked", std::to_string(at.askings.size())}, {"unanswered", std::to_string(unanswered)}}),
              each(last, [&](Asking const& one) { return past_row(view, at, one); }));
}

Html name_field(View const& view, AskingDesk const& at, std::string const& words) {
  auto const& t = view.language;
  return html(
      R"(<form class="search by-name" method="get" action="{}" role="search"><div class="field"><label for="name">{}</label><input id="name" name="q" type="text" value="{}" maxlength="100" autocomplete="off"></div><p><button class="button" type="submit">{}</button></p></form>)",
      view.page(at.path()), t("work_asking.search"), words, t("form.search"));
}

http::Response show_asking(View const& view, Desk const& desk, AskingDesk at, std::string const& words,
                           Paging const& paging, bool sent, Error const* problem = nullptr) {
  auto const& t = view.language;
  std::erase_if(at.list, [&](auto const& one) {
    return folded(organisation_of(view, one).name).find(folded(words)) == std::string::npos;
  });
  auto const shown = on_this_page(at.list, paging);
  auto const cards = at.list.empty()
                         ? html("<p>{}</p>", t("work_asking.nothing"))
                         : html(R"(<ul class="own-cards suggestions">{}</ul>)",
                                each(shown, [&](auto const& one) { return ask_card(view, desk, at, one); }));
  auto const address = view.page(at.path());
  auto const notice =
      sent ? html(R"(<p class="notice" role="status">{}</p>)", t("work_asking.sent")) : Html();
  return work_page(view, {.path = at.path(),
                          .title = t("work_asking.title"),
                          .body = notice + account_problem(view, problem) +
                                  html(R"(<p class="lead">{}</p>)", t("work_asking.lead")) +
                                  name_field(view, at, words) + cards +
                                  pager(view, words.empty() ? address : Url(address).with("q", words), paging,
                                        at.list.size()) +
                                  what_was_asked(view, at),
                          .status = problem ? status_of(problem->fault) : 200,
                          .back = t("map_work.title", {{"network", at.bench.ecosystem.name}}),
                          .back_to = at.bench.path()});
}

// --- The mail.

struct ChosenQuestions {
  Organisation organisation;
  std::vector<QuestionToAsk> questions;
};

Result<ChosenQuestions> chosen_questions(View const& view, AskingDesk const& at, TypedFields& typed) {
  auto const id = Id<Organisation>::parse(typed.text("organisation"));
  auto const one = std::ranges::find_if(
      at.list, [&](auto const& listed) { return id && organisation_of(view, listed).id == *id; });
  if (one == at.list.end()) return fail(Fault::missing, "record.missing");
  auto const keys = typed.list("question", [](std::string_view key) { return Result<std::string>(key); });
  ChosenQuestions chosen{organisation_of(view, *one), {}};
  for (auto const& question : one->questions) {
    if (std::ranges::find(keys, question_key(question.what)) != keys.end())
      chosen.questions.push_back(question);
  }
  if (chosen.questions.empty()) return fail(Fault::invalid, "asking.none_chosen");
  if (chosen.questions.size() > most_questions_in_a_mail) return fail(Fault::invalid, "asking.too_many");
  return chosen;
}

QuestionMail mail_in(View const& view, AskingDesk const& at, ChosenQuestions const& chosen,
                     Receiver const& to, std::vector<AskedQuestion> const& asked) {
  auto const* const language = view.languages.find(to.language);
  auto const theirs = view.in(language ? *language : view.languages.first());
  QuestionMail mail{at.bench.ecosystem.slug, chosen.organisation.name, {}};
  for (std::size_t i = 0; i < chosen.questions.size(); ++i) {
    mail.questions.push_back({question_sentence(theirs, *at.bench.reader, chosen.questions[i].what),
                              asked.empty() ? example : asked[i].token});
  }
  return mail;
}

http::Response show_mail(View const& view, Desk const& desk, AskingDesk const& at,
                         ChosenQuestions const& chosen) {
  auto const& t = view.language;
  auto const to = receivers(view, desk, at, chosen.organisation);
  if (to.empty()) return work_refused(view, {Fault::invalid, "asking.no_address"});
  auto const mail =
      question_mail(desk.parts.secrets, to.front(), mail_in(view, at, chosen, to.front(), {}), {}, desk.now);
  auto const address = view.public_address.value_or(*PublicAddress::parse("http://localhost"));
  auto const message = message_of(mail, desk.parts.secrets, view.languages, address);
  if (!message) return work_refused(view, message.error());
  auto const fields = hidden("organisation", text(chosen.organisation.id)) +
                      each(chosen.questions, [](QuestionToAsk const& one) {
                        return hidden("question", question_key(one.what));
                      });
  auto const receivers_line = joined_phrase(t, [&] {
    std::vector<std::string> all;
    for (auto const& one : to) all.push_back(one.mail.text());
    return all;
  }());
  return work_page(
      view,
      {.path = at.path(),
       .title = t("work_asking.mail_title"),
       .body =
           html(
               R"(<dl class="about"><div><dt>{}</dt><dd>{}</dd></div><div><dt>{}</dt><dd>{}</dd></div></dl>)",
               t("work_asking.to"), receivers_line, t("work_asking.subject"), message->subject.text()) +
           html(R"(<blockquote class="said mail">{}</blockquote>)", message->text) +
           html(
               R"(<form method="post" action="{}">{}<p><button class="button primary" type="submit" name="do" value="send">{}</button></p></form>)",
               view.page(at.path()), hidden("form", desk.form_token) + fields, t("work_asking.send")),
       .back = t("work_asking.title"),
       .back_to = at.path()});
}

// First that it was asked, then the mail: who is asked twice is bothered, who is not asked can be asked
// again.
Done send_questions(View const& view, Desk const& desk, AskingDesk const& at, ChosenQuestions const& chosen) {
  auto const to = receivers(view, desk, at, chosen.organisation);
  if (to.empty()) return fail(Fault::invalid, "asking.no_address");
  auto const writer = writer_of(desk, at.bench, accounts::Action::keep_map);
  if (!writer) return fail(writer.error());
  auto const asked = ask_organisation(**writer, desk.parts.secrets, chosen.organisation.id, chosen.questions,
                                      {actor_of(desk).name, view.moment.today});
  if (!asked) return fail(asked.error());
  (*writer)->commit();
  auto const changing = desk.store.change_accounts();
  for (auto const& one : to) {
    changing->write(question_mail(desk.parts.secrets, one, mail_in(view, at, chosen, one, *asked),
                                  changing->new_id<accounts::Mail>(), desk.now));
  }
  changing->commit();
  return {};
}

}  // namespace

http::Response work_asking(http::Request const& request, View const& view, Desk const& desk,
                           PathArguments const& arguments) {
  auto at = asking_desk(view, desk, arguments[0]);
  if (!at) return work_refused(view, at.error());
  auto const paging = parse_paging(request.query);
  if (!paging) return work_refused(view, paging.error());
  return show_asking(view, desk, *std::move(at), TypedFields(request.query).text("q"), *paging,
                     request.query.first("done") == "sent");
}

http::Response ask_by_mail(http::Request const& request, View const& view, Desk const& desk,
                           PathArguments const& arguments) {
  auto at = asking_desk(view, desk, arguments[0]);
  if (!at) return work_refused(view, at.error());
  TypedFields typed(request.form);
  auto const chosen = chosen_questions(view, *at, typed);
  if (!chosen) {
    auto const of = Id<Organisation>::parse(typed.text("organisation"));
    auto const found =
        of ? at->bench.reader->organisations().find(*of) : fail(Fault::missing, "record.missing");
    return show_asking(view, desk, *std::move(at), found ? found->name : "", {}, false, &chosen.error());
  }
  if (typed.text("do") != "send") return show_mail(view, desk, *at, *chosen);
  auto const sent = send_questions(view, desk, *at, *chosen);
  if (!sent)
    return show_asking(view, desk, *std::move(at), chosen->organisation.name, {}, false, &sent.error());
  return http::redirect(view.page(at->path()).with("done", "sent").text());
}

}  // namespace wegwijzer::web::pages
