// SPDX-License-Identifier: EUPL-1.2
// Which cells are withheld, and what the others show: all that a partner sees of a table.
//
// A cell below the minimum is withheld with its group, that is with those it is together with in every
// dimension (branches.h), and all that lies below them. Groups depend on the classification alone: what is
// withheld for several small cells is what is withheld for each of them, and a small cell that becomes large
// changes nothing while another of its group is small. That is why alike.h can say what a reader may know.
#pragma once

#include "disclosure/cells.h"
#include "disclosure/rules.h"

namespace wegwijzer::disclosure {

struct Pattern {
  Marks withheld;
  std::vector<Count> shown;  // rounded; 0 where withheld or without a name
  bool operator==(Pattern const&) const = default;
};

Count rounded(Count count, Rules const& rules);

// `counts`: of each cell, with totals.
Pattern pattern_of(Cells const& cells, std::vector<Count> const& counts, Rules const& rules);

}  // namespace wegwijzer::disclosure
