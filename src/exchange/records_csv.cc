// SPDX-License-Identifier: EUPL-1.2
#include "exchange/records_csv.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "base/words.h"
#include "exchange/csv.h"

namespace wegwijzer {

namespace {

constexpr char separator = ',';

// Where each wanted heading stands in the file. All must be there: a missing column would erase a field.
Result<std::vector<std::size_t>> positions_of(std::vector<std::string> const& wanted, CsvRow const& found) {
  std::vector<std::size_t> positions;
  for (auto const& heading : wanted) {
    auto const at = std::ranges::find(found.cells, heading);
    if (at == found.cells.end()) {
      return fail(Fault::invalid, "csv.column_missing",
                  {{"column", heading}, {"found", joined(found.cells, ", ").substr(0, 300)}});
    }
    positions.push_back(static_cast<std::size_t>(at - found.cells.begin()));
  }
  return positions;
}

RecordLine line_of(CsvRow& row, std::vector<std::size_t> const& positions) {
  RecordLine line{row.line, {}};
  for (auto const position : positions) {
    bool const there = position < row.cells.size() && !row.cells[position].empty();
    line.values.push_back(there ? FieldText(std::move(row.cells[position])) : std::nullopt);
  }
  return line;
}

}  // namespace

std::string write_record_lines(std::vector<std::string> const& headings,
                               std::vector<RecordLine> const& lines) {
  auto out = "\xef\xbb\xbf" + csv_line(headings, separator);
  for (auto const& line : lines) {
    std::vector<std::string> cells;
    cells.reserve(line.values.size());
    for (auto const& value : line.values) cells.push_back(value.value_or(""));
    out += csv_line(cells, separator);
  }
  return out;
}

Result<Import<RecordLine>> read_record_lines(std::string_view bytes,
                                             std::vector<std::string> const& headings) {
  auto reader = CsvReader::open(bytes, {.row_bytes = 1U << 20U});
  if (!reader) return fail(reader.error());
  auto const first = reader->next();
  if (!first) return fail(Fault::invalid, "file.empty");
  auto const positions = positions_of(headings, *first);
  if (!positions) return fail(positions.error());
  Import<RecordLine> out;
  while (auto row = reader->next()) out.rows.push_back(line_of(*row, *positions));
  out.problems = reader->take_problems();
  return out;
}

std::string write_record_objects(std::vector<std::string> const& headings,
                                 std::vector<RecordLine> const& lines) {
  auto all = nlohmann::ordered_json::array();
  for (auto const& line : lines) {
    auto object = nlohmann::ordered_json::object();
    for (std::size_t i = 0; i < headings.size(); ++i) {
      auto const& value = line.values[i];
      object[headings[i]] = value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json();
    }
    all.push_back(std::move(object));
  }
  return all.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace wegwijzer
