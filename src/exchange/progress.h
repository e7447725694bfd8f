// SPDX-License-Identifier: EUPL-1.2
// How a long reading tells how far it is, and hears that it has to stop.
#pragma once

#include <cstdint>
#include <functional>

namespace wegwijzer {

// Called with the bytes read and the bytes in all; false stops the reading.
using Progress = std::function<bool(std::uint64_t done, std::uint64_t total)>;

}  // namespace wegwijzer
