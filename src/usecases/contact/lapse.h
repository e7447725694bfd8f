// SPDX-License-Identifier: EUPL-1.2
// What happens to contacts by itself: without a yes they go, and a yes is asked for again each year.
#pragma once

#include <cstddef>

#include "ports/secrets.h"
#include "ports/store.h"

namespace wegwijzer {

struct Lapsed {
  std::size_t erased = 0;
  std::size_t asked = 0;
};

// Erases whom nobody heard of in time and whose organisation was archived long ago, and asks whose yes is a
// year old whether it is still right.
Lapsed lapse_contacts(Store& store, Secrets& secrets, Instant now);

}  // namespace wegwijzer
