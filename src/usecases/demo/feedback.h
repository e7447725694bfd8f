// SPDX-License-Identifier: EUPL-1.2
// How welcome the children of a fictional town felt. They are made up, and pass the same door as real
// children, so that a demo shows what is shown of them.
#pragma once

#include "ports/store.h"

namespace wegwijzer {

// Of the last half school year before today, in the same bytes for the same seed. Fails as
// disclosure::publish does.
Done publish_made_up_feedback(Store& store, Ecosystem const& ecosystem, Date today, std::uint64_t seed);

}  // namespace wegwijzer
