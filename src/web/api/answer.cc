// SPDX-License-Identifier: EUPL-1.2
#include "web/api/answer.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "web/page.h"

namespace wegwijzer::web::api {

namespace {

using Json = nlohmann::ordered_json;

std::string dumped(Json const& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string neighbour(http::Request const& request, std::size_t page, char const* relation) {
  http::Parameters there;
  for (auto const& [name, value] : request.query) {
    if (name != "page") there.add(name, value);
  }
  there.add("page", std::to_string(page));
  return fmt::format("<{}?{}>; rel=\"{}\"", request.path.text(), there.text(), relation);
}

}  // namespace

http::Response open_to_all(http::Response response) {
  response.headers.set("API-Version", version);
  // Open data, without cookies or sign-in: any site may read it.
  response.headers.set("Access-Control-Allow-Origin", "*");
  return response;
}

http::Response answer(Json const& value) {
  return http::json(dumped(value));
}

http::Response problem(View const& view, Error const& error) {
  auto const status = status_of(error.fault);
  Json body{{"type", "about:blank"},
            {"title", http::reason(status)},
            {"status", status},
            {"detail", view.language.sentence(error)}};
  if (!error.field.empty()) {
    body["invalidParams"] = Json::array({{{"name", error.field}, {"reason", body["detail"]}}});
  }
  auto response = http::json(dumped(body), status);
  response.headers.set("Content-Type", "application/problem+json");
  return response;
}

http::Response page_of(Json page, std::size_t total, Paging const& paging, http::Request const& request) {
  page["total"] = total, page["page"] = paging.page, page["pageSize"] = paging.size;
  auto response = answer(page);
  std::string links;
  if (paging.page > 1) links = neighbour(request, paging.page - 1, "prev");
  if (paging.page * paging.size < total) {
    links += (links.empty() ? "" : ", ") + neighbour(request, paging.page + 1, "next");
  }
  if (!links.empty()) response.headers.set("Link", links);
  return response;
}

}  // namespace wegwijzer::web::api
