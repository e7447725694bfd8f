// SPDX-License-Identifier: EUPL-1.2
#include "tiles/palette.h"

#include <cmath>

#include "domain/colour.h"

namespace wegwijzer::tiles {

namespace {

constexpr Palette light{
    .land = "#faf6ec",
    .water = "#b5d8ea",
    .water_line = "#a6cfe4",
    .wood = "#bfdcae",
    .park = "#d3e8c2",
    .grass = "#e4efd3",
    .nature = "#dfeccd",
    .building = "#ebe1d1",
    .building_edge = "#dccfb9",
    .main_street = "#f6c77f",
    .through_street = "#fbe6ae",
    .street = "#ffffff",
    .street_edge = "#d5c9b4",
    .path = "#b88a5f",
    .cycleway = "#6d8fc4",
    .railway = "#8f8a82",
    .ink = "#1d2b2a",
    .soft_ink = "#4d4a42",
    .water_ink = "#174a68",
    .green_ink = "#2a4f25",
    .halo = "#fffdf7",
    .dot = "#0b5d57",
    .dot_edge = "#ffffff",
    .dot_ink = "#ffffff",
};

constexpr Palette dark{
    .land = "#23262a",
    .water = "#1c3848",
    .water_line = "#21414f",
    .wood = "#273a2b",
    .park = "#2b3d2c",
    .grass = "#2a332a",
    .nature = "#29362a",
    .building = "#2f3034",
    .building_edge = "#3b3c41",
    .main_street = "#634d2f",
    .through_street = "#504733",
    .street = "#45484d",
    .street_edge = "#191b1e",
    .path = "#7d6a55",
    .cycleway = "#5f7fae",
    .railway = "#6b6b70",
    .ink = "#f2ede1",
    .soft_ink = "#cfc9bb",
    .water_ink = "#a9d3ec",
    .green_ink = "#b8d8ab",
    .halo = "#17191c",
    .dot = "#7fd4c9",
    .dot_edge = "#10201e",
    .dot_ink = "#10201e",
};

}  // namespace

Palette const& palette(Look look) {
  return look == Look::light ? light : dark;
}

std::string_view colour(Palette const& palette, MapAreaKind kind) {
  switch (kind) {
    case MapAreaKind::water:
      return palette.water;
    case MapAreaKind::wood:
      return palette.wood;
    case MapAreaKind::park:
      return palette.park;
    case MapAreaKind::grass:
      return palette.grass;
    case MapAreaKind::nature_reserve:
      return palette.nature;
    case MapAreaKind::building:
      return palette.building;
  }
  return palette.land;
}

StreetLook look_of(StreetClass kind) {
  using enum StreetLook::Paint;
  switch (kind) {
    case StreetClass::motorway:
    case StreetClass::trunk:
    case StreetClass::primary:
      return {main_street, 12, true, false};
    case StreetClass::secondary:
    case StreetClass::tertiary:
      return {through_street, 10, true, false};
    case StreetClass::unclassified:
    case StreetClass::residential:
    case StreetClass::living_street:
    case StreetClass::pedestrian:
    case StreetClass::unknown:
      return {street, 8, true, false};
    case StreetClass::service:
      return {street, 4, true, false};
    case StreetClass::cycleway:
      return {cycleway, 2, false, false};
    case StreetClass::ferry:
      return {cycleway, 1.5, false, true};
    case StreetClass::track:
    case StreetClass::path:
    case StreetClass::bridleway:
    case StreetClass::footway:
    case StreetClass::steps:
      return {path, 1.5, false, true};
  }
  return {street, 8, true, false};
}

std::string_view colour(Palette const& palette, StreetLook::Paint paint) {
  switch (paint) {
    case StreetLook::Paint::main_street:
      return palette.main_street;
    case StreetLook::Paint::through_street:
      return palette.through_street;
    case StreetLook::Paint::street:
      return palette.street;
    case StreetLook::Paint::path:
      return palette.path;
    case StreetLook::Paint::cycleway:
      return palette.cycleway;
  }
  return palette.street;
}

double width_at(double zoom) {
  return std::pow(1.6, zoom - 16);
}

double contrast(std::string_view a, std::string_view b) {
  return wegwijzer::contrast(Colour::parse(a).value(), Colour::parse(b).value());
}

}  // namespace wegwijzer::tiles
