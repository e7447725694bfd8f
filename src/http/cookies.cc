// SPDX-License-Identifier: EUPL-1.2
#include "http/cookies.h"

#include <fmt/format.h>

#include "base/words.h"

namespace wegwijzer::http {

namespace {

constexpr std::size_t most_cookies = 100;

}  // namespace

std::optional<std::string> cookie(Headers const& headers, std::string_view name) {
  std::optional<std::string> found;
  std::size_t seen = 0;
  for (auto const header : headers.all("Cookie")) {
    for (auto const pair : split(header, ';')) {
      if (++seen > most_cookies) return std::nullopt;
      auto const equals = pair.find('=');
      if (equals == pair.npos || pair.substr(0, equals) != name) continue;
      if (found) return std::nullopt;
      found = std::string(pair.substr(equals + 1));
    }
  }
  return found;
}

void CookieJar::set(Response& response, std::string_view value) const {
  auto const until = lasts.count() > 0 ? fmt::format("; Max-Age={}", lasts.count()) : std::string();
  response.headers.add("Set-Cookie", fmt::format("{}={}; Path=/; HttpOnly; SameSite=Lax{}{}", name(), value,
                                                 until, behind_tls ? "; Secure" : ""));
}

void CookieJar::clear(Response& response) const {
  response.headers.add("Set-Cookie", fmt::format("{}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0{}", name(),
                                                 behind_tls ? "; Secure" : ""));
}

bool sent_from_this_host(Request const& request) {
  auto const site = request.headers.first("Sec-Fetch-Site");
  if (site && *site != "same-origin") return false;
  auto const origin = request.headers.first("Origin");
  // With Referrer-Policy no-referrer a browser says "null" of a page of ours too.
  if (!origin || *origin == "null") return site.has_value();
  auto const host = request.headers.first("Host").value_or("");
  auto const scheme_end = origin->find("://");
  return scheme_end != origin->npos && !host.empty() && same_name(origin->substr(scheme_end + 3), host);
}

}  // namespace wegwijzer::http
