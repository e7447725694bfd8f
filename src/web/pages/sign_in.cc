// SPDX-License-Identifier: EUPL-1.2
// Coming in: by a mail, by a password and its second factor, by an invitation; and going out.
#include "usecases/account/sign_in.h"

#include "usecases/account/invite.h"
#include "usecases/account/second_factor.h"
#include "web/account_parts.h"
#include "web/elsewhere_parts.h"
#include "web/handlers.h"
#include "web/mail_text.h"
#include "web/parts.h"

namespace wegwijzer::web::pages {

namespace {

std::string typed(http::Request const& request, char const* name) {
  return std::string(request.form.first(name).value_or(""));
}

Html mail_field(View const& view, std::string const& value, Error const* problem) {
  return account_field(view,
                       {.id = "mail",
                        .label = view.language("account.mail"),
                        .hint = view.language("account.mail_hint"),
                        .type = "email",
                        .value = value,
                        .complete = "username"},
                       problem);
}

// What came wrong, and what was typed.
struct Refused {
  Error const* problem = nullptr;
  std::string typed{};
};

http::Response ways_to_sign_in(View const& view, Desk const& desk, std::string const& next,
                               Refused const& refused = {}) {
  auto const* const problem = refused.problem;
  auto const& t = view.language;
  auto const kept = next.empty() ? Html() : hidden("next", next_page(next));
  auto const body = html(R"(<p class="lead">{}</p>)", t("account.sign_in_lead")) +
                    elsewhere_buttons(view, desk, next) +
                    html("<h2>{}</h2><p>{}</p>", t("account.by_link"), t("account.by_link_text")) +
                    account_form(view, desk, "/sign-in/link", kept + mail_field(view, refused.typed, problem),
                                 t("account.send_link")) +
                    html(R"(<h2>{}</h2><p><a class="button" href="{}">{}</a></p>)", t("account.by_password"),
                         next.empty() ? view.page("/sign-in/password")
                                      : view.page("/sign-in/password").with("next", next_page(next)),
                         t("account.to_password"));
  return account_page(view, "/sign-in", t("account.sign_in"), body, problem);
}

http::Response password_page(View const& view, Desk const& desk, std::string const& mail,
                             std::string const& next, Error const* problem = nullptr) {
  auto const& t = view.language;
  auto const fields = (next.empty() ? Html() : hidden("next", next_page(next))) +
                      mail_field(view, mail, problem) +
                      account_field(view,
                                    {.id = "password",
                                     .label = t("account.password"),
                                     .type = "password",
                                     .complete = "current-password"},
                                    problem);
  auto const body =
      account_form(view, desk, "/sign-in/password", fields, t("account.sign_in")) +
      html(R"(<p><a href="{}">{}</a></p>)",
           next.empty() ? view.page("/sign-in") : view.page("/sign-in").with("next", next_page(next)),
           t("account.forgot"));
  return account_page(view, "/sign-in/password", t("account.by_password"), body, problem);
}

http::Response code_page(View const& view, Desk const& desk, Error const* problem = nullptr) {
  auto const& t = view.language;
  auto const fields = account_field(view,
                                    {.id = "code",
                                     .label = t("account.code"),
                                     .hint = t("account.code_or_recovery_hint"),
                                     .complete = "one-time-code"},
                                    problem);
  return account_page(view, "/sign-in/second-factor", t("account.second_factor"),
                      account_form(view, desk, "/sign-in/second-factor", fields, t("account.go_on")) +
                          html("<p>{}</p>", t("account.factor_lost")),
                      problem);
}

bool awaits_code(Desk const& desk) {
  return desk.visit && desk.visit->sign_in.stage == accounts::Stage::awaits_code;
}

}  // namespace

http::Response sign_in(http::Request const& request, View const& view, Desk const& desk) {
  if (desk.whole()) return to_page(view, "/account");
  return ways_to_sign_in(view, desk, std::string(request.query.first("next").value_or("")));
}

http::Response ask_link(http::Request const& request, View const& view, Desk const& desk) {
  auto const mail = accounts::EmailAddress::parse(typed(request, "mail"));
  auto const next = typed(request, "next");
  if (!mail) return ways_to_sign_in(view, desk, next, {&mail.error(), typed(request, "mail")});
  // The same answer to who asks too often: nobody's letter box is filled, and nobody learns who has an
  // account.
  auto const wait = desk.parts.attempts.begin(Attempt::link, mail->text(), desk.from, desk.now);
  if (!wait)
    desk.change_for_anybody([&](AccountWorld const& world) { return ask_for_link(world, *mail), Done(); });
  auto response = to_page(view, "/sign-in/link");
  // The mail is read elsewhere and leads back here: where to go on to is kept apart from its link.
  if (next.empty()) {
    forget_next(response, request, desk);
  } else {
    keep_next(response, desk, next);
  }
  return response;
}

http::Response link_page(http::Request const& request, View const& view, Desk const& desk) {
  auto const& t = view.language;
  auto const token = request.query.first("token");
  if (!token) {
    return account_page(
        view, "/sign-in/link", t("account.link_sent"),
        html(R"(<p class="lead">{}</p><p>{}</p>)", t("account.link_sent_text"), t("account.link_sent_not")));
  }
  auto const person = show_link(*desk.store.accounts(), desk.parts.secrets, *token, desk.now);
  if (!person) return ways_to_sign_in(view, desk, kept_next(request, desk), {&person.error()});
  // Programs that look at each address in a mail do not use it up: that takes the button. Whose account it is
  // stands there: nobody works in that of somebody who sent a link of their own.
  return account_page(
      view, "/sign-in/link", t("account.sign_in"),
      html("<p>{}</p>", t("account.link_for", {{"mail", person->mail.text()}})) +
          account_form(view, desk, "/sign-in/link/use", hidden("token", *token), t("account.sign_in")));
}

http::Response come_in_by_link(http::Request const& request, View const& view, Desk const& desk) {
  auto const came_in = desk.change_for_anybody([&](AccountWorld const& world) {
    if (desk.visit) world.accounts.remove(desk.visit->sign_in.id);
    return use_link(world, typed(request, "token"), desk.device);
  });
  if (!came_in) return ways_to_sign_in(view, desk, kept_next(request, desk), {&came_in.error()});
  return let_in(request, view, desk, *came_in);
}

http::Response password_form(http::Request const& request, View const& view, Desk const& desk) {
  return password_page(view, desk, {}, std::string(request.query.first("next").value_or("")));
}

http::Response come_in_by_password(http::Request const& request, View const& view, Desk const& desk) {
  auto const mail = accounts::EmailAddress::parse(typed(request, "mail"));
  auto const next = typed(request, "next");
  if (!mail) return password_page(view, desk, typed(request, "mail"), next, &mail.error());
  auto const checked = check_sign_in(*desk.store.accounts(), desk.parts.secrets, desk.parts.attempts, *mail,
                                     typed(request, "password"), desk.from, desk.now);
  if (!checked) return password_page(view, desk, mail->text(), next, &checked.error());
  auto const came_in = desk.change_for_anybody([&](AccountWorld const& world) {
    if (desk.visit) world.accounts.remove(desk.visit->sign_in.id);
    return wegwijzer::come_in_by_password(world, *checked, desk.device);
  });
  if (!came_in) return password_page(view, desk, mail->text(), next, &came_in.error());
  return let_in(request, view, desk, *came_in, next);
}

http::Response code_form(http::Request const&, View const& view, Desk const& desk) {
  if (!awaits_code(desk)) return to_page(view, "/account");
  return code_page(view, desk);
}

http::Response show_code(http::Request const& request, View const& view, Desk const& desk) {
  if (!awaits_code(desk)) return to_page(view, "/account");
  auto const came_in = desk.change([&](AccountWorld const& world, Visit const& visit) {
    return show_second_factor(world, desk.parts.attempts, visit, typed(request, "code"), desk.from);
  });
  if (!came_in) {
    tell_if_wrong(desk, came_in.error());
    return code_page(view, desk, &came_in.error());
  }
  return let_in(request, view, desk, *came_in);
}

namespace {

// Nobody can say any more whether it was used, ended or taken back; who used it has an account.
http::Response invitation_over(View const& view, Desk const& desk, Error const& error) {
  auto const& t = view.language;
  bool const is_in = desk.whole();
  return account_page(
      view, "/invitation", t("account.invitation"),
      html(R"(<p>{}</p><p><a class="button primary" href="{}">{}</a></p>)",
           t(is_in ? "account.invitation_used_here" : "account.invitation_used"),
           view.page(is_in ? "/account" : "/sign-in"), t(is_in ? "account.title" : "account.sign_in")),
      &error);
}

http::Response invitation_page(View const& view, Desk const& desk, std::string const& token,
                               Refused const& refused = {}) {
  auto const& t = view.language;
  auto const* const problem = refused.problem;
  auto const accounts = desk.store.accounts();
  auto const found = show_invitation(*accounts, desk.parts.secrets, token, desk.now);
  if (!found) return invitation_over(view, desk, found.error());
  auto const known = accounts->person(found->mail);
  auto const asked = t("account.invitation_text", {{"role", role_phrase(view, found->role, found->place)},
                                                   {"mail", found->mail.text()}});
  if (known && !is_whole_visit_of(desk.visit, known->id)) {
    return account_page(
        view, "/invitation", t("account.invitation"),
        html(R"(<p class="lead">{}</p><p>{}</p><p><a class="button primary" href="{}">{}</a></p>)", asked,
             t("account.sign_in_first"), view.page("/sign-in"), t("account.sign_in")));
  }
  auto const fields = hidden("token", token) + (known ? Html()
                                                      : account_field(view,
                                                                      {.id = "name",
                                                                       .label = t("account.name"),
                                                                       .hint = t("account.name_hint"),
                                                                       .value = refused.typed,
                                                                       .complete = "name"},
                                                                      problem));
  return account_page(view, "/invitation", t("account.invitation"),
                      html(R"(<p class="lead">{}</p>)", asked) +
                          account_form(view, desk, "/invitation", fields, t("account.accept")),
                      problem);
}

}  // namespace

http::Response invitation(http::Request const& request, View const& view, Desk const& desk) {
  return invitation_page(view, desk, std::string(request.query.first("token").value_or("")));
}

http::Response accept(http::Request const& request, View const& view, Desk const& desk) {
  auto const token = typed(request, "token");
  auto const came_in = desk.change_for_anybody([&](AccountWorld const& world) {
    auto accepted =
        accept_invitation(world, token, typed(request, "name"), desk.device, still(world, desk.visit));
    if (accepted && desk.visit) world.accounts.remove(desk.visit->sign_in.id);
    return accepted;
  });
  if (!came_in) return invitation_page(view, desk, token, {&came_in.error(), typed(request, "name")});
  return let_in(request, view, desk, *came_in);
}

http::Response sign_out(http::Request const&, View const& view, Desk const& desk) {
  auto const next = path_after_sign_out(desk);
  if (desk.visit) {
    desk.change_for_anybody([&](AccountWorld const& world) {
      return end_sign_in(world, desk.visit->person.id, desk.visit->sign_in.id);
    });
  }
  auto response = to_page(view, next.empty() ? "/sign-in" : next);
  desk.parts.cookies.clear(response);
  return response;
}

namespace {

// By its own name, and by nobody in between: a name of somebody else can lead to this machine too.
bool asked_on_this_machine(http::Request const& request) {
  auto host = request.headers.first("Host").value_or("");
  auto const port = host.rfind(':');
  if (port != host.npos && host.find_first_not_of("0123456789", port + 1) == host.npos)
    host = host.substr(0, port);
  bool const named = host == "localhost" || host == "127.0.0.1" || host == "[::1]";
  return named && !request.headers.first("X-Forwarded-For") && !request.headers.first("Forwarded");
}

}  // namespace

http::Response mails_on_trial(http::Request const& request, View const& view, Desk const& desk) {
  if (!desk.parts.shows_mail || !asked_on_this_machine(request))
    return show_error(view, "/", {Fault::missing, "page.missing"});
  Html list;
  auto const address = *PublicAddress::parse("http://localhost");
  for (auto const& mail : desk.store.accounts()->mails_waiting()) {
    auto const message = message_of(mail, desk.parts.secrets, view.languages, address);
    if (!message) continue;
    auto const begin = message->text.find(address.text()) + address.text().size();
    auto const path = message->text.substr(begin, message->text.find('\n', begin) - begin);
    auto const question = path.find("?token=");
    auto link = Url::path(path.substr(0, question));
    if (question != path.npos) link = std::move(link).with("token", path.substr(question + 7));
    list += html(R"(<li><p><strong>{}</strong> {}</p><p>{}</p><p><a href="{}">{}</a></p></li>)",
                 mail.to.text(), message->subject.text(), message->text.substr(0, message->text.find('\n')),
                 link, view.language("mail." + text(mail.kind) + "_button"));
  }
  return account_page(view, "/mail", view.language("account.mails"), html("<ol>{}</ol>", list));
}

}  // namespace wegwijzer::web::pages
