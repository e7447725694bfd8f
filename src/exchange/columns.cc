// SPDX-License-Identifier: EUPL-1.2
#include "exchange/columns.h"

#include <algorithm>

#include "base/check.h"
#include "base/embedded.h"
#include "exchange/csv.h"

namespace wegwijzer {

namespace {

std::vector<ColumnMeaning> read_columns() {
  auto reader = CsvReader::open(columns_file());
  check(reader.has_value(), "the file of columns can be read");
  reader->next();  // the headings
  std::vector<ColumnMeaning> all;
  while (auto const row = reader->next()) {
    check(row->cells.size() == 6, "each column is described by six cells");
    auto const& cells = row->cells;
    all.push_back({cells[0], cells[1], cells[2], cells[3] == "yes", cells[4], cells[5]});
  }
  return all;
}

}  // namespace

std::string_view columns_file() {
  return embedded_file(assets_files(), "open_data/columns.csv");
}

std::vector<ColumnMeaning> const& column_meanings() {
  static auto const all = read_columns();
  return all;
}

ColumnMeaning const& meaning_of(std::string_view kind, std::string_view field) {
  auto const& all = column_meanings();
  auto const found = std::ranges::find_if(all, [&](ColumnMeaning const& one) {
    return one.field == field && (one.kind == kind || one.kind == "all");
  });
  check(found != all.end(), "every column is described in assets/open_data/columns.csv");
  return *found;
}

}  // namespace wegwijzer
