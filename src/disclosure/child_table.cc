// SPDX-License-Identifier: EUPL-1.2
#include "disclosure/child_table.h"

#include "base/check.h"

namespace wegwijzer::disclosure {

ChildTable::ChildTable(Classification classification, std::int64_t times)
    : classification_(std::move(classification)),
      cells_(classification_),
      times_(times),
      counts_(cells_.size(), 0) {
  check(times >= 1, "a child is counted at least once");
}

Done ChildTable::add(Categories const& categories, ChildCount children) {
  check(children.children_ >= 0, "children are not taken away");
  auto const cell = cells_.find(categories);
  if (!cell || !cells_.is_leaf(*cell) || !cells_.can_be(*cell)) {
    return fail(Fault::invalid, "disclosure.no_such_cell");
  }
  counts_[*cell] += children.children_;
  return {};
}

}  // namespace wegwijzer::disclosure
