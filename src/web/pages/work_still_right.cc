// SPDX-License-Identifier: EUPL-1.2
// Where the half-yearly mail leads: all that is on the map of an organisation, and one button.
#include "usecases/workplace/still_right.h"
#include "web/handlers.h"
#include "web/page.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/typed_fields.h"
#include "web/work_parts.h"

namespace wegwijzer::web::pages {

namespace {

Html row(View const& view, Offering const& offering) {
  auto const& t = view.language;
  auto const when = schedule_phrase(t, offering.schedule);
  return html(R"(<li><p><strong>{}</strong></p><p>{} · {}</p><p>{}</p></li>)", offering.title,
              for_whom_phrase(t, offering), price_phrase(t, offering.price),
              when.empty() ? t("schedule.unknown") : when);
}

http::Response thanks(View const& view) {
  auto const& t = view.language;
  return work_page(view, {.path = "/workplace/still-right",
                          .title = t("work.thanks"),
                          .body = html(R"(<p class="lead">{}</p>)", t("work.thanks_text"))});
}

// Who kept the mail for long wants to see the offering all the same.
http::Response over(View const& view, Error const& error) {
  auto const& t = view.language;
  return work_page(view,
                   {.path = "/workplace/still-right",
                    .title = t("work.question_over_title"),
                    .body = html(R"(<p class="lead">{}</p><p><a class="button primary" href="{}">{}</a></p>)",
                                 t.sentence(error), view.page("/workplace"), t("work.title")),
                    .status = status_of(error.fault)});
}

}  // namespace

http::Response still_right(http::Request const& request, View const& view, Desk const& desk) {
  auto const& t = view.language;
  auto const token = request.query.first("token").value_or("");
  auto const asked = show_question(desk.store, desk.parts.secrets, token, desk.now);
  if (!asked) return over(view, asked.error());
  auto const fields = hidden("token", token) + each(asked->offerings, [](Offering const& one) {
                        return hidden("offering", text(one.id));
                      });
  auto const button = account_form(view, desk, "/workplace/still-right", fields, t("work.all_still_right"),
                                   "button primary big");
  auto const other =
      html(R"(<p><a class="button" href="{}">{}</a></p>)", view.page("/workplace"), t("work.has_changed"));
  return work_page(
      view, {.path = "/workplace/still-right",
             .title = t("work.still_right_of", {{"organisation", asked->organisation.name}}),
             .body = html(R"(<p class="lead">{}</p><ul class="sessions">{}</ul>)", t("work.still_right_text"),
                          each(asked->offerings, [&](Offering const& one) { return row(view, one); })) +
                     button + other});
}

http::Response say_still_right(http::Request const& request, View const& view, Desk const& desk) {
  TypedFields typed(request.form);
  auto const offerings = typed.list("offering", Id<Offering>::parse);
  auto const done = answer_question(desk.store, desk.parts.secrets, typed.text("token"), offerings, desk.now);
  return done ? thanks(view) : over(view, done.error());
}

}  // namespace wegwijzer::web::pages
