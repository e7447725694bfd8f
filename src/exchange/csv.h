// SPDX-License-Identifier: EUPL-1.2
// Comma-separated text as spreadsheets write it, read row by row, and written so that reading gives it back.
//
// A spreadsheet takes a cell that begins with = + - @ for a formula. The writer therefore puts an apostrophe
// before such a cell unless it is a number; the reader takes that apostrophe away. A cell that already has
// apostrophes before such a sign gets one more, so that every text comes back exactly as it was.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "exchange/import.h"

namespace wegwijzer {

struct CsvLimits {
  std::size_t file_bytes = 256U << 20U;
  std::size_t row_bytes = 100'000;
  std::size_t columns = 500;
  std::size_t problems = 1000;  // rows that cannot be read; then the reader gives up
};

struct CsvRow {
  std::size_t line = 0;  // on which the row begins
  std::vector<std::string> cells;
};

class CsvReader {
 public:
  // Finds out the encoding and the separator (";", "," or tab, or what a first line "sep=;" says). Fails with
  // "file.…" when it is not readable text and with "file.too_big" above the limit.
  static Result<CsvReader> open(std::string_view bytes, CsvLimits limits = {});

  // The next row that has any text in it; a row beyond the limits becomes a problem and is passed over.
  std::optional<CsvRow> next();

  void report(Problem problem) { problems_.push_back(std::move(problem)); }

  // Those since the last time.
  std::vector<Problem> take_problems() { return std::exchange(problems_, {}); }

 private:
  CsvReader(std::string text, CsvLimits limits);

  enum class End { row, limit, unclosed };

  End read_row(CsvRow& row);
  bool read_cell(std::string& cell);
  bool read_quoted(std::string& cell);
  bool at_row_end() const;
  void pass_row_end();
  void pass_over_line(std::size_t start, std::size_t line);
  void find_separator();

  std::string text_;
  CsvLimits limits_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::size_t row_start_ = 0;
  char separator_ = ';';
  bool gave_up_ = false;
  std::size_t unreadable_ = 0;  // rows so far
  std::vector<Problem> problems_;
};

// One row by RFC 4180 with CRLF.
std::string csv_line(std::vector<std::string> const& cells, char separator = ';');

}  // namespace wegwijzer
