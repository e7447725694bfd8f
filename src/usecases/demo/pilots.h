// SPDX-License-Identifier: EUPL-1.2
// The four pilot ecosystems as the report of 2023 describes them: organisations, collaborations and facts
// with their reference. Nothing that the report does not say: no places, no days, no offerings.
#pragma once

#include <vector>

#include "ports/clock.h"
#include "ports/store.h"

namespace wegwijzer {

// Fails with "demo.pilot_already_there" when the store has an ecosystem of one of the names.
Done find_room_for_pilots(Store& store);

// One transaction an ecosystem. Fails like find_room_for_pilots, before anything is made.
Result<std::vector<Ecosystem>> make_pilots(Store& store, Ids& ids);

}  // namespace wegwijzer
