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

enum class ImportFormat { osm, areas, schools, places, postcodes, organisations, offerings, inquiries };

template <>
inline constexpr std::array choices<ImportFormat> = {std::pair{ImportFormat::osm, "osm"},
                                                     std::pair{ImportFormat::areas, "areas"},
                                                     std::pair{ImportFormat::schools, "schools"},
                                                     std::pair{ImportFormat::places, "places"},
                                                     std::pair{ImportFormat::postcodes, "postcodes"},
                                                     std::pair{ImportFormat::organisations, "organisations"},
                                                     std::pair{ImportFormat::offerings, "offerings"},
                                                     std::pair{ImportFormat::inquiries, "inquiries"}};

// What a file says, read and checked; putting it in the store gives the report. Nothing is kept until the
// writer commits. It may be used once.
using ReadImport = std::function<Result<ImportReport>(Writer&)>;

struct ImportChoices {
  Date today;
  // What an earlier file of the same kind spoke of and this one does not, is archived: of organisations and
  // schools all, of offerings those of the organisations in the file. Nothing is when a row could not be
  // read.
  bool archive_missing = false;
};

// Reads the whole file without a store, so that nobody waits for a writer meanwhile. What was wrong with
// single rows is in the report; fails when the file cannot be read at all, or "import.archive_not_here" where
// a kind of file does not say all there is.
Result<ReadImport> read_import(ImportFormat format, std::filesystem::path const& file,
                               Vocabulary const& vocabulary, ImportChoices choices, Progress const& progress);

}  // namespace wegwijzer
