// SPDX-License-Identifier: EUPL-1.2
// What would make the figures about a place more certain: which parameter to measure, whom to ask what they
// did not say, and where on the map nobody asked anything yet.
#pragma once

#include <vector>

#include "opportunity/completeness.h"
#include "opportunity/uncertainty.h"

namespace wegwijzer {

struct ParameterToMeasure {
  Parameter const* parameter = nullptr;
  double narrowing = 0;  // the part of its width that the interval would lose (expected_narrowing())
};

// Those that narrow this outcome most first; none that would narrow it by less than a hundredth.
std::vector<ParameterToMeasure> parameters_to_measure(Uncertainty const& sure, Outcome outcome,
                                                      std::size_t most);

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

// Cells of the map of one area and theme: of these ages nobody was asked, or the answer is old.
struct CellsToAsk {
  Index<Ecosystem> ecosystem;
  Index<Area> area;
  Index<Theme> theme;
  AgeBits ages = 0;
  double children = 0;  // who live there and are of these ages
};

struct ToAsk {
  std::vector<OrganisationToAsk> organisations;  // on whom most rests first
  double rests_on_unsaid = 0;                    // the part of the mean, 0 to 1, of all organisations
  std::vector<CellsToAsk> cells;                 // with most children first
};

// At most so many of each. Takes as long as one analysis of the place.
ToAsk what_to_ask(OpportunityModel const& model, Population const& population, std::size_t most);

}  // namespace wegwijzer
