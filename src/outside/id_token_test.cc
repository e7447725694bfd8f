// SPDX-License-Identifier: EUPL-1.2
#include "outside/id_token.h"

#include <gtest/gtest.h>

#include "kit/fixed_time.h"
#include "kit/signed_tokens.h"

namespace wegwijzer {

using nlohmann::json;

namespace {

// Making a key takes longer than all that is done with it.
MadeKey const& rsa() {
  static auto const key = MadeKey::rsa("one");
  return key;
}

MadeKey const& curve() {
  static auto const key = MadeKey::p256("two");
  return key;
}

class IdTokenTest : public testing::Test {
 protected:
  json claims() const {
    auto const seconds = std::chrono::floor<std::chrono::seconds>(now_).time_since_epoch().count();
    return {{"iss", wanted_.issuer}, {"aud", wanted_.client}, {"sub", "anna-1"}, {"nonce", wanted_.nonce},
            {"iat", seconds},        {"exp", seconds + 3600}, {"acr", "high"},   {"amr", {"pwd", "mfa"}}};
  }

  json but(char const* name, json value) const {
    auto changed = claims();
    changed[name] = std::move(value);
    return changed;
  }

  json without(char const* name) const {
    auto changed = claims();
    changed.erase(name);
    return changed;
  }

  // Why a token is refused; empty: it is not.
  std::string refused(std::string const& token, std::string const& keys = jwk_set({rsa(), curve()})) const {
    auto const read = read_id_token(token, *SigningKeys::parse(keys), wanted_, now_);
    return read ? "" : read.error().detail;
  }

  std::string refused(json const& told) const { return refused(signed_token(rsa(), told)); }

  json after(std::int64_t seconds) const {
    return std::chrono::floor<std::chrono::seconds>(now_).time_since_epoch().count() + seconds;
  }

