// SPDX-License-Identifier: EUPL-1.2
// Secrets that people carry: made, hashed and sealed with a key that lies outside the store and its backups.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "accounts/secret_hash.h"
#include "base/result.h"
#include "base/time.h"

namespace wegwijzer {

// What a token is for. The hash of one never matches the hash of another.
enum class Purpose {
  sign_in,
  form,
  invitation,
  link,
  recovery,
  question,
  new_address,
  asking,
  contact,         // of the link to what a contact list says of somebody
  contact_address  // no token but a mail address, of which nothing else may be kept
};

// Of a store in which nobody is yet a key is made; where people are, a lost one is not made anew without a
// word.
enum class IfNoKey { make, refuse };

// Safe to use from several threads.
class Secrets {
 public:
  virtual ~Secrets() = default;
  virtual std::string new_token() = 0;          // 256 bits, fit for an address
  virtual std::string new_recovery_code() = 0;  // 80 bits, "k3wd-9tfx-…", fit for paper
  virtual accounts::SecretHash hash(Purpose purpose, std::string_view token) = 0;

  virtual std::string password_hash(std::string_view password) = 0;  // argon2id
  virtual bool is_password(std::string_view hash, std::string_view password) = 0;
  // Takes as long as is_password: who asks for somebody unknown cannot tell by the time.
  virtual void as_if(std::string_view password) = 0;

  virtual std::string seal(std::string_view text) = 0;
  // Fails with Fault::unavailable, "account.other_key" when it was sealed with another key or changed.
  virtual Result<std::string> unseal(std::string_view sealed) = 0;

  virtual std::string new_shared_secret() = 0;  // of an app that shows codes, base32
  // The step (RFC 6238: half a minute) whose code this is, one step before and after now included.
  virtual std::optional<std::int64_t> step_of_code(std::string_view shared_secret, std::string_view code,
                                                   Instant now) = 0;
};

}  // namespace wegwijzer
