// SPDX-License-Identifier: EUPL-1.2
// From which zoom something is on the map: what matters from afar, the rest when one comes near.
// docs/parameters.md lists these choices.
#pragma once

#include "domain/basemap.h"
#include "streets/street_use.h"

namespace wegwijzer::tiles {

// `side` is the longest of its box, in world units.
int first_zoom(MapAreaKind kind, double side);
int first_zoom(MapLineKind kind);
int first_zoom(MapLabelKind kind);
int first_zoom(StreetClass kind);

inline constexpr int first_zoom_of_street_names = 14;

}  // namespace wegwijzer::tiles
