// SPDX-License-Identifier: EUPL-1.2
// Opportunities as a table for spreadsheets and statistics (docs/manual/onderzoek.md): a row for an area and
// the children that are meant, numbers with a point.
#pragma once

#include <string>

#include "usecases/opportunity/overview.h"

namespace wegwijzer {

// Six digits: the parameters are not known better.
std::string table_number(double value);

// The subjects of the vocabulary follow each other as the columns subject_…
std::string opportunity_headings(Atlas const& atlas);

// `children` says which are meant: "9-foot-little-dutch", or what was wished: "all", "9-foot-any-any".
std::string opportunity_row(Atlas const& atlas, AreaOpportunity const& one, std::string const& children);

std::string text(ChildWish const& wish);  // "all", "9-foot-any-ar+wheelchair"

// Of each area in an overview, the whole last.
std::string overview_table(Atlas const& atlas, OpportunityOverview const& overview, ChildWish const& wish);

// Of each offering behind a report: what of it is left after each factor, and what each barrier leaves.
std::string offerings_table(Atlas const& atlas, std::span<OfferingPart const> parts);

}  // namespace wegwijzer
