// SPDX-License-Identifier: EUPL-1.2
#include "exchange/write_geojson.h"

#include <nlohmann/json.hpp>

#include "exchange/records_csv.h"

namespace wegwijzer {

namespace {

using Json = nlohmann::ordered_json;

// Dividing by 1e7 gives the double nearest to the decimal, which prints short.
Json position(GeoPoint point) {
  return Json::array({point.longitude / 1e7, point.latitude / 1e7});
}

Json ring_json(Ring const& ring) {
  auto out = Json::array();
  for (auto const& point : ring) out.push_back(position(point));
  return out;
}

Json polygon_json(Polygon const& polygon) {
  auto out = Json::array({ring_json(polygon.outer)});
  for (auto const& hole : polygon.holes) out.push_back(ring_json(hole));
  return out;
}

Json outline_json(std::vector<Polygon> const& outline) {
  if (outline.empty()) return {};
  auto polygons = Json::array();
  for (auto const& polygon : outline) polygons.push_back(polygon_json(polygon));
  return {{"type", "MultiPolygon"}, {"coordinates", std::move(polygons)}};
}

Json feature(Json properties, Json geometry) {
  return {{"type", "Feature"}, {"properties", std::move(properties)}, {"geometry", std::move(geometry)}};
}

std::string document(Json const& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string collection(Json features) {
  return document({{"type", "FeatureCollection"}, {"features", std::move(features)}});
}

}  // namespace

std::string write_shape_geojson(std::vector<Polygon> const& shape) {
  return document(feature(Json::object(), outline_json(shape)));
}

std::string write_venues_geojson(std::span<Venue const> venues) {
  auto const headings = record_headings<Venue>();
  auto features = Json::array();
  for (auto const& venue : venues) {
    auto const line = record_line(venue);
    auto properties = Json::object();
    for (std::size_t i = 0; i < headings.size(); ++i) {
      auto const& value = line.values[i];
      properties[headings[i]] = value ? Json(*value) : Json();
    }
    features.push_back(
        feature(std::move(properties), {{"type", "Point"}, {"coordinates", position(venue.point)}}));
  }
  return collection(std::move(features));
}

std::string write_areas_geojson(std::span<Area const> areas) {
  auto features = Json::array();
  for (auto const& area : areas) {
    Json properties{{"code", area.code.text()}, {"name", area.name}, {"source", area.source}};
    for (auto const& [name, value] : area.figures) properties[name] = value;
    features.push_back(feature(std::move(properties), outline_json(area.outline)));
  }
  return collection(std::move(features));
}

}  // namespace wegwijzer
