// SPDX-License-Identifier: EUPL-1.2
// Where all that a search finds is done, for the map above a page of it: GeoJSON, one point a place, with how
// many are done there and the place's own page.
#include <nlohmann/json.hpp>

#include "web/handlers.h"
#include "web/page.h"
#include "web/phrases.h"
#include "web/query.h"

namespace wegwijzer::web::map {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t most_places = 2'000;  // more than anybody can tell apart on one map

using Counts = std::vector<std::pair<Index<Venue>, std::size_t>>;

// In the order in which the search finds them.
Counts counted(View const& view, std::vector<FoundOffering> const& found) {
  Counts counts;
  std::vector<std::size_t> at(view.atlas.catalogue().venues().size(), most_places);
  for (auto const& one : found) {
    auto const venue = view.atlas.catalogue().facts(one.offering).venue;
    if (!venue) continue;
    auto& place = at[venue->value()];
    if (place < most_places) {
      ++counts[place].second;
    } else if (counts.size() < most_places) {
      place = counts.size();
      counts.emplace_back(*venue, 1);
    }
  }
  return counts;
}

Json feature(View const& view, OfferingQuery const& query, Index<Venue> index, std::size_t count) {
  auto const& venue = view.atlas.catalogue()[index];
  auto const address = with_query(view.page("/venues", venue.id), circumstances_of(query)).text();
  return {{"type", "Feature"},
          {"geometry",
           {{"type", "Point"},
            {"coordinates", {venue.point.longitude_degrees(), venue.point.latitude_degrees()}}}},
          {"properties", {{"name", venue_name(view, venue)}, {"offerings", count}, {"address", address}}}};
}

}  // namespace

http::Response places(http::Request const& request, View const& view, PathArguments const&) {
  auto const query = parse_query(request.query, view.atlas);
  if (!query) return show_error(view, "/offerings", query.error());
  auto features = Json::array();
  auto const found = find_offerings(view.atlas, *query, view.moment);
  for (auto const& [venue, count] : counted(view, found.offerings)) {
    features.push_back(feature(view, *query, venue, count));
  }
  return http::file(Json{{"type", "FeatureCollection"}, {"features", std::move(features)}}.dump(),
                    "application/geo+json");
}

}  // namespace wegwijzer::web::map
