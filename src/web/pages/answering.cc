// SPDX-License-Identifier: EUPL-1.2
// Where the link of a mail with a question leads: that question and no other, without signing in. Opening it
// changes nothing; the answer is looked at by who keeps the map.
#include <algorithm>

#include "exchange/cells.h"
#include "usecases/suggestion/answer.h"
#include "web/form_fields.h"
#include "web/handlers.h"
#include "web/page.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/question_text.h"
#include "web/record_words.h"
#include "web/suggestion_parts.h"
#include "web/typed_fields.h"
#include "web/work_parts.h"

namespace wegwijzer::web::pages {

namespace {

struct AnswerPage {
  Ecosystem ecosystem;
  std::unique_ptr<Reader> reader;
  std::string token;
  OpenQuestion question;

  std::string path() const { return "/e/" + ecosystem.slug + "/answer"; }
};

Result<AnswerPage> answer_page(View const& view, Desk const& desk, std::string const& slug,
                               std::string const& token) {
  auto const all = desk.store.ecosystems();
  auto const found = std::ranges::find(all, slug, &Ecosystem::slug);
  if (found == all.end()) return fail(Fault::missing, "asking.over");
  auto reader = desk.store.reader(*found);
  auto question = open_question(*reader, desk.parts.secrets, token, view.moment.today);
  if (!question) return fail(question.error());
  return AnswerPage{*found, std::move(reader), token, *std::move(question)};
}

http::Response over_page(View const& view, Error const& error) {
  auto const& t = view.language;
  return work_page(view, {.path = "/",
                          .title = t("asking.over_title"),
                          .body = html(R"(<p class="lead">{}</p><p><a class="button" href="{}">{}</a></p>)",
                                       t.sentence(error), view.page("/"), t("error.home")),
                          .status = status_of(error.fault)});
}

AskedFor const& what_of(AnswerPage const& at) {
  return at.question.asking.what;
}

// The fields that the answer may change: the one that is asked, or where all is looked at those that people
// know.
std::vector<FieldValue> asked_fields(AnswerPage const& at) {
  std::vector<FieldValue> fields;
  if (!at.question.about) return fields;
  if (what_of(at).field != "confirmed_on")
    return {{what_of(at).field, at.question.about->value(what_of(at).field)}};
  for (auto const name : suggestible_fields(what_of(at).kind)) {
    fields.push_back({std::string(name), at.question.about->value(name)});
  }
  return fields;
}

Html yes_or_no(FormView const& form, char const* yes, char const* no) {
  auto const& t = form.view.language;
  return radio_field(form, "answer", {{"yes", t(yes)}, {"no", t(no)}});
}

Html price_fields(FormView const& form) {
  auto const& t = form.view.language;
  std::vector<FormChoice> all;
  for (auto const& [value, name] : choices<Per>) {
    all.push_back({std::string(name), t("asking.per_" + std::string(name))});
  }
  return line_field(form, "amount") + select_field(form, "per", options_of(form, "per", all));
}

// What the map says of it now.
Html facts_now(View const& view, AnswerPage const& at) {
  auto const rows = each(asked_fields(at), [&](FieldValue const& one) {
    return html("<div><dt>{}</dt><dd>{}</dd></div>", suggested_label(view, one.name),
                field_words(view, *at.reader, what_of(at).kind, one.name, one.value));
  });
  return html(R"(<dl class="about">{}</dl>)", rows);
}

Html asked_inputs(FormView const& form, AnswerPage const& at) {
  auto const& view = form.view;
  auto const& what = what_of(at);
  if (what.kind == record_name<Inquiry>) {
    return yes_or_no(form, "asking.there_is", "asking.there_is_not") + area_field(form, "note", 3);
  }
  if (what.field == "confirmed_on") {
    return facts_now(view, at) + yes_or_no(form, "asking.all_right", "asking.not_all_right") +
           html(R"(<details class="more"><summary>{}</summary>{}</details>)", view.language("asking.change"),
                suggested_fields(view, asked_fields(at), form.typed, form.problems)) +
           area_field(form, "note", 3);
  }
  if (what.field == "price") return price_fields(form);
  return suggested_fields(view, asked_fields(at), form.typed, form.problems);
}

Html answer_form(View const& view, Desk const& desk, AnswerPage const& at, Html const& fields,
                 char const* what, char const* label, char const* kind) {
  return html(
      R"(<form method="post" class="work" novalidate action="{}">{}{}<p><button class="{}" type="submit" name="do" value="{}">{}</button></p></form>)",
      view.page(at.path()), hidden("form", desk.form_token) + hidden("token", at.token), fields, kind, what,
      view.language(label));
}

// Answers too: somebody else knows, or no more questions.
Html other_answers(View const& view, Desk const& desk, AnswerPage const& at, FormView const& form) {
  auto const& t = view.language;
  auto const passing =
      answer_form(view, desk, at, line_field(form, "whom"), "pass_on", "asking.pass_on", "button");
  auto const refusing = html("<p>{}</p>", t("asking.refuse_text")) +
                        answer_form(view, desk, at, {}, "refuse", "asking.refuse", "button");
  return html(
      R"(<details class="more" {}><summary>{}</summary>{}</details><details class="more"><summary>{}</summary>{}</details>)",
      Flag{"open", form.typed.has("whom")}, t("asking.passing_on"), passing, t("asking.refusing"), refusing);
}

http::Response show_answer(View const& view, Desk const& desk, AnswerPage const& at,
                           http::Parameters const& typed, std::vector<Error> const& problems = {}) {
  auto const& t = view.language;
  FormView const form{view, "asking.", typed, problems};
  auto const sentence = question_sentence(view, *at.reader, what_of(at));
  auto const lead =
      html(R"(<p class="lead">{}</p>)", t("asking.lead", {{"organisation", at.question.asked.name}}));
  return work_page(view, {.path = at.path(),
                          .title = sentence,
                          .body = lead + problems_of(form) +
                                  answer_form(view, desk, at, asked_inputs(form, at), "answer", "asking.send",
                                              "button primary") +
                                  other_answers(view, desk, at, form),
                          .status = problems.empty() ? 200 : 400});
}

// --- Reading it.

void read_about_what_there_is(TypedFields& typed, AskedFor const& what, Answer& answer) {
  auto const said = typed.text("answer");
  if (said != "yes" && said != "no") typed.wrong("answer", {Fault::missing, "asking.answer_missing"});
  for (auto const& [name, value] : what.inquiry) answer.fields.push_back({name, {}, value});
  answer.fields.push_back({"answer", {}, said == "yes" ? "some" : "none"});
  answer.fields.push_back({"note", {}, typed.value("note", read_text).value_or("")});
}

void read_price_asked(TypedFields& typed, Answer& answer) {
  if (!typed.has("amount")) typed.wrong("amount", {Fault::missing, "asking.answer_missing"});
  auto const amount = wegwijzer::read_price(typed.text("amount"));
  if (!amount && typed.has("amount")) typed.wrong("amount", {Fault::invalid, "asking.amount_invalid"});
  auto const per = parse_choice<Per>(typed.text("per"));
  if (amount && per) answer.fields.push_back({"price", {}, to_field_text(Price{*amount, *per})});
}

void take_problems(TypedFields& typed, TypedSuggestion const& read) {
  for (auto const& problem : read.problems) typed.wrong(problem.field, problem);
}

void read_whole_record(View const& view, TypedFields& typed, http::Parameters const& form,
                       AnswerPage const& at, Answer& answer) {
  auto const said = typed.text("answer");
  auto const read = read_suggested_fields(view, suggestible_fields(what_of(at).kind), form);
  take_problems(typed, read);
  answer.fields = read.fields;
  answer.message = read.message + typed.text("note");
  bool const changes = !answer.fields.empty() || !answer.message.empty();
  if (said != "yes" && !changes) typed.wrong("answer", {Fault::missing, "asking.answer_missing"});
  // Who changes one of them says that the others are right.
  if (said == "yes") answer.fields.push_back({"confirmed_on", {}, to_field_text(view.moment.today)});
}

void read_one_field(View const& view, TypedFields& typed, http::Parameters const& form, AnswerPage const& at,
                    Answer& answer) {
  auto const& field = what_of(at).field;
  auto const text_typed = typed.text(field);
  if (text_typed.empty()) return typed.wrong(field, {Fault::missing, "asking.answer_missing"});
  auto const read = read_suggested_fields(view, {field}, form);
  take_problems(typed, read);
  answer.fields = read.fields;
  answer.message = read.message;
  // Left as it was: it is right.
  if (read.fields.empty() && read.message.empty() && read.problems.empty()) {
    answer.fields.push_back({field, {}, at.question.about->value(field)});
  }
}

Answer read_answer(View const& view, TypedFields& typed, http::Parameters const& form, AnswerPage const& at) {
  Answer answer;
  auto const& what = what_of(at);
  if (what.kind == record_name<Inquiry>) {
    read_about_what_there_is(typed, what, answer);
  } else if (what.field == "confirmed_on") {
    read_whole_record(view, typed, form, at, answer);
  } else if (what.field == "price") {
    read_price_asked(typed, answer);
  } else {
    read_one_field(view, typed, form, at, answer);
  }
  return answer;
}

http::Response thanks_page(View const& view, char const* key) {
  auto const& t = view.language;
  return work_page(view, {.path = "/",
                          .title = t("asking.thanks"),
                          .body = html(R"(<p class="lead">{}</p><p><a class="button" href="{}">{}</a></p>)",
                                       t(key), view.page("/"), t("error.home"))});
}

// What was pressed, kept; the key of the sentence that says thanks.
Result<char const*> kept_answer(Writer& writer, Desk const& desk, View const& view, std::string_view what,
                                std::string_view token, Answer const& answer, std::string const& whom) {
  auto& secrets = desk.parts.secrets;
  auto const today = view.moment.today;
  if (what == "refuse") {
    auto const done = refuse_questions(writer, secrets, token, today);
    return done ? Result<char const*>("asking.refused_text") : fail(done.error());
  }
  auto const left = what == "pass_on" ? pass_question_on(writer, secrets, token, whom, today)
                                      : keep_answer(writer, secrets, token, answer, today);
  if (!left) return fail(left.error());
  return what == "pass_on" ? "asking.passed_text" : "asking.thanks_text";
}

}  // namespace

http::Response question_by_mail(http::Request const& request, View const& view, Desk const& desk,
                                PathArguments const& arguments) {
  auto const at =
      answer_page(view, desk, arguments[0], std::string(request.query.first("token").value_or("")));
  if (!at) return over_page(view, at.error());
  http::Parameters const nothing;
  return show_answer(view, desk, *at, nothing);
}

http::Response answer_by_mail(http::Request const& request, View const& view, Desk const& desk,
                              PathArguments const& arguments) {
  TypedFields typed(request.form);
  auto const at = answer_page(view, desk, arguments[0], typed.text("token"));
  if (!at) return over_page(view, at.error());
  auto const what = typed.text("do");
  auto const whom = read_line(typed.text("whom")).value_or("");
  Answer answer;
  if (what == "answer") answer = read_answer(view, typed, request.form, *at);
  if (what == "pass_on" && whom.empty()) typed.wrong("whom", {Fault::missing, "asking.whom_missing"});
  if (!typed.problems().empty()) return show_answer(view, desk, *at, request.form, typed.problems());
  auto const writer = desk.store.writer(at->ecosystem, {"asked:" + text(at->question.asked.id)});
  auto const done = kept_answer(*writer, desk, view, what, at->token, answer, whom);
  if (!done && done.error().key == "asking.over") return over_page(view, done.error());
  if (!done) return show_answer(view, desk, *at, request.form, {done.error()});
  writer->commit();
  return thanks_page(view, *done);
}

}  // namespace wegwijzer::web::pages
