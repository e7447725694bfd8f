// SPDX-License-Identifier: EUPL-1.2
// What somebody keeps of their own account.
#include <algorithm>

#include "print/qr_code.h"
#include "usecases/account/own.h"
#include "usecases/account/second_factor.h"
#include "web/account_parts.h"
#include "web/contact_parts.h"
#include "web/elsewhere_parts.h"
#include "web/handlers.h"
#include "web/parts.h"

namespace wegwijzer::web::pages {

namespace {

std::string typed_in(http::Request const& request, char const* name) {
  return std::string(request.form.first(name).value_or(""));
}

Html language_field(View const& view, std::string const& chosen) {
  return html(
      R"(<div class="field"><label for="language">{}</label><select id="language" name="language">{}{}</select></div>)",
      view.language("account.language"), option("nl", "Nederlands", chosen == "nl"),
      option("en", "English", chosen == "en"));
}

Html own_name(View const& view, Desk const& desk, Error const* problem) {
  auto const& t = view.language;
  auto const& person = desk.visit->person;
  return html(R"(<h2>{}</h2><p>{}</p><p><a class="button" href="{}">{}</a></p>)", t("account.about_you"),
              t("account.your_mail", {{"mail", person.mail.text()}}), view.page("/account/address"),
              t("account.change_address")) +
         account_form(view, desk, "/account/name",
                      account_field(view,
                                    {.id = "name",
                                     .label = t("account.name"),
                                     .hint = t("account.name_hint"),
                                     .value = person.name,
                                     .complete = "name"},
                                    problem) +
                          language_field(view, person.language),
                      t("account.save"));
}

Html own_password(View const& view, Desk const& desk, bool has_one, Error const* problem) {
  bool const asks_old = has_one && !is_fresh(desk.visit->sign_in, desk.now);
  auto const& t = view.language;
  auto const old = account_field(
      view,
      {.id = "old", .label = t("account.old_password"), .type = "password", .complete = "current-password"},
      problem);
  auto const wanted = account_field(view,
                                    {.id = "password",
                                     .label = t("account.new_password"),
                                     .hint = t("account.new_password_hint"),
                                     .type = "password",
                                     .complete = "new-password"},
                                    problem);
  return html("<h2>{}</h2><p>{}</p>", t("account.password"),
              t(has_one ? "account.has_password" : "account.has_no_password")) +
         account_form(view, desk, "/account/password", (asks_old ? old : Html()) + wanted, t("account.save"));
}

Html own_factor(View const& view, bool has_one) {
  auto const& t = view.language;
  return html(R"(<h2>{}</h2><p>{}</p><p><a class="button" href="{}">{}</a></p>)", t("account.second_factor"),
              t(has_one ? "account.has_factor" : "account.has_no_factor"),
              view.page("/account/second-factor"),
              t(has_one ? "account.renew_codes" : "account.put_on_factor"));
}

Html own_sign_ins(View const& view, Desk const& desk, Accounts& accounts) {
  auto const& t = view.language;
  return html("<h2>{}</h2><ul>{}</ul>", t("account.sign_ins"),
              each(accounts.sign_ins(desk.visit->person.id), [&](accounts::SignIn const& one) {
                if (over(one, desk.now)) return Html();
                auto const device = one.device.empty() ? t("account.device_unknown") : one.device;
                auto const line =
                    t("account.sign_in_line", {{"device", device}, {"seen", moment_phrase(view, one.seen)}});
                if (one.id == desk.visit->sign_in.id) {
                  return html("<li><p>{} <strong>{}</strong></p></li>", line, t("account.this_one"));
                }
                return html("<li><p>{}</p>{}</li>", line,
                            account_form(view, desk, "/account/sign-ins/end", hidden("id", text(one.id)),
                                         t("account.end_sign_in"), "button"));
              }));
}

std::string key_of_role(accounts::Membership const& one) {
  return key_of(one.role(), one.place());
}

Html colleagues_link(View const& view, Desk const& desk) {
  if (!may(desk.asker(), accounts::Action::open_colleagues)) return {};
  return html(R"(<p><a class="button primary" href="{}">{}</a></p>)", view.page("/account/colleagues"),
              view.language("account.to_colleagues"));
}

// Asked once more: one gets it back from somebody else only.
Html leave_form(View const& view, Desk const& desk, accounts::Membership const& one) {
  auto const& t = view.language;
  return html("<details><summary>{}</summary><p>{}</p>{}</details>", t("account.leave"),
              t("account.leave_sure", {{"role", role_phrase(view, one.role(), one.place())}}),
              account_form(view, desk, "/account/leave", hidden("role", key_of_role(one)),
                           t("account.leave_yes"), "button"));
}

Html own_roles(View const& view, Desk const& desk) {
  auto const& t = view.language;
  if (desk.visit->memberships.empty())
    return html("<h2>{}</h2><p>{}</p>", t("account.roles"), t("account.no_roles"));
  return html("<h2>{}</h2><ul>{}</ul>", t("account.roles"),
              each(desk.visit->memberships, [&](accounts::Membership const& one) {
                return html("<li><p>{}</p>{}</li>", role_phrase(view, one.role(), one.place()),
                            leave_form(view, desk, one));
              }));
}

// What contact lists say of this address, and the ways to the lists of one's networks.
Html own_contacts_part(View const& view, Desk const& desk) {
  auto const& t = view.language;
  auto const own = each(contacts_of(desk.store, desk.visit->person.mail.text()), [&](OwnContact const& one) {
    auto const to = view.page("/e/" + one.network.slug + "/contact").with("id", text(one.contact.id));
    return html(R"(<li><a href="{}">{}</a> <span class="hint">{}</span></li>)", to,
                t("people.own_at", {{"organisation", one.organisation}}), consent_phrase(view, one.contact));
  });
  auto const lists = each(desk.store.ecosystems(), [&](Ecosystem const& network) {
    if (!may(desk.asker(), accounts::Action::see_contacts, {network.id, std::nullopt})) return Html();
    return html(R"(<p><a class="button" href="{}">{}</a></p>)", view.page(contacts_path(network)),
                t("people.title", {{"network", network.name}}));
  });
  if (own.empty() && lists.empty()) return {};
  auto const stands = own.empty() ? html("<p>{}</p>", t("people.own_none"))
                                  : html("<p>{}</p><ul>{}</ul>", t("people.own_some"), own);
  return html(R"(<h2 id="contacts">{}</h2>{}{})", t("people.own_heading"), stands, lists);
}

Html own_data_and_end(View const& view, Desk const& desk) {
  auto const& t = view.language;
  return html(R"(<h2>{}</h2><p><a href="{}">{}</a></p>)", t("account.data"), view.page("/account/data.json"),
              t("account.data_link")) +
         html(R"(<h2>{}</h2><p>{}</p><p><a class="button" href="{}">{}</a></p>)", t("account.erase"),
              t("account.erase_text"), view.page("/account/erase"), t("account.erase")) +
         html("<h2>{}</h2>", t("account.sign_out")) +
         account_form(view, desk, "/sign-out", {}, t("account.sign_out"), "button");
}

Html way_to_work(View const& view, Desk const& desk) {
  if (!may(desk.asker(), accounts::Action::see_workplace)) return {};
  return html(R"(<p><a class="button primary" href="{}">{}</a></p>)", view.page("/workplace"),
              view.language("work.title"));
}

// For who has no workplace: a guide, who looks at a network.
Html ways_to_question_boxes(View const& view, Desk const& desk) {
  if (may(desk.asker(), accounts::Action::see_workplace)) return {};
  return each(desk.store.ecosystems(), [&](Ecosystem const& ecosystem) {
    if (!may(desk.asker(), accounts::Action::use_question_box, {ecosystem.id, std::nullopt})) return Html();
    return html(R"(<p><a class="button primary" href="{}">{}</a></p>)",
                view.page("/workplace/" + ecosystem.slug + "/hubs"),
                view.language("work_hub.title", {{"network", ecosystem.name}}));
  });
}

http::Response own_page(View const& view, Desk const& desk, Error const* problem = nullptr) {
  auto const accounts = desk.store.accounts();
  auto const& person = desk.visit->person;
  auto const factor = accounts->second_factor(person.id);
  bool const has_password = accounts->password_hash(person.id).has_value();
  return account_page(
      view, "/account", view.language("account.title"),
      way_to_work(view, desk) + ways_to_question_boxes(view, desk) + own_roles(view, desk) +
          colleagues_link(view, desk) + own_name(view, desk, problem) +
          own_password(view, desk, has_password, problem) + own_factor(view, factor && factor->confirmed_at) +
          own_accounts_elsewhere(view, desk, *accounts) + own_sign_ins(view, desk, *accounts) +
          own_contacts_part(view, desk) + own_data_and_end(view, desk),
      problem);
}

http::Response told(View const& view, Desk const& desk, Done const& done) {
  return done ? to_page(view, "/account") : own_page(view, desk, &done.error());
}

}  // namespace

http::Response account(http::Request const&, View const& view, Desk const& desk) {
  return own_page(view, desk);
}

http::Response save_name(http::Request const& request, View const& view, Desk const& desk) {
  return told(view, desk, desk.change([&](AccountWorld const& world, Visit const& visit) {
    return rename_person(world, visit.person, typed_in(request, "name"), typed_in(request, "language"));
  }));
}

http::Response save_password(http::Request const& request, View const& view, Desk const& desk) {
  auto const wanted =
      prepare_password(*desk.store.accounts(), desk.parts.secrets, desk.parts.attempts, *desk.visit,
                       typed_in(request, "old"), typed_in(request, "password"), desk.from, desk.now);
  if (!wanted) return own_page(view, desk, &wanted.error());
  return told(view, desk, desk.change([&](AccountWorld const& world, Visit const& visit) {
    return keep_password(world, visit, *wanted);
  }));
}

http::Response end_other(http::Request const& request, View const& view, Desk const& desk) {
  auto const id = Id<accounts::SignIn>::parse(typed_in(request, "id"));
  if (!id) return own_page(view, desk, &id.error());
  return told(view, desk, desk.change([&](AccountWorld const& world, Visit const& visit) {
    return end_sign_in(world, visit.person.id, *id);
  }));
}

http::Response leave_role(http::Request const& request, View const& view, Desk const& desk) {
  auto const found = std::ranges::find(desk.visit->memberships, typed_in(request, "role"), key_of_role);
  Error const missing{Fault::missing, "account.missing"};
  if (found == desk.visit->memberships.end()) return own_page(view, desk, &missing);
  return told(view, desk,
              desk.change([&](AccountWorld const& world, Visit const&) { return leave(world, *found); }));
}

http::Response own_data_file(http::Request const&, View const&, Desk const& desk) {
  auto response = http::json(own_data(*desk.store.accounts(), desk.visit->person,
                                      contacts_of(desk.store, desk.visit->person.mail.text())));
  response.headers.set("Content-Disposition", "attachment; filename=\"wegwijzer-account.json\"");
  return response;
}

namespace {

// For who has come in whole, and for who has to put one on first.
bool may_keep_factor(Desk const& desk) {
  return desk.visit && desk.visit->sign_in.stage != accounts::Stage::awaits_code;
}

Html code_field(View const& view, Error const* problem) {
  return account_field(view,
                       {.id = "code",
                        .label = view.language("account.code"),
                        .hint = view.language("account.code_hint"),
                        .complete = "one-time-code"},
                       problem);
}

std::string app_address(Desk const& desk, std::string const& secret) {
  return "otpauth://totp/Wegwijzer:" + percent_encoded(desk.visit->person.mail.text()) + "?secret=" + secret +
         "&issuer=Wegwijzer";
}

http::Response enrolment(View const& view, Desk const& desk, std::string const& secret,
                         Error const* problem = nullptr) {
  auto const& t = view.language;
  auto const body =
      html(
          R"(<p class="lead">{}</p><ol><li><p>{}</p></li><li><p>{}</p><p><img class="qr" src="{}" width="220" height="220" alt="{}"></p><p>{} <code id="secret">{}</code></p></li><li><p>{}</p></li></ol>)",
          t("account.factor_lead"), t("account.factor_app"), t("account.factor_scan"),
          view.page("/account/second-factor/qr.svg"), t("account.factor_picture"), t("account.factor_type"),
          secret, t("account.factor_show")) +
      account_form(view, desk, "/account/second-factor", code_field(view, problem),
                   t("account.put_on_factor"));
  return account_page(view, "/account/second-factor", t("account.second_factor"), body, problem);
}

http::Response renewal(View const& view, Desk const& desk, Error const* problem = nullptr) {
  auto const& t = view.language;
  return account_page(view, "/account/second-factor", t("account.second_factor"),
                      html(R"(<p class="lead">{}</p><h2>{}</h2><p>{}</p>)", t("account.has_factor"),
                           t("account.renew_codes"), t("account.renew_codes_text")) +
                          account_form(view, desk, "/account/recovery-codes", code_field(view, problem),
                                       t("account.renew_codes")),
                      problem);
}

http::Response show_recovery_codes(View const& view, std::vector<std::string> const& codes,
                                   std::string const& next = {}) {
  auto const& t = view.language;
  return account_page(
      view, "/account/second-factor", t("account.recovery_codes"),
      html(
          R"(<p class="lead">{}</p><ul class="recovery-codes">{}</ul><p><a class="button primary" href="{}">{}</a></p>)",
          t("account.recovery_codes_text"),
          each(codes, [](std::string const& code) { return html("<li><code>{}</code></li>", code); }),
          next.empty() ? view.page("/account") : Url::path(next), t("account.codes_kept")));
}

http::Response factor_page(View const& view, Desk const& desk, Error const* problem = nullptr) {
  auto const secret = desk.change(
      [&](AccountWorld const& world, Visit const& visit) { return begin_second_factor(world, visit); });
  if (secret) return enrolment(view, desk, *secret, problem);
  if (secret.error().fault == Fault::conflict) return renewal(view, desk, problem);
  return account_page(view, "/account/second-factor", view.language("account.second_factor"),
                      account_form(view, desk, "/sign-out", {}, view.language("account.sign_out")),
                      &secret.error());
}

}  // namespace

http::Response second_factor(http::Request const&, View const& view, Desk const& desk) {
  if (!may_keep_factor(desk)) return to_page(view, "/sign-in");
  return factor_page(view, desk);
}

http::Response second_factor_picture(http::Request const&, View const& view, Desk const& desk) {
  if (!may_keep_factor(desk)) return to_page(view, "/sign-in");
  auto const secret = desk.change(
      [&](AccountWorld const& world, Visit const& visit) { return begin_second_factor(world, visit); });
  if (!secret) return http::problem(404);
  return http::file(
      print::svg(print::QrCode::of(app_address(desk, *secret)), view.language("account.factor_picture")),
      "image/svg+xml");
}

http::Response put_on_second_factor(http::Request const& request, View const& view, Desk const& desk) {
  if (!may_keep_factor(desk)) return to_page(view, "/sign-in");
  auto const on = desk.change([&](AccountWorld const& world, Visit const& visit) {
    return confirm_second_factor(world, desk.parts.attempts, visit, typed_in(request, "code"), desk.from);
  });
  if (!on) return factor_page(view, desk, &on.error());
  auto response = show_recovery_codes(view, on->recovery_codes, kept_next(request, desk));
  desk.parts.cookies.set(response, on->came_in.token);
  forget_next(response, request, desk);
  return response;
}

http::Response renew_codes(http::Request const& request, View const& view, Desk const& desk) {
  auto const codes = desk.change([&](AccountWorld const& world, Visit const& visit) {
    return renew_recovery_codes(world, desk.parts.attempts, visit, typed_in(request, "code"), desk.from);
  });
  if (codes) return show_recovery_codes(view, *codes);
  tell_if_wrong(desk, codes.error());
  return renewal(view, desk, &codes.error());
}

}  // namespace wegwijzer::web::pages
