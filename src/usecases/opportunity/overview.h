// SPDX-License-Identifier: EUPL-1.2
// Who has least? The opportunities of the children of one kind in every area of a gemeente.
#pragma once

#include <optional>
#include <vector>

#include "opportunity/changes.h"
#include "opportunity/place_figures.h"
#include "usecases/opportunity/child_wish.h"
#include "usecases/opportunity/opportunities.h"

namespace wegwijzer {

// That around the area, of the children that are wished.
std::shared_ptr<OpportunityAnalysis const> analysis_for(Opportunities const& opportunities, Index<Area> area,
                                                        ChildWish const& wish);

// Up to where the funnel is followed.
enum class FunnelStage { exists, reach, known, welcome, possible, supported };

template <>
inline constexpr std::array choices<FunnelStage> = {
    std::pair{FunnelStage::exists, "exists"},     std::pair{FunnelStage::reach, "reach"},
    std::pair{FunnelStage::known, "known"},       std::pair{FunnelStage::welcome, "welcome"},
    std::pair{FunnelStage::possible, "possible"}, std::pair{FunnelStage::supported, "supported"}};

double amount(Funnel const& funnel, FunnelStage stage);

struct AreaOpportunity {
  Index<Area> area;
  double children = 0;  // of the ages that are meant
  Experience experience;
  std::array<double, factor_count> against_whole{};  // as against()
  std::optional<Factor> behind;                      // the one that is most behind the whole, if any is
};

struct OpportunityOverview {
  AreaOpportunity whole;
  std::vector<AreaOpportunity> areas;            // of the smallest kind, with least first
  std::vector<AreaOpportunity> hardly_lived_in;  // with fewer than fewest_children, which say little
};

// Of the children that are wished, in an area that lies in no other; see around(). Nothing when nobody lives
// there. The areas are ordered by the amount at this stage of the funnel.
std::optional<OpportunityOverview> opportunity_overview(Opportunities const& opportunities, Index<Area> whole,
                                                        ChildWish const& wish, FunnelStage stage);

// Those with homes that lie in this area and have none within them.
std::vector<Index<Area>> smallest_areas(OpportunityAnalysis const& analysis, Index<Area> whole);

// One area beside the funnel of the whole.
AreaOpportunity area_opportunity(OpportunityAnalysis const& analysis, Index<Area> area,
                                 std::vector<std::size_t> const& profiles, Funnel const& whole);

// The same of an experience that is known; `children` of the ages that are meant.
AreaOpportunity beside(Index<Area> area, double children, Experience const& experience, Funnel const& whole);

// The areas for which there can be an overview, by name.
std::vector<Index<Area>> places_with_opportunities(OpportunityModel const& model);

}  // namespace wegwijzer
