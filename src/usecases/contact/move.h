// SPDX-License-Identifier: EUPL-1.2
// People whose organisation becomes part of another one go along, and back when that is taken back.
#pragma once

#include "ports/store.h"

namespace wegwijzer {

std::size_t move_contacts(Writer& writer, Id<Organisation> from, Id<Organisation> to, Id<MapChange> change);

// Those that `undone` moved go back; `undoing` is the change that does so, which can be undone as well.
void move_contacts_back(Writer& writer, Id<MapChange> undone, Id<MapChange> undoing);

}  // namespace wegwijzer
