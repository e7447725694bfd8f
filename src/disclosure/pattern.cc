// SPDX-License-Identifier: EUPL-1.2
#include "disclosure/pattern.h"

namespace wegwijzer::disclosure {

Count rounded(Count count, Rules const& rules) {
  auto const half = rules.rounding / 2;
  auto const above = count + half;
  auto const steps = above >= 0 ? above / rules.rounding : -((-above + rules.rounding - 1) / rules.rounding);
  return steps * rules.rounding;
}

Pattern pattern_of(Cells const& cells, std::vector<Count> const& counts, Rules const& rules) {
  Marks withheld(cells.size(), 0);
  for (Cell cell = 0; cell < cells.size(); ++cell) {
    withheld[cell] = cells.can_be(cell) && counts[cell] < rules.minimum;
  }
  withheld = cells.with_all_below(cells.with_groups(std::move(withheld)));
  Pattern pattern{std::move(withheld), std::vector<Count>(cells.size(), 0)};
  for (Cell cell = 0; cell < cells.size(); ++cell) {
    if (!cells.can_be(cell)) pattern.withheld[cell] = 0;
    if (!pattern.withheld[cell] && cells.is_named(cell)) pattern.shown[cell] = rounded(counts[cell], rules);
  }
  return pattern;
}

}  // namespace wegwijzer::disclosure
