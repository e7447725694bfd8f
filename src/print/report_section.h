// SPDX-License-Identifier: EUPL-1.2
// The sections of a report, measured before they are drawn.
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "print/report.h"

namespace wegwijzer::print {

class ChangesBlock {
 public:
  ChangesBlock(Paper& paper, ReportChanges const& changes, double width, double letters);

  double height() const;

  std::size_t rows() const { return rows_.size(); }

  void leave_out_last_row() { rows_.pop_back(); }

  void draw(double x, double y) const;

 private:
  struct Row {
    Text number, title, by, what, gain;

    double height() const;
  };

  Paper* paper_;
  double width_;
  std::vector<Row> rows_;
};

class SectionBlock {
 public:
  SectionBlock(Paper& paper, ReportSection const& section, double width, double letters);

  double height() const;
  // How many rows it has more than it must have.
  std::size_t rows_too_many() const;
  void leave_out_last_row();
  void draw(double x, double y) const;

 private:
  double heading_height() const;

  Paper* paper_;
  double width_;
  std::optional<Text> heading_;
  std::vector<Text> sentences_;
  std::variant<std::monostate, BarChartBlock, TableBlock, ChangesBlock> shown_;
  std::optional<std::size_t> rows_at_least_;
};

class BandBlock {
 public:
  BandBlock(Paper& paper, ReportBand const& band, double letters);

  double height() const;
  std::vector<SectionBlock*> sections();
  void draw(double y) const;

 private:
  SectionBlock first_;
  std::optional<SectionBlock> beside_;
  double second_at_;  // where the second begins
};

}  // namespace wegwijzer::print
