// SPDX-License-Identifier: EUPL-1.2
#include "reach/prepare.h"

#include "reach/kept_order.h"
#include "reach/order.h"

namespace wegwijzer {

namespace {

using Order = std::vector<std::uint32_t>;

std::optional<Order> order_on(OrderShelf& shelf, std::string const& checksum, std::size_t nodes) {
  auto const bytes = shelf.find(kept_order_size(nodes));
  if (!bytes) return std::nullopt;
  auto order = read_kept_order(*bytes, checksum, nodes);
  if (!order) shelf.refuse();
  return order;
}

Order order_of(Skeleton const& graph, std::span<GeoPoint const> points, unsigned threads,
               PrepareWatch const& watch, OrderShelf* shelf) {
  if (!shelf) return contraction_order(graph, points, threads, watch.add);
  auto const checksum = order_checksum(graph, points);
  if (auto kept = order_on(*shelf, checksum, graph.size())) return *std::move(kept);
  auto order = contraction_order(graph, points, threads, watch.add);
  shelf->keep(kept_order(order, checksum));
  return order;
}

}  // namespace

std::shared_ptr<Contraction const> contraction_of(Streets const& streets, unsigned threads,
                                                  PrepareWatch const& watch, OrderShelf* shelf) {
  auto const begin = [&](PrepareStep step) {
    if (watch.begin) watch.begin(step, streets.node_count());
  };
  begin(PrepareStep::order);
  auto const graph = skeleton(streets);
  auto const order = order_of(graph, streets.columns().nodes, threads, watch, shelf);
  begin(PrepareStep::contract);
  return std::make_shared<Contraction const>(contract(graph, order, watch.add));
}

}  // namespace wegwijzer
