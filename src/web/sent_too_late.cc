// SPDX-License-Identifier: EUPL-1.2
#include "web/sent_too_late.h"

#include "web/parts.h"
#include "web/work_parts.h"

namespace wegwijzer::web {

namespace {

Html sign_in_beside(View const& view) {
  return html(R"(<p><a class="button primary" href="{}" target="_blank" rel="noopener">{}</a></p>)",
              view.page("/sign-in").with("next", "/workplace"), view.language("work.sign_in_beside"));
}

Html once_more(http::Request const& request, View const& view, Desk const& desk) {
  auto where = Url::path(request.path.text());
  for (auto const& [name, value] : request.query) where = std::move(where).with(name, value);
  auto fields = hidden("form", desk.form_token);
  for (auto const& [name, value] : request.form) {
    if (name != "form") fields += hidden(name, value);
  }
  return html(
      R"(<form method="post" action="{}">{}<p><button class="{}" type="submit">{}</button></p></form>)",
      where, fields, desk.whole() ? "button primary" : "button", view.language("work.send_again"));
}

}  // namespace

http::Response show_signed_out(http::Request const& request, View const& view) {
  auto const& t = view.language;
  auto const sign_in = view.page("/sign-in").with("next", next_page(request.path.text()));
  return work_page(view,
                   {.path = "/workplace",
                    .title = t("work.sent_too_late"),
                    .body = html(R"(<p class="lead">{}</p><p><a class="button primary" href="{}">{}</a></p>)",
                                 t("work.do_again"), sign_in, t("nav.sign_in")),
                    .status = 403});
}

http::Response sent_too_late(http::Request const& request, View const& view, Desk const& desk) {
  auto const& t = view.language;
  bool const known = desk.whole();
  return work_page(view,
                   {.path = "/workplace",
                    .title = t("work.sent_too_late"),
                    .body = html(R"(<p class="lead">{}</p>)",
                                 known ? t("work.signed_in_anew", {{"name", visit_of(desk).person.name}})
                                       : t("work.signed_out_meanwhile")) +
                            (known ? Html() : sign_in_beside(view)) + once_more(request, view, desk),
                    .status = 403});
}

}  // namespace wegwijzer::web
