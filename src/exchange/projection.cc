// SPDX-License-Identifier: EUPL-1.2
#include "exchange/projection.h"

#include <proj.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "base/check.h"

namespace wegwijzer {

namespace {

// EPSG:28992 to WGS84 by the seven parameters of EPSG operation 15934 (NSGI: Amersfoort to ETRS89), spelled
// out so that no database, grid or network is needed.
constexpr auto rd_to_wgs84 =
    "+proj=pipeline"
    " +step +inv +proj=sterea +lat_0=52.1561605555556 +lon_0=5.38763888888889 +k=0.9999079"
    " +x_0=155000 +y_0=463000 +ellps=bessel"
    " +step +proj=cart +ellps=bessel"
    " +step +proj=helmert +x=565.4171 +y=50.3319 +z=465.5524 +rx=-0.398957388243134 +ry=0.343987817378283"
    " +rz=-1.87740163998045 +s=4.0725 +convention=position_vector"
    " +step +inv +proj=cart +ellps=WGS84"
    " +step +proj=unitconvert +xy_in=rad +xy_out=deg";

bool in_degrees(PlanePoint at) {
  return std::abs(at.x) <= 180 && std::abs(at.y) <= 90;
}

bool in_rd(PlanePoint at) {
  return at.x > -10'000 && at.x < 310'000 && at.y > 280'000 && at.y < 660'000;
}

std::optional<PlanePoint> first_position(FeatureCollection const& collection) {
  for (auto const& feature : collection.features) {
    if (feature.point) return feature.point;
    if (!feature.polygons.empty()) return feature.polygons.front().front().front();
  }
  return std::nullopt;
}

}  // namespace

Result<Coordinates> coordinates_of(FeatureCollection const& collection) {
  auto const& crs = collection.crs;
  if (crs.find("28992") != crs.npos || crs.find("Amersfoort") != crs.npos) return Coordinates::rd;
  auto const first = first_position(collection);
  bool const degrees = !first || in_degrees(*first);
  bool const says_degrees = crs.empty() || crs.find("CRS84") != crs.npos || crs.find("4326") != crs.npos ||
                            crs.find("4258") != crs.npos;
  if (degrees && says_degrees) return Coordinates::wgs84;
  if (first && in_rd(*first) && says_degrees) return Coordinates::rd;
  return fail(Fault::invalid, "geojson.crs_unknown", {{"value", crs.substr(0, 100)}});
}

struct Projection::Proj {
  PJ_CONTEXT* context = proj_context_create();
  PJ* transformation = proj_create(context, rd_to_wgs84);

  Proj() { check(transformation, "PROJ knows the Dutch projection"); }

  Proj(Proj const&) = delete;
  Proj& operator=(Proj const&) = delete;

  ~Proj() {
    proj_destroy(transformation);
    proj_context_destroy(context);
  }
};

Projection::Projection(Coordinates coordinates) : coordinates_(coordinates) {
  if (coordinates == Coordinates::rd) proj_ = std::make_unique<Proj>();
}

Projection::~Projection() = default;
Projection::Projection(Projection&&) noexcept = default;
Projection& Projection::operator=(Projection&&) noexcept = default;

std::optional<GeoPoint> Projection::point(PlanePoint at) const {
  if (coordinates_ == Coordinates::rd) {
    if (!in_rd(at)) return std::nullopt;
    auto const there = proj_trans(proj_->transformation, PJ_FWD, proj_coord(at.x, at.y, 0, 0));
    at = {there.xy.x, there.xy.y};
  }
  if (!in_degrees(at)) return std::nullopt;
  return GeoPoint::of_degrees(at.y, at.x);
}

std::optional<std::vector<Polygon>> Projection::polygons(std::vector<PlanePolygon> const& outlines) const {
  std::vector<Polygon> out;
  for (auto const& outline : outlines) {
    Polygon polygon;
    for (auto const& plane : outline) {
      Ring ring;
      for (auto const& position : plane) {
        auto const there = point(position);
        if (!there) return std::nullopt;
        ring.push_back(*there);
      }
      if (&plane == &outline.front()) {
        polygon.outer = std::move(ring);
      } else {
        polygon.holes.push_back(std::move(ring));
      }
    }
    out.push_back(std::move(polygon));
  }
  return out;
}

}  // namespace wegwijzer
