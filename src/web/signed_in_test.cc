// SPDX-License-Identifier: EUPL-1.2
// What somebody else could try with the pages of who signs in.
#include <gtest/gtest.h>

#include "kit/visited_site.h"
#include "usecases/account/own.h"
#include "web/mail_text.h"
#include "web/routes.h"

namespace wegwijzer::web {

class SignedIn : public VisitedSite {
 protected:
  // Without the secret of who signed in, unless it is part of the form.
  http::Response post(std::string const& path, std::string const& form) {
    return ask(http::Method::post, path, form);
  }

  // The secret that the answer gives to the browser.
  static std::string cookie_of(http::Response const& response) {
    auto const set = std::string(response.headers.first("Set-Cookie").value_or(""));
    auto const begin = set.find('=') + 1;
    return set.empty() ? "" : set.substr(begin, set.find(';') - begin);
  }

  static bool holds(http::Response const& response, std::string_view text) {
    return response.body.bytes().find(text) != std::string_view::npos;
  }

  // A guide of an organisation, who came in by an invitation and has a password.
  void anna_signs_in() {
    auto const changing = store_->change_accounts();
    AccountWorld const world{*changing, *secrets_, clock_.now()};
    accounts::Membership const roles[] = {
        *accounts::Membership::make({}, accounts::Role::server_operator, {})};
    ASSERT_TRUE(invite(world, {true, roles},
                       {*accounts::EmailAddress::parse("anna@school.example"),
                        accounts::Role::guide,
                        {an_ecosystem().id, Id<Organisation>(Uuid{1, 1})}}));
    auto const token = *secrets_->unseal(changing->mails_waiting().back().sealed_token);
    auto const came_in = *accept_invitation(world, token, "Anna", "");
    world.accounts.save_password(came_in.sign_in.person, secrets_->password_hash("paard batterij nietje"));
    changing->commit();
    cookie_ = came_in.token;
  }

