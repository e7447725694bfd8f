// SPDX-License-Identifier: EUPL-1.2
// What every response tells the browser to forbid. A response that brings one of these headers keeps its own.
#pragma once

#include <string>

#include "http/response.h"

namespace wegwijzer::http {

// One member per directive; an empty one is left out.
struct ContentSecurityPolicy {
  std::string default_src = "'none'";
  std::string style_src = "'self'";
  std::string img_src = "'self' data:";
  std::string script_src = "'self'";
  std::string connect_src = "'self'";
  std::string font_src = "'self'";
  std::string worker_src{};
  std::string manifest_src{};
  std::string frame_src{};
  std::string form_action = "'self'";
  std::string base_uri = "'none'";
  std::string frame_ancestors = "'none'";

  std::string text() const;  // the value of Content-Security-Policy
};

struct SecurityHeaders {
  ContentSecurityPolicy content{};
  bool behind_tls = false;  // only then Strict-Transport-Security, one year
};

void add_security_headers(Response& response, SecurityHeaders const& chosen);

}  // namespace wegwijzer::http
