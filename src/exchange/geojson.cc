// SPDX-License-Identifier: EUPL-1.2
#include "exchange/geojson.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <cmath>

namespace wegwijzer {

namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

// A MultiPolygon needs nine levels; more than this is no map but an attack on the stack.
constexpr std::size_t deepest = 40;

std::optional<PlanePoint> position_of(element const& value) {
  array numbers;
  if (value.get(numbers) || numbers.size() < 2) return std::nullopt;
  double x = 0, y = 0;
  if (numbers.at(0).get(x) || numbers.at(1).get(y)) return std::nullopt;
  return PlanePoint{x, y};
}

std::optional<PlaneRing> ring_of(element const& value) {
  array positions;
  if (value.get(positions)) return std::nullopt;
  PlaneRing ring;
  for (auto const position : positions) {
    auto const point = position_of(position);
    if (!point) return std::nullopt;
    ring.push_back(*point);
  }
  if (ring.size() < 3) return std::nullopt;
  if (ring.front() != ring.back()) ring.push_back(ring.front());
  return ring;
}

std::optional<PlanePolygon> polygon_of(element const& value) {
  array rings;
  if (value.get(rings)) return std::nullopt;
  PlanePolygon polygon;
  for (auto const part : rings) {
    auto ring = ring_of(part);
    if (!ring) return std::nullopt;
    polygon.push_back(std::move(*ring));
  }
  return polygon.empty() ? std::nullopt : std::optional(std::move(polygon));
}

bool read_polygons(element const& coordinates, Feature& feature) {
  array polygons;
  if (coordinates.get(polygons)) return false;
  for (auto const part : polygons) {
    auto polygon = polygon_of(part);
    if (!polygon) return false;
    feature.polygons.push_back(std::move(*polygon));
  }
  return true;
}

// False when the geometry is broken; a kind that is not asked for (a line) is left out.
bool read_geometry(element const& value, Feature& feature) {
  if (value.is_null()) return true;
  std::string_view kind;
  element coordinates;
  if (value["type"].get(kind)) return false;
  if (kind != "Point" && kind != "Polygon" && kind != "MultiPolygon") return true;
  if (value["coordinates"].get(coordinates)) return false;
  if (kind == "MultiPolygon") return read_polygons(coordinates, feature);
  if (kind == "Point") {
    feature.point = position_of(coordinates);
    return feature.point.has_value();
  }
  auto polygon = polygon_of(coordinates);
  if (polygon) feature.polygons.push_back(std::move(*polygon));
  return polygon.has_value();
}

Property property_of(std::string_view name, element const& value) {
  Property property{std::string(name), {}};
  std::string_view text;
  double number = 0;
  bool yes = false;
  if (!value.get(text)) {
    property.value = std::string(text);
  } else if (!value.get(yes)) {
    property.value = yes;
  } else if (!value.get(number)) {
    property.value = number;
  }
  return property;
}

std::string id_of(element const& feature) {
  std::string_view text;
  std::int64_t number = 0;
  if (!feature["id"].get(text)) return std::string(text);
  return feature["id"].get(number) ? "" : std::to_string(number);
}

std::optional<Feature> feature_of(element const& value, std::size_t number) {
  Feature feature;
  feature.number = number;
  feature.id = id_of(value);
  object properties;
  if (!value["properties"].get(properties)) {
    for (auto const& [name, property] : properties) feature.properties.push_back(property_of(name, property));
  }
  element geometry;
  if (!value["geometry"].get(geometry) && !read_geometry(geometry, feature)) return std::nullopt;
  return feature;
}

std::string number_text(double number) {
  if (std::abs(number) < 1e15 && number == std::floor(number)) return fmt::format("{:.0f}", number);
  return fmt::format("{}", number);
}

}  // namespace

std::string Feature::text(std::string_view name) const {
  for (auto const& property : properties) {
    if (property.name != name) continue;
    if (auto const* text = std::get_if<std::string>(&property.value)) return *text;
    if (auto const* value = std::get_if<double>(&property.value)) return number_text(*value);
    if (auto const* yes = std::get_if<bool>(&property.value)) return *yes ? "yes" : "no";
  }
  return {};
}

std::string Feature::text(std::initializer_list<std::string_view> any_of) const {
  for (auto const name : any_of) {
    if (auto found = text(name); !found.empty()) return found;
  }
  return {};
}

Result<FeatureCollection> read_geojson(std::string_view bytes) {
  if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
  simdjson::dom::parser parser;
  element root;
  if (parser.allocate(bytes.size() + 1, deepest) || parser.parse(simdjson::padded_string(bytes)).get(root)) {
    return fail(Fault::invalid, "geojson.unreadable");
  }
  array features;
  if (root["features"].get(features)) return fail(Fault::invalid, "geojson.no_collection");
  FeatureCollection out;
  std::string_view crs;
  if (!root["crs"]["properties"]["name"].get(crs)) out.crs = crs;
  std::size_t number = 0;
  for (auto const value : features) {
    auto feature = feature_of(value, ++number);
    if (feature) {
      out.features.push_back(std::move(*feature));
    } else {
      out.problems.push_back(
          {0, fmt::format("feature {}", number), {Fault::invalid, "geojson.geometry_broken"}});
    }
  }
  return out;
}

Problem feature_problem(Feature const& feature, Error error) {
  return {0, fmt::format("feature {}", feature.number), std::move(error)};
}

}  // namespace wegwijzer
