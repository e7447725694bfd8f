// SPDX-License-Identifier: EUPL-1.2
// What an import did, and what it could not do: shown to the person who gave the file.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "exchange/import.h"
#include "usecases/sourced/merge.h"

namespace wegwijzer {

struct ImportReport {
  std::size_t added = 0;
  std::size_t updated = 0;
  std::size_t unchanged = 0;
  std::vector<std::pair<std::string, std::size_t>>
      counts;  // what was read beside records: "street_edges", 1200
  std::vector<Problem> problems;
  std::vector<KeptEdit> kept;
  std::set<std::string> spoken_of;    // the sources of the records in the file
  std::vector<std::string> archived;  // names of what the file does not speak of any more

  // Every row was wrong: there is nothing to keep.
  bool nothing_usable() const { return added + updated + unchanged == 0 && !problems.empty(); }

  void count(MergeOutcome outcome) {
    if (outcome == MergeOutcome::added) ++added;
    if (outcome == MergeOutcome::updated) ++updated;
    if (outcome == MergeOutcome::unchanged) ++unchanged;
  }

  template <class Thing>
  void count(Merged<Thing> const& merged) {
    count(merged.outcome);
    spoken_of.insert(merged.thing.source);
    kept.insert(kept.end(), merged.kept.begin(), merged.kept.end());
  }
};

}  // namespace wegwijzer
