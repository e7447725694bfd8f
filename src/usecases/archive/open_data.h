// SPDX-License-Identifier: EUPL-1.2
// A published version of a network's map as open files: a table for each kind of record, places for a map,
// what each column means, and a description that programs read (Data Package of the Frictionless standard).
#pragma once

#include <string>
#include <vector>

#include "domain/open_data.h"
#include "ports/store.h"

namespace wegwijzer {

struct OpenFile {
  std::string name;        // "organisations.csv"
  std::string media_type;  // "text/csv; charset=utf-8"
  std::string bytes;
};

// Names of the files of a version, without making them.
std::vector<std::string> open_file_names();

// One of them, the same whenever it is asked: the map as it was at the moment of the version, without what
// was off it, without columns that may name a person, and without what comes from OpenStreetMap unless the
// licence is its own. Fails with "open_data.no_such_file".
Result<OpenFile> open_file(Reader& reader, OpenDataVersion const& version, std::string const& name);

}  // namespace wegwijzer
