// SPDX-License-Identifier: EUPL-1.2
// "What is the next step?": from an offering, for the child that a query describes. Behind the page and the
// API.
#pragma once

#include "opportunity/next_steps.h"
#include "usecases/offering/find.h"
#include "usecases/opportunity/opportunities.h"

namespace wegwijzer {

// Where the travel times begin: at the home; at the offering's own venue when no home was given or no street
// of ours is near it; nowhere when neither is known.
enum class Start { home, venue, anywhere };

template <>
inline constexpr std::array choices<Start> = {
    std::pair{Start::home, "home"}, std::pair{Start::venue, "venue"}, std::pair{Start::anywhere, "anywhere"}};

struct OfferingSteps {
  Start start = Start::anywhere;
  std::optional<Reach> reach;  // from the start
  NextSteps steps;
};

// The steps that fit the query's age, way of travel, minutes, access needs and whether it must be free. With
// opportunities of this atlas, and when age and home are known, they are weighed by the five factors: what
// suits the child best comes first, after what partners agreed on, and what hardly does last.
OfferingSteps steps_from(Atlas const& atlas, Index<Offering> offering, OfferingQuery const& query, Date today,
                         Opportunities const* opportunities = nullptr);

}  // namespace wegwijzer
