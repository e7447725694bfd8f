// SPDX-License-Identifier: EUPL-1.2
#include "base/geo_point.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <numbers>
#include <optional>

namespace wegwijzer {

namespace {

constexpr double earth_radius = 6'371'008.8;
constexpr double radians_per_unit = std::numbers::pi / 180 * 1e-7;
constexpr double metres_per_unit = earth_radius * radians_per_unit;

std::optional<double> number(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  double value = 0;
  auto const [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

}  // namespace

GeoPoint GeoPoint::of_degrees(double latitude, double longitude) {
  return {static_cast<std::int32_t>(std::lround(latitude * 1e7)),
          static_cast<std::int32_t>(std::lround(longitude * 1e7))};
}

Result<GeoPoint> GeoPoint::parse(std::string_view text) {
  auto const invalid = fail(Fault::invalid, "place.not_a_point", {{"value", std::string(text)}});
  auto const comma = text.find(',');
  if (comma == std::string_view::npos) return invalid;
  auto const latitude = number(text.substr(0, comma));
  auto const longitude = number(text.substr(comma + 1));
  if (!latitude || !longitude || std::abs(*latitude) > 90 || std::abs(*longitude) > 180) return invalid;
  return of_degrees(*latitude, *longitude);
}

std::string text(GeoPoint point) {
  return fmt::format("{:.7f},{:.7f}", point.latitude_degrees(), point.longitude_degrees());
}

Metres distance(GeoPoint a, GeoPoint b) {
  auto const square = [](double x) { return x * x; };
  double const half_north = std::sin((b.latitude - static_cast<double>(a.latitude)) * radians_per_unit / 2);
  double const half_east = std::sin((b.longitude - static_cast<double>(a.longitude)) * radians_per_unit / 2);
  double const h = square(half_north) + std::cos(a.latitude * radians_per_unit) *
                                            std::cos(b.latitude * radians_per_unit) * square(half_east);
  return {2 * earth_radius * std::asin(std::sqrt(std::min(1.0, h)))};
}

LocalPlane::LocalPlane(GeoPoint origin)
    : origin_(origin),
      metres_per_unit_east_(metres_per_unit * std::cos(origin.latitude * radians_per_unit)) {}

LocalPlane::Position LocalPlane::position(GeoPoint point) const {
  return {(static_cast<double>(point.longitude) - origin_.longitude) * metres_per_unit_east_,
          (static_cast<double>(point.latitude) - origin_.latitude) * metres_per_unit};
}

GeoPoint LocalPlane::point(Position position) const {
  return {static_cast<std::int32_t>(std::lround(origin_.latitude + position.north / metres_per_unit)),
          static_cast<std::int32_t>(std::lround(origin_.longitude + position.east / metres_per_unit_east_))};
}

}  // namespace wegwijzer
