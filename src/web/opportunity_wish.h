// SPDX-License-Identifier: EUPL-1.2
// Which children a page about opportunities speaks of: as it stands in an address, as a form, and in words.
#pragma once

#include "http/parameters.h"
#include "usecases/opportunity/overview.h"
#include "web/query.h"
#include "web/view.h"

namespace wegwijzer::web {

struct OpportunityQuery {
  ChildWish child;
  FunnelStage stage = FunnelStage::supported;
};

// Reads age, going, purse, speaks and upTo. Fails as parse_query() does.
Result<OpportunityQuery> parse_opportunity_query(http::Parameters const& parameters);

Fields fields_of(OpportunityQuery const& query);

// A form that asks the same page for other children.
Html child_form(View const& view, Url const& page, OpportunityQuery const& query);

// "alle kinderen", "kinderen van 9 tot en met 11 jaar zonder fiets die thuis weinig geld hebben"
std::string children_phrase(View const& view, ChildWish const& wish);
// "9 jaar, zonder fiets, weinig geld, Nederlands"
std::string child_phrase(View const& view, ChildProfile const& child);

// How a factor that is behind is said, "behind." or "because."; and when none is.
std::string behind_phrase(View const& view, char const* prefix, std::optional<Factor> behind);

// The same view of the atlas from which opportunities were reckoned; fails with "opportunity.not_yet".
Result<View> view_of_opportunities(View const& view);

}  // namespace wegwijzer::web
