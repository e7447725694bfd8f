// SPDX-License-Identifier: EUPL-1.2
// The last step of every response: its entity tag, 304 where the browser has it already, gzip where it may.
#pragma once

#include "http/request.h"
#include "http/response.h"

namespace wegwijzer::http {

// Pure. A response that brings an ETag or Cache-Control keeps it, otherwise a browser asks each time whether
// it changed; one with "no-store" gets no ETag. Other answers than 200 to GET and HEAD pass as they are.
Response delivered(Request const& request, Response response);

}  // namespace wegwijzer::http
