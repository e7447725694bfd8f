// SPDX-License-Identifier: EUPL-1.2
// Pieces of the pages about opportunities: an area's report, one offering opened, two children side by side.
#pragma once

#include "usecases/opportunity/reasons.h"
#include "web/opportunity_wish.h"
#include "web/view.h"

namespace wegwijzer::web {

// "0,34"; "5,3"; "18": two digits of an amount of opportunities, on every page and paper, whatever is known
// of how sure it is. "0" for as good as none.
std::string rounded_opportunities(Language const& language, double amount);

// "ongeveer 120"; "minder dan 5"
std::string rounded_children(Language const& language, double children);

// "Er wonen hier ongeveer 120 kinderen van die leeftijd."
std::string children_here(Language const& language, double children);

// Whether there is always a next step, of those who have something at all.
std::string next_step_phrase(Language const& language, Ends const& ends);

// "Van de 58 buurten staat deze op plaats 3; 1 heeft het minst." Empty for what is in no order.
std::string where_it_stands(View const& view, OpportunityReport const& report);

std::string share_of_open(Language const& language, double part, double open);  // "24%"

// A link to the same on paper.
Html as_paper(View const& view, Index<Area> area, OpportunityQuery const& query);

Html what_is_an_opportunity(View const& view);  // folded away

Html funnel_picture(View const& view, std::string const& caption, Funnel const& funnel);

// "“Robotclub” van Techniekhuis: maak het gratis of laat een regeling betalen. (+0,7)"
Html change_phrase(View const& view, Change const& change);

// Said where the best change is not to what is behind; a report with changes.
Html another_way(View const& view, OpportunityReport const& report);

Html report_body(View const& view, Index<Area> area, OpportunityQuery const& query,
                 OpportunityReport const& report);

Html reasons_body(View const& view, Index<Area> area, OpportunityQuery const& query,
                  OfferingReasons const& reasons);

// Reads one and other, such as 9-foot-little-dutch; two usual ones when they are not given.
Result<std::pair<ChildProfile, ChildProfile>> parse_two_children(http::Parameters const& parameters);

Html comparison_body(View const& view, Index<Area> area, ChildProfile const& one, ChildProfile const& other,
                     Comparison const& compared);

}  // namespace wegwijzer::web
