// SPDX-License-Identifier: EUPL-1.2
// The whole addresses of one page in every language, for search engines.
#pragma once

#include <string>
#include <vector>

#include "web/view.h"

namespace wegwijzer::web {

struct Alternate {
  std::string language;  // "nl", "en", "ar" … or "x-default": for who reads none of them
  Url address;
};

// Of a path without language, "/about". Nothing when the public address of the site is not known.
std::vector<Alternate> alternates(View const& view, std::string_view path);

}  // namespace wegwijzer::web
