// SPDX-License-Identifier: EUPL-1.2
// What each column of the exported records means: assets/open_data/columns.csv, which goes along with every
// export.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wegwijzer {

struct ColumnMeaning {
  std::string kind;  // of record, or "all"
  std::string field;
  std::string type;  // string, integer, boolean, date, list ("; " between its values) or geopoint
  bool open = true;  // goes along when the map is published
  std::string dutch;
  std::string english;
};

std::vector<ColumnMeaning> const& column_meanings();
// Of one kind: its own and those of all. Throws for a column that nobody described.
ColumnMeaning const& meaning_of(std::string_view kind, std::string_view field);
std::string_view columns_file();  // as it stands in an export

}  // namespace wegwijzer
