// SPDX-License-Identifier: EUPL-1.2
// One file of one format into the store: what `wegwijzer import` does.
#pragma once

#include <array>
#include <filesystem>
#include <functional>

#include "domain/vocabulary.h"
#include "exchange/progress.h"
#include "usecases/import/report.h"

namespace wegwijzer {

enum class ImportFormat { osm, areas, schools, places, postcodes, organisations, offerings };

template <>
inline constexpr std::array choices<ImportFormat> = {std::pair{ImportFormat::osm, "osm"},
                                                     std::pair{ImportFormat::areas, "areas"},
                                                     std::pair{ImportFormat::schools, "schools"},
                                                     std::pair{ImportFormat::places, "places"},
                                                     std::pair{ImportFormat::postcodes, "postcodes"},
                                                     std::pair{ImportFormat::organisations, "organisations"},
                                                     std::pair{ImportFormat::offerings, "offerings"}};

// Reads the whole file before the first change; nothing is kept until the writer commits. What was wrong with
// single rows is in the report; fails when the file cannot be read at all.
Result<ImportReport> import_file(Writer& writer, ImportFormat format, std::filesystem::path const& file,
                                 Vocabulary const& vocabulary, Progress const& progress);

}  // namespace wegwijzer
