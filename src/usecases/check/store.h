// SPDX-License-Identifier: EUPL-1.2
// Is the store sound, what has gone stale, what is missing? For the operator and the coordinator.
#pragma once

#include <string>
#include <vector>

#include "ports/store.h"

namespace wegwijzer {

struct Finding {
  std::string key;  // of its sentence: "check.stale_offerings"
  std::size_t count = 0;
  std::vector<std::string> names;  // of what needs attention; empty for what is only counted
};

struct EcosystemFindings {
  std::string name;
  std::vector<Finding> findings;
};

struct StoreFindings {
  std::vector<std::string> damage;  // in the words of the database; empty is sound
  std::vector<EcosystemFindings> ecosystems;
};

StoreFindings check_store(Store& store, Date today);

}  // namespace wegwijzer
