// SPDX-License-Identifier: EUPL-1.2
#include "http/read_request.h"

#include <algorithm>
#include <limits>

#include "base/words.h"
#include "http/multipart.h"

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

namespace {

constexpr Refusal bad_form{400, "bad form"};

std::string_view content_type(Request const& request) {
  return request.headers.first("Content-Type").value_or("");
}

std::optional<Refusal> read_typed(Request& request, Limits const& limits) {
  auto form = Parameters::parse(request.body, limits.parameters);
  if (!form) return bad_form;
  request.form = std::move(*form);
  return std::nullopt;
}

bool is_text(std::string_view bytes) {
  return bytes.find('\0') == std::string_view::npos && valid_utf8(bytes);
}

// A field in which no file was chosen comes as a file without a name.
void add_file(Request& request, Part const& part) {
  if (part.file->empty() && part.bytes.empty()) return;
  auto const from = static_cast<std::size_t>(part.bytes.data() - request.body.data());
  request.files.push_back({part.name, *part.file, from, part.bytes.size()});
}

std::optional<Refusal> read_upload(Request& request, std::string const& boundary, Limits const& limits) {
  auto const parts = read_parts(request.body, boundary, limits.parameters);
  if (!parts) return bad_form;
  for (auto const& part : *parts) {
    if (part.file) {
      add_file(request, part);
    } else if (part.bytes.size() > limits.body_bytes || !is_text(part.bytes)) {
      return bad_form;
    } else {
      request.form.add(part.name, std::string(part.bytes));
    }
  }
  return std::nullopt;
}

}  // namespace

bool is_upload(Request const& request) {
  return request.method == Method::post && boundary_of(content_type(request)).has_value();
}

std::optional<Refusal> read_form(Request& request, Limits const& limits) {
  if (request.method != Method::post) return std::nullopt;
  auto const type = content_type(request);
  if (auto const boundary = boundary_of(type)) return read_upload(request, *boundary, limits);
  auto const name = trimmed(type.substr(0, type.find(';')));
  return same_name(name, "application/x-www-form-urlencoded") ? read_typed(request, limits) : std::nullopt;
}

std::optional<std::string_view> Request::file(std::string_view field) const {
  auto const found = std::ranges::find(files, field, &UploadedFile::field);
  if (found == files.end()) return std::nullopt;
  return std::string_view(body).substr(found->from, found->size);
}

}  // namespace wegwijzer::http
