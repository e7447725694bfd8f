// SPDX-License-Identifier: EUPL-1.2
// Loads the streets that a command is asked about.
#pragma once

#include "cli/commands.h"

namespace wegwijzer::cli {

// Fails with "streets.from_where" when neither a file nor a store is named.
Result<std::shared_ptr<Streets const>> load(
    Context const& context, StreetsFrom const& from,
    std::function<bool(std::uint64_t, std::uint64_t)> const& progress);

}  // namespace wegwijzer::cli
