// SPDX-License-Identifier: EUPL-1.2
#include "web/venue_map.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "tiles/tile_maker.h"
#include "web/assets.h"
#include "web/map_picture.h"
#include "web/parts.h"
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

// All of the question but how far and by what.
Html rest_of(OfferingQuery query) {
  query.minutes = OfferingQuery().minutes;
  query.mode = OfferingQuery().mode;
  return each(fields_of(query), [](auto const& field) { return hidden(field.first, field.second); });
}

}  // namespace

bool map_is_asked(http::Request const& request) {
  return request.query.first("view") == "map";
}

Html keep_map_open() {
  return html(R"(<input type="hidden" name="view" value="map" form="search">)");
}

std::optional<std::size_t> VenueMap::number(Index<Offering> offering) {
  auto const venue = view_.atlas.catalogue().facts(offering).venue;
  if (!venue) return std::nullopt;
  auto const found = std::ranges::find(venues_, *venue);
  auto const number = static_cast<std::size_t>(found - venues_.begin()) + 1;
  if (found == venues_.end()) venues_.push_back(*venue);
  return number;
}

namespace {

// What the map that moves is told, and what stands in it.
struct MapParts {
  std::vector<GeoPoint> points;
  std::string home{};
  std::string reach{};
  std::string places{};
  bool open = false;
  Html inside{};
};

std::string numbered(std::vector<GeoPoint> const& points) {
  auto list = nlohmann::ordered_json::array();
  for (std::size_t i = 0; i < points.size(); ++i) {
    list.push_back({{"number", i + 1},
                    {"longitude", points[i].longitude_degrees()},
                    {"latitude", points[i].latitude_degrees()}});
  }
  return list.dump();
}

Html moving_map(View const& view, MapParts const& map) {
  auto const& t = view.language;
  return html(
      R"(<ww-map data-venues="{}" data-home="{}" data-reach="{}" data-style="{}" data-styles="{}" data-words="{}" data-places="{}">)"
      R"(<details class="map" {}><summary class="button"><span class="to-open">{}</span><span class="to-close">{}</span></summary>)"
      R"({}</details></ww-map><script type="module" src="{}"></script>)",
      numbered(map.points), map.home, map.reach, view.page("/map/style.json").text(),
      asset("map/map.css").text(), words_of_map(t), map.places, Flag{"open", map.open}, t("map.show"),
      t("map.hide"), map.inside, asset("map/ww_map.js"));
}

}  // namespace

Html map_of_points(View const& view, std::vector<GeoPoint> const& points) {
  if (points.empty() || !view.atlas.map().box()) return {};
  auto picture = view.page("/map/picture.svg");
  for (auto const point : points) picture = std::move(picture).with("dot", text(point));
  return moving_map(
      view,
      {.points = points, .open = true, .inside = map_picture(picture, view.language("map.picture"), 480)});
}

Html VenueMap::show(bool open) const {
  bool const only_reach = venues_.empty() && open && query_.home;
  if ((venues_.empty() && !only_reach) || !view_.atlas.map().box()) return {};
  return moving_map(
      view_, {.points = points(),
              .home = query_.home ? text(*query_.home) : "",
              .reach = query_.home ? from_home(Url::path("/api/v1/reach")).text() : "",
              .places = with_query(view_.page("/map/places.json"), query_).text(),
              .open = open,
              .inside = travel() + map_picture(picture(), view_.language("map.picture"), 480) + captions()});
}

// Another number of minutes, another way to go: a page by itself, and with a script the same page at once.
Html VenueMap::travel() const {
  if (!query_.home) return {};
  auto const& t = view_.language;
  return html(
      R"(<form class="travel" method="get" action="{}" data-failed="{}" data-instead="{}">{}{})"
      R"(<label class="minutes"><span>{}</span><select name="minutes">{}</select></label>)"
      R"(<fieldset><legend class="hidden">{}</legend>{}</fieldset>)"
      R"(<button class="button" type="submit">{}</button><p class="told hidden" role="status"></p></form>)",
      view_.page("/offerings"), t("map.not_changed"), t("map.new_page"), hidden("view", "map"),
      rest_of(query_), t("form.minutes"), minutes_options(view_, query_.minutes), t("form.mode"),
      mode_choices(view_, query_.mode), t("map.change"));
}

Html VenueMap::captions() const {
  Html reached;
  if (query_.home) {
    auto const mode = query_.mode == Mode::bike ? "map.reached_by_bike" : "map.reached_on_foot";
    reached = html("<p>{}</p>", view_.language.count(mode, query_.minutes.count()));
  }
  return html(R"(<div class="captions">{}<p class="others">{}</p></div>)", reached,
              view_.language("map.others"));
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
  for (auto const point : points()) url = std::move(url).with("dot", text(point));
  return url;
}

std::vector<GeoPoint> VenueMap::points() const {
  std::vector<GeoPoint> points;
  for (auto const venue : venues_) points.push_back(view_.atlas.catalogue()[venue].point);
  return points;
}

Html map_number(View const& view, std::optional<std::size_t> number) {
  if (!number) return {};
  auto const shown = std::to_string(*number);
  return html(R"(<span data-dot="{}"><span class="hidden">{} </span>{}</span>)", shown,
              view.language("map.number"), shown);
}

}  // namespace wegwijzer::web
