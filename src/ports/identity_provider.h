// SPDX-License-Identifier: EUPL-1.2
// Another organisation that says who somebody is (OpenID Connect).
#pragma once

#include <string>

#include "accounts/account_elsewhere.h"
#include "base/result.h"
#include "base/time.h"

namespace wegwijzer {

struct ProviderName {
  std::string code;  // in addresses: "stad"
  std::string issuer;
  std::string dutch;  // "gemeente Merelvoorde"
  std::string english;
};

// Three secrets of one way there and back, each 256 bits and fit for an address.
struct WayThere {
  std::string state;     // comes back in the address
  std::string nonce;     // comes back in what the provider signs
  std::string verifier;  // goes along only when the code is traded in (RFC 7636)
  bool anew = false;     // they sign in over there, whoever did so before in this browser
};

// What the browser brings back from the provider.
struct BroughtBack {
  std::string code;
  std::string issuer{};  // RFC 9207; empty: it did not say
};

struct KnownElsewhere {
  accounts::AccountElsewhere account;
  bool showed_second_factor = false;  // and the operator takes its word for that
};

// Safe to use from several threads. A call takes some seconds at most. Each fails with Fault::unavailable,
// "account.elsewhere_away" when the provider does not answer as it should, and "account.elsewhere_busy" when
// too many wait for it already.
class IdentityProvider {
 public:
  virtual ~IdentityProvider() = default;
  virtual ProviderName const& name() const = 0;
  // Where the browser goes.
  virtual Result<std::string> address(WayThere const& way, Instant now) = 0;
  // Whether the operator says that they can sign out over there too.
  virtual bool signs_out() const = 0;
  // Where they do (OpenID Connect RP-Initiated Logout). Fails also with Fault::missing,
  // "account.elsewhere_no_sign_out" when the provider has no such address.
  virtual Result<std::string> sign_out_address(Instant now) = 0;
  // Trades in the code. Fails also with Fault::forbidden, "account.elsewhere_not_believed" when what comes
  // back was not signed by the provider for us, for this way, a moment ago.
  virtual Result<KnownElsewhere> who(BroughtBack const& back, WayThere const& way, Instant now) = 0;
};

}  // namespace wegwijzer
