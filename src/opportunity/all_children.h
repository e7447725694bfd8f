// SPDX-License-Identifier: EUPL-1.2
// What every child experiences: each home area within an area, and of each every standard profile, laid out
// by home and then by profile. Measures of inequality are taken of this.
#pragma once

#include "opportunity/rows_of_homes.h"

namespace wegwijzer {

// The homes of a model that lie in this area, or all.
std::vector<std::size_t> homes_within(OpportunityModel const& model, std::optional<Index<Area>> within);

// First and one past the last of homes that follow each other in one area.
std::vector<std::pair<std::size_t, std::size_t>> homes_by_area(OpportunityModel const& model,
                                                               std::span<std::size_t const> homes);

// How many children there are of each home and profile (assumed to be independent, as in analysis.h).
std::vector<double> children_by_profile(OpportunityModel const& model, std::span<std::size_t const> homes);

// By home and profile the sum of x over all offerings. The same on any number of threads.
std::vector<double> experienced_by_all(OpportunityModel const& model, std::span<std::size_t const> homes,
                                       unsigned threads);

// By lever the same with it pulled for all offerings, and all else, also how many children come, as it is.
// The rows must be those with what is left without barriers.
std::array<std::vector<double>, lever_count> experienced_with_levers(RowsOfHomes const& rows,
                                                                     unsigned threads);

// By candidate its part in the mean of all these children, and by purse and language of the child, as in a
// foursome: of children of families with enough money who speak Dutch, and so on.
std::vector<Four> amounts_by_candidate(OpportunityModel const& model, std::span<std::size_t const> homes,
                                       std::span<double const> children);

}  // namespace wegwijzer
