// SPDX-License-Identifier: EUPL-1.2
// gzip for text, where the browser accepts it and it pays.
#pragma once

#include <string>
#include <string_view>

#include "http/response.h"

namespace wegwijzer::http {

enum class Effort { quick, thorough };  // zlib 5 for a page made now, 9 for an asset compressed once

std::string gzip(std::string_view bytes, Effort effort);
bool accepts_gzip(std::string_view accept_encoding);

// A text of at least 1 KB with status 200 that is not compressed yet. What must not be stored stays plain
// too: the size of a compressed page tells about a secret in it when part of the page is chosen by an
// attacker (BREACH).
bool worth_compressing(Response const& response);

// The tag of the same thing in gzip: a strong tag names bytes, and these are other bytes.
std::string gzip_tag(std::string_view etag);

}  // namespace wegwijzer::http
