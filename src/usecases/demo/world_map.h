// SPDX-License-Identifier: EUPL-1.2
// The map of a fictional country in the forms that the store keeps and that other programs read.
#pragma once

#include <filesystem>
#include <functional>

#include "exchange/basemap.h"
#include "streets/streets.h"
#include "towns/world.h"

namespace wegwijzer {

struct WorldMap {
  Streets streets;
  Basemap basemap;
};

// By the same rules by which a map of OpenStreetMap is read. `go_on` is asked now and then; nothing comes
// back when it says no.
std::optional<WorldMap> map_of(towns::World& world, std::function<bool()> const& go_on);

// The same map and its venues as a .osm.pbf. Fails with "osm.cannot_write" or "demo.stopped".
Done write_osm(towns::World& world, std::filesystem::path const& file,
               std::vector<VenueKindRule> const& kinds, std::function<bool()> const& go_on);

}  // namespace wegwijzer
