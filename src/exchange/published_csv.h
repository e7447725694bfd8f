// SPDX-License-Identifier: EUPL-1.2
// What is shown of a table about real children as a file: the same rows, with a column for each dimension.
#pragma once

#include <string>
#include <string_view>

#include "disclosure/published_table.h"

namespace wegwijzer {

// `not_shown`: the words for a cell that is withheld (disclosure::not_shown). An empty cell of a dimension is
// its total.
std::string write_published_csv(disclosure::PublishedTable const& table,
                                std::vector<disclosure::PublishedRow> const& rows,
                                std::string_view not_shown);

}  // namespace wegwijzer
