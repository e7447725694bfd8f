// SPDX-License-Identifier: EUPL-1.2
// What opportunities are reckoned with, in words: an estimate, its value, between which values it is drawn,
// and where it comes from.
#pragma once

#include "language/language.h"
#include "opportunity/parameters.h"
#include "web/html.h"

namespace wegwijzer::web {

std::string parameter_name(Language const& language, Parameter const& parameter);

// "60%"; "€ 10"; "2 punten"
std::string parameter_value(Language const& language, Parameter const& parameter, double value);

// "36% tot 90%" around the value that is reckoned with; empty when it is not varied.
std::string parameter_range(Language const& language, Parameter const& parameter, double value);

// "bron", "aanname", or that the municipality set it.
std::string parameter_from(Language const& language, Parameter const& parameter, double value);

// The value, and on a line below it between brackets the range.
Html value_and_range(Language const& language, Parameter const& parameter, double value);

}  // namespace wegwijzer::web
