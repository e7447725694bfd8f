// SPDX-License-Identifier: EUPL-1.2
// A checksum against damage (not against an enemy): 128 bits of BLAKE2b in hexadecimal.
#pragma once

#include <string>
#include <string_view>

namespace wegwijzer {

std::string checksum(std::string_view bytes);

}  // namespace wegwijzer
