// SPDX-License-Identifier: EUPL-1.2
// All cells of a table: every combination of branches, totals among them, numbered in one order. What lies
// below or beside what follows from the classification alone.
#pragma once

#include <cstdint>
#include <optional>

#include "disclosure/branches.h"

namespace wegwijzer::disclosure {

using Count = std::int64_t;
using Cell = std::size_t;  // 0 is the total of all
using Marks = std::vector<std::uint8_t>;

class Cells {
 public:
  explicit Cells(Classification const& classification);

  std::size_t size() const { return size_; }

  std::vector<Cell> const& leaves() const { return leaves_; }  // those in which somebody can be

  bool can_be(Cell cell) const { return can_be_[cell]; }

  bool is_leaf(Cell cell) const { return is_leaf_[cell]; }

  bool is_named(Cell cell) const { return is_named_[cell]; }  // of categories only: may be shown

  std::optional<Cell> find(Categories const& categories) const;
  Categories categories(Cell named) const;
  std::string text(Cell named) const;  // "BU05031203|8-9"

  std::vector<Count> with_totals(std::vector<Count> leaves) const;  // a number of each cell, totals reckoned
  Marks with_all_below(Marks marks) const;
  Marks with_groups(Marks marks) const;             // and all cells that are withheld with a marked one
  Marks with_none_above(Marks marks) const;         // only those that have no marked cell above them
  bool lies_below(Cell cell, Cell other) const;     // or is it
  std::vector<Cell> leaves_below(Cell cell) const;  // itself when it is one
  std::vector<Cell> group_of(Cell cell) const;      // those in which somebody can be

 private:
  Branch const& branch(Cell cell, std::size_t dimension) const {
    return branches_[dimension][place(cell, dimension)];
  }

  std::size_t place(Cell cell, std::size_t dimension) const {
    return cell / stride_[dimension] % branches_[dimension].size();
  }

  Cell moved(Cell cell, std::size_t dimension, std::size_t to) const {
    return cell - place(cell, dimension) * stride_[dimension] + to * stride_[dimension];
  }

  bool lies_below(std::size_t dimension, std::size_t place, std::size_t other) const;
  std::optional<Cell> above(Cell cell, std::size_t dimension) const;
  void forget_what_cannot_be(Classification const& classification);

  std::vector<Dimension> dimensions_;
  std::vector<std::vector<Branch>> branches_;
  std::vector<std::size_t> stride_;
  std::size_t size_ = 1;
  Marks is_leaf_, is_named_, can_be_;
  std::vector<Cell> leaves_;
};

}  // namespace wegwijzer::disclosure
