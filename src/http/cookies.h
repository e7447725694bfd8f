// SPDX-License-Identifier: EUPL-1.2
// The one cookie there is, of who has signed in. Visitors get none.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "http/request.h"
#include "http/response.h"

namespace wegwijzer::http {

// Of the values in Cookie headers the one of that name. Nothing when it comes twice: somebody put one beside
// ours.
std::optional<std::string> cookie(Headers const& headers, std::string_view name);

// For this host only, out of reach of scripts, not sent along from other sites. Until the browser is closed;
// behind TLS its name begins with __Host-, so that no other host and no plain line can set it.
struct CookieJar {
  bool behind_tls = false;

  std::string_view name() const { return behind_tls ? "__Host-wegwijzer" : "wegwijzer"; }

  std::optional<std::string> read(Request const& request) const { return cookie(request.headers, name()); }

  void set(Response& response, std::string_view value) const;
  void clear(Response& response) const;
};

// Whether a form was sent from a page of this host. A browser says so in Sec-Fetch-Site or Origin; who says
// nothing is not believed.
bool sent_from_this_host(Request const& request);

}  // namespace wegwijzer::http
