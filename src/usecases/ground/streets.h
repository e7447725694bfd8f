// SPDX-License-Identifier: EUPL-1.2
// The streets that an operator means: of a map in the store, or of a file of OpenStreetMap.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "exchange/progress.h"
#include "ports/ground.h"
#include "streets/streets.h"

namespace wegwijzer {

// The map of that source, or the only one when the source is empty. Fails with "picture.no_streets",
// "picture.which_map" {option, names} or "picture.map_missing" {name, names}; `option` is how one says which.
Result<GroundFile> choose_map(Ground& ground, std::string const& source, char const* option);

Streets streets_of(Ground& ground, GroundFile const& map);

// Fails as read_osm_streets does, and with "file.no_streets" when one may go nowhere.
Result<std::shared_ptr<Streets const>> streets_of_file(std::filesystem::path const& osm,
                                                       Progress const& progress);

}  // namespace wegwijzer
