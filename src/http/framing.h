// SPDX-License-Identifier: EUPL-1.2
// Where a request ends must be beyond doubt: what two programs read in two ways is how one request is
// smuggled inside another (RFC 9112, 11.2).
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

#include "http/headers.h"

namespace wegwijzer::http {

struct Refusal {
  int status = 400;
  char const* why = "";          // a word for the log, never text that came from outside
  std::chrono::seconds wait{0};  // before asking again; 0 when that would not help
};

enum class Version { http_1_0, http_1_1 };

// What is wrong with Host, Content-Length, Transfer-Encoding and Expect; nothing when they are in order.
std::optional<Refusal> framing_problem(Headers const& headers, Version version);

// GET, HEAD, POST and OPTIONS are ours; 405 for the other methods of RFC 9110 and 5789, 501 for the rest.
std::optional<Refusal> method_problem(std::string_view method);

// Digits only; nothing otherwise, nor above 2^63 - 1.
std::optional<std::uint64_t> content_length(std::string_view text);

}  // namespace wegwijzer::http