  std::string form_token() { return secrets_->hash(Purpose::form, cookie_).text; }
};

TEST_F(SignedIn, is_what_each_page_of_ones_own_asks_for) {
  for (auto const& route : routes()) {
    if (route.action != accounts::Action::keep_own_account) continue;
    auto const answer = ask(route.method, std::string(route.pattern), "");
    if (route.method == http::Method::get) {
      EXPECT_EQ(location(answer).find("/sign-in?next="), 0U) << route.pattern;
    } else {
      EXPECT_EQ(answer.status, 403) << route.pattern;
    }
  }
}

TEST_F(SignedIn, sees_own_pages_that_no_cache_keeps) {
  anna_signs_in();
  EXPECT_TRUE(holds(get("/account"), "anna@school.example"));
  for (auto const* path : {"/account", "/", "/about", "/account/data.json"}) {
    EXPECT_EQ(get(path).headers.first("Cache-Control"), "no-store") << path;
  }
}

TEST_F(SignedIn, does_nothing_by_a_form_of_somebody_else) {
  anna_signs_in();
  auto const name = [&] {
    return store_->accounts()->person(*accounts::EmailAddress::parse("anna@school.example"))->name;
  };
  auto const good = "name=Eva&language=nl&form=" + form_token();
  EXPECT_EQ(post("/account/name", "name=Eva&language=nl").status, 403);
  EXPECT_EQ(post("/account/name", "name=Eva&language=nl&form=" + std::string(64, '0')).status, 403);
  auto cross = from_here();
  cross.set("Sec-Fetch-Site", "cross-site");
  EXPECT_EQ(ask(http::Method::post, "/account/name", good, cross).status, 403);
  http::Headers silent;
  silent.add("Host", "wegwijzer.example");
  EXPECT_EQ(ask(http::Method::post, "/account/name", good, silent).status, 403);
  EXPECT_EQ(name(), "Anna");
  EXPECT_EQ(post("/account/name", good).status, 303);
  EXPECT_EQ(name(), "Eva");
}

TEST_F(SignedIn, is_not_made_by_looking_at_an_address) {
  anna_signs_in();
  auto const token = std::string(43, 'a');
  {
    auto const changing = store_->change_accounts();
    auto const anna = *changing->person(*accounts::EmailAddress::parse("anna@school.example"));
    changing->add(accounts::Link{secrets_->hash(Purpose::link, token), anna.id,
                                 clock_.now() + std::chrono::minutes(1)});
    changing->commit();
  }
  cookie_.clear();
  auto const before = get("/sign-in/link?token=" + token);
  EXPECT_EQ(before.status, 200);
  EXPECT_TRUE(holds(before, "anna@school.example"));
  EXPECT_EQ(get("/sign-in/link?token=abc").status, 404);
  EXPECT_FALSE(before.headers.has("Set-Cookie"));
  EXPECT_FALSE(get("/").headers.has("Set-Cookie"));
}

TEST_F(SignedIn, gets_a_secret_that_it_did_not_bring) {
  anna_signs_in();
  cookie_ = std::string(43, 'A');  // what somebody else put there
  auto const came_in = post("/sign-in/password", "mail=anna@school.example&password=paard+batterij+nietje");
  ASSERT_EQ(came_in.status, 303);
  EXPECT_EQ(cookie_of(came_in).size(), 43U);
  EXPECT_NE(cookie_of(came_in), cookie_);
  cookie_ = cookie_of(came_in);
  EXPECT_EQ(get("/account").status, 200);
}

TEST_F(SignedIn, is_told_apart_neither_known_nor_unknown) {
  anna_signs_in();
  cookie_.clear();
  auto const known = post("/sign-in/link", "mail=anna@school.example");
  auto const unknown = post("/sign-in/link", "mail=bert@school.example");
  EXPECT_EQ(location(known), location(unknown));
  EXPECT_EQ(known.status, unknown.status);
  auto const wrong = [&](std::string const& mail) {
    auto text =
        std::string(post("/sign-in/password", "mail=" + mail + "&password=fout+fout+fout").body.bytes());
    for (auto at = text.find(mail); at != text.npos; at = text.find(mail)) text.erase(at, mail.size());
    return text;
  };
  EXPECT_EQ(wrong("anna@school.example"), wrong("bert@school.example"));
}

TEST_F(SignedIn, goes_on_to_pages_of_this_site_only) {
  for (auto const* elsewhere : {"https://evil.example", "//evil.example", "/\\evil.example", "\\evil.example",
                                "javascript:alert(1)", "", "/a\r\nSet-Cookie: x=y", "/a b", "evil.example"}) {
    EXPECT_EQ(next_page(elsewhere), "/account") << elsewhere;
  }
  EXPECT_EQ(next_page("/offerings?age=9"), "/offerings?age=9");
  anna_signs_in();
  auto const form = "mail=anna@school.example&password=paard+batterij+nietje&form=" + form_token();
  EXPECT_EQ(location(post("/sign-in/password", form + "&next=%2F%2Fevil.example")), "/account");
}

namespace {

// The value of that cookie, when the answer sets it.
std::optional<std::string> cookie_set(http::Response const& response, std::string const& name) {
  for (auto const set : response.headers.all("Set-Cookie")) {
    if (set.starts_with(name + "="))
      return std::string(set.substr(name.size() + 1, set.find(';') - name.size() - 1));
  }
  return std::nullopt;
}

http::Headers with_cookie(http::Headers headers, std::string const& cookie) {
  headers.add("Cookie", cookie);
  return headers;
}

}  // namespace

TEST_F(SignedIn, goes_on_to_where_it_was_going_after_reading_a_mail) {
  anna_signs_in();
  cookie_.clear();
  // Looking gives no cookie; asking for the mail gives one for as long as its link lasts.
  auto const looked = ask(http::Method::get, "/sign-in?next=%2Fofferings%3Fage%3D9", "");
  EXPECT_FALSE(looked.headers.first("Set-Cookie"));
  EXPECT_TRUE(holds(looked, "name=\"next\" value=\"/offerings?age=9\""));
  auto const asked = post("/sign-in/link", "mail=anna@school.example&next=%2Fofferings%3Fage%3D9");
  EXPECT_EQ(cookie_set(asked, "wegwijzer-next"), "%2Fofferings%3Fage%3D9");
  EXPECT_NE(asked.headers.first("Set-Cookie")->find("HttpOnly; SameSite=Lax; Max-Age=900"),
            std::string::npos);
  EXPECT_FALSE(post("/sign-in/link", "mail=anna@school.example").headers.first("Set-Cookie"));
  auto const token = *secrets_->unseal(store_->accounts()->mails_waiting().back().sealed_token);
  auto const in = ask(http::Method::post, "/sign-in/link/use", "token=" + token,
                      with_cookie(from_here(), "wegwijzer-next=%2Fofferings%3Fage%3D9"));
  EXPECT_EQ(location(in), "/offerings?age=9");
  EXPECT_EQ(cookie_set(in, "wegwijzer-next"), "") << "once";
}

TEST_F(SignedIn, goes_on_to_no_other_site_by_a_cookie) {
  anna_signs_in();
  cookie_.clear();
  EXPECT_EQ(
      cookie_set(post("/sign-in/link", "mail=anna@school.example&next=%2F%2Fevil.example"), "wegwijzer-next"),
      "%2Faccount");
  EXPECT_EQ(cookie_set(post("/sign-in/link", "mail=anna@school.example&next=%2Fa%3Bb"), "wegwijzer-next"),
            "%2Fa%3Bb");
  auto const token = *secrets_->unseal(store_->accounts()->mails_waiting().back().sealed_token);
  auto const in = ask(http::Method::post, "/sign-in/link/use", "token=" + token,
                      with_cookie(from_here(), "wegwijzer-next=%2F%2Fevil.example"));
  EXPECT_EQ(location(in), "/account");
}

// Who has to show or put on a second factor first is not let in yet.
TEST_F(SignedIn, keeps_where_it_was_going_until_the_second_factor_is_shown) {
  auto const changing = store_->change_accounts();
  AccountWorld const world{*changing, *secrets_, clock_.now()};
  accounts::Membership const roles[] = {*accounts::Membership::make({}, accounts::Role::server_operator, {})};
  ASSERT_TRUE(invite(world, {true, roles},
                     {*accounts::EmailAddress::parse("otto@stad.example"), accounts::Role::server_operator}));
  auto const token = *secrets_->unseal(changing->mails_waiting().back().sealed_token);
  auto const first = *accept_invitation(world, token, "Otto", "");
  changing->save_password(first.sign_in.person, secrets_->password_hash("paard batterij nietje"));
  changing->commit();
  auto const in =
      post("/sign-in/password", "mail=otto@stad.example&password=paard+batterij+nietje&next=%2Fworkplace");
  EXPECT_EQ(location(in), "/account/second-factor");
  EXPECT_EQ(cookie_set(in, "wegwijzer-next"), "%2Fworkplace");
}

TEST_F(SignedIn, keeps_a_mistyped_address_and_says_what_is_wrong_with_a_name) {
  auto const asked = post("/sign-in/link", "mail=anna%40school&next=%2Fworkplace");
  EXPECT_TRUE(holds(asked, "value=\"anna@school\""));
  EXPECT_TRUE(holds(asked, "name=\"next\" value=\"/workplace\""));
  auto const changing = store_->change_accounts();
  accounts::Membership const roles[] = {*accounts::Membership::make({}, accounts::Role::server_operator, {})};
  ASSERT_TRUE(invite({*changing, *secrets_, clock_.now()}, {true, roles},
                     {*accounts::EmailAddress::parse("otto@stad.example"), accounts::Role::server_operator}));
  auto const token = *secrets_->unseal(changing->mails_waiting().back().sealed_token);
  changing->commit();
  auto const accepted = post("/invitation", "name=++&token=" + token);
  EXPECT_EQ(accepted.status, 400);
  EXPECT_TRUE(holds(accepted, "<p class=\"problem\" id=\"name-problem\">Vul je naam in"));
}

TEST_F(SignedIn, by_a_used_invitation_is_shown_the_way_in) {
  anna_signs_in();
  auto const mine = ask(http::Method::get, "/invitation?token=used", "");
  EXPECT_TRUE(holds(mine, "Je bent al ingelogd"));
  cookie_.clear();
  auto const used = ask(http::Method::get, "/invitation?token=used", "");
  EXPECT_TRUE(holds(used, "Dan heb je een account"));
  EXPECT_TRUE(holds(used, "href=\"/sign-in\""));
}

TEST_F(SignedIn, is_asked_once_more_before_it_gives_up_a_role) {
  anna_signs_in();
  auto const shown = ask(http::Method::get, "/account", "");
  EXPECT_TRUE(holds(shown, "<summary>Stoppen met deze taak</summary>"));
  EXPECT_TRUE(holds(shown, "Je bent dan niet meer gids van"));
  EXPECT_TRUE(holds(shown, "laatst gebruikt vandaag, 10:00"));
}

// A change that another request made after this one looked who comes.
TEST_F(SignedIn, changes_nothing_once_it_ended_in_between) {
  anna_signs_in();
  auto const visit = visit_of(*store_->accounts(), *secrets_, cookie_, clock_.now());
  auto const token = form_token();
  Desk const desk{*store_, parts_, clock_.now(), {"home"}, "", visit, token};
  auto const rename = [&] {
    return desk.change([](AccountWorld const& world, Visit const& as_it_is) {
      return rename_person(world, as_it_is.person, "Eva", "nl");
    });
  };
  EXPECT_TRUE(rename());
  {
    auto const changing = store_->change_accounts();
    changing->erase(visit->person.id);
    changing->commit();
  }
  EXPECT_EQ(rename().error().key, "account.sign_in_ended");
  EXPECT_FALSE(store_->accounts()->person(visit->person.mail)) << "erased is erased";
}

// Between looking and changing the role was taken away.
TEST_F(SignedIn, changes_by_the_roles_of_now) {
  anna_signs_in();
  auto const visit = visit_of(*store_->accounts(), *secrets_, cookie_, clock_.now());
  auto const token = form_token();
  Desk const desk{*store_, parts_, clock_.now(), {"home"}, "", visit, token};
  {
    auto const changing = store_->change_accounts();
    changing->remove(visit->memberships.at(0));
    changing->commit();
  }
  auto const seen = desk.change([](AccountWorld const&, Visit const& as_it_is) {
    return Result<std::size_t>(as_it_is.memberships.size());
  });
  EXPECT_EQ(*seen, 0U);
}

// What an owner sees and does; the rights themselves are asked for in the tests of the policy.
TEST_F(SignedIn, sees_and_helps_colleagues_of_ones_own_place_only) {
  anna_signs_in();
  accounts::Place const museum{an_ecosystem().id, Id<Organisation>(Uuid{1, 1})},
      school{an_ecosystem().id, Id<Organisation>(Uuid{2, 2})};
  auto const anna = *visit_of(*store_->accounts(), *secrets_, cookie_, clock_.now());
  auto const someone = [&](char const* mail, accounts::Role role, accounts::Place const& place) {
    auto const changing = store_->change_accounts();
    accounts::Person const person{changing->new_id<accounts::Person>(), *accounts::EmailAddress::parse(mail),
                                  "Bert", "nl", clock_.now()};
    changing->save(person);
    changing->add(*accounts::Membership::make(person.id, role, place));
    changing->commit();
    return person;
  };
  auto const owner = someone("bert@school.example", accounts::Role::organisation_owner, museum);
  auto const stranger = someone("carl@school.example", accounts::Role::guide, school);
  EXPECT_EQ(get("/account/colleagues").status, 403) << "anna is a guide";
  {
    auto const changing = store_->change_accounts();
    cookie_ = come_in({*changing, *secrets_, clock_.now()}, owner, accounts::Way::link, "").token;
    changing->commit();
  }
  auto const page = get("/account/colleagues");
  EXPECT_TRUE(holds(page, "anna@school.example"));
  EXPECT_FALSE(holds(page, "carl@school.example"));
  // What each role does is said, and nobody gets one by accident.
  EXPECT_TRUE(holds(page, "Helpt kinderen om iets te vinden"));
  EXPECT_FALSE(holds(page, " checked"));
  auto const without =
      post("/account/colleagues/invite", "mail=dora@school.example&place=" + text(*museum.ecosystem) + "%7C" +
                                             text(*museum.organisation) + "&form=" + form_token());
  EXPECT_TRUE(holds(without, "Kies wat je collega gaat doen."));
  EXPECT_TRUE(holds(without, "value=\"dora@school.example\""));
  EXPECT_EQ(
      get("/account/colleagues?place=" + text(*school.ecosystem) + "%7C" + text(*school.organisation)).status,
      403);
  auto const form = [&](Id<accounts::Person> person, accounts::Place const& place) {
    return "role=guide&person=" + text(person) + "&place=" + text(*place.ecosystem) + "%7C" +
           text(*place.organisation) + "&form=" + form_token();
  };
  auto const roles_of = [&](Id<accounts::Person> id) { return store_->accounts()->memberships(id).size(); };
  for (auto const* path : {"take-role", "end-sign-ins", "reset-second-factor"}) {
    auto const address = std::string("/account/colleagues/") + path;
    EXPECT_EQ(post(address, form(stranger.id, school) + "&sure=yes").status, 403) << path;
    EXPECT_EQ(post(address, form(stranger.id, museum) + "&sure=yes").status, 404) << path;
  }
  EXPECT_EQ(roles_of(stranger.id), 1U);
  EXPECT_EQ(post("/account/colleagues/take-role", form(anna.person.id, museum)).status, 200) << "asks first";
  EXPECT_EQ(roles_of(anna.person.id), 1U);
  EXPECT_EQ(post("/account/colleagues/take-role", form(anna.person.id, museum) + "&sure=yes").status, 303);
  EXPECT_EQ(roles_of(anna.person.id), 0U);
  EXPECT_TRUE(store_->accounts()->sign_ins(anna.person.id).empty());
  EXPECT_EQ(get("/account/colleagues").status, 200);
}

TEST_F(SignedIn, asks_for_more_than_a_tick_before_erasing) {
  anna_signs_in();
  clock_.set(clock_.now() + std::chrono::minutes(15));
  auto const form = "sure=yes&form=" + form_token();
  EXPECT_EQ(post("/account/erase", form).status, 400);
  EXPECT_EQ(post("/account/erase", form + "&old=fout+fout+fout").status, 400);
  EXPECT_TRUE(holds(get("/account/erase"), "name=\"old\""));
  EXPECT_EQ(location(post("/account/erase", form + "&old=paard+batterij+nietje")), "/");
  EXPECT_FALSE(store_->accounts()->person(*accounts::EmailAddress::parse("anna@school.example")));
}

TEST_F(SignedIn, is_over_after_signing_out) {
  anna_signs_in();
  auto const out = post("/sign-out", "form=" + form_token());
  EXPECT_TRUE(out.headers.first("Set-Cookie")->find("Max-Age=0") != std::string_view::npos);
  EXPECT_EQ(location(get("/account")).find("/sign-in"), 0U);
}

TEST_F(SignedIn, sees_no_mails_of_others_unless_on_trial) {
  anna_signs_in();
  EXPECT_EQ(get("/mail").status, 404);
  parts_.shows_mail = true;
  auto const by = [&](char const* host) {
    auto headers = from_here();
    headers.set("Host", host);
    return headers;
  };
  for (auto const* host : {"localhost:8080", "127.0.0.1:8080", "[::1]:8080"}) {
    EXPECT_EQ(ask(http::Method::get, "/mail", "", by(host)).status, 200) << host;
  }
  // Another name may lead here, and a proxy may stand in between.
  for (auto const* host : {"wegwijzer.example", "localhost.evil.example", "127.0.0.1.evil.example"}) {
    EXPECT_EQ(ask(http::Method::get, "/mail", "", by(host)).status, 404) << host;
  }
  auto forwarded = by("localhost");
  forwarded.set("X-Forwarded-For", "192.0.2.1");
  EXPECT_EQ(ask(http::Method::get, "/mail", "", forwarded).status, 404);
}

TEST_F(SignedIn, gets_mails_that_hold_no_line_of_somebody_else) {
  auto const mail = accounts::Mail{Id<accounts::Mail>(Uuid{1, 1}),
                                   *accounts::EmailAddress::parse("anna@school.example"),
                                   accounts::MailKind::invitation,
                                   "nl",
                                   secrets_->seal("tok"),
                                   "<b>Museum</b>\r\nBcc: x@y.example",
                                   clock_.now()};
  auto const message = *message_of(mail, *secrets_, Languages::compiled_in(),
                                   *PublicAddress::parse("https://wegwijzer.example"));
  EXPECT_EQ(message.subject.text().find_first_of("\r\n"), std::string::npos);
  EXPECT_NE(message.html.find("&lt;b&gt;Museum"), std::string::npos);
  EXPECT_NE(message.text.find("https://wegwijzer.example/invitation?token=tok\n"), std::string::npos);
  EXPECT_EQ(HeaderText("a\r\nBcc: x@y.example").text(), "a  Bcc: x@y.example");
}

}  // namespace wegwijzer::web
