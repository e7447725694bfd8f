// SPDX-License-Identifier: EUPL-1.2
// What publications say about an ecosystem, by kind and level.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "atlas/network.h"

namespace wegwijzer {

struct FactQuery {
  std::optional<FactKind> kind;
  std::optional<Level> level;
};

struct FoundFacts {
  std::vector<Index<Fact>> facts;  // by kind, in the order of FactKind
  // How many there would be with this choice instead, the other staying; choices without any are left out.
  std::vector<std::pair<FactKind, std::size_t>> kinds;
  std::vector<std::pair<Level, std::size_t>> levels;
};

FoundFacts find_facts(Network const& network, Index<Ecosystem> ecosystem, FactQuery const& query);

}  // namespace wegwijzer
