// SPDX-License-Identifier: EUPL-1.2
#include "disclosure/alike.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/random.h"
#include "disclosure/linear_program.h"

namespace wegwijzer::disclosure {

namespace {

constexpr int rounds_for_all = 24;     // before cells are looked at one by one
constexpr int most_corrections = 6;    // of one table, until each group has a small cell
constexpr double whole_within = 1e-6;  // how far the simplex method may be off a whole number

class Alike {
 public:
  Alike(Cells const& cells, Pattern const& pattern, Rules const& rules)
      : cells_(cells),
        pattern_(pattern),
        rules_(rules),
        program_(cells.leaves().size(), rules.most_work),
        column_(cells.size()),
        row_(cells.size()),
        totals_(cells.leaves().size()),
        in_group_(cells.size(), 0),
        fewest_(cells.size(), std::numeric_limits<Count>::max()),
        most_(cells.size(), -1) {
    for (std::size_t i = 0; i < cells.leaves().size(); ++i) column_[cells.leaves()[i]] = i;
    find_groups();
    for (Cell cell = 0; cell < cells.size(); ++cell) add(cell);
  }

  bool enough() {
    for (int round = 0; round < rounds_for_all && !all_open(); ++round) try_for_all(round);
    for (Cell cell = 0; cell < cells_.size(); ++cell) {
      if (!is_open(cell) && !try_for(cell)) return false;
    }
    return true;
  }

 private:
  // Each of these has a small cell: otherwise it would not be withheld.
  void find_groups() {
    auto const top = cells_.with_none_above(pattern_.withheld);
    for (Cell cell = 0; cell < cells_.size(); ++cell) {
      if (!top[cell] || in_group_[cell]) continue;
      groups_.push_back(cells_.group_of(cell));
      for (auto const one : groups_.back()) in_group_[one] = 1;
    }
  }

  void add(Cell cell) {
    if (!cells_.can_be(cell)) return;
    bool const is_shown = !pattern_.withheld[cell] && cells_.is_named(cell);
    if (cells_.is_leaf(cell) || is_shown || in_group_[cell]) bound(cell);
  }

  void bound(Cell cell, std::optional<Count> most = {}) {
    auto const spread = rules_.rounding / 2;
    std::optional<Count> low = 0, high = most;
    if (!pattern_.withheld[cell]) low = rules_.minimum;
    if (!pattern_.withheld[cell] && cells_.is_named(cell)) {
      low = std::max(rules_.minimum, pattern_.shown[cell] - spread);
      high = pattern_.shown[cell] + spread;
    }
    if (cells_.is_leaf(cell)) return program_.bound_column(column_[cell], low, high);
    if (!row_[cell]) add_row(cell);
    program_.bound_row(*row_[cell], low, high);
  }

  void add_row(Cell cell) {
    auto const columns = columns_below(cell);
    row_[cell] = program_.add_row(columns);
    for (auto const column : columns) totals_[column].push_back(*row_[cell]);
  }

  std::vector<std::size_t> columns_below(Cell cell) const {
    std::vector<std::size_t> columns;
    for (auto const leaf : cells_.leaves_below(cell)) columns.push_back(column_[leaf]);
    return columns;
  }

  bool is_open(Cell cell) const {
    if (!pattern_.withheld[cell] || !cells_.is_named(cell)) return true;
    auto const most = most_[cell];
    return most >= rules_.minimum && most - fewest_[cell] >= rules_.minimum;
  }

  bool all_open() const {
    for (Cell cell = 0; cell < cells_.size(); ++cell) {
      if (!is_open(cell)) return false;
    }
    return true;
  }

  // Pulls up and pushes down at will; the same will for the same table.
  void try_for_all(int round) {
    Random random(static_cast<std::uint64_t>(round));
    std::vector<double> weights(cells_.leaves().size(), 0);
    for (auto const leaf : cells_.leaves()) {
      bool const up = random.chance(0.5);
      if (pattern_.withheld[leaf]) weights[column_[leaf]] = up ? 1 : -1;
    }
    look_at_table(weights);
  }

  bool try_for(Cell cell) {
    pull(cell, 1);
    if (!is_open(cell)) pull(cell, -1);
    if (!is_open(cell)) pull_up_instead_of(cell);
    return is_open(cell) || is_known_to_be_large(cell);
  }

  void pull(Cell cell, double weight) {
    std::vector<double> weights(cells_.leaves().size(), 0);
    for (auto const column : columns_below(cell)) weights[column] = weight;
    look_at_table(weights);
  }

