// SPDX-License-Identifier: EUPL-1.2
#include "http/read_request.h"

#include <algorithm>
#include <limits>

#include "base/words.h"

namespace wegwijzer::http {

namespace {

std::optional<Refusal> size_problem(Heading const& heading, Limits const& limits) {
  if (heading.target.size() > limits.target_bytes) return Refusal{414, "long target"};
  if (heading.bytes > limits.header_bytes) return Refusal{431, "long header"};
  return std::nullopt;
}

Method method_of(std::string_view name) {
  if (name == "HEAD") return Method::head;
  if (name == "POST") return Method::post;
  return name == "OPTIONS" ? Method::options : Method::get;
}

bool blank_or_control(char c) {
  auto const byte = static_cast<unsigned char>(c);
  return byte <= 0x20 || byte == 0x7f;
}

std::optional<Refusal> read_target(std::string_view target, Limits const& limits, Request& request) {
  if (std::ranges::any_of(target, blank_or_control)) return Refusal{400, "blank in target"};
  auto const question = std::min(target.find('?'), target.size());
  auto path = Path::parse(target.substr(0, question));
  if (!path) return Refusal{400, "bad path"};
  auto query = Parameters::parse(target.substr(std::min(question + 1, target.size())), limits.parameters);
  if (!query) return Refusal{400, "bad query"};
  request.path = std::move(*path);
  request.query = std::move(*query);
  return std::nullopt;
}

std::optional<Refusal> heading_problem(Heading const& heading, Limits const& limits) {
  auto const version = heading.version == "HTTP/1.0" ? Version::http_1_0 : Version::http_1_1;
  if (auto const problem = size_problem(heading, limits)) return problem;
  if (auto const problem = framing_problem(heading.headers, version)) return problem;
  return method_problem(heading.method);
}

}  // namespace

tl::expected<Request, Refusal> read_heading(Heading heading, Limits const& limits,
                                            std::span<Network const> trusted_proxies) {
  if (auto const problem = heading_problem(heading, limits)) return tl::make_unexpected(*problem);
  Request request{.method = method_of(heading.method)};
  if (auto const problem = read_target(heading.target, limits, request)) return tl::make_unexpected(*problem);
  request.client = client_of(heading.peer, heading.headers.joined("X-Forwarded-For"), trusted_proxies);
  request.headers = std::move(heading.headers);
  return request;
}

std::uint64_t announced_bytes(Headers const& headers) {
  if (headers.has("Transfer-Encoding")) return std::numeric_limits<std::uint64_t>::max();
  return content_length(headers.first("Content-Length").value_or("0")).value_or(0);
}

std::optional<Refusal> read_form(Request& request, Limits const& limits) {
  auto const type = request.headers.first("Content-Type").value_or("");
  auto const name = trimmed(type.substr(0, type.find(';')));
  if (request.method != Method::post || !same_name(name, "application/x-www-form-urlencoded")) {
    return std::nullopt;
  }
  auto form = Parameters::parse(request.body, limits.parameters);
  if (!form) return Refusal{400, "bad form"};
  request.form = std::move(*form);
  return std::nullopt;
}

}  // namespace wegwijzer::http
