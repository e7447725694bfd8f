// SPDX-License-Identifier: EUPL-1.2
// Figures as a tidy table for statistics (docs/manual/onderzoek.md): one figure a row, commas between the
// cells and points in numbers.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/import.h"

namespace wegwijzer {

struct FigureRow {
  std::string indicator;
  int version = 1;
  std::string of;               // of which part: an area, a group, a factor; empty: of the whole
  std::optional<double> value;  // nothing where there is none; it may be without end
  std::optional<double> low;    // nothing when it is not known how sure it is
  std::optional<double> high;
  bool operator==(FigureRow const&) const = default;
};

// With the six digits that a reader is told, so that reading gives back what is written.
double as_written(double value);

// "0.123457", "inf"; what only rounding left of nothing is "0".
std::string written_figure(double value);

// The first three cells of a row, and the comma behind them.
std::string figure_heading(std::string const& indicator, int version, std::string const& of);

// Fail with "cell.decimal".
Result<double> read_figure_number(std::string_view text);
Result<int> read_figure_version(std::string_view text);

// The first line of a file of figures, and a line of one; both with their end.
inline constexpr std::string_view figures_heading = "indicator,version,of,value,low,high,note\r\n";

std::string figure_line(FigureRow const& row);

// What is said of a figure, or an end of its interval, that is no number: "high has no end: something is
// divided by nothing". Empty when all are numbers or not known.
std::string note_of(FigureRow const& row);

// With the note as its last column; in the cell itself stands nothing then.
std::string write_figures_csv(std::span<FigureRow const> rows);

// Of files without notes as well, in which such a cell is "inf". Fails as Table::open does; a row with a
// fault is a problem.
Result<Import<FigureRow>> read_figures_csv(std::string_view bytes);

}  // namespace wegwijzer
