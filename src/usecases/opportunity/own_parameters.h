// SPDX-License-Identifier: EUPL-1.2
// Parameters that a municipality set itself, in a file.
#pragma once

#include <filesystem>

#include "exchange/parameters_csv.h"
#include "opportunity/parameters.h"

namespace wegwijzer {

struct OwnParameters {
  OpportunityParameters parameters;  // those that are set right, and the others as usual
  std::vector<ParameterLine> set;
  std::vector<Problem> problems;
};

// Fails as reading a file and its columns does; what is wrong on a line is a problem.
Result<OwnParameters> read_own_parameters(std::filesystem::path const& file);

}  // namespace wegwijzer
