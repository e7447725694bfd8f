// SPDX-License-Identifier: EUPL-1.2
// Micro: child and neighbourhood. Meso: network and town. Macro: region and country.
#pragma once

#include <array>

#include "domain/choice.h"

namespace wegwijzer {

enum class Level { micro, meso, macro };

template <>
inline constexpr std::array choices<Level> = {
    std::pair{Level::micro, "micro"}, std::pair{Level::meso, "meso"}, std::pair{Level::macro, "macro"}};

}  // namespace wegwijzer
