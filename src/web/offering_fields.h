// SPDX-License-Identifier: EUPL-1.2
// The form of an offering as a page shows it: what a child needs to know first, the rest folded.
#pragma once

#include "domain/venue.h"
#include "usecases/workplace/rubric.h"
#include "web/form_fields.h"

namespace wegwijzer::web {

// `venues`: those to choose from, in this order. `all_open`: the rest is not folded.
Html offering_fields(FormView const& form, std::vector<Venue> const& venues, bool all_open);

// What it is about, the parameter "themes": a few to choose, each from the main themes.
Html themes_field(FormView const& form);

// The fields that answer one of the ten questions, and the names of all that do.
Html answer_fields(FormView const& form, Inclusion question);
bool answers_a_question(std::string_view field, std::string_view value);

}  // namespace wegwijzer::web
