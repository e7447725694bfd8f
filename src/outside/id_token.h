// SPDX-License-Identifier: EUPL-1.2
// What a provider signs about somebody who came back from it (OpenID Connect Core, 2 and 3.1.3.7), and the
// keys that it signs with (RFC 7517).
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"

struct evp_pkey_st;

namespace wegwijzer {

// The two ways of signing that are taken. A key is for one of them, so what is public for the one is never a
// secret for another.
enum class Signing { rs256, es256 };

struct SigningKey {
  std::string name;  // kid; may be empty
  Signing signing = Signing::rs256;
  std::shared_ptr<evp_pkey_st> key;
};

class SigningKeys {
 public:
  // Keys of another kind are left out; fails with "account.elsewhere_away" when none is left.
  static Result<SigningKeys> parse(std::string_view jwk_set);

  // The key of that name; without a name the only one there is for this way of signing. Nothing: not there.
  SigningKey const* find(std::string_view name, Signing signing) const;

 private:
  std::vector<SigningKey> keys_;
};

struct IdTokenWanted {
  std::string issuer;
  std::string client;
  std::string nonce;
};

struct IdToken {
  std::string subject;
  std::string acr;               // how sure the provider is; empty: it did not say
  std::vector<std::string> amr;  // what was shown to it (RFC 8176)
};

// Fails with "account.elsewhere_not_believed", its detail says why: Fault::missing when its key is not among
// these, which may be older than it, else Fault::forbidden.
Result<IdToken> read_id_token(std::string_view token, SigningKeys const& keys, IdTokenWanted const& wanted,
                              Instant now);

std::string sha256(std::string_view text);

}  // namespace wegwijzer
