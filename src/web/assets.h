// SPDX-License-Identifier: EUPL-1.2
// Style sheets and images that the program serves itself, under an address that changes with their content.
#pragma once

#include <string_view>

#include "http/static_files.h"
#include "web/url.h"

namespace wegwijzer::web {

http::StaticFiles const& served_files();
Url asset(std::string_view path);  // "css/site.css"; a file that is not compiled in is a bug

}  // namespace wegwijzer::web
