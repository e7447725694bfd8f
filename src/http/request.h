// SPDX-License-Identifier: EUPL-1.2
// What a visitor asks, checked: who holds a Request need not check its form again.
#pragma once

#include <string>

#include "http/address.h"
#include "http/headers.h"
#include "http/parameters.h"
#include "http/path.h"

namespace wegwijzer::http {

enum class Method { get, head, post, options };

constexpr std::string_view text(Method method) {
  constexpr std::string_view names[] = {"GET", "HEAD", "POST", "OPTIONS"};
  return names[static_cast<int>(method)];
}

struct Request {
  Method method = Method::get;
  Path path{};
  Parameters query{};
  Parameters form{};  // of a POST with application/x-www-form-urlencoded
  Headers headers{};
  std::string body{};
  Address client{};  // behind our own proxies the visitor's; for limits only
};

}  // namespace wegwijzer::http