  // Lets each other cell in turn be the small one for which this one is withheld.
  void pull_up_instead_of(Cell cell) {
    for (auto const& group : groups_) {
      if (std::ranges::none_of(group, [&](Cell one) { return cells_.lies_below(cell, one); })) continue;
      for (auto const other : group) {
        if (cells_.lies_below(cell, other) || is_open(cell)) continue;
        bound(other, rules_.minimum - 1);
        pull(cell, 1);
        bound(other);
      }
    }
  }

  bool is_known_to_be_large(Cell cell) {
    std::vector<double> weights(cells_.leaves().size(), 0);
    auto const columns = columns_below(cell);
    for (auto const column : columns) weights[column] = -1;
    auto const least = program_.best(weights);
    if (!least) return false;
    double sum = 0;
    for (auto const column : columns) sum += (*least)[column];
    return sum > static_cast<double>(rules_.minimum - 1) + 0.001;
  }

  // Takes note of the table that is best by these weights and shown alike, if one is found.
  void look_at_table(std::vector<double> const& weights) {
    std::vector<Cell> corrected;
    for (int i = 0; i < most_corrections; ++i) {
      auto const columns = program_.best(weights);
      if (!columns || is_alike(rounded_off(*columns))) break;
      if (!all_whole(*columns)) {
        auto const whole = program_.best(weights, Numbers::whole);
        if (!whole || is_alike(rounded_off(*whole))) break;
      }
      if (!correct(rounded_off(*columns), corrected)) break;
    }
    for (auto const cell : corrected) bound(cell);
  }

  bool is_alike(std::vector<Count> const& counts) {
    if (!(pattern_of(cells_, counts, rules_) == pattern_)) return false;
    for (Cell cell = 0; cell < cells_.size(); ++cell) {
      fewest_[cell] = std::min(fewest_[cell], counts[cell]);
      most_[cell] = std::max(most_[cell], counts[cell]);
    }
    return true;
  }

  static bool all_whole(std::vector<double> const& columns) {
    return std::ranges::all_of(
        columns, [](double value) { return std::abs(value - std::round(value)) < whole_within; });
  }

  // Whole children, each rounded to the side that leaves its totals least off.
  std::vector<Count> rounded_off(std::vector<double> const& columns) const {
    std::vector<Count> leaves(cells_.size(), 0);
    std::vector<double> off(program_.rows(), 0);
    for (auto const leaf : cells_.leaves()) {
      auto const column = column_[leaf];
      auto const down = std::floor(columns[column] + whole_within);
      auto const rest = std::max(0.0, columns[column] - down);
      double lean = 0;
      for (auto const total : totals_[column]) lean += off[total] + 0.5 - rest;
      bool const up = rest > whole_within && lean < 0;
      for (auto const total : totals_[column]) off[total] += (up ? 1 : 0) - rest;
      leaves[leaf] = static_cast<Count>(down) + up;
    }
    return cells_.with_totals(std::move(leaves));
  }

  // A group without a small cell gets one: its smallest. What is not shown for want of a name is large when
  // it is not withheld. False when nothing was to be corrected.
  bool correct(std::vector<Count> const& counts, std::vector<Cell>& corrected) {
    auto const before = corrected.size();
    for (auto const& group : groups_) {
      auto const least = *std::ranges::min_element(group, {}, [&](Cell cell) { return counts[cell]; });
      if (counts[least] < rules_.minimum) continue;
      bound(least, rules_.minimum - 1);
      corrected.push_back(least);
    }
    bool added = false;
    for (Cell cell = 0; cell < cells_.size(); ++cell) {
      if (!cells_.can_be(cell) || pattern_.withheld[cell] || counts[cell] >= rules_.minimum) continue;
      bound(cell);
      added = true;
    }
    return added || corrected.size() > before;
  }

  Cells const& cells_;
  Pattern const& pattern_;
  Rules const& rules_;
  LinearProgram program_;
  std::vector<std::size_t> column_;
  std::vector<std::optional<std::size_t>> row_;
  std::vector<std::vector<std::size_t>> totals_;  // by column: the rows it is in
  Marks in_group_;
  std::vector<std::vector<Cell>> groups_;
  std::vector<Count> fewest_, most_;  // of each cell, in the tables that were found so far
};

}  // namespace

bool leaves_enough_open(Cells const& cells, Pattern const& pattern, Rules const& rules) {
  if (pattern.withheld[0]) return false;
  if (std::ranges::none_of(pattern.withheld, [](auto mark) { return mark != 0; })) return true;
  return Alike(cells, pattern, rules).enough();
}

}  // namespace wegwijzer::disclosure
