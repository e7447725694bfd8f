// SPDX-License-Identifier: EUPL-1.2
#include "web/routes.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "base/embedded.h"

namespace wegwijzer::web {

TEST(Routes, of_the_api_are_those_of_the_openapi_document) {
  std::set<std::string> described, served;
  auto const document = nlohmann::json::parse(embedded_file(assets_files(), "api/openapi.json"));
  for (auto const& [path, operations] : document.at("paths").items()) described.insert("/api/v1" + path);
  for (auto const& route : routes()) {
    if (route.pattern.starts_with("/api/")) served.emplace(route.pattern);
  }
  EXPECT_EQ(served, described);
}

TEST(Routes, only_a_correction_changes_something) {
  for (auto const& route : routes()) {
    bool const changes = std::holds_alternative<Changing*>(route.handler);
    EXPECT_EQ(changes, route.method == http::Method::post) << route.pattern;
    EXPECT_EQ(changes, route.method == http::Method::post && route.pattern == "/corrections")
        << route.pattern;
  }
}

}  // namespace wegwijzer::web
