// SPDX-License-Identifier: EUPL-1.2
#include "web/routes.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "base/embedded.h"
#include "kit/file_content.h"

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

TEST(Routes, of_visitors_change_nothing_but_by_a_suggestion) {
  for (auto const& route : routes()) {
    if (std::holds_alternative<Signing*>(route.handler) || std::holds_alternative<Working*>(route.handler))
      continue;
    bool const changes = std::holds_alternative<Changing*>(route.handler);
    EXPECT_EQ(changes, route.method == http::Method::post) << route.pattern;
    bool const suggests = route.pattern == "/corrections" || route.pattern == "/suggestions";
    EXPECT_EQ(changes, route.method == http::Method::post && suggests) << route.pattern;
  }
}

namespace {

// docs/roles.md: what a role may, and at which addresses.
std::string described_roles() {
  std::string out =
      "# Who may do what\n\nMade from `src/accounts/policy.cc` and `src/web/routes.cc` by the test `Roles`, "
      "renewed by `UPDATE_GOLDEN=1`. *none*: nobody may; *own_organisation*, *own_ecosystem*: of what "
      "belongs "
      "there; *everywhere*: of all.\n\n| action | visitor | signed in |";
  for (auto const& [role, name] : choices<accounts::Role>) out += " " + std::string(name) + " |";
  out += "\n|---|---|---|";
  for (std::size_t i = 0; i < choices<accounts::Role>.size(); ++i) out += "---|";
  for (auto const& rule : accounts::rules()) {
    out += "\n| " + text(rule.action) + " | " + text(rule.visitor) + " | " + text(rule.person) + " |";
    for (auto const reach : rule.roles) out += " " + text(reach) + " |";
  }
  out += "\n\n| address | action |\n|---|---|";
  for (auto const& route : routes()) {
    out += "\n| " + std::string(http::text(route.method)) + " `" + std::string(route.pattern) + "` | " +
           text(route.action) + " |";
  }
  return out + "\n";
}

}  // namespace

TEST(Roles, are_those_of_the_document) {
  if (std::getenv("UPDATE_GOLDEN")) std::ofstream("docs/roles.md") << described_roles();
  EXPECT_EQ(content("docs/roles.md"), described_roles());
}

}  // namespace wegwijzer::web
