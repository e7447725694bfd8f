// SPDX-License-Identifier: EUPL-1.2
// What partners of a fictional town ask and tell each other: hubs, a few questions, a page of knowledge and a
// notice board.
#pragma once

#include "ports/store.h"

namespace wegwijzer {

// Between the organisations that are there; the same each time. The writer is not yet committed.
void let_partners_talk(Writer& writer, Date today);

}  // namespace wegwijzer
