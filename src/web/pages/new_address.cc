// SPDX-License-Identifier: EUPL-1.2
// Another mail address for one's account: asked for, withdrawn, and confirmed by the link that went there.
#include "usecases/account/new_address.h"

#include "web/handlers.h"
#include "web/parts.h"
#include "web/proven_form.h"

namespace wegwijzer::web::pages {

namespace {

constexpr auto const* own_path = "/account/address";
constexpr auto const* confirm_path = "/account/address/confirm";

std::string in_form(http::Request const& request, char const* name) {
  return std::string(request.form.first(name).value_or(""));
}

Html wanted_field(View const& view, std::string const& typed, Error const* problem) {
  return account_field(view,
                       {.id = "mail",
                        .label = view.language("account.new_address"),
                        .hint = view.language("account.new_address_hint"),
                        .type = "email",
                        .value = typed,
                        .complete = "email"},
                       problem);
}

// The same whether or not somebody has that address already.
Html asked_before(View const& view, Desk const& desk) {
  auto const asked = desk.store.accounts()->new_address(desk.visit->person.id);
  if (!asked || asked->ends <= desk.now) return {};
  auto const& t = view.language;
  return html(R"(<p role="status">{}</p>)", t("account.address_asked", {{"mail", asked->mail.text()}})) +
         account_form(view, desk, "/account/address/withdraw", {}, t("account.address_withdraw"), "button");
}

http::Response address_page(View const& view, Desk const& desk, std::string const& typed = {},
                            Error const* problem = nullptr) {
  auto const& t = view.language;
  auto const lead = t("account.address_lead", {{"mail", desk.visit->person.mail.text()}});
  return account_page(view, own_path, t("account.change_address"),
                      html(R"(<p class="lead">{}</p>)", lead) + asked_before(view, desk) +
                          proven_form(view, desk,
                                      {.path = own_path,
                                       .fields = wanted_field(view, typed, problem),
                                       .button = t("account.send_confirmation"),
                                       .link_first = t("account.address_by_link")},
                                      problem),
                      problem);
}

Done ask(Desk const& desk, accounts::EmailAddress const& wanted, std::string_view password) {
  auto const proof = prove(*desk.store.accounts(), desk.parts.secrets, desk.parts.attempts, *desk.visit,
                           password, desk.from, desk.now);
  if (!proof) return fail(proof.error());
  auto free = may_ask_new_address(desk.parts.attempts, desk.visit->person.id, wanted, desk.from, desk.now);
  if (!free) return free;
  return desk.change([&](AccountWorld const& world, Visit const& visit) {
    return ask_new_address(world, visit, wanted, *proof);
  });
}

http::Response confirm_page(View const& view, Html const& body, Error const* problem = nullptr) {
  return account_page(view, confirm_path, view.language("account.change_address"), body, problem);
}

http::Response not_confirmed(View const& view, Error const& problem) {
  return confirm_page(view,
                      html(R"(<p><a class="button" href="{}">{}</a></p>)", view.page(own_path),
                           view.language("account.change_address")),
                      &problem);
}

// Of whom the link is is not said to who opens it elsewhere.
http::Response sign_in_first(View const& view, std::string const& token) {
  auto const after = Url::path(confirm_path).with("token", token).text();
  auto const there = view.page("/sign-in").with("next", after);
  return confirm_page(view, html(R"(<p>{}</p><p><a class="button primary" href="{}">{}</a></p>)",
                                 view.language("account.address_not_yours"), there,
                                 view.language("account.sign_in_again_by")));
}

}  // namespace

http::Response new_address(http::Request const&, View const& view, Desk const& desk) {
  return address_page(view, desk);
}

http::Response ask_for_new_address(http::Request const& request, View const& view, Desk const& desk) {
  auto const typed = in_form(request, "mail");
  auto const wanted = accounts::EmailAddress::parse(typed);
  if (!wanted) return address_page(view, desk, typed, &wanted.error());
  auto const asked = ask(desk, *wanted, in_form(request, "old"));
  return asked ? to_page(view, own_path) : address_page(view, desk, typed, &asked.error());
}

http::Response withdraw_new_address(http::Request const&, View const& view, Desk const& desk) {
  auto const done = desk.change([](AccountWorld const& world, Visit const& visit) {
    return wegwijzer::withdraw_new_address(world, visit);
  });
  return done ? to_page(view, own_path) : address_page(view, desk, {}, &done.error());
}

http::Response confirm_new_address(http::Request const& request, View const& view, Desk const& desk) {
  auto const token = std::string(request.query.first("token").value_or(""));
  auto const found = show_new_address(*desk.store.accounts(), desk.parts.secrets, token, desk.now);
  if (!found) return not_confirmed(view, found.error());
  if (!desk.whole() || desk.visit->person.id != found->person) return sign_in_first(view, token);
  auto const& t = view.language;
  return confirm_page(
      view, html("<p>{}</p>", t("account.address_confirm_text",
                                {{"old", desk.visit->person.mail.text()}, {"new", found->mail.text()}})) +
                account_form(view, desk, confirm_path, hidden("token", token), t("account.address_use")));
}

http::Response move_to_new_address(http::Request const& request, View const& view, Desk const& desk) {
  auto const done = desk.change([&](AccountWorld const& world, Visit const& visit) {
    return take_new_address(world, visit, in_form(request, "token"));
  });
  return done ? to_page(view, "/account") : not_confirmed(view, done.error());
}

}  // namespace wegwijzer::web::pages
