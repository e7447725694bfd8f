// SPDX-License-Identifier: EUPL-1.2
// What a handler answers: a status, headers and bytes that nobody changes any more.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "http/headers.h"

namespace wegwijzer::http {

// Immutable bytes, shared by everyone who sends them.
class Body {
 public:
  Body() = default;
  Body(std::string bytes);  // NOLINT(google-explicit-constructor): a text is a body

  static Body of_static(std::string_view bytes);  // bytes that live as long as the program, such as assets

  std::string_view bytes() const { return bytes_; }

 private:
  std::shared_ptr<std::string const> owner_;
  std::string_view bytes_;
};

struct Response {
  int status = 200;
  Headers headers{};
  Body body{};
  // For the log, instead of the path: "/aanbod/{id}". Who answers under a path that holds a secret sets it.
  std::string route{};
};

Response html(std::string page, int status = 200);
Response json(std::string value, int status = 200);
Response plain(std::string text, int status = 200);
Response file(Body bytes, std::string content_type);

// application/problem+json (RFC 9457) with the standard title of the status; `detail` may be empty.
Response problem(int status, std::string_view detail = {});

// 303: the browser gets `location` next. Throws Broken when that holds a control sign.
Response redirect(std::string location);

std::string_view reason(int status);  // "Not Found"; "Unknown" for a status this program does not use

// `text` as a JSON string, with its quotes. UTF-8 in, ASCII control signs escaped.
std::string json_text(std::string_view text);

}  // namespace wegwijzer::http
