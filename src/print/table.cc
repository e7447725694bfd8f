// SPDX-License-Identifier: EUPL-1.2
#include "print/table.h"

#include <algorithm>
#include <sstream>

#include "print/house_style.h"

namespace wegwijzer::print {

namespace {

constexpr double between_columns = 8;
constexpr double above_and_below = 1.6;
constexpr double most_for_numbers = 0.66;  // of the width, all number columns together
constexpr double least_for_number = 34;
constexpr double unlimited = 2000;
constexpr double heads_are_smaller = 0.92;
constexpr double share_of_head = 0.58;
constexpr int most_head_lines = 4;

TextLook cell_look(TableColumn const& column, bool head, bool first, double letters) {
  TextLook look{.size = head ? letters * heads_are_smaller : letters, .bold = head};
  look.colour = head ? soft : ink;
  look.most_lines = head ? most_head_lines : 1;
  look.to_the_end = !first && !column.words;
  return look;
}

double widest_word(Paper& paper, std::string const& said, TextLook const& look) {
  double widest = 0;
  std::istringstream words(said);
  for (std::string word; words >> word;) {
    widest = std::max(widest, Text(paper, word, look, unlimited).width());
  }
  return widest;
}

// A column of numbers is as wide as its widest number and word of its head, and its head has about two lines.
double width_of_numbers(Paper& paper, Table const& table, std::size_t place, double letters) {
  auto const& column = table.columns[place];
  auto const head = cell_look(column, true, false, letters);
  auto width = std::max(widest_word(paper, column.head, head),
                        share_of_head * Text(paper, column.head, head, unlimited).width());
  for (auto const& row : table.rows) {
    auto const look = cell_look(column, false, false, letters);
    width = std::max(width, Text(paper, row[place], look, unlimited).width());
  }
  return std::max(width + 1, least_for_number) + between_columns;
}

// What the numbers leave is for the names, and two fifths of it for words where there are any.
std::vector<double> widths_of(Paper& paper, Table const& table, double width, double letters) {
  std::vector<double> widths(table.columns.size(), 0);
  std::vector<std::size_t> words;
  double numbers = 0;
  for (std::size_t i = 1; i < widths.size(); ++i) {
    if (table.columns[i].words) words.push_back(i);
    if (!table.columns[i].words) numbers += widths[i] = width_of_numbers(paper, table, i, letters);
  }
  auto const shrunk = std::min(1.0, most_for_numbers * width / std::max(numbers, 1.0));
  for (auto& one : widths) one *= shrunk;
  auto const left = width - numbers * shrunk;
  for (auto const i : words) widths[i] = 0.4 * left / static_cast<double>(words.size());
  widths[0] = words.empty() ? left : 0.6 * left;
  return widths;
}

}  // namespace

TableBlock::TableBlock(Paper& paper, Table const& table, double width, double letters)
    : paper_(&paper),
      width_(width),
      letters_(letters),
      widths_(widths_of(paper, table, width, letters)),
      caption_(paper, table.caption, {.size = letters, .colour = soft, .most_lines = 2}, width) {
  std::vector<std::string> heads;
  heads.reserve(table.columns.size());
  for (auto const& column : table.columns) heads.push_back(column.head);
  heads_ = row_of(table, heads, true);
  for (auto const& row : table.rows) rows_.push_back(row_of(table, row, false));
}

TableBlock::Row TableBlock::row_of(Table const& table, std::vector<std::string> const& said,
                                   bool head) const {
  Row row;
  for (std::size_t i = 0; i < widths_.size(); ++i) {
    auto const look = cell_look(table.columns[i], head, i == 0, letters_);
    auto const room = widths_[i] - (i == 0 ? 0 : between_columns);
    row.cells.emplace_back(*paper_, said[i], look, room);
    row.height = std::max(row.height, row.cells.back().height() + 2 * above_and_below);
  }
  return row;
}

double TableBlock::height() const {
  auto height = caption_.height() + 2 + heads_.height + 1;
  for (auto const& row : rows_) height += row.height;
  return height;
}

void TableBlock::draw(double x, double y) const {
  Tagged const table(*paper_, "Table");
  caption_.write(x, y, "Caption");
  y += caption_.height() + 2;
  draw_row(heads_, x, y, "TH", "TH");
  y += heads_.height;
  paper_->line(x, y, width_, soft, 0.75);
  y += 1;
  for (auto const& row : rows_) {
    draw_row(row, x, y, "TH", "TD");
    y += row.height;
    paper_->line(x, y - 0.25, width_, pale, 0.5);
  }
}

// The cells of a head stand on the line below it.
void TableBlock::draw_row(Row const& row, double x, double y, char const* first, char const* other) const {
  Tagged const tagged(*paper_, "TR");
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    auto const& cell = row.cells[i];
    auto const indent = i == 0 ? 0 : between_columns;
    cell.write(x + indent, y + row.height - above_and_below - cell.height(), i == 0 ? first : other);
    x += widths_[i];
  }
}

}  // namespace wegwijzer::print
