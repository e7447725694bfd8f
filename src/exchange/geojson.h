// SPDX-License-Identifier: EUPL-1.2
// GeoJSON (RFC 7946, and the older form with a "crs" member) as plain features, under limits of depth.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "exchange/import.h"

namespace wegwijzer {

// A position as the file has it: degrees, or metres in RD.
struct PlanePoint {
  double x = 0;
  double y = 0;
  bool operator==(PlanePoint const&) const = default;
};

using PlaneRing = std::vector<PlanePoint>;
using PlanePolygon = std::vector<PlaneRing>;  // the outer ring first, then its holes

struct Property {
  std::string name;
  std::variant<std::monostate, bool, double, std::string> value;
};

struct Feature {
  std::size_t number = 0;  // in the file, the first is 1
  std::string id;
  std::vector<Property> properties;
  std::optional<PlanePoint> point;
  std::vector<PlanePolygon> polygons;  // of a Polygon or MultiPolygon

  // As text; whole numbers without decimals; empty when absent or null.
  std::string text(std::string_view name) const;
  std::string text(std::initializer_list<std::string_view> any_of) const;  // the first that is not empty
};

struct FeatureCollection {
  std::string crs;  // "urn:ogc:def:crs:EPSG::28992"; empty means WGS84
  std::vector<Feature> features;
  std::vector<Problem> problems;
};

// Fails with "geojson.unreadable" or "geojson.no_collection".
Result<FeatureCollection> read_geojson(std::string_view bytes);

Problem feature_problem(Feature const& feature, Error error);

}  // namespace wegwijzer
