// SPDX-License-Identifier: EUPL-1.2
#include "http/response.h"

#include <fmt/format.h>

namespace wegwijzer::http {

namespace {

Response with_type(std::string body, int status, std::string content_type) {
  Response response{.status = status, .body = Body(std::move(body))};
  response.headers.add("Content-Type", std::move(content_type));
  return response;
}

}  // namespace

Body::Body(std::string bytes)
    : owner_(std::make_shared<std::string const>(std::move(bytes))), bytes_(*owner_) {}

Body Body::of_static(std::string_view bytes) {
  Body body;
  body.bytes_ = bytes;
  return body;
}

Response html(std::string page, int status) {
  return with_type(std::move(page), status, "text/html; charset=utf-8");
}

Response json(std::string value, int status) {
  return with_type(std::move(value), status, "application/json");
}

Response plain(std::string text, int status) {
  return with_type(std::move(text), status, "text/plain; charset=utf-8");
}

Response file(Body bytes, std::string content_type) {
  Response response{.body = std::move(bytes)};
  response.headers.add("Content-Type", std::move(content_type));
  return response;
}

Response problem(int status, std::string_view detail) {
  auto const more = detail.empty() ? std::string() : ",\"detail\":" + json_text(detail);
  return with_type(fmt::format(R"({{"title":{},"status":{}{}}})", json_text(reason(status)), status, more),
                   status, "application/problem+json");
}

Response redirect(std::string location) {
  Response response{.status = 303};
  response.headers.add("Location", std::move(location));
  return response;
}

std::string_view reason(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 201:
      return "Created";
    case 202:
      return "Accepted";
    case 204:
      return "No Content";
    case 303:
      return "See Other";
    case 304:
      return "Not Modified";
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 409:
      return "Conflict";
    case 410:
      return "Gone";
    case 413:
      return "Content Too Large";
    case 414:
      return "URI Too Long";
    case 415:
      return "Unsupported Media Type";
    case 417:
      return "Expectation Failed";
    case 422:
      return "Unprocessable Content";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 500:
      return "Internal Server Error";
    case 501:
      return "Not Implemented";
    case 503:
      return "Service Unavailable";
    default:
      return "Unknown";
  }
}

std::string json_text(std::string_view text) {
  std::string out = "\"";
  for (char const c : text) {
    if (c == '"' || c == '\\') {
      out += {'\\', c};
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out += fmt::format("\\u{:04x}", static_cast<unsigned char>(c));
    } else {
      out += c;
    }
  }
  return out + '"';
}

}  // namespace wegwijzer::http
