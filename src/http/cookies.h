// SPDX-License-Identifier: EUPL-1.2
// The cookies there are: of who has signed in, of who is on the way to sign in elsewhere, and where somebody
// goes on to who asked for a mail to sign in. Visitors get none.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "http/request.h"
#include "http/response.h"

namespace wegwijzer::http {

// Of the values in Cookie headers the one of that name. Nothing when it comes twice: somebody put one beside
// ours.
std::optional<std::string> cookie(Headers const& headers, std::string_view name);

// For this host only, out of reach of scripts, not sent along from other sites. Until the browser is closed,
// or as long as it says; behind TLS its name begins with __Host-, so that no other host and no plain line can
// set it.
struct CookieJar {
  bool behind_tls = false;
  std::string_view plain_name = "wegwijzer";
  std::chrono::seconds lasts{0};

  std::string name() const { return (behind_tls ? "__Host-" : "") + std::string(plain_name); }

  std::optional<std::string> read(Request const& request) const { return cookie(request.headers, name()); }

  void set(Response& response, std::string_view value) const;
  void clear(Response& response) const;
};

// Whether a form was sent from a page of this host. A browser says so in Sec-Fetch-Site or Origin; who says
// nothing is not believed.
bool sent_from_this_host(Request const& request);

}  // namespace wegwijzer::http
