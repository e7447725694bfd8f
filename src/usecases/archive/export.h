// SPDX-License-Identifier: EUPL-1.2
// Everything out in open formats, and back into an empty store: the map survives its platform.
#pragma once

#include <filesystem>

#include "ports/store.h"

namespace wegwijzer {

// Writes a new folder: per ecosystem its records as CSV and JSON, venues as GeoJSON, history as JSON; the
// ground as GeoJSON, JSON and our binary form of streets and basemap; releases of figures; a manifest with
// checksums. Gives the
// number of files. Fails with "export.folder_exists" or "export.cannot_write"; a folder half written is taken
// away again.
Result<std::size_t> export_store(Store& store, std::filesystem::path const& folder);

// Reads such a folder into a store without ecosystems: the same ids, versions and history. All or nothing.
// Fails with "export.not_an_export", "export.unreadable" or
// "export.store_not_empty".
Result<std::size_t> import_export(Store& store, std::filesystem::path const& folder);

}  // namespace wegwijzer
