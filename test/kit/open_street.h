// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "streets/street_use.h"

namespace wegwijzer {

inline constexpr StreetUse open_to_all{StreetClass::residential, Surface::paved, {true, true, true, true}};

}  // namespace wegwijzer
