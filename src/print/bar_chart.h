// SPDX-License-Identifier: EUPL-1.2
// Numbers as bars, each with its name before it and its value behind it; to a screen reader it is a table.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "print/paper.h"

namespace wegwijzer::print {

struct BarRow {
  std::string name;
  double value = 0;
  std::string said;     // the value, as it is read
  bool marked = false;  // bold, with a dark bar
};

struct BarChart {
  std::string caption;
  std::vector<BarRow> rows;
  std::optional<double> usual{};  // a line at this value
};

// Measured for some width, in letters of some size.
class BarChartBlock {
 public:
  BarChartBlock(Paper& paper, BarChart const& chart, double width, double letters);

  double height() const;

  std::size_t rows() const { return rows_.size(); }

  void leave_out_last_row() { rows_.pop_back(); }

  void draw(double x, double y) const;

 private:
  struct Row {
    Text name, said;
    double length = 0;  // of the bar
    bool marked = false;
  };

  double row_height() const;
  void draw_bars(double x, double y) const;

  Paper* paper_;
  double letters_;
  double name_width_, bar_width_, said_width_;
  Text caption_;
  std::vector<Row> rows_;
  std::optional<double> usual_;  // where its line stands, from the beginning of the bars
};

}  // namespace wegwijzer::print
