// SPDX-License-Identifier: EUPL-1.2
// JSON answers by the NL API Design Rules: problem+json, paging with links, the version in a header.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "base/result.h"
#include "http/request.h"
#include "http/response.h"
#include "web/query.h"
#include "web/view.h"

namespace wegwijzer::web::api {

inline constexpr char const* version = "1.0.0";

// The headers that every answer below /api carries: its version, and that any site may read it.
http::Response open_to_all(http::Response response);

http::Response answer(nlohmann::ordered_json const& value);
http::Response problem(View const& view, Error const& error);

// One page of a list: {"results": […], "total": n, "page": p, "pageSize": s} and Link headers to its
// neighbours. `page` has the results and what else is to be said.
http::Response page_of(nlohmann::ordered_json page, std::size_t total, Paging const& paging,
                       http::Request const& request);

}  // namespace wegwijzer::web::api
