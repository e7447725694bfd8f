// SPDX-License-Identifier: EUPL-1.2
#include "usecases/ground/prepare_reach.h"

#include <optional>

namespace wegwijzer {

std::shared_ptr<Contraction const> prepare_reach(Streets const& streets, unsigned threads,
                                                 ReachWatch const& watch, OrderShelf* shelf) {
  std::optional<ReachStepCount> count;
  PrepareWatch steps;
  steps.begin = [&](PrepareStep step, std::size_t nodes) {
    count.emplace(watch, step == PrepareStep::order ? ReachStep::order : ReachStep::contract, nodes);
  };
  steps.add = [&](std::size_t nodes) { count->add(nodes); };
  return contraction_of(streets, threads, steps, shelf);
}

}  // namespace wegwijzer
