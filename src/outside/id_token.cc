// SPDX-License-Identifier: EUPL-1.2
#include "outside/id_token.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/rsa.h>
#include <sodium.h>

#include <algorithm>
#include <optional>

#include "outside/base64url.h"
#include "outside/json_object.h"

namespace wegwijzer {

namespace {

using Json = nlohmann::json;

constexpr char const* not_believed = "account.elsewhere_not_believed";

constexpr std::size_t longest_token = 16'384;
constexpr std::size_t most_keys = 100;
constexpr int fewest_bits = 2048, most_bits = 8192;  // of RSA; RFC 7518, 3.3
constexpr std::size_t half_signature = 32;           // of P-256
constexpr std::size_t longest_subject = 255;         // OpenID Connect Core, 2
constexpr std::chrono::seconds leeway{60};           // between the clocks of two servers
constexpr std::chrono::minutes oldest{10};           // it was made while we asked for it

struct Frees {
  void operator()(BIGNUM* number) const { BN_free(number); }

  void operator()(OSSL_PARAM_BLD* builder) const { OSSL_PARAM_BLD_free(builder); }

  void operator()(OSSL_PARAM* parameters) const { OSSL_PARAM_free(parameters); }

  void operator()(EVP_PKEY_CTX* context) const { EVP_PKEY_CTX_free(context); }

  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }

  void operator()(ECDSA_SIG* signature) const { ECDSA_SIG_free(signature); }
};

template <class Thing>
using Owned = std::unique_ptr<Thing, Frees>;

std::string member_bytes(Json const& object, char const* name) {
  return from_base64url(word(object, name)).value_or("");
}

Owned<BIGNUM> number_of(std::string_view bytes) {
  return Owned<BIGNUM>(BN_bin2bn(bytes_of(bytes), static_cast<int>(bytes.size()), nullptr));
}

std::shared_ptr<EVP_PKEY> made_of(OSSL_PARAM_BLD* builder, char const* kind) {
  Owned<OSSL_PARAM> const parameters(OSSL_PARAM_BLD_to_param(builder));
  Owned<EVP_PKEY_CTX> const context(EVP_PKEY_CTX_new_from_name(nullptr, kind, nullptr));
  EVP_PKEY* key = nullptr;
  if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
      EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1) {
    return nullptr;
  }
  return {key, EVP_PKEY_free};
}

std::shared_ptr<EVP_PKEY> rsa_key(Json const& jwk) {
  auto const n = member_bytes(jwk, "n"), e = member_bytes(jwk, "e");
  if (n.size() > most_bits / 8 || e.empty() || e.size() > 8) return nullptr;
  auto const modulus = number_of(n), exponent = number_of(e);
  if (!modulus || !exponent || BN_num_bits(modulus.get()) < fewest_bits) return nullptr;
  if (!BN_is_odd(exponent.get()) || BN_is_one(exponent.get())) return nullptr;  // 1 would sign nothing
  Owned<OSSL_PARAM_BLD> const builder(OSSL_PARAM_BLD_new());
  OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, modulus.get());
  OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, exponent.get());
  return made_of(builder.get(), "RSA");
}

// OpenSSL refuses a point that does not lie on the curve.
std::shared_ptr<EVP_PKEY> p256_key(Json const& jwk) {
  auto const x = member_bytes(jwk, "x"), y = member_bytes(jwk, "y");
  if (word(jwk, "crv") != "P-256" || x.size() != half_signature || y.size() != half_signature) return nullptr;
  auto const point = "\x04" + x + y;  // uncompressed
  Owned<OSSL_PARAM_BLD> const builder(OSSL_PARAM_BLD_new());
  OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0);
  OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size());
  return made_of(builder.get(), "EC");
}

// RFC 7517: a key may say what it is for.
bool may_verify(Json const& jwk, std::string_view algorithm) {
  auto const use = jwk.find("use"), made_for = jwk.find("alg"), operations = jwk.find("key_ops");
  if (use != jwk.end() && *use != "sig") return false;
  if (made_for != jwk.end() && *made_for != algorithm) return false;
  return operations == jwk.end() ||
         (operations->is_array() && std::ranges::find(*operations, Json("verify")) != operations->end());
}

