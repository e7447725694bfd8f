// SPDX-License-Identifier: EUPL-1.2
// What somebody typed in a form and did not keep yet.
#pragma once

#include <optional>
#include <string>

#include "http/request.h"
#include "web/desk.h"
#include "web/html.h"

namespace wegwijzer::web {

// The fields of the form, without its secret and what was pressed.
http::Parameters typed_in_form(http::Request const& request);

std::optional<accounts::Draft> draft_of(Desk const& desk, std::string_view subject);

// Fails with "draft.too_long".
Done keep_draft(Desk const& desk, std::string const& subject, http::Parameters const& typed);
void drop_draft(Desk const& desk, std::string const& subject);

// That there is one, from when, and a way to throw it away; `path` is where it goes on.
Html draft_notice(View const& view, Desk const& desk, accounts::Draft const& draft, std::string const& path);

}  // namespace wegwijzer::web
