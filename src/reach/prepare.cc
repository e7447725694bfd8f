// SPDX-License-Identifier: EUPL-1.2
#include "reach/prepare.h"

namespace wegwijzer {

std::shared_ptr<Contraction const> contraction_of(Streets const& streets, unsigned threads,
                                                  OrderProgress const& progress) {
  auto const graph = skeleton(streets);
  auto const order = contraction_order(graph, streets.columns().nodes, threads, progress);
  return std::make_shared<Contraction const>(contract(graph, order));
}

}  // namespace wegwijzer