std::optional<SigningKey> key_of(Json const& jwk) {
  if (!jwk.is_object()) return std::nullopt;
  bool const rsa = word(jwk, "kty") == "RSA";
  if (!rsa && word(jwk, "kty") != "EC") return std::nullopt;
  if (!may_verify(jwk, rsa ? "RS256" : "ES256")) return std::nullopt;
  auto key = rsa ? rsa_key(jwk) : p256_key(jwk);
  if (!key) return std::nullopt;
  return SigningKey{word(jwk, "kid"), rsa ? Signing::rs256 : Signing::es256, std::move(key)};
}

std::optional<Signing> signing_of(Json const& header) {
  auto const said = word(header, "alg");
  if (said == "RS256") return Signing::rs256;
  if (said == "ES256") return Signing::es256;
  return std::nullopt;  // none, HS256 and all others
}

// A signature of JOSE is two numbers side by side (RFC 7518, 3.4); OpenSSL wants them as DER.
std::string der_of(std::string_view signature) {
  if (signature.size() != 2 * half_signature) return {};
  Owned<ECDSA_SIG> const both(ECDSA_SIG_new());
  auto r = number_of(signature.substr(0, half_signature)), s = number_of(signature.substr(half_signature));
  if (!both || ECDSA_SIG_set0(both.get(), r.get(), s.get()) != 1) return {};
  (void)r.release(), (void)s.release();  // now of `both`
  unsigned char* der = nullptr;
  auto const length = i2d_ECDSA_SIG(both.get(), &der);
  if (length <= 0) return {};
  std::string out(reinterpret_cast<char const*>(der), static_cast<std::size_t>(length));
  OPENSSL_free(der);
  return out;
}

bool is_signed_by(SigningKey const& key, std::string_view text, std::string const& signature) {
  auto const wanted = key.signing == Signing::es256 ? der_of(signature) : signature;
  Owned<EVP_MD_CTX> const context(EVP_MD_CTX_new());
  return !wanted.empty() && context &&
         EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key.key.get()) == 1 &&
         EVP_DigestVerify(context.get(), bytes_of(wanted), wanted.size(), bytes_of(text), text.size()) == 1;
}

tl::unexpected<Error> wrong(char const* why) {
  return fail(Error{.fault = Fault::forbidden, .key = not_believed, .detail = why});
}

// Seconds since 1970; no more than a calendar can hold.
std::optional<Instant> moment(Json const& claims, char const* name) {
  auto const found = claims.find(name);
  if (found == claims.end() || !found->is_number()) return std::nullopt;
  auto const seconds = found->get<double>();
  bool const fits = seconds >= 0 && seconds < 1e11;
  if (!fits) return std::nullopt;
  return Instant(std::chrono::seconds(static_cast<std::int64_t>(seconds)));
}

std::vector<std::string> words(Json const& claims, char const* name) {
  auto const found = claims.find(name);
  std::vector<std::string> all;
  if (found == claims.end()) return all;
  if (found->is_string()) return {found->get<std::string>()};
  if (!found->is_array()) return all;
  for (auto const& one : *found) all.push_back(one.is_string() ? one.get<std::string>() : std::string());
  return all;
}

Done check_receiver(Json const& claims, IdTokenWanted const& wanted) {
  if (word(claims, "iss") != wanted.issuer) return wrong("another issuer");
  auto const receivers = words(claims, "aud");
  if (std::ranges::find(receivers, wanted.client) == receivers.end()) return wrong("for another client");
  // Of several receivers it says which one asked for it.
  bool const has_party = claims.contains("azp");
  if ((receivers.size() > 1 || has_party) && word(claims, "azp") != wanted.client) {
    return wrong("for another client");
  }
  if (word(claims, "nonce") != wanted.nonce || wanted.nonce.empty()) return wrong("another nonce");
  return {};
}

