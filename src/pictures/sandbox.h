// SPDX-License-Identifier: EUPL-1.2
// Gives up, for good, what this process may do, but for calculating and for writing to one open file.
#pragma once

#include <chrono>
#include <cstdint>

namespace wegwijzer::pictures {

// False when the system does not let us: then nothing foreign should be read.
bool give_up_all_but(int open_file, std::uint64_t more_memory, std::chrono::seconds time);

}  // namespace wegwijzer::pictures
