// SPDX-License-Identifier: EUPL-1.2
// From the parts of a header to a checked Request, or to the reason why there will be none.
#pragma once

#include <cstddef>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "http/framing.h"
#include "http/request.h"

namespace wegwijzer::http {

struct Limits {
  std::size_t header_bytes = 8'192;    // first line and fields together; above it 431
  std::size_t target_bytes = 4'096;    // path and query; above it 414
  std::size_t body_bytes = 1'048'576;  // above it 413
  std::size_t parameters = 1000;       // in a query, and in a form; above it 400
  // Of a form with files, where one is welcome: a picture as a telephone makes it, and some words.
  std::size_t upload_bytes = 21 * 1'048'576;
};

struct Heading {
  std::string_view method;
  std::string_view target;  // path and query, still encoded
  std::string_view version;
  std::size_t bytes = 0;
  Headers headers{};
  Address peer{};
};

tl::expected<Request, Refusal> read_heading(Heading heading, Limits const& limits,
                                            std::span<Network const> trusted_proxies);

// How many bytes of body are announced; more than anyone will send when it comes in chunks.
std::uint64_t announced_bytes(Headers const& headers);

// A form that may hold files.
bool is_upload(Request const& request);

// Fills `form` and `files` from the body where its type says so; 400 when it cannot be read.
std::optional<Refusal> read_form(Request& request, Limits const& limits);

}  // namespace wegwijzer::http