Done check_time(Json const& claims, Instant now) {
  auto const ends = moment(claims, "exp"), made = moment(claims, "iat"), from = moment(claims, "nbf");
  if (!ends || *ends + leeway <= now) return wrong("over");
  if (!made || *made > now + leeway || *made < now - oldest - leeway) return wrong("made at another time");
  if (claims.contains("nbf") && (!from || *from > now + leeway)) return wrong("made at another time");
  return {};
}

Result<IdToken> told_by(Json const& claims, IdTokenWanted const& wanted, Instant now) {
  if (auto const ours = check_receiver(claims, wanted); !ours) return fail(ours.error());
  if (auto const fresh = check_time(claims, now); !fresh) return fail(fresh.error());
  auto subject = word(claims, "sub");
  if (subject.empty() || subject.size() > longest_subject || subject.find('\0') != subject.npos) {
    return wrong("no subject");
  }
  return IdToken{std::move(subject), word(claims, "acr"), words(claims, "amr")};
}

// Header, claims and signature, with a dot in between; kept with what was signed.
struct Parts {
  Json header;
  Json claims;
  std::string signature;
  std::string_view was_signed;
};

std::optional<Parts> parts_of(std::string_view token) {
  auto const first = token.find('.'), last = token.rfind('.');
  if (token.size() > longest_token || first == token.npos || first == last) return std::nullopt;
  auto const middle = token.substr(first + 1, last - first - 1);
  auto const header = from_base64url(token.substr(0, first)), claims = from_base64url(middle),
             signature = from_base64url(token.substr(last + 1));
  bool const whole = middle.find('.') == middle.npos && header && claims && signature && !signature->empty();
  if (!whole) return std::nullopt;
  return Parts{json_object(*header), json_object(*claims), *signature, token.substr(0, last)};
}

}  // namespace

Result<SigningKeys> SigningKeys::parse(std::string_view jwk_set) {
  auto const set = json_object(jwk_set);
  auto const listed = set.find("keys");
  SigningKeys keys;
  if (listed != set.end() && listed->is_array() && listed->size() <= most_keys) {
    for (auto const& one : *listed) {
      if (auto key = key_of(one)) keys.keys_.push_back(*std::move(key));
    }
  }
  if (keys.keys_.empty()) {
    return fail(Error{.fault = Fault::unavailable, .key = "account.elsewhere_away", .detail = "no keys"});
  }
  return keys;
}

SigningKey const* SigningKeys::find(std::string_view name, Signing signing) const {
  auto const fits = [&](SigningKey const& one) {
    return one.signing == signing && (name.empty() || one.name == name);
  };
  // Two that fit are as good as none: it must be clear which one is meant.
  if (std::ranges::count_if(keys_, fits) != 1) return nullptr;
  return &*std::ranges::find_if(keys_, fits);
}

Result<IdToken> read_id_token(std::string_view token, SigningKeys const& keys, IdTokenWanted const& wanted,
                              Instant now) {
  auto const parts = parts_of(token);
  if (!parts) return wrong("cannot be read");
  auto const signing = signing_of(parts->header);
  // RFC 7515, 4.1.11: what has to be understood and is not.
  if (!signing || parts->header.contains("crit")) return wrong("another way of signing");
  if (parts->header.contains("kid") && word(parts->header, "kid").empty()) return wrong("cannot be read");
  auto const* const key = keys.find(word(parts->header, "kid"), *signing);
  if (!key) return fail(Error{.fault = Fault::missing, .key = not_believed, .detail = "an unknown key"});
  if (!is_signed_by(*key, parts->was_signed, parts->signature)) return wrong("not signed by that key");
  return told_by(parts->claims, wanted, now);
}

std::string sha256(std::string_view text) {
  std::string out(crypto_hash_sha256_BYTES, '\0');
  crypto_hash_sha256(reinterpret_cast<unsigned char*>(out.data()), bytes_of(text), text.size());
  return out;
}

}  // namespace wegwijzer
