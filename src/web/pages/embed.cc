// SPDX-License-Identifier: EUPL-1.2
// A list or map on the website of a partner: the page that may stand in a frame of another site, the script
// that puts it there, and the page on which a partner makes its line (docs/decisions/0024).
#include <algorithm>
#include <set>

#include "http/security_headers.h"
#include "web/asked.h"
#include "web/assets.h"
#include "web/handlers.h"
#include "web/own_look.h"
#include "web/page.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/query.h"
#include "web/venue_map.h"

namespace wegwijzer::web::pages {

namespace {

constexpr std::size_t most_cards = 10;

enum class Shape { list, map };

Shape shape_of(http::Request const& request) {
  return map_is_asked(request) ? Shape::map : Shape::list;
}

// A buurt is no choice of the form: what is made for so few children says little elsewhere.
std::optional<AreaCode> area_to_choose(Areas const& areas, GeoPoint point) {
  for (auto area = areas.smallest_at(point); area; area = areas.around(*area)) {
    if (areas[*area].code.kind() != AreaKind::buurt) return areas[*area].code;
  }
  return std::nullopt;
}

// What a partner may choose. A home is nothing for a public page: of a place that was typed only the area
// counts.
Result<Asked> read(http::Request const& request, View const& view) {
  auto asked = read_asked(request, view);
  if (!asked) return asked;
  auto& query = asked->query;
  auto const& areas = view.atlas.areas();
  if (!asked->where.empty() && !asked->unclear()) {
    query.area = area_to_choose(areas, known(query.home, "a place that is clear has a point"));
    query.home.reset();
    if (!query.area) asked->problem = view.language("embed.no_area", {{"where", asked->where}});
  }
  query = without_home(query, areas);
  return asked;
}

std::string title(View const& view, OfferingQuery const& query) {
  auto const& t = view.language;
  std::vector<std::string> themes;
  for (auto const& code : query.themes) {
    if (auto const theme = view.atlas.themes().find(code)) themes.push_back(theme_name(view, *theme));
  }
  auto const what =
      themes.empty() ? t("embed.activities") : t("embed.about", {{"themes", joined_phrase(t, themes)}});
  auto const area = query.area ? view.atlas.areas().find(*query.area) : std::nullopt;
  return area ? t("embed.what_in", {{"what", what}, {"place", view.atlas.areas()[*area].name}}) : what;
}

// The only pages that another site may show inside its own.
http::Response for_frames(http::Response response) {
  http::ContentSecurityPolicy policy;
  policy.frame_ancestors = "*";
  response.headers.set("Content-Security-Policy", policy.text());
  response.headers.set("Cross-Origin-Resource-Policy", "cross-origin");
  return response;
}

Html fictional(View const& view, FoundOfferings const& found) {
  std::vector<Index<Offering>> offerings;
  for (auto const& one : found.offerings) offerings.push_back(one.offering);
  auto const said = made_up_phrase(view, offerings);
  return said.empty() ? Html() : html(R"(<p class="fictional" role="note">{}</p>)", said);
}

Html cards(View const& view, OfferingQuery const& query, FoundOfferings const& found, Shape shape) {
  if (found.offerings.empty()) return html("<p>{}</p>", view.language("embed.none"));
  VenueMap map(view, query);
  Html list;
  for (std::size_t i = 0; i < std::min(most_cards, found.offerings.size()); ++i) {
    auto one = found.offerings[i];
    one.next = next_time(view.atlas, one.offering, view.moment);
    auto const number = shape == Shape::map ? map.number(one.offering) : std::nullopt;
    list += offering_card(view, one, query, {.mark = map_number(view, number)});
  }
  return html(R"({}<ul class="cards">{}</ul>)", map.show(true), list);
}

Html way_on(View const& view, OfferingQuery const& query, std::size_t found) {
  auto const& t = view.language;
  auto const label =
      found > most_cards ? t.count("embed.all", static_cast<std::int64_t>(found)) : t("embed.search_further");
  return html(R"(<p><a class="button" href="{}">{}</a></p><p class="provenance">{}</p>)",
              with_query(view.page("/offerings"), query), label, t("embed.new_window"));
}

http::Response embedded_error(View const& view, Error const& error) {
  auto response = http::html(
      html(
          R"(<!doctype html><html lang="{}" dir="{}"><head><meta charset="utf-8"><title>Wegwijzer</title></head>)"
          R"(<body><main><p>{}</p></main></body></html>)",
          view.language.tag(), view.language("language.direction"), view.language.sentence(error))
          .text(),
      status_of(error.fault));
  return for_frames(std::move(response));
}

}  // namespace

http::Response embedded_offerings(http::Request const& request, View const& view, PathArguments const&) {
  auto const asked = read(request, view);
  if (!asked) return embedded_error(view, asked.error());
  if (asked->unclear()) {
    return embedded_error(view, {Fault::invalid, "embed.which_place", {{"where", asked->where}}});
  }
  auto const* const query = &asked->query;
  auto const found = find_offerings(view.atlas, *query, view.moment);
  auto const heading = title(view, *query);
  auto const ecosystem =
      query->ecosystem ? view.atlas.catalogue().find_ecosystem(*query->ecosystem) : std::nullopt;
  auto const document = html(
      R"(<!doctype html><html lang="{}" dir="{}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">)"
      R"(<title>{} – Wegwijzer</title><base target="_blank"><meta name="robots" content="noindex, follow">)"
      R"(<link rel="stylesheet" href="{}">{}<link rel="icon" href="{}"><script type="module" src="{}"></script></head>)"
      R"(<body class="embedded"><main id="content"><h1>{}</h1>{}<h2 class="hidden">{}</h2>{}{}</main></body></html>)",
      view.language.tag(), view.language("language.direction"), heading, asset("css/site.css"),
      own_style(look_of(view, ecosystem)), asset("images/sign.svg"), asset("js/embedded.js"), heading,
      fictional(view, found), view.language("results.list"), cards(view, *query, found, shape_of(request)),
      way_on(view, *query, found.offerings.size()));
  return for_frames(http::html(document.text()));
}

// One address for all versions, asked again every hour; a script of another site is fetched by CORS.
http::Response embed_script(http::Request const&, View const&, PathArguments const&) {
  auto response = http::file(http::Body::of_static(embedded_file(assets_files(), "js/embed.js")),
                             "text/javascript; charset=utf-8");
  response.headers.set("Cache-Control", "public, max-age=3600");
  response.headers.set("Access-Control-Allow-Origin", "*");
  response.headers.set("Cross-Origin-Resource-Policy", "cross-origin");
  return response;
}

namespace {

Html choice(char const* name, std::string const& label, Html const& options) {
  return html(R"(<div class="field"><label for="{}">{}</label><select id="{}" name="{}">{}</select></div>)",
              name, label, name, name, options);
}

// The gemeenten and wijken in which there is something to do.
std::vector<Index<Area>> areas_with_offerings(View const& view) {
  auto const& areas = view.atlas.areas();
  std::set<Index<Area>> found;
  for (std::size_t i = 0; i < view.atlas.catalogue().venues().size(); ++i) {
    auto const& facts = view.atlas.catalogue().facts(Index<Venue>(i));
    if (facts.offerings.empty()) continue;
    for (auto area = facts.area; area; area = areas.around(*area)) {
      if (areas[*area].code.kind() != AreaKind::buurt) found.insert(*area);
    }
  }
  std::vector<Index<Area>> all(found.begin(), found.end());
  std::ranges::sort(all, {}, [&](auto area) { return areas[area].name; });
  return all;
}

Html area_options(View const& view, OfferingQuery const& query) {
  return option("", view.language("embed.everywhere"), !query.area) +
         each(areas_with_offerings(view), [&](Index<Area> index) {
           auto const& area = view.atlas.areas()[index];
           auto const kind = choice_phrase(view.language, "area.", area.code.kind());
           return option(area.code.text(), area.name + " (" + kind + ")", query.area == area.code);
         });
}

Html form(View const& view, OfferingQuery const& query, Shape shape) {
  auto const& t = view.language;
  return html(R"(<form class="search" method="get" action="{}"><div class="row">{}{}{}{}</div>)"
              R"(<p><button class="button primary" type="submit">{}</button></p></form>)",
              view.page("/embed"),
              choice("view", t("embed.shape"),
                     option("list", t("embed.list"), shape == Shape::list) +
                         option("map", t("embed.map"), shape == Shape::map)),
              choice("area", t("embed.where"), area_options(view, query)),
              choice("theme", t("embed.theme"), theme_options(view, query.themes, t("embed.all_themes"))),
              choice("age", t("form.age"), age_options(view, query.age)), t("embed.make"));
}

// The line as a partner pastes it; html.h escapes what stands in it twice over: once as markup of the
// partner's page, once as text of ours.
std::string line(View const& view, PublicAddress const& site, OfferingQuery const& query, Shape shape) {
  auto const link =
      html(R"(<a href="{}">{}</a>)", site.of(with_query(view.page("/offerings"), query)), title(view, query));
  auto const script = html(R"(<script type="module" src="{}"></script>)", site.of(Url::path("/embed.js")));
  auto const around = shape == Shape::map ? html("<wegwijzer-kaart>{}</wegwijzer-kaart>{}", link, script)
                                          : html("<wegwijzer-lijst>{}</wegwijzer-lijst>{}", link, script);
  return around.text();
}

Html line_to_copy(View const& view, OfferingQuery const& query, Shape shape) {
  auto const& t = view.language;
  if (!view.public_address) return notice("warning", html("<p>{}</p>", t("share.no_public_address")));
  return html(
      R"(<div class="field"><label for="line">{}</label><p class="hint" id="line-hint">{}</p>)"
      R"(<textarea id="line" dir="ltr" rows="5" readonly spellcheck="false" aria-describedby="line-hint">{}</textarea></div>)",
      t("embed.line"), t("embed.line_hint"), line(view, *view.public_address, query, shape));
}

Html preview(View const& view, OfferingQuery const& query, Shape shape) {
  auto address = with_query(view.page("/embed/offerings"), query);
  if (shape == Shape::map) address = std::move(address).with("view", "map");
  return html(
      R"(<section><h2>{}</h2><iframe class="preview" src="{}" title="{}" loading="lazy" )"
      R"(sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox"></iframe></section>)",
      view.language("embed.preview"), address, title(view, query));
}

Html place_to_settle(View const& view, Asked const& asked) {
  if (!asked.problem.empty()) return notice("warning", html("<p>{}</p>", asked.problem));
  if (asked.choices.empty()) return {};
  return notice("info", html(R"(<h2>{}</h2><ul class="links">{}</ul>)", view.language("form.which_place"),
                             each(asked.choices, [&](FoundPlace const& place) {
                               auto then = asked.query;
                               then.area = area_to_choose(view.atlas.areas(), place.point);
                               return html(R"(<li><a href="{}">{}</a></li>)",
                                           with_query(view.page("/embed"), then),
                                           proper_name(view, whole_name(place)));
                             })));
}

}  // namespace

http::Response embedding(http::Request const& request, View const& view, PathArguments const&) {
  auto const asked = read(request, view);
  if (!asked) return show_error(view, "/embed", asked.error());
  auto const* const query = &asked->query;
  auto const& t = view.language;
  auto const shape = shape_of(request);
  auto response = show(view, {.title = t("embed.title"),
                              .body = html(R"(<h1>{}</h1><p class="lead">{}</p>{}{}{}{}<p>{}</p>)",
                                           t("embed.title"), t("embed.lead"), place_to_settle(view, *asked),
                                           form(view, *query, shape), line_to_copy(view, *query, shape),
                                           preview(view, *query, shape), t("embed.privacy")),
                              .path = "/embed",
                              .query = *query,
                              .findable = request.query.empty()});
  http::ContentSecurityPolicy policy;
  policy.frame_src = "'self'";
  response.headers.set("Content-Security-Policy", policy.text());
  return response;
}

}  // namespace wegwijzer::web::pages
