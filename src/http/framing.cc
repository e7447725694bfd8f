// SPDX-License-Identifier: EUPL-1.2
#include "http/framing.h"

#include <algorithm>

#include "base/words.h"

namespace wegwijzer::http {

namespace {

bool host_sign(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view(".-_:[]").find(c) != std::string_view::npos;
}

std::optional<Refusal> host_problem(Headers const& headers, Version version) {
  auto const hosts = headers.all("Host");
  if (hosts.size() > 1) return Refusal{400, "several Host"};
  if (hosts.empty() && version == Version::http_1_1) return Refusal{400, "no Host"};
  if (!hosts.empty() && !std::ranges::all_of(hosts.front(), host_sign)) return Refusal{400, "malformed Host"};
  return std::nullopt;
}

std::optional<Refusal> coding_problem(Headers const& headers, Version version) {
  auto const codings = headers.all("Transfer-Encoding");
  if (codings.empty()) return std::nullopt;
  if (version == Version::http_1_0) return Refusal{400, "Transfer-Encoding in HTTP/1.0"};
  if (headers.has("Content-Length")) return Refusal{400, "Transfer-Encoding with Content-Length"};
  if (codings.size() > 1 || !same_name(codings.front(), "chunked")) {
    return Refusal{501, "unknown Transfer-Encoding"};
  }
  return std::nullopt;
}

std::optional<Refusal> length_problem(Headers const& headers) {
  auto const lengths = headers.all("Content-Length");
  if (lengths.size() > 1) return Refusal{400, "several Content-Length"};
  if (!lengths.empty() && !content_length(lengths.front())) return Refusal{400, "malformed Content-Length"};
  return std::nullopt;
}

std::optional<Refusal> expectation_problem(Headers const& headers, Version version) {
  if (version == Version::http_1_0) return std::nullopt;
  auto const expectations = headers.all("Expect");
  if (expectations.empty()) return std::nullopt;
  if (expectations.size() > 1 || !same_name(expectations.front(), "100-continue")) {
    return Refusal{417, "unknown expectation"};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Refusal> framing_problem(Headers const& headers, Version version) {
  if (auto const problem = coding_problem(headers, version)) return problem;
  if (auto const problem = length_problem(headers)) return problem;
  if (auto const problem = host_problem(headers, version)) return problem;
  return expectation_problem(headers, version);
}

std::optional<Refusal> method_problem(std::string_view method) {
  constexpr std::string_view ours[] = {"GET", "HEAD", "POST", "OPTIONS"};
  constexpr std::string_view others[] = {"PUT", "DELETE", "PATCH", "TRACE", "CONNECT"};
  if (std::ranges::find(ours, method) != std::end(ours)) return std::nullopt;
  if (std::ranges::find(others, method) != std::end(others)) return Refusal{405, "method not allowed"};
  return Refusal{501, "unknown method"};
}

std::optional<std::uint64_t> content_length(std::string_view text) {
  auto const digit = [](char c) { return c >= '0' && c <= '9'; };
  if (!std::ranges::all_of(text, digit)) return std::nullopt;
  auto const value = whole_number(text);
  if (!value) return std::nullopt;
  return static_cast<std::uint64_t>(*value);
}

}  // namespace wegwijzer::http
