// SPDX-License-Identifier: EUPL-1.2
// A picture of a map in the store.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "ports/store.h"

namespace wegwijzer {

struct PictureWish {
  std::string source;              // of the streets; empty when there is only one map
  std::optional<GeoPoint> around;  // nothing: the middle of the map
  std::optional<Metres> reach;     // from there to the side of the picture; nothing: the whole map
};

// Writes a new SVG file. Fails with "picture.no_streets", "picture.which_map" {names},
// "picture.map_missing" {name, names}, "demo.file_exists" or "export.cannot_write".
Done draw_picture(Ground& ground, PictureWish const& wish, std::filesystem::path const& file);

}  // namespace wegwijzer
