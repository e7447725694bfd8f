// SPDX-License-Identifier: EUPL-1.2
// A view of the map's table that a network keeps under a name: which records, which of them, how shown.
#pragma once

#include <string>

#include "base/id.h"

namespace wegwijzer {

struct SavedView {
  Id<SavedView> id;
  std::string name;
  std::string kind;   // "organisation"
  std::string query;  // as in the address of the table, without the "?"
  bool operator==(SavedView const&) const = default;
};

}  // namespace wegwijzer
