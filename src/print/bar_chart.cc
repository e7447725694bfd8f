// SPDX-License-Identifier: EUPL-1.2
#include "print/bar_chart.h"

#include <algorithm>

#include "print/house_style.h"

namespace wegwijzer::print {

namespace {

constexpr double most_for_names = 0.46;  // of the width
constexpr double around_bar = 7;
constexpr double beyond_measure = 2000;
constexpr double bar_rows_apart = 1.7;  // times the size of the letters
constexpr double bar_thickness = 0.95;
constexpr std::string_view bar_colour = "#7fb3a8";
constexpr std::string_view marked_colour = "#0b5d57";

TextLook name_look(BarRow const& row, double letters) {
  return {.size = letters, .bold = row.marked, .colour = ink, .most_lines = 1};
}

TextLook said_look(BarRow const& row, double letters) {
  return {.size = letters, .bold = row.marked, .colour = ink, .most_lines = 1, .to_the_end = true};
}

double widest(Paper& paper, BarChart const& chart, double letters, std::string BarRow::* part) {
  double width = 0;
  for (auto const& row : chart.rows) {
    width = std::max(width, Text(paper, row.*part, name_look(row, letters), beyond_measure).width());
  }
  return width + 1;
}

double longest(BarChart const& chart) {
  auto most = chart.usual.value_or(0);
  for (auto const& row : chart.rows) most = std::max(most, row.value);
  return most;
}

}  // namespace

BarChartBlock::BarChartBlock(Paper& paper, BarChart const& chart, double width, double letters)
    : paper_(&paper),
      letters_(letters),
      name_width_(std::min(widest(paper, chart, letters, &BarRow::name), most_for_names * width)),
      bar_width_(0),
      said_width_(widest(paper, chart, letters, &BarRow::said)),
      caption_(paper, chart.caption, {.size = letters, .colour = soft, .most_lines = 2}, width) {
  bar_width_ = width - name_width_ - said_width_ - 2 * around_bar;
  auto const most = longest(chart);
  auto const length = [&](double value) { return most > 0 ? bar_width_ * value / most : 0; };
  if (chart.usual) usual_ = length(*chart.usual);
  for (auto const& row : chart.rows) {
    rows_.push_back({Text(paper, row.name, name_look(row, letters), name_width_),
                     Text(paper, row.said, said_look(row, letters), said_width_), length(row.value),
                     row.marked});
  }
}

double BarChartBlock::row_height() const {
  auto height = bar_rows_apart * letters_;
  for (auto const& row : rows_) height = std::max(height, row.name.height());
  return height;
}

double BarChartBlock::height() const {
  return caption_.height() + 4 + row_height() * static_cast<double>(rows_.size());
}

void BarChartBlock::draw(double x, double y) const {
  auto const top = y + caption_.height() + 4;
  draw_bars(x + name_width_ + around_bar, top);
  Tagged const table(*paper_, "Table");
  caption_.write(x, y, "Caption");
  auto at = top;
  for (auto const& row : rows_) {
    Tagged const tagged(*paper_, "TR");
    row.name.write(x, at + (row_height() - row.name.height()) / 2, "TH");
    row.said.write(x + name_width_ + bar_width_ + 2 * around_bar, at + (row_height() - row.said.height()) / 2,
                   "TD");
    at += row_height();
  }
}

void BarChartBlock::draw_bars(double x, double y) const {
  auto const thickness = bar_thickness * letters_;
  auto at = y + (row_height() - thickness) / 2;
  for (auto const& row : rows_) {
    if (row.length > 0) {
      paper_->line(x, at, row.length, row.marked ? marked_colour : bar_colour, thickness);
    }
    at += row_height();
  }
  auto const height = row_height() * static_cast<double>(rows_.size());
  paper_->line(x - 0.75, y, 0.75, soft, height);
  if (usual_) paper_->line(x + *usual_ - 0.5, y, 1, ink, height);
}

}  // namespace wegwijzer::print
