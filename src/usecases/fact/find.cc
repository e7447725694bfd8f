// SPDX-License-Identifier: EUPL-1.2
#include "usecases/fact/find.h"

#include <algorithm>

namespace wegwijzer {

namespace {

bool fits(Fact const& fact, FactQuery const& query) {
  return (!query.kind || fact.kind == *query.kind) && (!query.level || fact.level == *query.level);
}

template <class Value>
std::vector<std::pair<Value, std::size_t>> counted(Network const& network,
                                                   std::vector<Index<Fact>> const& all, FactQuery query,
                                                   std::optional<Value> FactQuery::* choice) {
  std::vector<std::pair<Value, std::size_t>> counts;
  for (auto const& [value, name] : choices<Value>) {
    query.*choice = value;
    auto const count = std::ranges::count_if(all, [&](auto fact) { return fits(network[fact], query); });
    if (count > 0) counts.emplace_back(value, static_cast<std::size_t>(count));
  }
  return counts;
}

}  // namespace

FoundFacts find_facts(Network const& network, Index<Ecosystem> ecosystem, FactQuery const& query) {
  auto const& all = network.of(ecosystem).facts;
  FoundFacts found;
  std::ranges::copy_if(all, std::back_inserter(found.facts),
                       [&](auto fact) { return fits(network[fact], query); });
  std::ranges::stable_sort(found.facts, {}, [&](auto fact) { return network[fact].kind; });
  found.kinds = counted(network, all, query, &FactQuery::kind);
  found.levels = counted(network, all, query, &FactQuery::level);
  return found;
}

}  // namespace wegwijzer
