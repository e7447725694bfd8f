// SPDX-License-Identifier: EUPL-1.2
// Between which values a parameter is drawn, whatever a municipality set.
#pragma once

#include "opportunity/intervals.h"
#include "opportunity/parameters.h"

namespace wegwijzer {

// Where `value` is what is reckoned with. As parameter_draws() draws it, which a test holds it against; both
// ends are `value` where it is not varied.
Interval drawn_range(Parameter const& parameter, double value);

}  // namespace wegwijzer
