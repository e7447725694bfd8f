// SPDX-License-Identifier: EUPL-1.2
// Pieces about who works with whom and what a report says, for the pages of an ecosystem and of an
// organisation.
#pragma once

#include <string>
#include <vector>

#include "web/view.h"

namespace wegwijzer::web {

Html organisation_link(View const& view, Index<Organisation> organisation);

// "aanbieder en netwerkpartner"
std::string roles_phrase(View const& view, Organisation const& organisation);

// In the visitor's language.
Html text_of(View const& view, Fact const& fact);

// Where a publication says it; nothing when none does.
Html fact_reference(View const& view, std::string const& reference);

// A list of facts, each with its reference and, unless the page is about one, whom it is about.
Html fact_list(View const& view, std::vector<Index<Fact>> const& facts, bool with_organisations);

// The same facts folded away by kind, each with how many; what is one kind only is not folded.
Html facts_by_kind(View const& view, std::vector<Index<Fact>> const& facts);

std::vector<Index<Fact>> of_kind(View const& view, std::vector<Index<Fact>> const& facts, FactKind kind);

// "A werkt samen met B", with what they do.
Html collaboration_item(View const& view, Index<Collaboration> collaboration);

// The same as seen by one of the two: "geeft geld aan B" or "krijgt geld van A".
Html collaboration_item(View const& view, Index<Collaboration> collaboration, Index<Organisation> seen_by);

// With or without those of whom it tells.
Html channel_item(View const& view, Index<Channel> channel, bool with_lists);

// Title, link and how many steps.
Html route_item(View const& view, Index<LearningRoute> route);

// The steps in order with their stage; `current` is not a link.
Html route_steps(View const& view, Index<LearningRoute> route, Index<Offering> current);

// "A, daarna B", with its direction, whether it is agreed, and the notes below.
Html step_edge_item(View const& view, Index<StepEdge> edge);

// Why it is a good step, who agreed on it, and when that was last confirmed.
Html step_edge_notes(View const& view, Index<StepEdge> edge);

// "samen afgesproken", or only proposed.
std::string agreed_phrase(View const& view, Index<StepEdge> edge);

// A heading and a list under it; nothing when the list is empty.
Html listed(std::string const& heading, Html const& items);

}  // namespace wegwijzer::web
