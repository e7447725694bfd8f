// SPDX-License-Identifier: EUPL-1.2
// Values as JSON, unknown as null, and pages of a list.
#pragma once

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

#include "web/api/answer.h"
#include "web/parts.h"

namespace wegwijzer::web::api {

using Json = nlohmann::ordered_json;

template <class Value>
Json or_null(std::optional<Value> const& value) {
  return value ? Json(*value) : Json();
}

template <class Value>
Json text_or_null(std::optional<Value> const& value) {
  return value ? Json(text(*value)) : Json();
}

template <class Value>
Json texts(std::vector<Value> const& values) {
  auto out = Json::array();
  for (auto const& value : values) out.push_back(text(value));
  return out;
}

inline Json picture_json(Picture const& picture) {
  return {{"path", picture_address(picture, picture.width).text()},
          {"width", picture.width},
          {"height", picture.height},
          {"description", picture.description}};
}

// The page [first, first + size) of something with `total` parts.
template <class Make>
http::Response paged(View const& view, http::Request const& request, std::size_t total, Make make,
                     Json page = Json::object()) {
  auto const paging = parse_paging(request.query);
  if (!paging) return problem(view, paging.error());
  auto results = Json::array();
  for (auto i = paging->first(); i < std::min(paging->first() + paging->size, total); ++i) {
    results.push_back(make(i));
  }
  page["results"] = std::move(results);
  return page_of(std::move(page), total, *paging, request);
}

}  // namespace wegwijzer::web::api
