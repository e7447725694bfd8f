// SPDX-License-Identifier: EUPL-1.2
// An IdentityProvider by OpenID Connect: authorization code flow with PKCE.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "outside/web_line.h"
#include "ports/identity_provider.h"

namespace wegwijzer {

struct OidcClient {
  ProviderName name;
  std::string id;
  std::string secret;
  std::string way_back;        // the address at ours that the provider knows
  bool second_factor = false;  // its word for a second factor is taken
  std::string acr{};  // then this level is asked for and has to come back; empty: `amr` has to say "mfa"
  std::string after_sign_out{};  // the address at ours that the provider knows; empty: it is not asked to
  int at_once = 2;               // how many workers may wait for it
};

// Told of what went wrong, for the operator: no code, token or person is in it.
using ProviderLog = std::function<void(ProviderName const&, Error const&)>;

std::unique_ptr<IdentityProvider> oidc_provider(OidcClient client, WebLine line, ProviderLog log);

// What a provider says of itself (OpenID Connect Discovery, 3).
struct Discovery {
  WebAddress authorization;
  WebAddress token;
  WebAddress keys;
  bool names_itself = false;  // on the way back too (RFC 9207)
  std::optional<WebAddress> end_session{};
};

// Fails with "account.elsewhere_away" when it is another issuer, cannot do what we need, or names an address
// that is not safe.
Result<Discovery> read_discovery(std::string_view text, std::string const& issuer);

}  // namespace wegwijzer
