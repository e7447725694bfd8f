// SPDX-License-Identifier: EUPL-1.2
// Values of parameters that somebody sets: a CSV file with the columns parameter, value and source, in any
// order and beside any others.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "exchange/import.h"

namespace wegwijzer {

struct ParameterLine {
  std::string name;
  double value = 0;
  std::string source;  // why this value: never empty
  bool operator==(ParameterLine const&) const = default;
};

// Whether there is such a parameter and it may have this value.
using ParameterRule = std::function<Done(std::string const& name, double value)>;

// A name twice is a problem of the second. Fails as Table::open does.
Result<Import<ParameterLine>> read_parameters_csv(std::string_view bytes, ParameterRule const& rule);

}  // namespace wegwijzer
