// SPDX-License-Identifier: EUPL-1.2
#include "exchange/csv.h"

#include <algorithm>
#include <array>

#include "base/words.h"
#include "exchange/text_encoding.h"

namespace wegwijzer {

namespace {

using namespace std::string_view_literals;

constexpr auto formula_signs = "=+-@\t\r"sv;

// Whether a spreadsheet would, but for apostrophes, take it for a formula.
bool begins_formula(std::string_view cell) {
  auto const sign = cell.find_first_not_of('\'');
  return sign != cell.npos && formula_signs.find(cell[sign]) != formula_signs.npos;
}

bool is_number(std::string_view cell) {
  if (cell.starts_with('-')) cell.remove_prefix(1);
  auto const digit_or_mark = [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == ','; };
  return !cell.empty() && cell.size() <= 20 && std::ranges::all_of(cell, digit_or_mark);
}

std::string guarded(std::string const& cell) {
  return begins_formula(cell) && !is_number(cell) ? "'" + cell : cell;
}

void unguard(std::string& cell) {
  if (cell.starts_with('\'') && begins_formula(cell)) cell.erase(0, 1);
}

std::string quoted(std::string const& cell) {
  std::string out = "\"";
  for (char const c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

bool needs_quotes(std::string const& cell, char separator) {
  return cell.find_first_of("\"\r\n\t") != std::string::npos || cell.find(separator) != std::string::npos ||
         cell.starts_with(' ') || cell.ends_with(' ');
}

bool blank(CsvRow const& row) {
  return std::ranges::all_of(row.cells, [](auto const& cell) { return trimmed(cell).empty(); });
}

std::size_t line_end(std::string_view text, std::size_t from) {
  return std::min(text.find_first_of("\r\n", from), text.size());
}

std::size_t count_outside_quotes(std::string_view line, char sign) {
  std::size_t count = 0;
  bool inside = false;
  for (char const c : line) {
    if (c == '"') inside = !inside;
    if (c == sign && !inside) ++count;
  }
  return count;
}

}  // namespace

CsvReader::CsvReader(std::string text, CsvLimits limits) : text_(std::move(text)), limits_(limits) {
  find_separator();
}

Result<CsvReader> CsvReader::open(std::string_view bytes, CsvLimits limits) {
  if (bytes.size() > limits.file_bytes) {
    return fail(Fault::invalid, "file.too_big", {{"limit", std::to_string(limits.file_bytes >> 20U)}});
  }
  auto text = as_utf8(bytes);
  if (!text) return fail(text.error());
  return CsvReader(std::move(*text), limits);
}

void CsvReader::find_separator() {
  auto const first = std::string_view(text_).substr(0, line_end(text_, 0));
  if (folded(first).starts_with("sep") && first.size() == 5 && first[3] == '=') {
    separator_ = first[4];
    at_ = first.size();
    pass_row_end();
    return;
  }
  auto const start = std::min(text_.find_first_not_of(" \r\n\xef\xbb\xbf"), text_.size());
  auto const headings = std::string_view(text_).substr(start, line_end(text_, start) - start);
  constexpr std::array candidates{';', ',', '\t'};
  separator_ = *std::ranges::max_element(candidates, {},
                                         [&](char sign) { return count_outside_quotes(headings, sign); });
}

std::optional<CsvRow> CsvReader::next() {
  while (at_ < text_.size() && !gave_up_) {
    CsvRow row;
    auto const start = at_;
    auto const line = line_;
    auto const end = read_row(row);
    if (end == End::row && blank(row)) continue;
    if (end == End::row) return row;
    // A quote that is never closed swallows what follows: go on after the line on which it began.
    if (end == End::unclosed) pass_over_line(start, line);
    if (++unreadable_ >= limits_.problems) {
      gave_up_ = true;
      problems_.push_back({line, "", {Fault::invalid, "csv.gave_up"}});
    }
  }
  return std::nullopt;
}

CsvReader::End CsvReader::read_row(CsvRow& row) {
  row.line = line_;
  row_start_ = at_;
  while (true) {
    std::string cell;
    if (!read_cell(cell)) {
      problems_.push_back({row.line, "", {Fault::invalid, "csv.quote_not_closed"}});
      return End::unclosed;
    }
    unguard(cell);
    row.cells.push_back(std::move(cell));
    if (at_row_end()) break;
    ++at_;  // the separator
  }
  auto const length = at_ - row_start_;
  pass_row_end();
  if (length > limits_.row_bytes) {
    auto const limit = std::to_string(limits_.row_bytes);
    problems_.push_back({row.line, "", {Fault::invalid, "csv.row_too_long", {{"limit", limit}}}});
    return End::limit;
  }
  if (row.cells.size() > limits_.columns) {
    auto const limit = std::to_string(limits_.columns);
    problems_.push_back({row.line, "", {Fault::invalid, "csv.too_many_columns", {{"limit", limit}}}});
    return End::limit;
  }
  return End::row;
}

// False when a quote is not closed within a row's length.
bool CsvReader::read_cell(std::string& cell) {
  if (at_ < text_.size() && text_[at_] == '"' && !read_quoted(cell)) return false;
  while (!at_row_end() && text_[at_] != separator_) cell += text_[at_++];
  return true;
}

bool CsvReader::read_quoted(std::string& cell) {
  ++at_;
  while (at_ < text_.size() && at_ - row_start_ <= limits_.row_bytes) {
    char const c = text_[at_++];
    if (c == '\n' || (c == '\r' && (at_ == text_.size() || text_[at_] != '\n'))) ++line_;
    if (c != '"') {
      cell += c;
    } else if (at_ < text_.size() && text_[at_] == '"') {
      cell += text_[at_++];
    } else {
      return true;
    }
  }
  return false;
}

bool CsvReader::at_row_end() const {
  return at_ >= text_.size() || text_[at_] == '\n' || text_[at_] == '\r';
}

void CsvReader::pass_row_end() {
  if (at_ >= text_.size()) return;
  if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') ++at_;
  ++at_;
  ++line_;
}

void CsvReader::pass_over_line(std::size_t start, std::size_t line) {
  at_ = line_end(text_, start);
  line_ = line;
  pass_row_end();
}

std::string csv_line(std::vector<std::string> const& cells, char separator) {
  std::string out;
  for (auto const& cell : cells) {
    if (&cell != &cells.front()) out += separator;
    auto const safe = guarded(cell);
    out += needs_quotes(safe, separator) ? quoted(safe) : safe;
  }
  return out + "\r\n";
}

}  // namespace wegwijzer
