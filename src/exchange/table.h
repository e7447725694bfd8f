// SPDX-License-Identifier: EUPL-1.2
// A CSV file whose columns have known headings: its cells are asked for by heading and read into values, and
// whatever cannot be read becomes a problem of that line and column.
#pragma once

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "exchange/csv.h"

namespace wegwijzer {

struct Column {
  std::string_view heading;
  std::vector<std::string_view> synonyms{};
  bool required = false;  // the file must have it
};

enum class OtherColumns { reported, ignored };

class Table;

// One row. Faults are collected, so that all of a row are told at once.
class Cells {
 public:
  std::size_t line() const { return row_.line; }

  // Trimmed; empty when the file lacks the column.
  std::string_view operator[](std::string_view heading) const;

  bool has(std::string_view heading) const { return !(*this)[heading].empty(); }

  // The value of a cell as `read` understands it; nothing when the cell is empty or wrong.
  template <class Read>
  auto value(std::string_view heading, Read&& read)
      -> std::optional<typename std::invoke_result_t<Read, std::string_view>::value_type> {
    auto const cell = (*this)[heading];
    if (cell.empty()) return std::nullopt;
    auto result = std::invoke(read, cell);
    if (result) return std::move(*result);
    wrong(heading, std::move(result.error()));
    return std::nullopt;
  }

  // The same where an empty cell is a fault.
  template <class Read>
  auto required(std::string_view heading, Read&& read) {
    if (!has(heading)) wrong(heading, {Fault::missing, "cell.missing", {{"column", std::string(heading)}}});
    return value(heading, std::forward<Read>(read));
  }

  // The values of a cell in which commas or semicolons separate them; each wrong one is a fault of its own.
  template <class Read>
  auto list(std::string_view heading, Read&& read)
      -> std::vector<typename std::invoke_result_t<Read, std::string_view>::value_type> {
    std::vector<typename std::invoke_result_t<Read, std::string_view>::value_type> values;
    for (auto const part : parts(heading)) {
      auto result = std::invoke(read, part);
      if (!result) {
        wrong(heading, std::move(result.error()));
      } else if (std::find(values.begin(), values.end(), *result) == values.end()) {
        values.push_back(std::move(*result));
      }
    }
    return values;
  }

  void wrong(std::string_view heading, Error error);

  // Every cell with the heading that the file gives it.
  template <class Visit>
  void for_each_cell(Visit&& visit) const;

  bool faultless() const { return faults_.empty(); }

  std::vector<Problem> take_faults() { return std::move(faults_); }

 private:
  friend class Table;

  Cells(Table const& table, CsvRow row) : table_(table), row_(std::move(row)) {}

  std::vector<std::string_view> parts(std::string_view heading) const;

  Table const& table_;
  CsvRow row_;
  std::vector<Problem> faults_;
};

class Table {
 public:
  // Fails with "csv.column_missing" when a required column is not there, and as CsvReader::open does.
  static Result<Table> open(std::string_view bytes, std::vector<Column> columns,
                            OtherColumns others = OtherColumns::ignored);

  std::optional<Cells> next();

  std::vector<std::string> const& headings() const { return headings_; }  // as the file has them

  std::vector<Problem> take_problems() { return reader_.take_problems(); }

 private:
  friend class Cells;

  Table(CsvReader reader, std::vector<Column> columns)
      : reader_(std::move(reader)), columns_(std::move(columns)) {}

  Done take_headings(CsvRow const& headings, OtherColumns others);
  void take_heading(std::size_t position, std::size_t line, OtherColumns others);
  std::optional<std::size_t> position(std::string_view heading) const;

  CsvReader reader_;
  std::vector<Column> columns_;
  std::vector<std::string> headings_;
  std::vector<std::pair<std::string_view, std::size_t>> positions_;
};

template <class Visit>
void Cells::for_each_cell(Visit&& visit) const {
  auto const count = std::min(row_.cells.size(), table_.headings().size());
  for (std::size_t i = 0; i < count; ++i) visit(table_.headings()[i], std::string_view(row_.cells[i]));
}

// Reads every row of a table: `read` makes a row of the cells, which counts only when it found no fault.
template <class Row, class Read>
Import<Row> read_rows(Table& table, Read&& read) {
  Import<Row> out;
  auto const add = [&](std::vector<Problem> problems) {
    std::ranges::move(problems, std::back_inserter(out.problems));
  };
  while (auto cells = table.next()) {
    add(table.take_problems());
    Row row = std::invoke(read, *cells);
    if (cells->faultless()) out.rows.push_back(std::move(row));
    add(cells->take_faults());
  }
  add(table.take_problems());
  return out;
}

// How a table begins that a spreadsheet opens: a mark that says UTF-8, then the headings.
std::string first_line(std::vector<Column> const& columns);

// The table as a spreadsheet opens it: headings, then `cells(row)` for each row.
template <class Rows, class CellsOf>
std::string written_table(std::vector<Column> const& columns, Rows const& rows, CellsOf&& cells) {
  auto out = first_line(columns);
  for (auto const& row : rows) out += csv_line(std::invoke(cells, row));
  return out;
}

}  // namespace wegwijzer
