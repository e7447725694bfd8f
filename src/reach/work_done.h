// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <functional>

namespace wegwijzer {

// Told on the way that so much more is done, from any thread; an exception that it throws stops the work.
using WorkDone = std::function<void(std::size_t done)>;

}  // namespace wegwijzer
