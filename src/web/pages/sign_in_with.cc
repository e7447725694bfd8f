// SPDX-License-Identifier: EUPL-1.2
// To an organisation whose accounts may be used, and back from it.
#include "usecases/account/elsewhere.h"
#include "web/account_parts.h"
#include "web/elsewhere_parts.h"
#include "web/handlers.h"
#include "web/parts.h"

namespace wegwijzer::web::pages {

namespace {

constexpr std::size_t longest_code = 2000;  // what comes back is passed on, but not without end

std::string typed_there(http::Request const& request, char const* name) {
  return std::string(request.form.first(name).value_or(""));
}

// Holds the errand of this browser until it is back.
http::CookieJar errand_jar(Desk const& desk) {
  return {.behind_tls = desk.parts.cookies.behind_tls, .plain_name = "wegwijzer-way", .lasts = errand_lasts};
}

IdentityProvider* provider_named(Desk const& desk, std::string_view code) {
  return desk.parts.elsewhere ? desk.parts.elsewhere->find(code) : nullptr;
}

// Of ".../sign-in/with/stad" and ".../sign-in/with/stad/back".
IdentityProvider* provider_in_path(http::Request const& request, Desk const& desk) {
  auto const segments = request.path.segments();
  auto const with = std::ranges::find(segments, "with");
  return with == segments.end() || with + 1 == segments.end() ? nullptr : provider_named(desk, *(with + 1));
}

http::Response no_such_page(View const& view) {
  return show_error(view, "/", {Fault::missing, "page.missing"});
}

// Without the forms of the sign-in page, which stay one step away.
http::Response told_what_went_wrong(View const& view, Desk const& desk, Error const& error) {
  auto const& t = view.language;
  auto const* const path = desk.whole() ? "/account" : "/sign-in";
  return account_page(view, "/sign-in", t("account.sign_in"),
                      html(R"(<p><a class="button primary" href="{}">{}</a></p>)", view.page(path),
                           t(desk.whole() ? "account.title" : "account.sign_in_again_by")),
                      &error);
}

// A page with a link that goes on by itself. A redirect would not do: browsers hold the answer to a form
// against the form-action of the page that it stands on, and where a provider begins is known only now.
http::Response on_the_way(View const& view, ProviderName const& name, std::string const& address) {
  auto const& t = view.language;
  auto const there = Url::website(address);
  if (!there) return show_error(view, "/sign-in", {Fault::unavailable, "account.elsewhere_away"});
  auto const who = name_in(t, name);
  auto response =
      account_page(view, "/sign-in", t("account.elsewhere_going", {{"name", who}}),
                   html(R"(<p><a class="button primary" href="{}">{}</a></p>)", *there, t("account.go_on")));
  response.headers.set("Refresh", "0; url=" + there->text());
  response.headers.set("Referrer-Policy", "no-referrer");
  return response;
}

http::Response go_there(View const& view, Desk const& desk, IdentityProvider& provider, Errand errand) {
  errand.language = view.language.tag();
  auto const address = provider.address(errand.way, desk.now);
  if (!address) return told_what_went_wrong(view, desk, address.error());
  auto response = on_the_way(view, provider.name(), *address);
  errand_jar(desk).set(response, sealed(desk.parts.secrets, errand));
  return response;
}

// The errand that this browser began with this provider and comes back from for the first time.
Result<Errand> finished_errand(http::Request const& request, Desk const& desk, std::string const& provider) {
  auto const over = fail(Fault::forbidden, "account.elsewhere_over");
  auto const kept = errand_jar(desk).read(request);
  if (!kept) return over;
  auto errand = unsealed(desk.parts.secrets, *kept, desk.now);
  if (!errand) return errand;
  if (errand->provider != provider || request.query.first("state") != errand->way.state) return over;
  if (!desk.parts.elsewhere->comes_back_first(*errand, desk.now)) return over;
  return errand;
}

Result<KnownElsewhere> who_came(http::Request const& request, IdentityProvider& provider,
                                Errand const& errand, Instant now) {
  auto const code = request.query.first("code");
  if (request.query.first("error") || !code || code->empty() || code->size() > longest_code) {
    return fail(Fault::forbidden, "account.elsewhere_refused");
  }
  return provider.who({std::string(*code), std::string(request.query.first("iss").value_or(""))}, errand.way,
                      now);
}

http::Response linked_to_own(View const& view, Desk const& desk, IdentityProvider const& provider,
                             accounts::AccountElsewhere const& account) {
  auto const& name = provider.name();
  auto const done = desk.change([&](AccountWorld const& world, Visit const& visit) {
    bool const dutch = visit.person.language == "nl";
    return link_account(world, visit, account, dutch ? name.dutch : name.english);
  });
  return done ? to_page(view, "/account") : told_what_went_wrong(view, desk, done.error());
}

http::Response came_in(http::Request const& request, View const& view, Desk const& desk, Errand const& errand,
                       KnownElsewhere const& known) {
  auto const in = desk.change_for_anybody([&](AccountWorld const& world) {
    auto entered = come_in_from_elsewhere(world, known, desk.device);
    if (entered && desk.visit) world.accounts.remove(desk.visit->sign_in.id);
    return entered;
  });
  return in ? let_in(request, view, desk, *in, errand.next) : told_what_went_wrong(view, desk, in.error());
}

http::Response arrived(http::Request const& request, View const& view, Desk const& desk,
                       IdentityProvider& provider, Errand const& errand) {
  // Who signed out or in anew meanwhile is not who began to link.
  bool const is_same = desk.whole() && desk.visit->sign_in.id == errand.linking;
  if (errand.linking && !is_same) {
    return told_what_went_wrong(view, desk, {Fault::forbidden, "account.elsewhere_over"});
  }
  auto const known = who_came(request, provider, errand, desk.now);
  if (!known) return told_what_went_wrong(view, desk, known.error());
  return errand.linking ? linked_to_own(view, desk, provider, known->account)
                        : came_in(request, view, desk, errand, *known);
}

}  // namespace

http::Response sign_in_with(http::Request const& request, View const& view, Desk const& desk) {
  auto* const provider = provider_in_path(request, desk);
  if (!provider) return no_such_page(view);
  auto errand = new_errand(desk.parts.secrets, provider->name().code, desk.now);
  auto const next = typed_there(request, "next");
  if (!next.empty()) errand.next = next_page(next);
  return go_there(view, desk, *provider, std::move(errand));
}

http::Response link_elsewhere(http::Request const& request, View const& view, Desk const& desk) {
  auto* const provider = provider_named(desk, typed_there(request, "provider"));
  if (!provider) return no_such_page(view);
  if (auto const may = may_link(*desk.visit, desk.now); !may) {
    return told_what_went_wrong(view, desk, may.error());
  }
  auto errand = new_errand(desk.parts.secrets, provider->name().code, desk.now);
  errand.linking = desk.visit->sign_in.id;
  // Somebody else may have signed in over there in this browser: theirs must not become a way in here.
  errand.way.anew = true;
  return go_there(view, desk, *provider, std::move(errand));
}

http::Response signed_out(http::Request const& request, View const& view, Desk const& desk) {
  auto const& t = view.language;
  Html buttons;
  for (auto const code : request.query.all("with")) {
    auto* const provider = provider_named(desk, code);
    if (!provider || !provider->signs_out()) continue;
    auto const& name = provider->name();
    buttons += account_form(view, desk, "/sign-out/with/" + name.code, {},
                            t("account.sign_out_elsewhere", {{"name", name_in(t, name)}}));
  }
  if (buttons.text().empty() || desk.visit) return to_page(view, "/sign-in");
  return account_page(
      view, "/sign-out", t("account.signed_out"),
      html(R"(<p class="lead">{}</p>)", t("account.sign_out_elsewhere_text")) + buttons +
          html(R"(<p><a href="{}">{}</a></p>)", view.page("/sign-in"), t("account.sign_in_again_by")));
}

http::Response sign_out_with(http::Request const& request, View const& view, Desk const& desk) {
  auto* const provider = provider_in_path(request, desk);
  if (!provider || !provider->signs_out()) return no_such_page(view);
  auto const address = provider->sign_out_address(desk.now);
  if (!address) return told_what_went_wrong(view, desk, address.error());
  return on_the_way(view, provider->name(), *address);
}

http::Response back_from_elsewhere(http::Request const& request, View const& view, Desk const& desk) {
  auto* const provider = provider_in_path(request, desk);
  if (!provider) return no_such_page(view);
  // What another errand brings back does not end this one: anybody can send a browser here.
  auto const errand = finished_errand(request, desk, provider->name().code);
  if (!errand) return told_what_went_wrong(view, desk, errand.error());
  // Its address is one in all languages.
  auto const* const language = view.languages.find(errand->language);
  auto response = arrived(request, language ? view.in(*language) : view, desk, *provider, *errand);
  errand_jar(desk).clear(response);
  return response;
}

http::Response unlink_elsewhere(http::Request const& request, View const& view, Desk const& desk) {
  accounts::AccountElsewhere const account{typed_there(request, "issuer"), typed_there(request, "subject")};
  auto const done = desk.change([&](AccountWorld const& world, Visit const& visit) {
    auto const* const spoken = view.languages.find(visit.person.language);
    auto const name = name_of_issuer(desk, spoken ? *spoken : view.language, account.issuer);
    return unlink_account(world, visit, account, name);
  });
  return done ? to_page(view, "/account") : told_what_went_wrong(view, desk, done.error());
}

}  // namespace wegwijzer::web::pages
