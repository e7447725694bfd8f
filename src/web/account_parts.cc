// SPDX-License-Identifier: EUPL-1.2
#include "web/account_parts.h"

#include <algorithm>

#include "http/percent.h"
#include "usecases/account/second_factor.h"
#include "web/parts.h"
#include "web/phrases.h"

namespace wegwijzer::web {

namespace {

// Whatever the language of the visitor: these pages are in two.
std::string page_address(View const& view, std::string_view path) {
  return view.page(path.substr(0, path.find('?'))).text() +
         std::string(path.find('?') == path.npos ? "" : path.substr(path.find('?')));
}

}  // namespace

Html account_field(View const& view, AccountField const& field, Error const* problem) {
  bool const wrong = problem && problem->field == field.id;
  std::string const id = field.id, hint = id + "-hint", told = id + "-problem";
  return html(R"(<div class="field"><label for="{}">{}</label><p class="hint" id="{}">{}</p>{})"
              R"(<input id="{}" name="{}" type="{}" value="{}" maxlength="256" required autocomplete="{}" )"
              R"(aria-describedby="{}" aria-invalid="{}"></div>)",
              id, field.label, hint, field.hint,
              wrong ? html(R"(<p class="problem" id="{}">{}</p>)", told, view.language.sentence(*problem))
                    : html(R"(<span id="{}"></span>)", told),
              id, id, field.type, field.value, field.complete, hint + " " + told, wrong ? "true" : "false");
}

Html account_form(View const& view, Desk const& desk, std::string_view path, Html const& fields,
                  std::string const& button, char const* kind) {
  return html(
      R"(<form method="post" action="{}">{}{}<p><button class="{}" type="submit">{}</button></p></form>)",
      view.page(path), desk.visit ? hidden("form", desk.form_token) : Html(), fields, kind, button);
}

Html account_problem(View const& view, Error const* problem) {
  if (!problem || !problem->field.empty()) return {};
  return html(R"(<p class="problem" role="alert">{}</p>)", view.language.sentence(*problem));
}

http::Response account_page(View const& view, std::string_view path, std::string const& title, Html body,
                            Error const* problem) {
  // What was ended elsewhere while the page was made shows nothing more of the account.
  if (problem && problem->key == "account.sign_in_ended") return to_page(view, "/sign-in");
  Page page{.title = title,
            .body = html("<h1>{}</h1>{}", title, account_problem(view, problem)) + body,
            .path = std::string(path),
            .status = problem ? status_of(problem->fault) : 200,
            .findable = false,
            .for_staff = true};
  auto response = show(view, page);
  response.headers.set("Cache-Control", "no-store");
  // So that a browser without Sec-Fetch-Site says where its forms come from; to others it still says nothing.
  response.headers.set("Referrer-Policy", "same-origin");
  return response;
}

void tell_if_wrong(Desk const& desk, Error const& error) {
  if (error.key != "account.wrong_code") return;
  desk.change_for_anybody([&](AccountWorld const& world) {
    tell_of_wrong_codes(world, desk.parts.attempts, *desk.visit);
    return Done();
  });
}

http::Response to_page(View const& view, std::string_view path) {
  auto response = http::redirect(page_address(view, path));
  response.headers.set("Cache-Control", "no-store");
  return response;
}

namespace {

http::CookieJar next_jar(Desk const& desk) {
  return {.behind_tls = desk.parts.cookies.behind_tls,
          .plain_name = "wegwijzer-next",
          .lasts = accounts::link_lasts};
}

}  // namespace

std::string kept_next(http::Request const& request, Desk const& desk) {
  auto const kept = next_jar(desk).read(request);
  auto const path = kept ? http::percent_decoded(*kept) : std::nullopt;
  // Looked at again: a cookie is what a browser says.
  return path && !path->empty() ? next_page(*path) : "";
}

void keep_next(http::Response& response, Desk const& desk, std::string_view next) {
  next_jar(desk).set(response, http::percent_encoded(next_page(next)));
}

void forget_next(http::Response& response, http::Request const& request, Desk const& desk) {
  if (next_jar(desk).read(request)) next_jar(desk).clear(response);
}

namespace {

http::Response on_from(View const& view, accounts::Stage stage, std::string_view next) {
  if (stage == accounts::Stage::awaits_code) return to_page(view, "/sign-in/second-factor");
  if (stage == accounts::Stage::awaits_enrolment) return to_page(view, "/account/second-factor");
  return next.empty() ? to_page(view, "/account") : http::redirect(next_page(next));
}

}  // namespace

http::Response let_in(http::Request const& request, View const& view, Desk const& desk, CameIn const& came_in,
                      std::string_view next) {
  auto const stage = came_in.sign_in.stage;
  auto const on = next.empty() ? kept_next(request, desk) : std::string(next);
  auto response = on_from(view, stage, on);
  desk.parts.cookies.set(response, came_in.token);
  if (stage == accounts::Stage::whole) {
    forget_next(response, request, desk);
  } else if (!next.empty()) {
    keep_next(response, desk, next);
  }
  return response;
}

std::string moment_phrase(View const& view, Instant at) {
  auto const& t = view.language;
  auto const day = local_date(at);
  return t("account.moment", {{"day", day == view.moment.today ? t("date.today") : day_phrase(t, day)},
                              {"time", text(local_time(at))}});
}

std::string place_phrase(View const& view, accounts::Place const& place) {
  auto const& catalogue = view.atlas.catalogue();
  if (place.organisation) {
    auto const found = catalogue.find(*place.organisation);
    return found ? catalogue[*found].name : "–";
  }
  if (place.area) {
    auto const area = view.atlas.areas().find(*place.area);
    return area ? view.atlas.areas()[*area].name : text(*place.area);
  }
  if (!place.ecosystem) return "Wegwijzer";
  auto const found = std::ranges::find(catalogue.ecosystems(), *place.ecosystem, &Ecosystem::id);
  return found == catalogue.ecosystems().end() ? "–" : found->name;
}

std::string role_phrase(View const& view, accounts::Role role, accounts::Place const& place) {
  return view.language("account.role_at", {{"role", view.language("account.role." + text(role))},
                                           {"place", place_phrase(view, place)}});
}

std::string key_of(accounts::Place const& place) {
  return (place.ecosystem ? text(*place.ecosystem) : "") + "|" +
         (place.organisation ? text(*place.organisation) : "") + (place.area ? "|" + text(*place.area) : "");
}

std::string key_of(accounts::Role role, accounts::Place const& place) {
  return text(role) + "|" + key_of(place);
}

}  // namespace wegwijzer::web
