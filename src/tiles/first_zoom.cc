// SPDX-License-Identifier: EUPL-1.2
#include "tiles/first_zoom.h"

#include <algorithm>
#include <cmath>

#include "tiles/mercator.h"

namespace wegwijzer::tiles {

namespace {

struct AreaRule {
  int from;           // never before this zoom
  double least_side;  // in tile units, eight to a CSS pixel
};

AreaRule rule(MapAreaKind kind) {
  switch (kind) {
    case MapAreaKind::water:
      return {4, 16};
    case MapAreaKind::wood:
    case MapAreaKind::nature_reserve:
      return {7, 32};
    case MapAreaKind::park:
      return {10, 32};
    case MapAreaKind::grass:
      return {11, 48};
    case MapAreaKind::building:
      return {13, 28};
  }
  return {last_zoom, 0};
}

}  // namespace

int first_zoom(MapAreaKind kind, double side) {
  auto const [from, least_side] = rule(kind);
  // side * 4096 * 2^(zoom - 32) >= least_side
  auto const large_enough = std::ceil(32 + std::log2(least_side / tile_extent / std::max(side, 1.0)));
  return static_cast<int>(std::clamp<double>(large_enough, from, last_zoom));
}

int first_zoom(MapLineKind kind) {
  switch (kind) {
    case MapLineKind::river:
      return 8;
    case MapLineKind::railway:
      return 9;
    case MapLineKind::stream:
    case MapLineKind::tram:
      return 13;
  }
  return last_zoom;
}

int first_zoom(MapLabelKind kind) {
  switch (kind) {
    case MapLabelKind::city:
      return 4;
    case MapLabelKind::town:
      return 7;
    case MapLabelKind::village:
      return 10;
    case MapLabelKind::hamlet:
    case MapLabelKind::suburb:
    case MapLabelKind::station:
      return 12;
    case MapLabelKind::neighbourhood:
    case MapLabelKind::water:
      return 13;
    case MapLabelKind::park:
      return 14;
  }
  return last_zoom;
}

int first_zoom(StreetClass kind) {
  switch (kind) {
    case StreetClass::motorway:
    case StreetClass::trunk:
      return 6;
    case StreetClass::primary:
      return 8;
    case StreetClass::secondary:
    case StreetClass::ferry:
      return 10;
    case StreetClass::tertiary:
      return 11;
    case StreetClass::unclassified:
    case StreetClass::residential:
    case StreetClass::living_street:
    case StreetClass::unknown:
      return 12;
    case StreetClass::cycleway:
    case StreetClass::pedestrian:
      return 13;
    default:
      return 14;
  }
}

}  // namespace wegwijzer::tiles
