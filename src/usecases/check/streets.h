// SPDX-License-Identifier: EUPL-1.2
// How real do the streets in the store look? Measures each street file, and how far schools and libraries
// are.
#pragma once

#include "base/random.h"
#include "exchange/progress.h"
#include "ports/store.h"
#include "streets/nearest_venue.h"
#include "usecases/check/real_streets.h"

namespace wegwijzer {

// Fails with "streets.none" when the store has no streets, and with "streets.stopped".
Result<StreetFigures> check_streets(Store& store, Seed seed, Progress const& progress);

}  // namespace wegwijzer
