// SPDX-License-Identifier: EUPL-1.2
// One question to a hub with its answers; and what who asked it, and who keeps the hub, can do with it.
#include <algorithm>

#include "usecases/sourced/archive.h"
#include "web/handlers.h"
#include "web/hub_parts.h"
#include "web/page.h"
#include "web/parts.h"
#include "web/phrases.h"

namespace wegwijzer::web::pages {

namespace {

using accounts::Action;

// What was wrong with an answer, and what was typed of it; or with a step.
struct AnswerTyped {
  http::Parameters const& form;
  std::vector<Error> problems{};
};

Html step_of_question(View const& view, Desk const& desk, QuestionBench const& at, char const* what,
                      char const* label, Html const& fields = {}) {
  return account_form(view, desk, at.path(),
                      hidden("do", what) + hidden("version", std::to_string(at.question.version)) + fields,
                      view.language(label), "button");
}

// --- Answers.

Html put_answer_away(View const& view, Desk const& desk, QuestionBench const& at, HubAnswer const& answer) {
  if (!at.is_keeper) return {};
  return html(R"(<div class="actions">{}</div>)",
              step_of_question(view, desk, at, "archive_answer", "work_hub.put_answer_away",
                               hidden("answer", text(answer.id))));
}

Html answer_card(View const& view, Desk const& desk, QuestionBench const& at, HubAnswer const& answer) {
  auto const line = written_by(view, desk, *at.at.network.reader, answer) + " · " +
                    date_phrase(view.language, answer.answered_on);
  return html(R"(<li id="{}"><p class="hint">{}</p>{}{}</li>)", "answer-" + text(answer.id), line,
              written_text(view, answer.text), put_answer_away(view, desk, at, answer));
}

Html answer_list(View const& view, Desk const& desk, QuestionBench const& at,
                 std::vector<HubAnswer> const& answers) {
  auto const& t = view.language;
  if (answers.empty())
    return html("<h2>{}</h2><p>{}</p>", t("work_hub.answers_title"), t("work_hub.be_first"));
  return html(R"(<h2>{}</h2><ol class="said-list">{}</ol>)", answers_phrase(view, answers.size()),
              each(answers, [&](HubAnswer const& one) { return answer_card(view, desk, at, one); }));
}

Html form_to_answer(View const& view, Desk const& desk, QuestionBench const& at, AnswerTyped const& typed) {
  auto const& t = view.language;
  if (at.question.archived_on) return {};
  if (at.question.state == QuestionState::closed) return html("<p>{}</p>", t("work_hub.is_closed"));
  FormView const form{view, "hub_answer.", typed.form, typed.problems};
  return html(
      R"(<form method="post" class="work" novalidate action="{}">{}<div class="group">{}{}</div><p class="hint">{}</p><p><button class="button primary" type="submit">{}</button></p></form>)",
      view.page(at.path() + "/answer"), hidden("form", desk.form_token) + hidden("seen", "1"),
      area_field(form, "text", 5),
      speaker_field(form, *at.at.network.reader, own_speakers(desk, at.at.network.ecosystem)),
      t("talk.no_child"), t("hub_answer.send"));
}

// --- Steps.

Html steps_of_asker(View const& view, Desk const& desk, QuestionBench const& at) {
  if (at.question.archived_on || !is_own(desk, *at.at.network.reader, at.question)) return {};
  if (at.question.state == QuestionState::open) {
    return step_of_question(view, desk, at, "answered", "work_hub.is_answered");
  }
  return step_of_question(view, desk, at, "open", "work_hub.open_again");
}

Html pass_on_form(View const& view, Desk const& desk, QuestionBench const& at) {
  auto const& t = view.language;
  auto const options = each(hubs_of(*at.at.network.reader), [&](Hub const& hub) {
    return hub.id == at.at.hub.id ? Html() : option(text(hub.id), hub.name, false);
  });
  if (options.empty()) return {};
  return html(
      R"(<div class="narrow">{}</div>)",
      step_of_question(
          view, desk, at, "pass_on", "work_hub.pass_on",
          html(
              R"(<div class="field"><label for="hub">{}</label><select id="hub" name="hub">{}</select></div>)",
              t("work_hub.pass_on_to"), options)));
}

Html knowledge_form(View const& view, QuestionBench const& at, std::vector<HubAnswer> const& answers) {
  auto const& t = view.language;
  if (answers.empty()) return {};
  auto const ticks = each(answers, [&](HubAnswer const& one) {
    auto const first = one.text.substr(0, one.text.find('\n'));
    return html(
        R"(<li><label class="choice"><input type="checkbox" name="answer" value="{}" checked> <span>{}</span></label></li>)",
        text(one.id), first);
  });
  return html(
      R"(<form method="get" action="{}"><fieldset class="field"><legend>{}</legend><ul class="ticks">{}</ul></fieldset><p><button class="button" type="submit">{}</button></p></form>)",
      view.page(at.path() + "/knowledge"), t("work_hub.which_answers"), ticks, t("work_hub.make_knowledge"));
}

Html steps_of_keeper(View const& view, Desk const& desk, QuestionBench const& at,
                     std::vector<HubAnswer> const& answers) {
  if (!at.is_keeper) return {};
  auto const& t = view.language;
  if (at.question.archived_on) {
    return html(R"(<div class="notice"><p>{}</p>{}</div>)", t("work_hub.is_put_away"),
                step_of_question(view, desk, at, "restore", "work_hub.put_back"));
  }
  auto const close = at.question.state == QuestionState::closed
                         ? step_of_question(view, desk, at, "open", "work_hub.open_again")
                         : step_of_question(view, desk, at, "close", "work_hub.close");
  return html(R"(<details class="more"><summary>{}</summary>{}{}<div class="actions">{}{}</div></details>)",
              t("work_hub.keeping"), knowledge_form(view, at, answers), pass_on_form(view, desk, at), close,
              step_of_question(view, desk, at, "archive", "work_hub.put_question_away"));
}

Html answer_just_put_away(http::Request const& request, View const& view, Desk const& desk,
                          QuestionBench const& at) {
  auto const id = Id<HubAnswer>::parse(request.query.first("put_away").value_or(""));
  auto const answer =
      id ? records<HubAnswer>(*at.at.network.reader).find(*id) : fail(Fault::missing, "page.missing");
  if (!at.is_keeper || !answer || !answer->archived_on || answer->question != at.question.id) return {};
  return html(R"(<div class="notice" role="status"><p>{}</p>{}</div>)",
              view.language("work_hub.answer_put_away"),
              step_of_question(view, desk, at, "restore_answer", "work.undo", hidden("answer", text(*id))));
}

// --- The page.

Html pages_made_of_it(View const& view, QuestionBench const& at) {
  auto const made = records<KnowledgePage>(*at.at.network.reader).with("question", text(at.question.id));
  return each(made, [&](KnowledgePage const& page) {
    if (page.archived_on) return Html();
    return html(R"(<p class="notice">{} <a href="{}">{}</a></p>)", view.language("work_hub.made_of_it"),
                view.page(knowledge_path(at.at.network, page.id)), page.title);
  });
}

Html the_question(View const& view, Desk const& desk, QuestionBench const& at) {
  auto const& t = view.language;
  auto const line = written_by(view, desk, *at.at.network.reader, at.question) + " · " +
                    date_phrase(t, at.question.asked_on) + " · " +
                    choice_phrase(t, "work_hub.state_", at.question.state);
  return html(R"(<p class="hint">{}</p>)", line) +
         (at.question.details.empty() ? Html() : written_text(view, at.question.details));
}

http::Response show_question(http::Request const& request, View const& view, Desk const& desk,
                             QuestionBench const& at, AnswerTyped const& typed) {
  auto const answers = answers_to(*at.at.network.reader, at.question.id);
  FormView const problems{view, "hub_answer.", typed.form, typed.problems};
  return work_page(view,
                   {.path = at.path(),
                    .title = at.question.title,
                    .body = done_in_words(view, request, "work_hub.done_") +
                            answer_just_put_away(request, view, desk, at) + problems_of(problems) +
                            the_question(view, desk, at) + pages_made_of_it(view, at) +
                            steps_of_asker(view, desk, at) + answer_list(view, desk, at, answers) +
                            form_to_answer(view, desk, at, typed) + steps_of_keeper(view, desk, at, answers),
                    .status = typed.problems.empty() ? 200 : status_of(typed.problems.front().fault),
                    .back = at.at.hub.name,
                    .back_to = at.at.path()});
}

// Who asked hears of an answer, at most once an hour.
void tell_asker(Desk const& desk, QuestionBench const& at) {
  auto const reader = desk.store.reader(at.at.network.ecosystem);
  if (is_own(desk, *reader, at.question)) return;
  if (!is_to_be_told(was_answered(*reader, at.question), told_again_after)) return;
  auto const to = receiver_of(*desk.store.accounts(), maker_of(*reader, at.question));
  if (!to) return;
  send_talk_mail(desk, accounts::MailKind::hub_answer, {*to},
                 {at.at.network.ecosystem.slug, text(at.question.id), at.question.title, at.at.hub.name});
}

}  // namespace

http::Response work_question(http::Request const& request, View const& view, Desk const& desk,
                             PathArguments const& arguments) {
  auto const at = question_bench(desk, arguments[0], arguments[1]);
  if (!at) return work_refused(view, at.error());
  http::Parameters const nothing;
  return show_question(request, view, desk, *at, {nothing});
}

http::Response answer_question_here(http::Request const& request, View const& view, Desk const& desk,
                                    PathArguments const& arguments) {
  auto const at = question_bench(desk, arguments[0], arguments[1]);
  if (!at) return work_refused(view, at.error());
  TypedFields const typed(request.form);
  auto const again = [&](Error const& error) {
    return show_question(request, view, desk, *at, {request.form, {error}});
  };
  auto const speaker = chosen_speaker(typed, own_speakers(desk, at->at.network.ecosystem));
  if (!speaker) return again(speaker.error());
  if (auto const free = may_speak_now(desk); !free) return again(free.error());
  auto const writer = writer_of(desk, at->at.network, Action::use_question_box);
  if (!writer) return work_refused(view, writer.error());
  auto const answer =
      answer_hub_question(**writer, at->question.id, typed.text("text"), *speaker, view.moment.today);
  if (!answer) return again(answer.error());
  (*writer)->commit();
  tell_asker(desk, *at);
  return http::redirect(
      view.page(at->path()).with("done", "answered_it").fragment("answer-" + text(answer->id)).text());
}

namespace {

struct WishedStep {
  std::string what;
  std::int64_t version = 0;
  std::string answer{};
  std::string hub{};
};

WishedStep wished(http::Request const& request) {
  TypedFields const typed(request.form);
  return {typed.text("do"), whole_number(typed.text("version")).value_or(0), typed.text("answer"),
          typed.text("hub")};
}

Done put_answer(Writer& writer, HubQuestion const& question, std::string const& id, std::optional<Date> on) {
  auto const answer = Id<HubAnswer>::parse(id).and_then(
      [&](Id<HubAnswer> known) { return records<HubAnswer>(writer).find(known); });
  if (!answer || answer->question != question.id) return fail(Fault::missing, "page.missing");
  auto const done = archive(writer, answer->id, on);
  return done ? Done() : fail(done.error());
}

template <class Kept>
Done only_done(Result<Kept> const& kept) {
  return kept ? Done() : fail(kept.error());
}

Done keeper_step(Writer& writer, HubQuestion const& question, WishedStep const& step, Date today) {
  if (step.what == "close") {
    return only_done(set_question_state(writer, question.id, QuestionState::closed, step.version));
  }
  if (step.what == "archive") return only_done(archive(writer, question.id, std::optional(today)));
  if (step.what == "restore") return only_done(archive(writer, question.id, std::nullopt));
  if (step.what == "archive_answer") return put_answer(writer, question, step.answer, today);
  if (step.what == "restore_answer") return put_answer(writer, question, step.answer, std::nullopt);
  if (step.what == "pass_on") {
    auto const hub = Id<Hub>::parse(step.hub);
    if (!hub) return fail(in_field({Fault::missing, "hub.missing"}, "hub"));
    return only_done(pass_question_to(writer, question.id, *hub, step.version));
  }
  return fail(Fault::missing, "page.missing");
}

Done step_on_question(Writer& writer, HubQuestion const& question, WishedStep const& step, Date today) {
  if (step.what == "answered") {
    return only_done(set_question_state(writer, question.id, QuestionState::answered, step.version));
  }
  if (step.what == "open") {
    return only_done(set_question_state(writer, question.id, QuestionState::open, step.version));
  }
  return keeper_step(writer, question, step, today);
}

// Whose step it is: of who asked, its own question answered or open again; of who keeps the hub, all.
bool may_take(Desk const& desk, QuestionBench const& at, std::string const& what) {
  bool const of_asker = what == "answered" || what == "open";
  return at.is_keeper || (of_asker && is_own(desk, *at.at.network.reader, at.question));
}

Url after_step(View const& view, QuestionBench const& at, WishedStep const& step) {
  if (step.what == "archive") return view.page(at.at.path()).with("put_away", text(at.question.id));
  if (step.what == "archive_answer") return view.page(at.path()).with("put_away", step.answer);
  return view.page(at.path()).with("done", step.what);
}

}  // namespace

http::Response step_with_question(http::Request const& request, View const& view, Desk const& desk,
                                  PathArguments const& arguments) {
  auto const at = question_bench(desk, arguments[0], arguments[1]);
  if (!at) return work_refused(view, at.error());
  auto const step = wished(request);
  if (!may_take(desk, *at, step.what)) return work_refused(view, {Fault::forbidden, "account.may_not"});
  auto const writer = at->is_keeper ? writer_at(desk, at->at.network.ecosystem, Action::keep_hub,
                                                {at->at.network.ecosystem.id, at->at.hub.organisation})
                                    : writer_of(desk, at->at.network, Action::use_question_box);
  if (!writer) return work_refused(view, writer.error());
  auto const done = step_on_question(**writer, at->question, step, view.moment.today);
  http::Parameters const nothing;
  if (!done) return show_question(request, view, desk, *at, {nothing, {done.error()}});
  (*writer)->commit();
  if (step.what == "pass_on") {
    auto const moved =
        records<HubQuestion>(*desk.store.reader(at->at.network.ecosystem)).find(at->question.id);
    if (moved) tell_keepers(view, desk, at->at.network, *moved);
  }
  return http::redirect(after_step(view, *at, step).text());
}

}  // namespace wegwijzer::web::pages
