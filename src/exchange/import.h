// SPDX-License-Identifier: EUPL-1.2
// What a reader of a file gives back: the rows that are right, and for each that is not a problem that says
// where it is and what to do. One wrong row never stops the others.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/result.h"

namespace wegwijzer {

struct Problem {
  std::size_t line = 0;  // of the file, the first is 1; 0 where a format has no lines
  std::string place;     // "leeftijd" (a column), "node 123", "feature 7"
  Error error;
  bool row_kept = false;  // only a remark: the row is used all the same
  bool operator==(Problem const&) const = default;
};

template <class Row>
struct Import {
  std::vector<Row> rows;
  std::vector<Problem> problems;
};

}  // namespace wegwijzer
