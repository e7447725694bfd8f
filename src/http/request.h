// SPDX-License-Identifier: EUPL-1.2
// What a visitor asks, checked: who holds a Request need not check its form again.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

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

struct UploadedFile {
  std::string field;
  std::string name;  // as its sender calls it: to show, never to open
  std::size_t from = 0;
  std::size_t size = 0;
};

struct Request {
  Method method = Method::get;
  Path path{};
  Parameters query{};
  Parameters form{};  // what was typed in the form of a POST
  std::vector<UploadedFile> files{};
  Headers headers{};
  std::string body{};
  Address client{};  // behind our own proxies the visitor's; for limits only

  // The first that was chosen in that field; it lives as long as this request.
  std::optional<std::string_view> file(std::string_view field) const;
};

}  // namespace wegwijzer::http
