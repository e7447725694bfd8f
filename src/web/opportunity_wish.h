// SPDX-License-Identifier: EUPL-1.2
// Which children a page about opportunities speaks of: as it stands in an address, as a form, and in words.
#pragma once

#include <optional>

#include "http/parameters.h"
#include "http/response.h"
#include "usecases/opportunity/overview.h"
#include "web/handlers.h"
#include "web/query.h"
#include "web/view.h"

namespace wegwijzer::web {

struct OpportunityQuery {
  ChildWish child;
  FunnelStage stage = FunnelStage::supported;
};

// Reads age, going, purse, speaks, access and upTo. Fails as parse_query() does.
Result<OpportunityQuery> parse_opportunity_query(http::Parameters const& parameters,
                                                 Vocabulary const& vocabulary);

// What is asked of an area, and the view of the atlas from which opportunities were reckoned.
struct OpportunityQuestion {
  View view;
  Index<Area> area;
  OpportunityQuery query;
};

// The first argument is the code of an area. Fails with "opportunity.not_yet", "area.missing" or as
// parse_opportunity_query().
Result<OpportunityQuestion> read_opportunity_question(http::Request const& request, View const& view,
                                                      PathArguments const& arguments);

Url opportunity_page(View const& view, Index<Area> area);

// Where what is told is of a whole gemeente: the way from an area within one to the same of the gemeente.
std::optional<http::Response> leads_to_whole(OpportunityQuestion const& asked, std::string const& below);

Fields fields_of(OpportunityQuery const& query);

// A form that asks the same page for other children.
Html child_form(View const& view, Url const& page, OpportunityQuery const& query);
// The same without what nobody counts: what a child needs, and which other language it speaks.
Html counted_child_form(View const& view, Url const& page, ChildWish const& child);

// Without what nobody counts.
ChildWish counted(ChildWish child);

// "alle kinderen", "kinderen van 9 tot en met 11 jaar zonder fiets die thuis weinig geld hebben"
std::string children_phrase(View const& view, ChildWish const& wish);
// "9 jaar, zonder fiets, weinig geld, Nederlands"
std::string child_phrase(View const& view, ChildProfile const& child);

// How a factor that is behind is said, "behind." or "because."; and when none is.
std::string behind_phrase(View const& view, char const* prefix, std::optional<Factor> behind);

// The same view of the atlas from which opportunities were reckoned; fails with "opportunity.not_yet".
Result<View> view_of_opportunities(View const& view);

}  // namespace wegwijzer::web
