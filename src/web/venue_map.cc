// SPDX-License-Identifier: EUPL-1.2
#include "web/venue_map.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "tiles/tile_maker.h"
#include "web/assets.h"
#include "web/query.h"

namespace wegwijzer::web {

namespace {

// What the map that moves says itself, by MapLibre's own names.
std::string words_of_map(Language const& t) {
  return nlohmann::ordered_json{{"Map.Title", t("map.title")},
                                {"NavigationControl.ZoomIn", t("map.zoom_in")},
                                {"NavigationControl.ZoomOut", t("map.zoom_out")},
                                {"AttributionControl.ToggleAttribution", t("map.sources")},
                                {"CooperativeGesturesHandler.WindowsHelpText", t("map.scroll_with_ctrl")},
                                {"CooperativeGesturesHandler.MacHelpText", t("map.scroll_with_command")},
                                {"CooperativeGesturesHandler.MobileHelpText", t("map.two_fingers")}}
      .dump();
}

}  // namespace

std::optional<std::size_t> VenueMap::number(Index<Offering> offering) {
  auto const venue = view_.atlas.catalogue().facts(offering).venue;
  if (!venue) return std::nullopt;
  auto const found = std::ranges::find(venues_, *venue);
  auto const number = static_cast<std::size_t>(found - venues_.begin()) + 1;
  if (found == venues_.end()) venues_.push_back(*venue);
  return number;
}

Html VenueMap::show(bool open) const {
  if (venues_.empty() || !view_.atlas.map().box()) return {};
  auto const& t = view_.language;
  return html(
      R"(<ww-map data-venues="{}" data-home="{}" data-reach="{}" data-style="{}" data-styles="{}" data-words="{}" data-places="{}">)"
      R"(<details class="map" {}><summary class="button"><span class="to-open">{}</span><span class="to-close">{}</span></summary>{}<picture>)"
      R"~(<source media="(prefers-color-scheme: dark)" srcset="{}"><img src="{}" alt="{}" width="640" height="480" )~"
      R"(loading="lazy"></picture></details></ww-map><script type="module" src="{}"></script>)",
      as_json(), query_.home ? text(*query_.home) : "",
      query_.home ? from_home(Url::path("/api/v1/reach")).text() : "", view_.page("/map/style.json").text(),
      asset("map/map.css").text(), words_of_map(t), with_query(view_.page("/map/places.json"), query_).text(),
      Flag{"open", open}, t("map.show"), t("map.hide"), caption(), picture().with("look", "dark"), picture(),
      t("map.picture"), asset("map/ww_map.js"));
}

Html VenueMap::caption() const {
  auto const others = html(R"(<p class="caption others">{}</p>)", view_.language("map.others"));
  if (!query_.home) return others;
  auto const mode = query_.mode == Mode::bike ? "map.reached_by_bike" : "map.reached_on_foot";
  return html(R"(<p class="caption">{}</p>)", view_.language.count(mode, query_.minutes.count())) + others;
}

// Only what the shape of what is reached is made of.
Url VenueMap::from_home(Url path) const {
  OfferingQuery asked;
  asked.home = query_.home;
  asked.age = query_.age;
  asked.mode = query_.mode;
  asked.minutes = query_.minutes;
  return with_query(std::move(path), asked);
}

// In the colours of whose list it is.
Url VenueMap::picture() const {
  auto url = from_home(view_.page("/map/picture.svg"));
  if (query_.ecosystem) url = std::move(url).with("ecosystem", *query_.ecosystem);
  for (auto const venue : venues_)
    url = std::move(url).with("dot", text(view_.atlas.catalogue()[venue].point));
  return url;
}

std::string VenueMap::as_json() const {
  auto list = nlohmann::ordered_json::array();
  for (std::size_t i = 0; i < venues_.size(); ++i) {
    auto const point = view_.atlas.catalogue()[venues_[i]].point;
    list.push_back({{"number", i + 1},
                    {"longitude", point.longitude_degrees()},
                    {"latitude", point.latitude_degrees()}});
  }
  return list.dump();
}

Html map_number(View const& view, std::optional<std::size_t> number) {
  if (!number) return {};
  auto const shown = std::to_string(*number);
  return html(R"(<span data-dot="{}"><span class="hidden">{} </span>{}</span>)", shown,
              view.language("map.number"), shown);
}

}  // namespace wegwijzer::web
