// SPDX-License-Identifier: EUPL-1.2
// Is the store sound, what has gone stale, what is missing? For the operator and the coordinator.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "ports/store.h"

namespace wegwijzer {

struct EcosystemFindings {
  std::string name;
  std::vector<std::pair<std::string, std::size_t>>
      counts;  // translation key ("check.stale_offerings"), how many
};

struct StoreFindings {
  std::vector<std::string> damage;  // in the words of the database; empty is sound
  std::vector<EcosystemFindings> ecosystems;
};

StoreFindings check_store(Store& store, Date today);

}  // namespace wegwijzer
