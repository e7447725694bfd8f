// SPDX-License-Identifier: EUPL-1.2
// Wires store, atlas and site together and serves them until it is told to stop.
#pragma once

#include "app/settings.h"
#include "cli/context.h"

namespace wegwijzer {

// Blocks until SIGINT or SIGTERM, then lets what is in flight finish. Gives the exit code.
int serve(cli::Context const& context, ServeSettings const& settings);

}  // namespace wegwijzer
