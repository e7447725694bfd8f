// SPDX-License-Identifier: EUPL-1.2
// How the map looks, as a MapLibre style (https://maplibre.org/maplibre-style-spec/). Its letters
// are ours (cmake/glyphs.cmake); a letter of a range that we do not have the browser draws from its own
// fonts.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "tiles/first_zoom.h"
#include "tiles/tile_maker.h"
#include "tiles/vector_tile.h"
#include "web/api/answer.h"
#include "web/assets.h"
#include "web/handlers.h"
#include "web/map/look.h"

namespace wegwijzer::web::map {

namespace {

using Json = nlohmann::ordered_json;
using tiles::Palette;

// One name each, since MapLibre asks for all names of a list in one file. The browser reads the weight from
// it for what it draws itself.
Json const plain_letters = Json::array({"Figtree Regular"});
Json const bold_letters = Json::array({"Figtree Bold"});

Json interpolated(double base, Json const& stops) {
  Json expression{"interpolate", Json{"exponential", base}, Json::array({"zoom"})};
  for (auto const& value : stops) expression.push_back(value);
  return expression;
}

Json of_kinds(Json const& kinds) {
  return {"in", Json::array({"get", "kind"}), Json::array({"literal", kinds})};
}

Json layer(char const* id, char const* type, char const* source_layer) {
  return {{"id", id}, {"type", type}, {"source", "map"}, {"source-layer", source_layer}};
}

void add_areas(Palette const& colours, Json& layers) {
  for (auto const kind : tiles::areas_from_the_ground) {
    if (kind == MapAreaKind::building) continue;
    auto const* const from = kind == MapAreaKind::water ? "water" : "green";
    auto area = layer(tiles::kind_word(kind).data(), "fill", from);
    area["filter"] = of_kinds({tiles::kind_word(kind)});
    area["paint"]["fill-color"] = tiles::colour(colours, kind);
    layers.push_back(area);
  }
  auto buildings = layer("buildings", "fill", "buildings");
  buildings["paint"] = {{"fill-color", colours.building}, {"fill-outline-color", colours.building_edge}};
  layers.push_back(buildings);
}

void add_line(Json& layers, char const* id, char const* from, std::string_view colour, double width,
              MapLineKind kind) {
  auto line = layer(id, "line", from);
  line["filter"] = of_kinds({tiles::kind_word(kind)});
  line["paint"] = {{"line-color", colour}, {"line-width", interpolated(1.4, {10, width / 4, 16, width})}};
  layers.push_back(line);
}

Json street_width(double width, double more) {
  Json stops;
  for (int const zoom : {8, 12, 16, 20}) {
    stops.push_back(zoom);
    stops.push_back(std::max(0.4, width * tiles::width_at(zoom)) + more);
  }
  return interpolated(1.6, stops);
}

Json street(StreetClass kind, Palette const& colours, bool edge) {
  auto const look = tiles::look_of(kind);
  auto line = layer("", "line", "streets");
  line["id"] = fmt::format("{}{}", tiles::kind_word(kind), edge ? " edge" : "");
  line["filter"] = of_kinds({tiles::kind_word(kind)});
  line["layout"]["line-join"] = "round";
  if (!look.dashed) line["layout"]["line-cap"] = "round";
  line["paint"] = {{"line-color", edge ? colours.street_edge : tiles::colour(colours, look.paint)},
                   {"line-width", street_width(look.width, edge ? 1.5 : 0)}};
  if (look.dashed) line["paint"]["line-dasharray"] = {3, 2};
  if (edge) line["minzoom"] = 12;  // before, a street is hardly wider than its border
  return line;
}

// First all borders, then all streets from the small to the large, so that crossings stay open.
void add_streets(Palette const& colours, Json& layers) {
  for (bool const edge : {true, false}) {
    for (auto kind = static_cast<int>(last_street_class); kind >= 0; --kind) {
      auto const street_class = static_cast<StreetClass>(kind);
      if (edge && !tiles::look_of(street_class).edged) continue;
      layers.push_back(street(street_class, colours, edge));
    }
  }
}

Json names(char const* id, char const* from, Json const& letters, Json const& size, std::string_view ink,
           Palette const& colours) {
  auto text = layer(id, "symbol", from);
  text["layout"] = {{"text-field", Json::array({"get", "name"})},
                    {"text-font", letters},
                    {"text-size", size},
                    {"text-max-width", 8},
                    {"text-padding", 4}};
  text["paint"] = {{"text-color", ink}, {"text-halo-color", colours.halo}, {"text-halo-width", 1.5}};
  return text;
}

void add_street_names(Palette const& colours, Json& layers) {
  auto text = names("street names", "streets", plain_letters, interpolated(1, {14, 11, 18, 15}),
                    colours.soft_ink, colours);
  text["minzoom"] = tiles::first_zoom_of_street_names;
  text["layout"]["symbol-placement"] = "line";
  text["layout"]["symbol-spacing"] = 400;  // pixels until a long street says its name again
  text["layout"]["text-rotation-alignment"] = "map";
  layers.push_back(text);
}

void add_places(Palette const& colours, Json& layers) {
  struct Row {
    char const* id;
    Json kinds;
    Json size;
    std::string_view ink;
    bool bold;
  };

  Row const rows[] = {
      {"names of waters", {"water"}, 12, colours.water_ink, false},
      {"names of parks", {"park"}, 12, colours.green_ink, false},
      {"names of quarters",
       {"neighbourhood", "suburb", "hamlet"},
       interpolated(1, {12, 11, 16, 15}),
       colours.soft_ink,
       false},
      {"stations", {"station"}, 12, colours.ink, true},
      {"villages", {"village"}, interpolated(1, {10, 12, 15, 17}), colours.ink, true},
      {"towns", {"town", "city"}, interpolated(1, {6, 12, 14, 20}), colours.ink, true},
  };
  for (auto const& row : rows) {
    auto text = names(row.id, "labels", row.bold ? bold_letters : plain_letters, row.size, row.ink, colours);
    text["filter"] = of_kinds(row.kinds);
    // It makes way for the ring of a home.
    text["layout"]["text-variable-anchor"] = {"center", "top", "bottom"};
    text["layout"]["text-radial-offset"] = 0.9;
    layers.push_back(text);
  }
}

Json layers_of(Palette const& colours) {
  Json layers = Json::array();
  layers.push_back({{"id", "land"}, {"type", "background"}, {"paint", {{"background-color", colours.land}}}});
  add_areas(colours, layers);
  add_line(layers, "streams", "waterways", colours.water_line, 1.5, MapLineKind::stream);
  add_line(layers, "rivers", "waterways", colours.water_line, 4, MapLineKind::river);
  add_line(layers, "trams", "railways", colours.railway, 1.2, MapLineKind::tram);
  add_line(layers, "railways", "railways", colours.railway, 2.4, MapLineKind::railway);
  add_streets(colours, layers);
  add_street_names(colours, layers);
  add_places(colours, layers);
  return layers;
}

// Whose map it is: OpenStreetMap's, ours, or both.
std::string attribution(View const& view) {
  std::vector<std::string> parts;
  auto const& maps = view.atlas.streets().maps();
  auto const made_up = [](auto const& map) { return map->source() == made_up_source; };
  if (!std::ranges::all_of(maps, made_up)) parts.push_back(view.language("map.by_osm"));
  if (std::ranges::any_of(maps, made_up)) parts.push_back(view.language("map.made_up"));
  return fmt::format("{}", fmt::join(parts, " · "));
}

Json bounds(tiles::WorldBox const& box) {
  auto const north_west = tiles::to_earth(box.low);
  auto const south_east = tiles::to_earth(box.high);
  return {north_west.longitude_degrees(), south_east.latitude_degrees(), south_east.longitude_degrees(),
          north_west.latitude_degrees()};
}

Json source(View const& view) {
  auto const& map = view.atlas.map();
  Json source{{"type", "vector"},
              {"tiles", Json::array({"/map/" + map.version() + "/{z}/{x}/{y}.mvt"})},
              {"minzoom", 0},
              {"maxzoom", tiles::last_zoom},
              {"attribution", attribution(view)}};
  if (map.box()) source["bounds"] = bounds(*map.box());
  return source;
}

// "/assets/3f0c…/map/glyphs/{fontstack}/{range}.pbf"
std::string letters_address() {
  constexpr std::string_view one = "Figtree Regular/0-255.pbf";
  auto address = served_files().url(fmt::format("map/glyphs/{}", one));
  return address.replace(address.size() - one.size(), one.size(), "{fontstack}/{range}.pbf");
}

}  // namespace

http::Response style(http::Request const& request, View const& view, PathArguments const&) {
  return api::answer({{"version", 8},
                      {"name", "Wegwijzer"},
                      {"glyphs", letters_address()},
                      {"sources", {{"map", source(view)}}},
                      {"layers", layers_of(tiles::palette(look_of(request.query)))}});
}

}  // namespace wegwijzer::web::map
