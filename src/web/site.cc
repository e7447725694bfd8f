// SPDX-License-Identifier: EUPL-1.2
#include "web/site.h"

#include <fmt/format.h>

#include <algorithm>

#include "http/conditional.h"
#include "web/api/answer.h"
#include "web/assets.h"
#include "web/page.h"
#include "web/routes.h"
#include "web/sent_too_late.h"

namespace wegwijzer::web {

namespace {

using Segments = std::vector<std::string>;

struct Asked {
  Segments segments;  // without the language
  Language const& asked_in;
  bool api;
};

// The language that an address begins with: "ar" of /ar/about. The first one has addresses without.
Language const* language_of(Languages const& languages, std::string_view segment) {
  auto const* const found = languages.find(segment);
  return found == &languages.first() ? nullptr : found;
}

Asked understand(Languages const& languages, http::Request const& request) {
  auto segments = request.path.segments();
  auto const* const found = segments.empty() ? nullptr : language_of(languages, segments.front());
  if (found) segments.erase(segments.begin());
  bool const api = segments.size() >= 2 && segments[0] == "api";
  return {std::move(segments), found ? *found : languages.first(), api};
}

// The path's own parts where the pattern has {…}; nothing when the pattern does not fit.
std::optional<PathArguments> matched(std::string_view pattern, Segments const& segments) {
  PathArguments arguments;
  std::size_t i = 0;
  for (pattern.remove_prefix(1); !pattern.empty(); ++i) {
    auto const part = pattern.substr(0, pattern.find('/'));
    if (i == segments.size()) return std::nullopt;
    if (part.starts_with('{')) {
      arguments.push_back(segments[i]);
    } else if (part != segments[i]) {
      return std::nullopt;
    }
    pattern.remove_prefix(std::min(pattern.size(), part.size() + 1));
  }
  return i == segments.size() ? std::optional(arguments) : std::nullopt;
}

// Who asks, and what is needed for pages about accounts; nothing where nobody signs in.
using MaybeDesk = std::optional<Desk>;

struct Handling {
  http::Request const& request;
  View const& view;
  PathArguments const& arguments;
  Store& store;
  MaybeDesk const& desk;

  http::Response operator()(Showing* show) const { return show(request, view, arguments); }

  http::Response operator()(Fetching* fetch) const { return fetch(request, view, arguments, store); }

  http::Response operator()(Changing* change) const { return change(request, view, store); }

  http::Response operator()(Signing* sign) const {
    return meant([&] { return sign(request, in_two_languages(), *desk); });
  }

  http::Response operator()(Working* work) const {
    if (may_be_late() && !may_be_meant(*desk)) return sent_too_late(request, in_two_languages(), *desk);
    return meant([&] { return work(request, in_two_languages(), *desk, arguments); });
  }

  // Something typed on a page of ours, whoever signed in by now: a form that says what it showed. What is
  // only pressed is pressed again, by who sees what it does; a picture would have to be chosen again anyway.
  bool may_be_late() const {
    return desk && request.method == http::Method::post && request.form.has("seen") &&
           !http::is_upload(request) && http::sent_from_this_host(request);
  }

  // The pages of who works with it are in Dutch and English only.
  View in_two_languages() const {
    auto const& t = view.language;
    auto const* const english = view.languages.find("en");
    return t.dutch() || t.english() || !english ? view : view.in(*english);
  }

 private:
  template <class Answer>
  http::Response meant(Answer const& answer) const {
    if (!desk) return show_error(view, "/", {Fault::missing, "page.missing"});
    if (request.method == http::Method::post && !may_be_meant(*desk)) {
      return show_error(view, "/sign-in", {Fault::forbidden, "account.form_from_elsewhere"});
    }
    return answer();
  }

