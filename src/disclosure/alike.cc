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
        program_(cells.leaves().size()),
        column_(cells.size()),
        row_(cells.size()),
        in_group_(cells.size(), 0),
        lowest_(cells.size(), std::numeric_limits<Count>::max()),
        highest_(cells.size(), -1) {
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
    auto& seen = in_group_;
    for (Cell cell = 0; cell < cells_.size(); ++cell) {
      if (!top[cell] || seen[cell]) continue;
      groups_.push_back(cells_.group_of(cell));
      for (auto const one : groups_.back()) seen[one] = 1;
    }
  }

  void add(Cell cell) {
    if (!cells_.can_be(cell)) return;
    bool const is_shown = !pattern_.withheld[cell] && cells_.is_named(cell);
    if (!cells_.is_leaf(cell) && (is_shown || in_group_[cell]))
      row_[cell] = program_.add_row(columns_below(cell));
    if (cells_.is_leaf(cell) || row_[cell]) bound(cell);
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
    if (!row_[cell]) row_[cell] = program_.add_row(columns_below(cell));
    program_.bound_row(*row_[cell], low, high);
  }

  std::vector<std::size_t> columns_below(Cell cell) const {
    std::vector<std::size_t> columns;
    for (auto const leaf : cells_.leaves_below(cell)) columns.push_back(column_[leaf]);
    return columns;
  }

  bool is_open(Cell cell) const {
    if (!pattern_.withheld[cell] || !cells_.is_named(cell)) return true;
    return highest_[cell] >= rules_.minimum && highest_[cell] - lowest_[cell] >= rules_.minimum;
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
    auto const least = ++tried_ > rules_.most_tables ? std::nullopt : program_.best(weights);
    if (!least) return false;
    double sum = 0;
    for (auto const column : columns) sum += (*least)[column];
    return sum > static_cast<double>(rules_.minimum - 1) + 0.001;
  }

  // Takes note of the table that is best by these weights and shown alike, if one is found.
  void look_at_table(std::vector<double> const& weights) {
    std::vector<Cell> corrected;
    for (int i = 0; i < most_corrections; ++i) {
      auto const counts = best(weights);
      if (!counts) break;
      if (pattern_of(cells_, *counts, rules_) == pattern_) {
        take_note(*counts);
        break;
      }
      if (!correct(*counts, corrected)) break;
    }
    for (auto const cell : corrected) bound(cell);
  }

  std::optional<std::vector<Count>> best(std::vector<double> const& weights) {
    if (++tried_ > rules_.most_tables) return std::nullopt;
    auto columns = program_.best(weights);
    if (columns && !all_whole(*columns)) columns = program_.best(weights, Numbers::whole);
    if (!columns) return std::nullopt;
    std::vector<Count> leaves(cells_.size(), 0);
    for (auto const leaf : cells_.leaves()) leaves[leaf] = std::llround((*columns)[column_[leaf]]);
    return cells_.with_totals(std::move(leaves));
  }

  static bool all_whole(std::vector<double> const& columns) {
    return std::ranges::all_of(
        columns, [](double value) { return std::abs(value - std::round(value)) < whole_within; });
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

  void take_note(std::vector<Count> const& counts) {
    for (Cell cell = 0; cell < cells_.size(); ++cell) {
      lowest_[cell] = std::min(lowest_[cell], counts[cell]);
      highest_[cell] = std::max(highest_[cell], counts[cell]);
    }
  }

  Cells const& cells_;
  Pattern const& pattern_;
  Rules const& rules_;
  LinearProgram program_;
  std::vector<std::size_t> column_;
  std::vector<std::optional<std::size_t>> row_;
  std::vector<std::vector<Cell>> groups_;
  Marks in_group_;
  std::vector<Count> lowest_, highest_;
  std::size_t tried_ = 0;
};

}  // namespace

bool leaves_enough_open(Cells const& cells, Pattern const& pattern, Rules const& rules) {
  if (pattern.withheld[0]) return false;
  if (std::ranges::none_of(pattern.withheld, [](auto mark) { return mark != 0; })) return true;
  return Alike(cells, pattern, rules).enough();
}

}  // namespace wegwijzer::disclosure
