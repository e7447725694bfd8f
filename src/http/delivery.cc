// SPDX-License-Identifier: EUPL-1.2
#include "http/delivery.h"

#include "http/compress.h"
#include "http/conditional.h"

namespace wegwijzer::http {

namespace {

bool may_be_kept(Response const& response) {
  return response.headers.first("Cache-Control").value_or("").find("no-store") == std::string_view::npos;
}

bool seen_already(Request const& request, Response const& response) {
  auto const tag = response.headers.first("ETag");
  return tag && names_tag(request.headers.joined("If-None-Match"), *tag);
}

// Says that the body depends on Accept-Encoding also where it was not compressed, since a cache stores both.
bool choose_gzip(Request const& request, Response& response) {
  if (!worth_compressing(response)) return false;
  if (response.headers.joined("Vary").find("Accept-Encoding") == std::string::npos) {
    response.headers.add("Vary", "Accept-Encoding");
  }
  if (!accepts_gzip(request.headers.joined("Accept-Encoding"))) return false;
  response.headers.set("Content-Encoding", "gzip");
  if (auto const tag = response.headers.first("ETag")) response.headers.set("ETag", gzip_tag(*tag));
  return true;
}

}  // namespace

Response delivered(Request const& request, Response response) {
  bool const reading = request.method == Method::get || request.method == Method::head;
  if (!reading || response.status != 200) return response;
  if (may_be_kept(response) && !response.headers.has("ETag")) {
    response.headers.add("ETag", etag_of(response.body.bytes()));
  }
  if (!response.headers.has("Cache-Control")) response.headers.add("Cache-Control", keep::ask_again);
  bool const compressing = choose_gzip(request, response);
  if (seen_already(request, response)) return not_modified(response);
  if (compressing) response.body = gzip(response.body.bytes(), Effort::quick);
  return response;
}

}  // namespace wegwijzer::http
