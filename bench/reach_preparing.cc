// SPDX-License-Identifier: EUPL-1.2
// What it costs before anything can be asked: time, on one thread and on two, and memory.
#include <fmt/format.h>
#include <malloc.h>

#include <array>
#include <map>

#include "kit/sequential_hierarchy.h"
#include "machine.h"
#include "reach/matrix.h"
#include "reach/order.h"
#include "reach_questions.h"

namespace wegwijzer {

// T6 and preparation, against a hierarchy made for the profile alone.
void prepare(Question const& question) {
  auto const streets = streets_in(question.folder);
  auto const times = std::make_shared<TravelTimes const>(streets, question.profile);
  Rounds sequential, ordering, contracting, customising, all, profile;
  std::size_t links = 0, own_links = 0;
  for (int round = 0; round < question.rounds; ++round) {
    fmt::print("round {}: {}\n", round + 1, Machine::measured().text());
    auto const alone = seconds_of([&] {
      SequentialContracting one_by_one(*times);
      one_by_one.run();
      links = one_by_one.link_count();
    });
    auto const graph = skeleton(*streets);
    std::vector<std::uint32_t> order;
    auto const order_time =
        seconds_of([&] { order = contraction_order(graph, streets->columns().nodes, 1); });
    std::shared_ptr<Contraction const> contraction;
    auto const contract_time =
        seconds_of([&] { contraction = std::make_shared<Contraction const>(contract(graph, order)); });
    auto const customise_time =
        seconds_of([&] { own_links = customise(contraction, times, 1).links.size(); });
    sequential.add(alone);
    ordering.add(order_time);
    contracting.add(contract_time);
    customising.add(customise_time);
    all.add((order_time + contract_time + customise_time) / alone);
    profile.add(alone / customise_time);
  }
  fmt::print(
      "{} nodes; sequential hierarchy {} s ({} links away); order {} s, contract {} s, customise {} s ({})\n",
      streets->node_count(), sequential.text(), links, ordering.text(), contracting.text(2),
      customising.text(2), own_links);
  fmt::print("preparation {} of the sequential one's time; a new profile {} times as fast\n", all.text(2),
             profile.text());
}

// Two threads against one, by the wall: on a machine that is busy the least of the rounds says most.
void threads(Question const& question) {
  Ground const ground(question);
  auto const graph = skeleton(*ground.streets);
  bool const orders = ground.streets->node_count() < 2'000'000;
  std::optional<PlaceIndex> index;
  std::vector<std::pair<std::string, std::function<void(unsigned)>>> const steps{
      {"order",
       [&](unsigned count) {
         if (orders) contraction_order(graph, ground.streets->columns().nodes, count);
       }},
      {"customise", [&](unsigned count) { customise(ground.contraction, ground.times, count); }},
      {"index",
       [&](unsigned count) {
         index.emplace(ground.hierarchy, Heading::to_index, question.budget, ground.venues, count);
       }},
      {"query", [&](unsigned count) { all_rows(*index, ground.homes, question.budget, count); }}};
  std::map<std::string, std::array<Rounds, 3>> wall;
  for (int round = 0; round < question.rounds; ++round) {
    fmt::print("round {}: {}\n", round + 1, Machine::measured().text());
    for (auto const& [name, work] : steps) {
      for (unsigned const count : {1U, 2U}) {
        auto const begin = wall_seconds();
        work(count);
        wall[name][count].add(wall_seconds() - begin);
      }
    }
  }
  for (auto const& [name, work] : steps) {
    auto const& [none, one, two] = wall[name];
    fmt::print("{:10} one thread {} s, two {} s: least against least {:.2f}\n", name, one.text(3),
               two.text(3), one.at(0) / two.at(0));
  }
}

// The most memory of each step, and what it leaves.
void memory(Question const& question) {
  auto const step = [](std::string const& name) {
    fmt::print("{:34} at most {:>5} MiB, left {:>5} MiB\n", name, memory_peak(), memory_now());
    malloc_trim(0);
    forget_peak();
  };
  auto const streets = streets_in(question.folder);
  step("streets");
  auto const times = std::make_shared<TravelTimes const>(streets, question.profile);
  step("travel times");
  std::shared_ptr<Contraction const> contraction;
  {
    auto const graph = skeleton(*streets);
    step("graph");
    auto const order = order_in(question.folder, graph, *streets);
    step("order (read if it is there)");
    contraction = std::make_shared<Contraction const>(contract(graph, order));
  }
  step("contract");
  auto const hierarchy = std::make_shared<Hierarchy const>(customise(contraction, times, 2));
  step("customise");
  auto const homes = places_in(question.folder / "homes", *times);
  auto const venues = places_in(question.folder / "venues", *times);
  PlaceIndex const index(hierarchy, Heading::to_index, question.budget, venues, 1);
  step("index");
  all_rows(index, homes, question.budget);
  step("query");
  reach_matrix(index, homes, question.budget, 1);
  step("query, pairs written");
}

}  // namespace wegwijzer
