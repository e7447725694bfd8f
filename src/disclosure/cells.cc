// SPDX-License-Identifier: EUPL-1.2
#include "disclosure/cells.h"

#include <algorithm>

#include "base/check.h"

namespace wegwijzer::disclosure {

Cells::Cells(Classification const& classification) : dimensions_(classification.dimensions()) {
  for (auto const& dimension : dimensions_) {
    branches_.push_back(branches_of(dimension));
    stride_.push_back(size_);
    size_ *= branches_.back().size();
  }
  is_leaf_.assign(size_, 1);
  is_named_.assign(size_, 1);
  for (Cell cell = 0; cell < size_; ++cell) {
    for (std::size_t i = 0; i < stride_.size(); ++i) {
      is_leaf_[cell] &= branch(cell, i).is_leaf;
      is_named_[cell] &= branch(cell, i).category.has_value();
    }
  }
  forget_what_cannot_be(classification);
}

// A total in which nobody can be is one whose leaves are all so.
void Cells::forget_what_cannot_be(Classification const& classification) {
  Marks none(size_, 0);
  for (auto const& cell : classification.cannot_be()) none[*find(cell)] = 1;
  none = with_all_below(std::move(none));
  std::vector<Count> possible(size_, 0);
  for (Cell cell = 0; cell < size_; ++cell) {
    if (!is_leaf_[cell] || none[cell]) continue;
    possible[cell] = 1;
    leaves_.push_back(cell);
  }
  for (auto const count : with_totals(std::move(possible))) can_be_.push_back(count > 0);
}

std::optional<Cell> Cells::find(Categories const& categories) const {
  if (categories.size() != dimensions_.size()) return std::nullopt;
  Cell cell = 0;
  for (std::size_t i = 0; i < stride_.size(); ++i) {
    auto const category = dimensions_[i].find(categories[i]);
    auto const found = std::ranges::find(branches_[i], std::optional(category), &Branch::category);
    if (found == branches_[i].end()) return std::nullopt;
    cell += static_cast<std::size_t>(found - branches_[i].begin()) * stride_[i];
  }
  return cell;
}

Categories Cells::categories(Cell named) const {
  Categories all;
  for (std::size_t i = 0; i < stride_.size(); ++i) {
    all.push_back(dimensions_[i].categories()[known(branch(named, i).category, "a cell has a name")].code);
  }
  return all;
}

std::string Cells::text(Cell named) const {
  auto const codes = categories(named);
  auto text = codes[0];
  for (std::size_t i = 1; i < codes.size(); ++i) text += "|" + codes[i];
  return text;
}

std::optional<Cell> Cells::above(Cell cell, std::size_t dimension) const {
  if (place(cell, dimension) == 0) return std::nullopt;
  return moved(cell, dimension, branch(cell, dimension).parent);
}

// A branch comes after its parent, so each is added up once all below it are in.
std::vector<Count> Cells::with_totals(std::vector<Count> leaves) const {
  for (std::size_t i = 0; i < stride_.size(); ++i) {
    for (Cell cell = size_; cell-- > 0;) {
      if (auto const up = above(cell, i)) leaves[*up] += leaves[cell];
    }
  }
  return leaves;
}

Marks Cells::with_all_below(Marks marks) const {
  for (std::size_t i = 0; i < stride_.size(); ++i) {
    for (Cell cell = 0; cell < size_; ++cell) {
      if (auto const up = above(cell, i)) marks[cell] |= marks[*up];
    }
  }
  return marks;
}

Marks Cells::with_groups(Marks marks) const {
  for (std::size_t i = 0; i < stride_.size(); ++i) {
    Marks spread = marks;
    for (Cell cell = 0; cell < size_; ++cell) {
      if (!marks[cell]) continue;
      for (auto const sister : branch(cell, i).together) spread[moved(cell, i, sister)] = 1;
    }
    marks = std::move(spread);
  }
  return marks;
}

Marks Cells::with_none_above(Marks marks) const {
  Marks top = marks;
  for (Cell cell = 0; cell < size_; ++cell) {
    for (std::size_t i = 0; i < stride_.size(); ++i) {
      if (auto const up = above(cell, i); up && marks[*up]) top[cell] = 0;
    }
  }
  return top;
}

bool Cells::lies_below(std::size_t dimension, std::size_t place, std::size_t other) const {
  while (place > other) place = branches_[dimension][place].parent;
  return place == other;
}

bool Cells::lies_below(Cell cell, Cell other) const {
  for (std::size_t i = 0; i < stride_.size(); ++i) {
    if (!lies_below(i, place(cell, i), place(other, i))) return false;
  }
  return true;
}

std::vector<Cell> Cells::leaves_below(Cell cell) const {
  Marks marks(size_, 0);
  marks[cell] = 1;
  marks = with_all_below(std::move(marks));
  std::vector<Cell> below;
  std::ranges::copy_if(leaves_, std::back_inserter(below), [&](Cell leaf) { return marks[leaf]; });
  return below;
}

std::vector<Cell> Cells::group_of(Cell cell) const {
  std::vector<Cell> group{cell};
  for (std::size_t i = 0; i < stride_.size(); ++i) {
    std::vector<Cell> wider;
    for (auto const one : group) {
      for (auto const sister : branch(one, i).together) wider.push_back(moved(one, i, sister));
    }
    group = std::move(wider);
  }
  std::erase_if(group, [&](Cell one) { return !can_be_[one]; });
  std::ranges::sort(group);
  return group;
}

}  // namespace wegwijzer::disclosure