  // A form comes from a page of ours, and of who has signed in with the secret of that sign-in.
  bool may_be_meant(Desk const& at) const {
    if (!http::sent_from_this_host(request)) return false;
    return !at.visit || request.form.first("form") == std::string_view(at.form_token);
  }
};

// What a role may not is not shown; who has not signed in is asked to.
http::Response refused(http::Request const& request, View const& view, MaybeDesk const& desk) {
  bool const known = desk && desk->whole();
  if (!known && desk && request.method == http::Method::get) {
    return http::redirect(view.page("/sign-in").with("next", next_page(request.path.text())).text());
  }
  if (!known && desk) return show_signed_out(request, view);
  return show_error(view, "/", {Fault::forbidden, "account.may_not"});
}

// Who has been signed out while typing does not lose it.
http::Response not_let_in(Route const& route, Handling const& handling) {
  bool const work = std::holds_alternative<Working*>(route.handler);
  if (work && handling.may_be_late() && !handling.desk->whole())
    return sent_too_late(handling.request, handling.in_two_languages(), *handling.desk);
  return refused(handling.request, handling.view, handling.desk);
}

http::Response run(Route const& route, Handling const& handling) {
  auto const asker = handling.desk ? handling.desk->asker() : accounts::Asker{};
  auto response =
      may(asker, route.action) ? std::visit(handling, route.handler) : not_let_in(route, handling);
  response.route = route.pattern;
  return response;
}

http::Response not_allowed(std::string const& allowed) {
  auto response = http::problem(405);
  response.headers.set("Allow", allowed);
  return response;
}

bool sent_from_here(http::Request const& request) {
  auto const site = request.headers.first("Sec-Fetch-Site");
  return !site || *site == "same-origin" || *site == "none";
}

http::Response route(Asked const& asked, http::Request const& request, View const& view, Store& store,
                     MaybeDesk const& desk) {
  auto const wanted = request.method == http::Method::head ? http::Method::get : request.method;
  std::string allowed;
  // The API has one address for each thing (NL API Design Rules: no slash at the end).
  bool const slash_at_end = asked.api && request.path.text().ends_with('/');
  for (auto const& candidate : routes()) {
    auto const arguments = matched(candidate.pattern, asked.segments);
    if (!arguments || slash_at_end) continue;
    if (candidate.method == wanted) return run(candidate, {request, view, *arguments, store, desk});
    allowed += fmt::format("{}{}", allowed.empty() ? "" : ", ", http::text(candidate.method));
    if (candidate.method == http::Method::get) allowed += ", HEAD";
  }
  if (!allowed.empty()) return not_allowed(allowed);
  Error const missing{Fault::missing, "page.missing"};
  auto response = asked.api ? api::problem(view, missing) : show_error(view, "/", missing);
  response.route = "-";
  return response;
}

Route const* taking_files(Segments const& segments) {
  auto const found = std::ranges::find_if(
      routes(), [&](Route const& route) { return route.takes_files && matched(route.pattern, segments); });
  return found == routes().end() ? nullptr : &*found;
}

From from_of(http::Address const& client) {
  auto const text = [](http::Address const& address) {
    return std::string(address.bytes().begin(), address.bytes().end());
  };
  auto const site = client.site();
  return {text(client.neighbourhood()), site ? text(*site) : std::string()};
}

Desk desk_of(Store& store, AccountParts& parts, http::Request const& request, Instant now, Known const& who) {
  return {store, parts, now, from_of(request.client), device_of(request), who.visit, who.form_token};
}

View::Account account_of(MaybeDesk const& desk) {
  if (!desk) return View::Account::none;
  return desk->whole() ? View::Account::signed_in : View::Account::visitor;
}

}  // namespace

http::Response Site::answer(http::Request const& request) const {
  if (auto file = served_files().answer(request)) return *std::move(file);
  auto const asked = understand(languages_, request);
  if (asked.segments == Segments{"health"}) return http::json(R"({"status":"ok"})");
  // Another site cannot make a visitor's browser send a form of ours.
  if (request.method == http::Method::post && !sent_from_here(request)) return http::problem(403);
  auto const atlas = atlas_();
  auto const now = clock_.now();
  auto const opportunities = opportunities_ ? opportunities_() : nullptr;
  auto const who = accounts_ && !asked.api ? who_comes(store_, *accounts_, request, now) : Known();
  MaybeDesk desk;
  if (accounts_) desk.emplace(desk_of(store_, *accounts_, request, now, who));
  View const view{*atlas,          asked.asked_in, {local_date(now), local_time(now)},
                  public_address_, languages_,     opportunities.get(),
                  account_of(desk)};
  auto response = route(asked, request, view, store_, desk);
  if (who.visit) response.headers.set("Cache-Control", "no-store");
  return asked.api ? api::open_to_all(std::move(response)) : response;
}

http::Welcome Site::welcomes_upload(http::Request const& request) const {
  auto const* const route = taking_files(understand(languages_, request).segments);
  if (!route) return http::Welcome::no;
  auto const token = accounts_ ? accounts_->cookies.read(request) : std::nullopt;
  if (!token || token->empty()) return http::Welcome::unheard;
  auto const visit = visit_of(*store_.accounts(), accounts_->secrets, *token, clock_.now());
  return visit && may(asker_of(*visit), route->action) ? http::Welcome::yes : http::Welcome::unheard;
}

namespace {

Html plain_page(Language const& t, int status) {
  auto const key = "status." + std::to_string(status);
  auto const sentence = t(key) == key ? t("status.other") : t(key);
  return html(
      R"(<!doctype html><html lang="{}" dir="{}"><head><meta charset="utf-8">)"
      R"(<meta name="viewport" content="width=device-width, initial-scale=1"><title>Wegwijzer</title>)"
      R"(<link rel="stylesheet" href="{}"></head><body><main id="content"><h1>{}</h1><p>{}</p>)"
      R"(<p><a class="button" href="{}">{}</a></p></main></body></html>)",
      t.tag(), t("language.direction"), asset("css/site.css"), t("error.title"), sentence,
      Url::path(t.dutch() ? "/" : "/" + t.tag()), t("error.home"));
}

}  // namespace

http::Response error_page(int status, std::string_view target, Languages const& languages) {
  if (target.starts_with("/api/")) {
    auto response = api::open_to_all(http::problem(status));
    if (status == 405) response.headers.set("Allow", "GET, HEAD");
    return response;
  }
  auto const first = target.substr(0, target.find('?')).substr(std::min<std::size_t>(1, target.size()));
  auto const* const found = language_of(languages, first.substr(0, first.find('/')));
  return http::html(plain_page(found ? *found : languages.first(), status).text(), status);
}

}  // namespace wegwijzer::web
