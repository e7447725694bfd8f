// SPDX-License-Identifier: EUPL-1.2
// Streets as files for other programs (exchange/street_files.h), to measure or compute elsewhere.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "exchange/progress.h"
#include "streets/travel_times.h"

namespace wegwijzer {

enum class StreetsForm : bool { csv, binary };

// Where they come in a folder: vertices.csv and edges.csv, or streets.bin.
std::vector<std::filesystem::path> street_files(std::filesystem::path const& folder, StreetsForm form);

// Fails with "demo.file_exists" or "demo.no_folder": asked before anything long begins. The folder itself
// need not be there.
Done check_street_files(std::filesystem::path const& folder, StreetsForm form);

struct StreetsExported {
  std::uint64_t vertices = 0;
  std::uint64_t edges = 0;
};

// All files or none. Fails as check_street_files does, with "export.cannot_write" or "file.stopped".
Result<StreetsExported> export_streets(TravelTimes const& times, std::filesystem::path const& folder,
                                       StreetsForm form, Progress const& progress);

}  // namespace wegwijzer
