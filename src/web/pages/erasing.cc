// SPDX-License-Identifier: EUPL-1.2
// Erasing one's account, by who shows once more who they are.
#include "usecases/account/own.h"
#include "web/handlers.h"
#include "web/proven_form.h"

namespace wegwijzer::web::pages {

namespace {

Html tick(View const& view) {
  return html(R"(<p><label><input type="checkbox" name="sure" value="yes" required> {}</label></p>)",
              view.language("account.erase_sure"));
}

http::Response erasing_page(View const& view, Desk const& desk, Error const* problem = nullptr) {
  auto const& t = view.language;
  return account_page(view, "/account/erase", t("account.erase"),
                      html(R"(<p class="lead">{}</p>)", t("account.erase_text")) +
                          proven_form(view, desk,
                                      {.path = "/account/erase",
                                       .fields = {},
                                       .button = t("account.erase"),
                                       .link_first = t("account.erase_by_link"),
                                       .after = tick(view)},
                                      problem),
                      problem);
}

}  // namespace

http::Response erasing(http::Request const&, View const& view, Desk const& desk) {
  return erasing_page(view, desk);
}

http::Response erase(http::Request const& request, View const& view, Desk const& desk) {
  if (request.form.first("sure") != "yes") return erasing_page(view, desk);
  auto const proof = prove(*desk.store.accounts(), desk.parts.secrets, desk.parts.attempts, *desk.visit,
                           request.form.first("old").value_or(""), desk.from, desk.now);
  if (!proof) return erasing_page(view, desk, &proof.error());
  auto const done = desk.change([&](AccountWorld const& world, Visit const& visit) {
    return erase_person(world, visit.person, *proof);
  });
  if (!done) return erasing_page(view, desk, &done.error());
  auto response = to_page(view, "/");
  desk.parts.cookies.clear(response);
  return response;
}

}  // namespace wegwijzer::web::pages
