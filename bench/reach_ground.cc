// SPDX-License-Identifier: EUPL-1.2
#include "reach_ground.h"

#include <fmt/format.h>

#include <fstream>
#include <sstream>

#include "reach/matrix.h"
#include "reach/neighbours_together.h"
#include "reach/order.h"
#include "streets/snapshot.h"

namespace wegwijzer {

namespace {

std::string bytes_of(std::filesystem::path const& file) {
  std::ifstream in(file, std::ios::binary);
  std::stringstream bytes;
  bytes << in.rdbuf();
  return std::move(bytes).str();
}

Places in_order(Hierarchy const& hierarchy, Places const& places) {
  Places sorted;
  for (auto const at : neighbours_together(hierarchy, places)) sorted.push_back(places[at]);
  return sorted;
}

}  // namespace

std::shared_ptr<Streets const> streets_in(std::filesystem::path const& folder) {
  auto streets = read_snapshot(bytes_of(folder / "streets"));
  if (!streets) throw std::runtime_error("no streets there: make them with reach_world");
  return std::make_shared<Streets const>(std::move(*streets));
}

Places places_in(std::filesystem::path const& file, TravelTimes const& times) {
  std::ifstream in(file);
  Places places;
  for (GeoPoint point; in >> point.latitude >> point.longitude;) {
    auto const place = snap(times, point);
    places.push_back(place ? std::optional(*place) : std::nullopt);
  }
  return places;
}

std::vector<std::uint32_t> order_in(std::filesystem::path const& folder, Skeleton const& graph,
                                    Streets const& streets) {
  std::vector<std::uint32_t> order(graph.size());
  auto const size = static_cast<std::streamsize>(order.size() * sizeof(order[0]));
  if (std::ifstream in(folder / "order", std::ios::binary);
      in.read(reinterpret_cast<char*>(order.data()), size))
    return order;
  order = contraction_order(graph, streets.columns().nodes, 2);
  std::ofstream(folder / "order", std::ios::binary).write(reinterpret_cast<char const*>(order.data()), size);
  return order;
}

Ground::Ground(Question const& question)
    : streets(streets_in(question.folder)),
      times(std::make_shared<TravelTimes const>(streets, question.profile)) {
  auto const graph = skeleton(*streets);
  contraction =
      std::make_shared<Contraction const>(contract(graph, order_in(question.folder, graph, *streets)));
  hierarchy = std::make_shared<Hierarchy const>(customise(contraction, times, 1));
  homes = in_order(*hierarchy, places_in(question.folder / "homes", *times));
  venues = places_in(question.folder / "venues", *times);
  fmt::print("{} nodes, {} edges, {} homes, {} venues, {} links both ways\n", streets->node_count(),
             streets->edge_count(), homes.size(), venues.size(), hierarchy->links.size());
}

Sum all_rows(PlaceIndex const& index, Places const& homes, Minutes budget, unsigned threads) {
  std::vector<Sum> sums(homes.size());
  for_each_row(index, homes, budget, threads,
               [&](std::size_t home, std::span<Hit const> hits) { sums[home].add(hits); });
  Sum sum;
  for (auto const& [pairs, check] : sums) sum.pairs += pairs, sum.check += check;
  return sum;
}

Places sample(Places const& homes, std::size_t about) {
  constexpr std::size_t run = 32;
  if (homes.size() <= about) return homes;
  Places chosen;
  auto const step = homes.size() / (about / run);
  for (std::size_t first = 0; first + run <= homes.size(); first += step)
    chosen.insert(chosen.end(), homes.begin() + static_cast<std::ptrdiff_t>(first),
                  homes.begin() + static_cast<std::ptrdiff_t>(first + run));
  return chosen;
}

}  // namespace wegwijzer
