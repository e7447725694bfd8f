// SPDX-License-Identifier: EUPL-1.2
// The one table of what can be asked, by whom, and who answers.
#pragma once

#include <span>
#include <string_view>
#include <variant>

#include "accounts/policy.h"
#include "http/request.h"
#include "web/handlers.h"

namespace wegwijzer::web {

// NOLINTNEXTLINE(clang-analyzer-optin.performance.Padding): in the order in which a row of the table is read
struct Route {
  http::Method method;
  std::string_view pattern;  // "/offerings/{id}"
  accounts::Action action;   // accounts/policy.cc says who may; there is no default
  std::variant<Showing*, Changing*, Fetching*, Signing*, Working*> handler;
  bool takes_files = false;  // its form may be as large as a picture
};

std::span<Route const> routes();

}  // namespace wegwijzer::web
