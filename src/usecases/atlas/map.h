// SPDX-License-Identifier: EUPL-1.2
// The map that visitors see: the basemaps of a store drawn together with their streets.
#pragma once

#include <memory>
#include <vector>

#include "atlas/street_maps.h"
#include "ports/ground.h"
#include "tiles/tile_maker.h"

namespace wegwijzer {

// `before`, when it is still what is in the store. `maps` are the streets of the store, loaded.
std::shared_ptr<tiles::TileMaker const> load_map(Ground& ground,
                                                 std::vector<std::shared_ptr<StreetMap const>> const& maps,
                                                 std::shared_ptr<tiles::TileMaker const> before);

}  // namespace wegwijzer
