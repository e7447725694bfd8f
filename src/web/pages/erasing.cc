// SPDX-License-Identifier: EUPL-1.2
// Erasing one's account, by who shows once more who they are.
#include "usecases/account/own.h"
#include "web/account_parts.h"
#include "web/handlers.h"
#include "web/parts.h"

namespace wegwijzer::web::pages {

namespace {

Html tick(View const& view) {
  return html(R"(<p><label><input type="checkbox" name="sure" value="yes" required> {}</label></p>)",
              view.language("account.erase_sure"));
}

Html password_field(View const& view, Error const* problem) {
  return account_field(view,
                       {.id = "old",
                        .label = view.language("account.your_password"),
                        .hint = view.language("account.your_password_hint"),
                        .type = "password",
                        .complete = "current-password"},
                       problem);
}

// Who has no password, and read the mail too long ago.
Html link_first(View const& view, Desk const& desk) {
  return html("<p>{}</p>", view.language("account.erase_by_link")) +
         account_form(view, desk, "/sign-in/link", hidden("mail", desk.visit->person.mail.text()),
                      view.language("account.send_link"));
}

http::Response erasing_page(View const& view, Desk const& desk, Error const* problem = nullptr) {
  auto const& t = view.language;
  bool const fresh = is_fresh(desk.visit->sign_in, desk.now);
  bool const has_password = desk.store.accounts()->password_hash(desk.visit->person.id).has_value();
  auto const form = [&] {
    return account_form(view, desk, "/account/erase",
                        (fresh ? Html() : password_field(view, problem)) + tick(view), t("account.erase"));
  };
  return account_page(view, "/account/erase", t("account.erase"),
                      html(R"(<p class="lead">{}</p>)", t("account.erase_text")) +
                          (fresh || has_password ? form() : link_first(view, desk)),
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
