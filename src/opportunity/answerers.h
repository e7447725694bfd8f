// SPDX-License-Identifier: EUPL-1.2
// Who can be asked about what: the rules by which an organisation is taken to know what there is for children
// in an area (docs/parameters.md, assumptions).
#pragma once

#include <vector>

#include "opportunity/completeness.h"

namespace wegwijzer {

// It knows of each of these themes in each of these buurten for children of each of these ages.
struct Answerer {
  Index<Organisation> organisation;
  std::vector<std::size_t> themes;   // numbers in the completeness, ascending
  std::vector<std::size_t> buurten;  // likewise
  AgeBits ages = 0;
};

// Those of the ecosystem that know of anything, in the order of the catalogue.
std::vector<Answerer> answerers_of(Atlas const& atlas, Index<Ecosystem> ecosystem, Completeness const& known);

}  // namespace wegwijzer
