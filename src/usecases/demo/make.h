// SPDX-License-Identifier: EUPL-1.2
// The demo: the fictional town of assets/demo, drawn as text, filled from the same spreadsheets that a club
// secretary would send in.
#pragma once

#include "domain/vocabulary.h"
#include "ports/clock.h"
#include "ports/store.h"

namespace wegwijzer {

// One transaction. Fails with "demo.already_there" when the store has an ecosystem of that name.
Result<Ecosystem> make_demo(Store& store, Vocabulary const& vocabulary, Ids& ids);

}  // namespace wegwijzer
