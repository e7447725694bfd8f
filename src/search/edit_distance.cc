// SPDX-License-Identifier: EUPL-1.2
#include "search/edit_distance.h"

#include <algorithm>

namespace wegwijzer::search {

namespace {

// The table of the optimal string alignment distance, a row for each letter of the other word: F. Damerau, A
// technique for computer detection and correction of spelling errors, Communications of the ACM 7(3), 1964;
// R. Wagner and M. Fischer, The string-to-string correction problem, Journal of the ACM 21(1), 1974.
class Table {
 public:
  explicit Table(std::string_view typed) : typed_(typed), rows_(1) {
    rows_[0].resize(typed.size() + 1);
    for (std::size_t i = 0; i <= typed.size(); ++i) rows_[0][i] = i;
  }

  // Works out row `depth`, from the rows above it; `word` has at least `depth` letters.
  void extend(std::string_view word, std::size_t depth) {
    if (rows_.size() <= depth) rows_.emplace_back(typed_.size() + 1);
    auto& row = rows_[depth];
    auto const& above = rows_[depth - 1];
    row[0] = depth;
    for (std::size_t i = 1; i <= typed_.size(); ++i) {
      auto const other = above[i - 1] + (typed_[i - 1] != word[depth - 1]);
      row[i] = std::min({above[i] + 1, row[i - 1] + 1, other});
      if (i > 1 && depth > 1 && typed_[i - 1] == word[depth - 2] && typed_[i - 2] == word[depth - 1]) {
        row[i] = std::min(row[i], rows_[depth - 2][i - 2] + 1);
      }
    }
  }

  std::size_t errors(std::size_t depth) const { return rows_[depth].back(); }

  // No word that begins so has fewer errors than this: a cell comes from one of the two rows above it.
  std::size_t least(std::size_t depth) const {
    auto const here = std::ranges::min(rows_[depth]);
    return depth == 0 ? here : std::min(here, std::ranges::min(rows_[depth - 1]) + 1);
  }

 private:
  std::string_view typed_;
  std::vector<std::vector<std::size_t>> rows_;
};

std::size_t in_common(std::string_view one, std::string_view other) {
  auto const [end, rest] = std::ranges::mismatch(one, other);
  return static_cast<std::size_t>(end - one.begin());
}

}  // namespace

std::size_t edit_distance(std::string_view one, std::string_view other) {
  Table table(one);
  for (std::size_t depth = 1; depth <= other.size(); ++depth) table.extend(other, depth);
  return table.errors(other.size());
}

std::size_t most_errors(std::string_view word) {
  constexpr std::size_t shortest_with_one = 4, shortest_with_two = 6;
  return word.size() < shortest_with_one ? 0 : word.size() < shortest_with_two ? 1 : 2;
}

std::vector<Similar> similar_words(std::vector<std::string_view> const& sorted, std::string_view typed,
                                   std::size_t most) {
  std::vector<Similar> found;
  Table table(typed);
  std::string_view before;
  std::size_t ready = 0;  // rows that are right for the beginning of `before`
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    auto const word = sorted[i];
    ready = std::min(ready, in_common(before, word));
    before = word;
    while (ready < word.size() && table.least(ready) <= most) table.extend(word, ++ready);
    if (ready == word.size() && table.errors(ready) <= most) found.push_back({i, table.errors(ready)});
    if (ready == word.size()) continue;
    // Everything that begins like this has too many errors.
    auto const hopeless = word.substr(0, ready);
    auto const next = std::ranges::partition_point(
        sorted.begin() + static_cast<std::ptrdiff_t>(i), sorted.end(),
        [&](std::string_view other) { return other.substr(0, ready) <= hopeless; });
    i = static_cast<std::size_t>(next - sorted.begin()) - 1;
  }
  return found;
}

}  // namespace wegwijzer::search
