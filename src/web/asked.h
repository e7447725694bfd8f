// SPDX-License-Identifier: EUPL-1.2
// What a page of the finder is asked: the query, and what was typed under "Waar woon je?".
#pragma once

#include <string>
#include <vector>

#include "http/request.h"
#include "web/query.h"
#include "web/view.h"

namespace wegwijzer::web {

struct Asked {
  OfferingQuery query;
  Paging paging;
  std::string where;
  std::optional<FoundPlace> place;    // that was meant
  std::vector<FoundPlace> choices{};  // more than one place of that name
  std::string problem{};              // no place of that name
  bool with_map = false;              // view=map: it stands open

  bool unclear() const { return !problem.empty() || !choices.empty(); }
};

// Fails as parse_query() and parse_paging() do.
Result<Asked> read_asked(http::Request const& request, View const& view);

// Which of the places was meant: links to `path` with `query` and the home of each; empty without choices.
Html choose_place(View const& view, Asked const& asked, Url const& path);

std::string whole_name(FoundPlace const& place);

}  // namespace wegwijzer::web
