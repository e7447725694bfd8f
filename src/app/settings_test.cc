// SPDX-License-Identifier: EUPL-1.2
#include "app/settings.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <regex>

#include "kit/file_content.h"

namespace wegwijzer {

namespace {

// What the first group of `pattern` finds in each place.
std::vector<std::string> all(std::string const& text, char const* pattern) {
  std::regex const expression(pattern);
  std::vector<std::string> found;
  for (std::sregex_iterator at(text.begin(), text.end(), expression), end; at != end; ++at) {
    found.push_back((*at)[1]);
  }
  return found;
}

bool is_setting(std::string const& name) {
  return std::ranges::any_of(
      setting_rows(), [&](SettingRow const& row) { return name == row.flag || name == row.environment; });
}

}  // namespace

TEST(Settings, are_all_in_the_manual) {
  auto const manual = content("docs/manual/beheer.md");
  for (auto const& row : setting_rows()) {
    EXPECT_NE(manual.find(row.flag), std::string::npos) << row.flag;
    EXPECT_NE(manual.find(row.environment), std::string::npos) << row.environment;
  }
}

TEST(Settings, are_those_that_the_example_of_a_service_names) {
  auto const unit = content("docs/manual/server/wegwijzer.service");
  auto const flags = all(unit, R"((--[a-z-]+))");
  auto const variables = all(unit, R"(\nEnvironment=([A-Z_]+)=)");
  EXPECT_EQ(flags.size(), 2U);
  EXPECT_EQ(variables.size(), 4U);
  for (auto const& name : flags) EXPECT_TRUE(is_setting(name)) << name;
  for (auto const& name : variables) EXPECT_TRUE(is_setting(name)) << name;
}

TEST(Settings, of_the_example_of_a_proxy_fit_those_of_the_service) {
  auto const proxy = content("docs/manual/server/nginx.conf");
  auto const unit = content("docs/manual/server/wegwijzer.service");
  auto const listens = all(unit, R"(--address (\S+))").at(0) + ":" + all(unit, R"(--port (\d+))").at(0);
  EXPECT_EQ(all(proxy, R"(proxy_pass http://(\S+);)"), (std::vector{listens, listens}));
  // The program believes this one proxy; it passes on the address that it sees itself.
  EXPECT_EQ(all(unit, R"(TRUSTED_PROXIES=(\S+))"), std::vector<std::string>{"127.0.0.1"});
  EXPECT_NE(proxy.find("proxy_set_header X-Forwarded-For $remote_addr;"), std::string::npos);
  http::Limits const limits;
  EXPECT_EQ(
      all(proxy, R"(client_max_body_size (\d+)m;)"),
      (std::vector{std::to_string(limits.body_bytes >> 20U), std::to_string(limits.upload_bytes >> 20U)}));
  auto const place = all(unit, R"(PUBLIC_ADDRESS=https://(\S+))").at(0);
  for (auto const& name : all(proxy, R"(server_name (\S+);)")) EXPECT_EQ(name, place);
}

}  // namespace wegwijzer
