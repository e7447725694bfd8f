// SPDX-License-Identifier: EUPL-1.2
// "Zo kom je er": from the home to the venue of an offering, street by street.
#include "web/handlers.h"
#include "web/map_picture.h"
#include "web/page.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/query.h"

namespace wegwijzer::web::pages {

namespace {

// What a street without a name is called.
std::string kind_of(View const& view, StreetClass kind) {
  auto const& t = view.language;
  switch (kind) {
    case StreetClass::cycleway:
      return t("route.cycleway");
    case StreetClass::footway:
    case StreetClass::pedestrian:
      return t("route.footway");
    case StreetClass::path:
    case StreetClass::track:
    case StreetClass::bridleway:
      return t("route.path");
    case StreetClass::steps:
      return t("route.steps");
    case StreetClass::ferry:
      return t("route.ferry");
    default:
      return t("route.street");
  }
}

Html stretch(View const& view, Stretch const& one) {
  return html(R"(<li>{} <span class="count">{}</span></li>)",
              one.name.empty() ? html("{}", kind_of(view, one.kind)) : proper_name(view, one.name),
              distance_phrase(view.language, one.length));
}

Html way(View const& view, Route const& route, OfferingQuery const& query, Html const& map) {
  auto const& t = view.language;
  bool const is_there = route.length.value < 5;  // told as 0 m
  return html(
      R"(<p class="lead">{}{}</p>{}<ol class="route">{}</ol><p class="provenance">{}</p>)",
      travel_phrase(t, route.time, query.mode),
      is_there ? Html() : html("{}{}", t("list.separator"), distance_phrase(t, route.length)), map,
      each(without_crossings(route.stretches), [&](Stretch const& one) { return stretch(view, one); }),
      t("route.care"));
}

Html no_way(View const& view, Error const& error) {
  return html("<p>{}</p>", view.language.sentence(error));
}

}  // namespace

http::Response offering_route(http::Request const& request, View const& view,
                              PathArguments const& arguments) {
  auto const path = "/offerings/" + arguments.at(0) + "/route";
  auto const index = view.find<Offering>(arguments.at(0), "offering.missing");
  if (!index) return show_error(view, path, index.error());
  auto const query = parse_query(request.query, view.atlas);
  if (!query) return show_error(view, path, query.error());
  auto const& venue = view.atlas.catalogue().facts(*index).venue;
  auto const home = query->home;
  if (!venue || !home) return show_error(view, path, {Fault::missing, "route.from_where"});
  auto const& there = view.atlas.catalogue()[*venue];
  auto const route = view.atlas.streets().route(*home, there.point, profile_of(*query));
  auto const title = view.language("route.title", {{"place", venue_name(view, there)}});
  auto const back = with_query(view.page("/offerings", view.atlas.catalogue()[*index].id), *query);
  auto body =
      html("<h1>{}</h1>{}<p><a href=\"{}\">{}</a></p>", title,
           route ? way(view, *route, *query, way_on_map(view, *query, there)) : no_way(view, route.error()),
           back, in_dutch(view, view.atlas.catalogue()[*index].title));
  return show(view, {.title = title, .body = std::move(body), .path = path, .query = *query});
}

}  // namespace wegwijzer::web::pages