  Instant now_ = FixedClock().now();
  IdTokenWanted wanted_{"https://login.stad.example", "wegwijzer", "nonce-1"};
};

}  // namespace

TEST_F(IdTokenTest, tells_who_somebody_is) {
  for (auto const& key : {rsa(), curve()}) {
    auto const read = read_id_token(signed_token(key, claims()),
                                    *SigningKeys::parse(jwk_set({rsa(), curve()})), wanted_, now_);
    ASSERT_TRUE(read) << key.algorithm() << read.error().detail;
    EXPECT_EQ(read->subject, "anna-1");
    EXPECT_EQ(read->acr, "high");
    EXPECT_EQ(read->amr, (std::vector<std::string>{"pwd", "mfa"}));
  }
}

TEST_F(IdTokenTest, is_not_believed_with_another_signature) {
  auto const good = signed_token(rsa(), claims()), other = signed_token(rsa(), but("sub", "bert"));
  auto const dot = good.rfind('.');
  EXPECT_EQ(refused(other.substr(0, other.rfind('.')) + good.substr(dot)), "not signed by that key");
  auto changed = good;
  changed[dot + 10] = changed[dot + 10] == 'A' ? 'B' : 'A';
  EXPECT_EQ(refused(changed), "not signed by that key");
  EXPECT_EQ(refused(good.substr(0, dot + 1)), "cannot be read");
  EXPECT_EQ(refused(signed_token(MadeKey::rsa("one"), claims())), "not signed by that key");
  // Two zeros are a signature of everything to who does not look (CVE-2022-21449).
  auto const text = unsigned_token(header_of(curve()), claims());
  EXPECT_EQ(refused(text + "." + base64url(std::string(64, '\0'))), "not signed by that key");
  EXPECT_EQ(refused(text + "." + base64url(std::string(63, 'x'))), "not signed by that key");
}

TEST_F(IdTokenTest, is_signed_in_two_ways_only) {
  for (auto const* none : {"none", "None", "NONE", "nOnE", ""}) {
    auto const text = unsigned_token({{"alg", none}}, claims());
    EXPECT_EQ(refused(text + "."), "cannot be read") << none;
    EXPECT_EQ(refused(text + "." + base64url("x")), "another way of signing") << none;
  }
  for (auto const* other : {"HS256", "RS1", "RS384", "PS256", "ES384", "EdDSA", "rs256"}) {
    EXPECT_EQ(refused(signed_token(rsa(), {{"alg", other}, {"kid", "one"}}, claims())),
              "another way of signing")
        << other;
  }
  EXPECT_EQ(refused(signed_token(rsa(), {{"kid", "one"}}, claims())), "another way of signing");
  EXPECT_EQ(refused(signed_token(rsa(), {{"alg", {"RS256"}}}, claims())), "another way of signing");
  auto critical = header_of(rsa());
  critical["crit"] = {"b64"};
  EXPECT_EQ(refused(signed_token(rsa(), critical, claims())), "another way of signing");
}

// What is public is no secret, in whatever form.
TEST_F(IdTokenTest, is_not_believed_when_a_public_key_is_its_secret) {
  for (auto const* algorithm : {"HS256", "RS256", "ES256"}) {
    for (auto const& secret : {rsa().pem(), jwk_set({rsa()}), rsa().jwk().dump(), std::string()}) {
      for (auto const* name : {"one", "two"}) {
        EXPECT_NE(refused(hmac_token(secret, {{"alg", algorithm}, {"kid", name}}, claims())), "");
      }
    }
  }
}

TEST_F(IdTokenTest, is_read_by_a_key_for_its_way_of_signing) {
  EXPECT_EQ(refused(signed_token(rsa(), {{"alg", "ES256"}, {"kid", "one"}}, claims())), "an unknown key");
  EXPECT_EQ(refused(signed_token(rsa(), {{"alg", "ES256"}, {"kid", "two"}}, claims())),
            "not signed by that key");
  EXPECT_EQ(refused(signed_token(curve(), {{"alg", "RS256"}, {"kid", "one"}}, claims())),
            "not signed by that key");
}

TEST_F(IdTokenTest, without_a_name_of_a_key_is_read_by_the_only_one) {
  auto const nameless = signed_token(rsa(), {{"alg", "RS256"}}, claims());
  EXPECT_EQ(refused(nameless), "");
  EXPECT_EQ(refused(nameless, jwk_set({rsa(), MadeKey::rsa("three")})), "an unknown key");
  EXPECT_EQ(refused(signed_token(rsa(), {{"alg", "RS256"}, {"kid", ""}}, claims())), "cannot be read");
  EXPECT_EQ(refused(signed_token(rsa(), {{"alg", "RS256"}, {"kid", 1}}, claims())), "cannot be read");
  // A name that two keys have is no name.
  EXPECT_EQ(refused(signed_token(rsa(), claims()), jwk_set({rsa(), MadeKey::rsa("one")})), "an unknown key");
}

TEST_F(IdTokenTest, of_an_unknown_key_may_be_of_a_new_one) {
  auto const read = read_id_token(signed_token(MadeKey::p256("new"), claims()),
                                  *SigningKeys::parse(jwk_set({rsa()})), wanted_, now_);
  EXPECT_EQ(read.error().fault, Fault::missing);
  EXPECT_EQ(read.error().detail, "an unknown key");
}

TEST_F(IdTokenTest, is_of_our_issuer_for_us_and_of_this_way) {
  for (auto const& other : {json("https://login.stad.example/"), json("https://evil.example"), json(),
                            json(1), json::array({wanted_.issuer})}) {
    EXPECT_EQ(refused(but("iss", other)), "another issuer") << other;
  }
  for (auto const& other : {json("other"), json(), json::array(), json::array({"other"}), json::array({1}),
                            json("wegwijzer "), json::object({{"wegwijzer", 1}})}) {
    EXPECT_EQ(refused(but("aud", other)), "for another client") << other;
  }
  EXPECT_EQ(refused(but("aud", json::array({"wegwijzer"}))), "");
  EXPECT_EQ(refused(but("azp", "other")), "for another client");
  EXPECT_EQ(refused(but("azp", nullptr)), "for another client");
  EXPECT_EQ(refused(but("azp", "wegwijzer")), "");
  auto several = but("aud", json::array({"wegwijzer", "other"}));
  EXPECT_EQ(refused(several), "for another client");
  several["azp"] = "wegwijzer";
  EXPECT_EQ(refused(several), "");
  EXPECT_EQ(refused(but("nonce", "nonce-2")), "another nonce");
  EXPECT_EQ(refused(without("nonce")), "another nonce");
  for (auto const* needed : {"iss", "aud", "exp", "iat", "sub"})
    EXPECT_NE(refused(without(needed)), "") << needed;
}

// The clocks of two servers may be a minute apart.
TEST_F(IdTokenTest, is_of_now) {
  EXPECT_EQ(refused(but("exp", after(-59))), "");
  EXPECT_EQ(refused(but("exp", after(-60))), "over");
  EXPECT_EQ(refused(but("exp", "tomorrow")), "over");
  EXPECT_EQ(refused(but("exp", -1)), "over");
  EXPECT_EQ(refused(but("exp", 1e300)), "over");
  EXPECT_EQ(refused(but("iat", after(60))), "");
  EXPECT_EQ(refused(but("iat", after(61))), "made at another time");
  EXPECT_EQ(refused(but("iat", after(-660))), "");
  EXPECT_EQ(refused(but("iat", after(-661))), "made at another time");
  EXPECT_EQ(refused(but("nbf", after(61))), "made at another time");
  EXPECT_EQ(refused(but("nbf", "x")), "made at another time");
  EXPECT_EQ(refused(but("nbf", after(60))), "");
}

TEST_F(IdTokenTest, is_of_somebody) {
  for (auto const& nobody :
       {json(""), json(), json(7), json(std::string(256, 'a')), json(std::string("a\0b", 3))}) {
    EXPECT_EQ(refused(but("sub", nobody)), "no subject") << nobody;
  }
  EXPECT_EQ(refused(but("sub", std::string(255, 'a'))), "");
  EXPECT_EQ(refused(but("amr", 7)), "");
}

TEST_F(IdTokenTest, that_is_huge_or_garbage_is_no_token) {
  auto const good = signed_token(rsa(), claims());
  for (auto const& text :
       {std::string(), std::string("."), std::string(".."), std::string("..."), "a." + good, good + ".a",
        good + "=", std::string(20'000, 'a'), std::string("a.b.c"), std::string("\0.\0.\0", 5)}) {
    EXPECT_NE(refused(text), "") << text.substr(0, 20);
  }
  EXPECT_EQ(refused(but("much", std::string(20'000, 'a'))), "cannot be read");
  auto const nested = base64url(std::string(5000, '[')) + ".";
  EXPECT_EQ(refused(nested + nested + "YQ"), "another way of signing");
  for (auto const* claims : {"[]", "7", "null", "{", "\xff", "\"text\""}) {
    auto const text = base64url(header_of(rsa()).dump()) + "." + base64url(claims);
    EXPECT_EQ(refused(text + "." + base64url(rsa().signature(text))), "another issuer") << claims;
  }
}

TEST(SigningKeys, are_those_that_may_be_used) {
  auto const usable = [](json const& jwk) {
    return SigningKeys::parse(json{{"keys", {jwk}}}.dump()).has_value();
  };
  auto const but = [](MadeKey const& key, char const* name, json value) {
    auto jwk = key.jwk();
    jwk[name] = std::move(value);
    return jwk;
  };
  EXPECT_TRUE(usable(rsa().jwk()) && usable(curve().jwk()));
  EXPECT_FALSE(usable(MadeKey::rsa("small", 1024).jwk()));
  EXPECT_FALSE(usable(but(rsa(), "e", "AQ"))) << "to the power of one";
  EXPECT_FALSE(usable(but(rsa(), "n", base64url(std::string(5000, '\xff')))));
  EXPECT_FALSE(usable(but(rsa(), "n", 7)));
  EXPECT_FALSE(usable(but(rsa(), "use", "enc")));
  EXPECT_FALSE(usable(but(rsa(), "alg", "HS256")));
  EXPECT_FALSE(usable(but(rsa(), "kty", "oct")));
  EXPECT_FALSE(usable(but(rsa(), "key_ops", json::array({"sign"}))));
  EXPECT_TRUE(usable(but(rsa(), "key_ops", json::array({"verify"}))));
  EXPECT_FALSE(usable(but(curve(), "crv", "P-384")));
  EXPECT_FALSE(usable(but(curve(), "x", base64url(std::string(32, '\1'))))) << "not on the curve";
  EXPECT_FALSE(usable({{"kty", "oct"}, {"k", "c2VjcmV0"}, {"alg", "HS256"}}));
  for (auto const* text : {"", "{}", "[]", "{\"keys\":7}", "{\"keys\":[7]}", "{\"keys\":[]}"}) {
    EXPECT_FALSE(SigningKeys::parse(text)) << text;
  }
}

}  // namespace wegwijzer
