// SPDX-License-Identifier: EUPL-1.2
// Keys and ID tokens as a provider makes them, and as somebody makes them who would like to be believed.
#pragma once

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include <array>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "base/check.h"
#include "outside/base64url.h"

namespace wegwijzer {

class MadeKey {
 public:
  static MadeKey rsa(std::string name, unsigned bits = 2048) {
    return {std::move(name), EVP_RSA_gen(bits), "RS256"};
  }

  static MadeKey p256(std::string name) { return {std::move(name), EVP_EC_gen("P-256"), "ES256"}; }

  std::string const& name() const { return name_; }

  char const* algorithm() const { return algorithm_; }

  // One of "keys" (RFC 7517).
  nlohmann::json jwk() const {
    nlohmann::json out{{"use", "sig"}, {"alg", algorithm_}};
    if (!name_.empty()) out["kid"] = name_;
    if (is_rsa()) {
      out["kty"] = "RSA";
      out["n"] = number(OSSL_PKEY_PARAM_RSA_N, 0), out["e"] = number(OSSL_PKEY_PARAM_RSA_E, 0);
    } else {
      out["kty"] = "EC", out["crv"] = "P-256";
      out["x"] = number(OSSL_PKEY_PARAM_EC_PUB_X, 32), out["y"] = number(OSSL_PKEY_PARAM_EC_PUB_Y, 32);
    }
    return out;
  }

  // What is public, as text: what an attacker would take for a shared secret.
  std::string pem() const {
    std::unique_ptr<BIO, decltype(&BIO_free)> const out(BIO_new(BIO_s_mem()), BIO_free);
    PEM_write_bio_PUBKEY(out.get(), key_.get());
    char* text = nullptr;
    auto const length = BIO_get_mem_data(out.get(), &text);
    return {text, static_cast<std::size_t>(length)};
  }

  std::string signature(std::string const& text) const {
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> const context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    std::size_t length = 0;
    EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key_.get());
    EVP_DigestSign(context.get(), nullptr, &length, bytes_of(text), text.size());
    std::string out(length, '\0');
    check(EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(out.data()), &length, bytes_of(text),
                         text.size()) == 1,
          "a test signs");
    out.resize(length);
    return is_rsa() ? out : side_by_side(out);
  }

 private:
  MadeKey(std::string name, EVP_PKEY* key, char const* algorithm)
      : name_(std::move(name)), key_(key, EVP_PKEY_free), algorithm_(algorithm) {}

  bool is_rsa() const { return EVP_PKEY_is_a(key_.get(), "RSA") == 1; }

  std::string number(char const* what, int bytes) const {
    BIGNUM* found = nullptr;
    check(EVP_PKEY_get_bn_param(key_.get(), what, &found) == 1, "a key has its numbers");
    std::string out(static_cast<std::size_t>(bytes ? bytes : BN_num_bytes(found)), '\0');
    BN_bn2binpad(found, reinterpret_cast<unsigned char*>(out.data()), static_cast<int>(out.size()));
    BN_free(found);
    return base64url(out);
  }

  static std::string side_by_side(std::string const& der) {
    auto const* bytes = bytes_of(der);
    std::unique_ptr<ECDSA_SIG, decltype(&ECDSA_SIG_free)> const both(
        d2i_ECDSA_SIG(nullptr, &bytes, static_cast<long>(der.size())), ECDSA_SIG_free);
    std::string out(64, '\0');
    auto* const to = reinterpret_cast<unsigned char*>(out.data());
    BN_bn2binpad(ECDSA_SIG_get0_r(both.get()), to, 32);
    BN_bn2binpad(ECDSA_SIG_get0_s(both.get()), to + 32, 32);
    return out;
  }

  std::string name_;
  std::shared_ptr<EVP_PKEY> key_;
  char const* algorithm_;
};

inline std::string jwk_set(std::initializer_list<MadeKey> keys) {
  nlohmann::json out{{"keys", nlohmann::json::array()}};
  for (auto const& key : keys) out["keys"].push_back(key.jwk());
  return out.dump();
}

inline nlohmann::json header_of(MadeKey const& key) {
  nlohmann::json out{{"alg", key.algorithm()}};
  if (!key.name().empty()) out["kid"] = key.name();
  return out;
}

inline std::string unsigned_token(nlohmann::json const& header, nlohmann::json const& claims) {
  return base64url(header.dump()) + "." + base64url(claims.dump());
}

inline std::string signed_token(MadeKey const& key, nlohmann::json const& header,
                                nlohmann::json const& claims) {
  auto const text = unsigned_token(header, claims);
  return text + "." + base64url(key.signature(text));
}

inline std::string signed_token(MadeKey const& key, nlohmann::json const& claims) {
  return signed_token(key, header_of(key), claims);
}

// HS256 with whatever as its secret.
inline std::string hmac_token(std::string const& secret, nlohmann::json const& header,
                              nlohmann::json const& claims) {
  auto const text = unsigned_token(header, claims);
  std::array<unsigned char, EVP_MAX_MD_SIZE> out{};
  unsigned length = 0;
  HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()), bytes_of(text), text.size(), out.data(),
       &length);
  return text + "." + base64url({reinterpret_cast<char const*>(out.data()), length});
}

}  // namespace wegwijzer
