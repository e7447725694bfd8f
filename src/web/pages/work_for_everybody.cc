// SPDX-License-Identifier: EUPL-1.2
// Ten plain questions about who is welcome, answered where they are asked. The answers are fields of the
// offering, and go where its own form goes, with all the others as they are.
#include <algorithm>

#include "usecases/workplace/rubric.h"
#include "web/handlers.h"
#include "web/offering_fields.h"
#include "web/offering_form.h"
#include "web/parts.h"
#include "web/work_parts.h"

namespace wegwijzer::web::pages {

namespace {

Html question_row(FormView const& form, Offering const& offering, Inclusion question) {
  auto const& t = form.view.language;
  auto const said = answer(offering, question);
  bool const yes = said.value_or(false);
  auto const key = std::string(text(question));
  auto const words = yes ? t("work.yes") : said ? t("work.no") : t("work.not_said");
  auto const advice = yes ? Html() : html(R"(<p class="hint">{}</p>)", t("rubric.advice." + key));
  return html(R"(<li class="{}"><fieldset><legend>{}</legend><p><strong>{}</strong></p>{}{}</fieldset></li>)",
              yes ? "yes" : "open", t("rubric.question." + key), words, advice,
              answer_fields(form, question));
}

Html other_fields(http::Parameters const& typed) {
  Html fields;
  for (auto const& [name, value] : typed) {
    if (!answers_a_question(name, value)) fields += hidden(name, value);
  }
  return fields;
}

Html questions(View const& view, Desk const& desk, OfferingBench const& at) {
  auto const typed = opened_form(at.offering);
  std::vector<Error> const none;
  FormView const form{view, "offering_form.", typed, none};
  auto const rows =
      each(choices<Inclusion>, [&](auto const& one) { return question_row(form, at.offering, one.first); });
  return html(
      R"(<form method="post" class="work" novalidate action="{}">{}<ol class="rubric">{}</ol><p><button class="button primary" type="submit" name="do" value="answers">{}</button></p></form>)",
      view.page(at.bench.path(at.offering.id)), hidden("form", desk.form_token) + other_fields(typed), rows,
      view.language("work.keep"));
}

}  // namespace

http::Response offering_for_everybody(http::Request const&, View const& view, Desk const& desk,
                                      PathArguments const& arguments) {
  auto const at = offering_bench(desk, arguments[0], arguments[1], accounts::Action::keep_offering);
  if (!at) return work_refused(view, at.error());
  auto const& t = view.language;
  auto const yes = std::ranges::count_if(
      choices<Inclusion>, [&](auto const& one) { return answer(at->offering, one.first).value_or(false); });
  return work_page(
      view, {.path = at->bench.path(at->offering.id) + "/for-everybody",
             .title = t("rubric.title", {{"title", at->offering.title}}),
             .body = html(R"(<p class="lead">{}</p>)", t("rubric.lead", {{"yes", std::to_string(yes)}})) +
                     questions(view, desk, *at),
             .back = at->bench.organisation.name,
             .back_to = at->bench.path()});
}

}  // namespace wegwijzer::web::pages
