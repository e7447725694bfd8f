// SPDX-License-Identifier: EUPL-1.2
// A drawing as Mapbox Vector Tile 2.1 (https://github.com/mapbox/vector-tile-spec/tree/master/2.1). Layers:
// green, water, buildings, waterways, railways, streets, labels; each feature has a `kind`, streets and
// labels a `name`.
#pragma once

#include <string>

#include "tiles/drawing.h"

namespace wegwijzer::tiles {

// Empty when nothing is drawn. Outer rings run clockwise on the screen, holes the other way; no ring without
// an area. Streets of one kind and name are joined to long lines.
std::string vector_tile(Drawing const& drawing);

// "residential": the word for a kind in tiles and in the style.
std::string_view kind_word(MapAreaKind kind);
std::string_view kind_word(MapLineKind kind);
std::string_view kind_word(MapLabelKind kind);
std::string_view kind_word(StreetClass kind);

}  // namespace wegwijzer::tiles
