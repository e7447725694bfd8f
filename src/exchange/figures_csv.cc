// SPDX-License-Identifier: EUPL-1.2
#include "exchange/figures_csv.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>
#include <limits>

#include "exchange/cells.h"
#include "exchange/table.h"

namespace wegwijzer {

namespace {

constexpr double without_end = std::numeric_limits<double>::infinity();
constexpr std::int64_t most_versions = 1'000'000;

std::vector<Column> figure_columns() {
  return {{"indicator", {}, true}, {"version", {}, true}, {"of", {}, true}, {"value", {}, true},
          {"low", {}, true},       {"high", {}, true},    {"note"}};
}

// What only rounding left of nothing is nothing.
constexpr double as_good_as_nothing = 1e-12;

bool has_no_end(std::optional<double> value) {
  return value && !std::isfinite(*value);
}

std::string written_number(std::optional<double> value) {
  return !value || has_no_end(value) ? "" : written_figure(*value);
}

// The cells that may have no end, by the name of their column.
constexpr std::array<std::pair<char const*, std::optional<double> FigureRow::*>, 3> numbers_of_row = {
    {{"value", &FigureRow::value}, {"low", &FigureRow::low}, {"high", &FigureRow::high}}};

// What a note said, in whatever of the numbers has no end.
void take_note(std::string_view note, FigureRow& row) {
  for (unsigned without_ends = 1; without_ends < 1U << numbers_of_row.size(); ++without_ends) {
    auto noted = row;
    for (std::size_t i = 0; i < numbers_of_row.size(); ++i) {
      if (without_ends >> i & 1U) noted.*numbers_of_row[i].second = without_end;
    }
    if (note_of(noted) != note) continue;
    row = noted;
    return;
  }
}

FigureRow read_figure(Cells& cells) {
  FigureRow row{cells.required("indicator", read_line).value_or(""),
                cells.required("version", read_figure_version).value_or(1),
                cells.value("of", read_line).value_or(""),
                cells.value("value", read_figure_number),
                cells.value("low", read_figure_number),
                cells.value("high", read_figure_number)};
  if (auto const note = cells.value("note", read_line)) take_note(*note, row);
  return row;
}

}  // namespace

Result<double> read_figure_number(std::string_view text) {
  if (text == "inf") return without_end;
  double value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  bool const right = error == std::errc() && end == text.data() + text.size() && value > -without_end;
  if (right && value < without_end) return value;
  return fail(Fault::invalid, "cell.decimal", {{"value", std::string(text)}});
}

Result<int> read_figure_version(std::string_view text) {
  auto const number = whole_number(text);
  if (number && *number >= 1 && *number <= most_versions) return static_cast<int>(*number);
  return fail(Fault::invalid, "cell.decimal", {{"value", std::string(text)}});
}

std::string written_figure(double value) {
  return fmt::format("{:.6g}", std::abs(value) < as_good_as_nothing ? 0 : value);
}

double as_written(double value) {
  return read_figure_number(written_figure(value)).value_or(value);
}

std::string figure_heading(std::string const& indicator, int version, std::string const& of) {
  // Numbers follow as they are: csv_line() takes one such as -1e-06 for a formula.
  auto line = csv_line({indicator, std::to_string(version), of}, ',');
  line.resize(line.find_last_not_of("\r\n") + 1);
  return line + ",";
}

std::string figure_line(FigureRow const& row) {
  return fmt::format("{}{},{},{},{}\r\n", figure_heading(row.indicator, row.version, row.of),
                     written_number(row.value), written_number(row.low), written_number(row.high),
                     note_of(row));
}

std::string note_of(FigureRow const& row) {
  std::vector<std::string> names;
  for (auto const& [name, number] : numbers_of_row) {
    if (has_no_end(row.*number)) names.emplace_back(name);
  }
  if (names.empty()) return "";
  return fmt::format("{} {} no end: something is divided by nothing", fmt::join(names, " and "),
                     names.size() == 1 ? "has" : "have");
}

std::string write_figures_csv(std::span<FigureRow const> rows) {
  std::string table(figures_heading);
  for (auto const& row : rows) table += figure_line(row);
  return table;
}

Result<Import<FigureRow>> read_figures_csv(std::string_view bytes) {
  auto table = Table::open(bytes, figure_columns());
  if (!table) return fail(table.error());
  return read_rows<FigureRow>(*table, read_figure);
}

}  // namespace wegwijzer
