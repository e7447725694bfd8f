// SPDX-License-Identifier: EUPL-1.2
// Loads the streets that a command is asked about.
#pragma once

#include "cli/commands.h"
#include "usecases/ground/kept_orders.h"

namespace wegwijzer::cli {

struct LoadedStreets {
  std::shared_ptr<Streets const> streets;
  std::shared_ptr<OrderShelf> shelf;  // beside the store; none for a file
};

// Fails with "streets.from_where" when neither a file nor a store is named.
Result<LoadedStreets> load(Context const& context, StreetsFrom const& from,
                           std::function<bool(std::uint64_t, std::uint64_t)> const& progress);

}  // namespace wegwijzer::cli
