// SPDX-License-Identifier: EUPL-1.2
// Flyers (PDF): of a neighbourhood, of what is near a school or another place, and of any search.
#include "web/flyer_text.h"
#include "web/handlers.h"
#include "web/page.h"
#include "web/phrases.h"
#include "web/query.h"
#include "web/short_address.h"

namespace wegwijzer::web::pages {

namespace {

constexpr Minutes from_school{15};

constexpr std::size_t most_offerings = 8;
constexpr std::size_t least_offerings = 5;

// A few less rather than a second page with one.
print::Printed printed(View const& view, FlyerAsk const& ask) {
  auto const ranking = rank_for_flyer(view.atlas, ask.query, view.moment, most_offerings);
  print::Printed flyer;
  for (auto most = most_offerings; most >= least_offerings; --most) {
    flyer = print::flyer(flyer_text(view, ask, ranking.first(most)), view.atlas.map().sources());
    if (flyer.pages == 1) break;
  }
  return flyer;
}

http::Response pdf(View const& view, FlyerAsk const& ask) {
  auto response = http::file(printed(view, ask).pdf, "application/pdf");
  response.headers.set("Content-Disposition", "inline; filename=\"wegwijzer-flyer.pdf\"");
  return response;
}

std::string area_name(View const& view, AreaCode const& code) {
  auto const area = view.atlas.areas().find(code);
  return area ? view.atlas.areas()[*area].name : code.text();
}

std::string theme_phrase(View const& view, std::vector<ThemeCode> const& codes) {
  std::vector<std::string> names;
  for (auto const& code : codes) {
    if (auto const theme = view.atlas.themes().find(code)) names.push_back(theme_name(view, *theme));
  }
  return joined_phrase(view.language, names);
}

// "Muziek: wat kun je doen in Waterveen?"
std::string heading(View const& view, OfferingQuery const& query) {
  auto const& t = view.language;
  auto const around = query.home ? view.atlas.areas().smallest_at(*query.home) : std::nullopt;
  auto const place = query.area ? area_name(view, *query.area)
                     : around   ? view.atlas.areas()[*around].name
                                : "";
  auto const question = query.area ? t("flyer.heading_area", {{"place", place}})
                        : around   ? t("flyer.heading_near", {{"place", place}})
                                   : t("flyer.heading");
  if (query.themes.empty()) return question;
  return t("flyer.heading_theme",
           {{"theme", sentence_case(theme_phrase(view, query.themes))}, {"question", question}});
}

}  // namespace

http::Response area_flyer(http::Request const& request, View const& view, PathArguments const& arguments) {
  auto const path = "/areas/" + arguments.at(0);
  auto const code = AreaCode::parse(arguments.at(0));
  auto const index = code ? view.atlas.areas().find(*code) : std::nullopt;
  if (!index) return show_error(view, path, {Fault::missing, "area.missing"});
  auto query = parse_query(request.query, view.atlas);
  if (!query) return show_error(view, path, query.error());
  query->home.reset();
  query->area = *code;
  return pdf(view, {heading(view, *query), *query, view.page("/areas").segment(code->text()), {}});
}

http::Response venue_flyer(http::Request const& request, View const& view, PathArguments const& arguments) {
  auto const path = "/venues/" + arguments.at(0);
  auto const index = view.find<Venue>(arguments.at(0), "venue.missing");
  if (!index) return show_error(view, path, index.error());
  auto query = parse_query(request.query, view.atlas);
  if (!query) return show_error(view, path, query.error());
  auto const& venue = view.atlas.catalogue()[*index];
  query->home = venue.point;
  if (!request.query.has("minutes")) query->minutes = from_school;
  return pdf(view, {view.language("flyer.heading_near", {{"place", venue_name(view, venue)}}), *query,
                    short_address(view, venue.id), venue.point});
}

http::Response offerings_flyer(http::Request const& request, View const& view, PathArguments const&) {
  auto const asked = parse_query(request.query, view.atlas);
  if (!asked) return show_error(view, "/offerings", asked.error());
  auto const query = without_home(*asked, view.atlas.areas());
  return pdf(view, {heading(view, query), query, with_query(view.page("/offerings"), query), {}});
}

}  // namespace wegwijzer::web::pages
