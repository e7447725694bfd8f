// SPDX-License-Identifier: EUPL-1.2
// What is wrong in a file that a command was given, line by line.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/context.h"
#include "usecases/opportunity/own_parameters.h"

namespace wegwijzer::cli {

// "regel 3, leeftijd: …", where the file is known.
std::string in_one_line(Context const& context, Problem const& problem);

void show_problems(Context const& context, std::filesystem::path const& file,
                   std::vector<Problem> const& problems);

// The parameters of a file, or the usual ones without a file. Fails with an exit code when its faults have
// been told.
tl::expected<OpportunityParameters, int> parameters_in(Context const& context,
                                                       std::filesystem::path const& file);

}  // namespace wegwijzer::cli
