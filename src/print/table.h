// SPDX-License-Identifier: EUPL-1.2
// A table on paper: a name at the beginning of each row, then numbers or words. A name that is too long for
// its column ends in …; a screen reader is told what is a head and what a cell.
#pragma once

#include <string>
#include <vector>

#include "print/paper.h"

namespace wegwijzer::print {

struct TableColumn {
  std::string head;
  bool words = false;  // at the side where reading begins; numbers stand at the other one
};

struct Table {
  std::string caption;
  std::vector<TableColumn> columns;
  std::vector<std::vector<std::string>> rows;
};

// Measured for some width, in letters of some size.
class TableBlock {
 public:
  TableBlock(Paper& paper, Table const& table, double width, double letters);

  double height() const;

  std::size_t rows() const { return rows_.size(); }

  void leave_out_last_row() { rows_.pop_back(); }

  void draw(double x, double y) const;

 private:
  struct Row {
    std::vector<Text> cells;
    double height = 0;
  };

  Row row_of(Table const& table, std::vector<std::string> const& said, bool head) const;
  void draw_row(Row const& row, double x, double y, char const* first, char const* other) const;

  Paper* paper_;
  double width_;
  double letters_;
  std::vector<double> widths_;  // of the columns, with the room between them
  Text caption_;
  Row heads_;
  std::vector<Row> rows_;
};

}  // namespace wegwijzer::print
