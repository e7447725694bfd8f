// SPDX-License-Identifier: EUPL-1.2
// "Klopt er iets niet?": a visitor says what is wrong on a page, in words or, of a record, as what it should
// be.
#include <algorithm>

#include "usecases/suggestion/leave.h"
#include "usecases/suggestion/record_now.h"
#include "web/handlers.h"
#include "web/page.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/suggestion_parts.h"

namespace wegwijzer::web::pages {

namespace {

struct CorrectionForm {
  std::string page;
  http::Parameters const& typed;
  std::vector<Error> problems{};
  int status = 200;
};

std::string problem_of(View const& view, CorrectionForm const& form, std::string_view field) {
  auto const found = std::ranges::find(form.problems, field, &Error::field);
  return found == form.problems.end() ? "" : view.language.sentence(*found);
}

Html fields_of_record(View const& view, CorrectionForm const& form) {
  auto const record = seen_record_of_page(view, form.page);
  if (!record || record->fields.empty()) return {};
  return html(R"(<fieldset class="field"><legend>{}</legend><p class="hint">{}</p>{}</fieldset>)",
              view.language("correction.fields"), view.language("correction.fields_hint"),
              suggested_fields(view, record->fields, form.typed, form.problems));
}

Html message_field(View const& view, CorrectionForm const& form, bool needed) {
  auto const& t = view.language;
  auto const problem = problem_of(view, form, "message");
  return html(
      R"(<div class="field"><label for="message">{}</label><p class="hint" id="message-hint">{}</p>{})"
      R"(<textarea id="message" name="message" rows="6" maxlength="1000" {} aria-describedby="message-hint" aria-invalid="{}">{}</textarea></div>)",
      t("correction.message"), t("correction.hint"),
      problem.empty() ? Html() : html(R"(<p class="problem" role="alert">{}</p>)", problem),
      Flag{"required", needed}, problem.empty() ? "false" : "true", form.typed.first("message").value_or(""));
}

// What belongs to no field.
Html problem_above(View const& view, CorrectionForm const& form) {
  auto const problem = problem_of(view, form, "");
  return problem.empty() ? Html() : html(R"(<p class="problem" role="alert">{}</p>)", problem);
}

http::Response show_form(View const& view, CorrectionForm const& form) {
  auto const& t = view.language;
  auto const fields = fields_of_record(view, form);
  return show(
      view,
      {.title = t("correction.title"),
       .body = html(
           R"(<h1>{}</h1><p class="lead">{}</p><p>{} <strong>{}</strong></p>{}<form method="post" action="{}">{}{}{}<p><button class="button primary" type="submit">{}</button></p></form>{})",
           t("correction.title"), t("correction.lead"), t("correction.about"), name_of_page(view, form.page),
           problem_above(view, form), view.page("/corrections"), hidden("page", form.page),
           message_field(view, form, fields.empty()), fields, t("correction.send"),
           way_to_missing(view, form.page)),
       .path = "/corrections",
       .status = form.status,
       .findable = false});
}

Suggestion said_of_page(View const& view, std::string const& page, http::Parameters const& typed,
                        std::vector<Error>& problems) {
  Suggestion said;
  said.from = who_says_it(view);
  said.page = page;
  said.message = std::string(typed.first("message").value_or(""));
  auto const record = seen_record_of_page(view, page);
  if (!record) return said;
  said.kind = record->kind;
  said.record = record->id;
  if (!record->areas.empty()) said.area = view.atlas.areas()[record->areas.front()].code;
  auto read = read_suggested_fields(view, suggestible_fields(record->kind), typed);
  said.fields = std::move(read.fields);
  problems = std::move(read.problems);
  if (!read.message.empty()) said.message = read.message + said.message;
  return said;
}

}  // namespace

http::Response correction_form(http::Request const& request, View const& view, PathArguments const&) {
  http::Parameters const nothing;
  return show_form(view, {std::string(request.query.first("page").value_or("/")), nothing});
}

http::Response leave_correction(http::Request const& request, View const& view, Store& store) {
  CorrectionForm form{std::string(request.form.first("page").value_or("")), request.form};
  auto const ecosystem = ecosystem_of_page(view, form.page);
  if (!ecosystem) return show_error(view, "/corrections", {Fault::missing, "ecosystem.missing"});
  auto said = said_of_page(view, form.page, request.form, form.problems);
  form.status = 400;
  if (!form.problems.empty()) return show_form(view, form);
  auto const writer = store.writer(view.atlas.catalogue()[*ecosystem], {"visitor"});
  auto const left = leave_suggestion(*writer, std::move(said), view.moment.today);
  if (!left) {
    form.problems = {left.error()};
    form.status = status_of(left.error().fault);
    return show_form(view, form);
  }
  writer->commit();
  return http::redirect(view.page("/corrections/thanks").with("page", left->page).text());
}

http::Response correction_thanks(http::Request const& request, View const& view, PathArguments const&) {
  auto const& t = view.language;
  auto const page = request.query.first("page").value_or("/");
  // Only to a page of ours: "//elsewhere" is another site.
  bool const ours = page.starts_with('/') && !page.starts_with("//") && page.find('\\') == page.npos;
  return show(view,
              {.title = t("correction.thanks"),
               .body = html(R"(<h1>{}</h1><p class="lead">{}</p><p><a class="button" href="{}">{}</a></p>)",
                            t("correction.thanks"), t("correction.thanks_text"), view.page(ours ? page : "/"),
                            t("correction.back")),
               .path = "/corrections/thanks",
               .findable = false});
}

}  // namespace wegwijzer::web::pages
