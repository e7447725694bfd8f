// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

namespace wegwijzer {

std::string_view program_version();  // "0.1.0"

}  // namespace wegwijzer
