// SPDX-License-Identifier: EUPL-1.2
#include "usecases/ground/prepare_reach.h"

#include "reach/order.h"

namespace wegwijzer {

namespace {

std::vector<std::uint32_t> order_of(Skeleton const& graph, Streets const& streets, unsigned threads,
                                    ReachWatch const& watch) {
  ReachStepCount count(watch, ReachStep::order, graph.size());
  return contraction_order(graph, streets.columns().nodes, threads,
                           [&](std::size_t nodes) { count.add(nodes); });
}

}  // namespace

std::shared_ptr<Contraction const> prepare_reach(Streets const& streets, unsigned threads,
                                                 ReachWatch const& watch) {
  auto const graph = skeleton(streets);
  auto const order = order_of(graph, streets, threads, watch);
  ReachStepCount const begun(watch, ReachStep::contract, 1);
  return std::make_shared<Contraction const>(contract(graph, order));
}

}  // namespace wegwijzer
