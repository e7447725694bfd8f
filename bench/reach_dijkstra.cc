// SPDX-License-Identifier: EUPL-1.2
// Which plain Dijkstra is the baseline.
#include <fmt/format.h>

#include "reach_questions.h"
#include "reach_sides.h"

namespace wegwijzer {

namespace {

void measure(std::vector<Side>& sides, int rounds) {
  for (int round = 0; round < rounds; ++round) {
    fmt::print("round {}: {}\n", round + 1, Machine::measured().text());
    double first = 0;
    for (auto& side : sides) {
      auto const seconds = seconds_of([&] { side.found = side.ask(); });
      if (&side == &sides.front()) first = seconds;
      side.seconds.add(seconds);
      side.against_first.add(seconds / first);
    }
  }
}

void print(std::vector<Side> const& sides, std::size_t homes) {
  for (auto const& side : sides)
    fmt::print("{:44} {:>9.1f} us a home, {} times the first{}\n", side.name,
               side.seconds.median() * 1e6 / static_cast<double>(homes), side.against_first.text(3),
               side.found == sides.front().found ? "" : " NOT THE SAME");
}

std::vector<std::uint32_t> as_built(Ground const& ground) {
  std::vector<std::uint32_t> number(ground.streets->node_count());
  for (std::uint32_t node = 0; node < number.size(); ++node) number[node] = node;
  return number;
}

template <class Queue>
Side side(std::string name, std::shared_ptr<FlatNetwork const> network, Places const& homes, Minutes budget) {
  auto search = std::make_shared<BoundedDijkstra<Queue>>(*network);
  return {std::move(name), [=, &homes] {
            return one_by_one(*search, homes,
                              [&](auto& asked, Place const& home) { return asked.within(home, budget); });
          }};
}

}  // namespace

void dijkstra(Question const& question) {
  Ground const ground(question);
  auto const homes = sample(ground.homes, 512);
  Destinations const destinations(*ground.times, ground.venues);
  auto const hilbert = std::make_shared<FlatNetwork const>(destinations, as_built(ground));
  auto const ranked = std::make_shared<FlatNetwork const>(destinations, ground.contraction->rank);
  auto const budget = question.budget;
  std::vector<Side> sides{travel(ground, destinations, homes, budget),
                          side<StandardQueue>("std::priority_queue, nodes as built", hilbert, homes, budget),
                          side<FourfoldHeap>("4-ary heap, nodes as built", hilbert, homes, budget),
                          side<BucketQueue>("buckets, nodes as built", hilbert, homes, budget),
                          side<StandardQueue>("std::priority_queue, nodes by rank", ranked, homes, budget),
                          side<FourfoldHeap>("4-ary heap, nodes by rank", ranked, homes, budget),
                          side<BucketQueue>("buckets, nodes by rank", ranked, homes, budget)};
  measure(sides, question.rounds);
  print(sides, homes.size());
}

}  // namespace wegwijzer
