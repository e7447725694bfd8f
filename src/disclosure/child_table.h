// SPDX-License-Identifier: EUPL-1.2
// Numbers about real children. They go in and nothing comes out: not by printing, not by comparing, not by
// copying. What comes out is what disclosure::publish shows (publish.h).
#pragma once

#include "base/result.h"
#include "disclosure/child_count.h"

namespace wegwijzer::disclosure {

class ChildTable {
 public:
  // `times`: in how many cells of the finest detail one child can be counted, such as activities it goes to.
  explicit ChildTable(Classification classification, std::int64_t times = 1);

  ChildTable(ChildTable&&) = default;
  ChildTable(ChildTable const&) = delete;
  ChildTable& operator=(ChildTable&&) = delete;
  ChildTable& operator=(ChildTable const&) = delete;

  // Counts children in a cell of the finest detail. Fails with "disclosure.no_such_cell", which depends on
  // the classification only.
  Done add(Categories const& categories, ChildCount children = ChildCount(1));

 private:
  friend class Publisher;

  Classification classification_;
  Cells cells_;
  std::int64_t times_;
  std::vector<Count> counts_;  // of each cell; totals stay 0
};

}  // namespace wegwijzer::disclosure
