// SPDX-License-Identifier: EUPL-1.2
// Pieces of the pages about what is not known yet: states as words and colours, addresses of cells, inquiries
// as a list.
#pragma once

#include "http/response.h"
#include "opportunity/completeness.h"
#include "web/query.h"
#include "web/view.h"

namespace wegwijzer::web {

// "/e/slug/completeness", or of one area; with what is asked.
Url completeness_page(View const& view, Index<Ecosystem> ecosystem, CompletenessQuery const& query,
                      std::optional<Index<Area>> area = {});

// "/e/slug/questions"
Url questions_page(View const& view, Index<Ecosystem> ecosystem);

// A cell of a table that leads to what it was made from; `what` is said to who does not see the table.
Html state_cell(View const& view, CellState state, Url const& to, std::string const& what);

// The short word in the colour of the state, for a legend.
Html state_sign(View const& view, CellState state);

// Percentages that add up to 100: rounded down, and what is then left over goes to the largest remainders
// (largest remainder method). Only what is all becomes 100.
StateCounts whole_percents(StateCounts const& counts);

std::string ages_phrase(Language const& language, AgeRange ages);         // "4 tot en met 12 jaar"
std::string number_phrase(Language const& language, std::size_t number);  // "12.100"

// All of what a child can choose, or of a wider theme, is said in one word.
std::string themes_phrase(View const& view, ThemeSet const& asked);           // "Koken en eten en Balsport"
std::string themes_within_sentence(View const& view, ThemeSet const& asked);  // "koken en eten en balsport"

// What was asked of whom, what they said and when.
Html inquiry_item(View const& view, Index<Inquiry> inquiry);

}  // namespace wegwijzer::web
