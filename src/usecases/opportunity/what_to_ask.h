// SPDX-License-Identifier: EUPL-1.2
// Whom to ask to make the figures about a place more certain: who did not say what is reckoned with, and
// where on the map nobody asked anything yet. (Which parameter to measure: sensitivity.h.)
#pragma once

#include <vector>

#include "opportunity/completeness.h"
#include "opportunity/place_figures.h"

namespace wegwijzer {

// What a provider may leave unsaid, so that a parameter stands for it.
enum class UnsaidFact { price, moments, languages, seats };

template <>
inline constexpr std::array choices<UnsaidFact> = {
    std::pair{UnsaidFact::price, "price"}, std::pair{UnsaidFact::moments, "moments"},
    std::pair{UnsaidFact::languages, "languages"}, std::pair{UnsaidFact::seats, "seats"}};

struct OrganisationToAsk {
  Index<Organisation> organisation;
  std::vector<UnsaidFact> facts;  // of any of its offerings
  std::size_t offerings = 0;      // of which something is not said
  double amount = 0;              // of the mean of these children that rests on it
};

// Cells of the map of one area: of these themes and ages nobody was asked, or the answer is old.
struct CellsToAsk {
  Index<Ecosystem> ecosystem;
  Index<Area> area;
  std::vector<Index<Theme>> themes;  // of which most children are not known of first
  AgeBits ages = 0;                  // of any of them
  double children = 0;               // who live there and are of these ages
  double open = 0;                   // over the themes the children whose age is not known of
};

struct ToAsk {
  std::vector<OrganisationToAsk> organisations;  // on whom most rests first
  double rests_on_unsaid = 0;                    // the part of the mean, 0 to 1, of all organisations
  std::vector<CellsToAsk> cells;                 // by area, with most open first
};

// At most so many of each. Takes as long as one analysis of the place.
ToAsk what_to_ask(OpportunityModel const& model, Population const& population, std::size_t most);

}  // namespace wegwijzer
