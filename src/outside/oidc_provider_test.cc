// SPDX-License-Identifier: EUPL-1.2
#include "outside/oidc_provider.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "kit/fixed_time.h"
#include "kit/signed_tokens.h"

namespace wegwijzer {

using namespace std::chrono_literals;
using nlohmann::json;

namespace {

constexpr char const* issuer = "https://login.stad.example/realm";

MadeKey const& old_key() {
  static auto const key = MadeKey::p256("old");
  return key;
}

MadeKey const& new_key() {
  static auto const key = MadeKey::p256("new");
  return key;
}

json good_discovery() {
  return {{"issuer", issuer},
          {"authorization_endpoint", "https://login.stad.example/auth"},
          {"token_endpoint", "https://login.stad.example/token"},
          {"jwks_uri", "https://login.stad.example/keys"}};
}

// A provider whose answers a test chooses.
class OidcProviderTest : public testing::Test {
 protected:
  OidcProviderTest() { now_ = FixedClock().now(); }

  Result<std::string> answer(WebQuestion const& question) {
    asked_.push_back(question);
    auto const& at = question.address.text();
    if (away_) return fail(Fault::unavailable, "account.elsewhere_away");
    if (at.ends_with("/.well-known/openid-configuration")) return discovery_.dump();
    if (at.ends_with("/keys")) return keys_;
    return json{{"access_token", "x"}, {"id_token", token()}}.dump();
  }

  std::string token() const {
    auto const seconds = std::chrono::floor<std::chrono::seconds>(now_).time_since_epoch().count();
    json claims{{"iss", issuer},  {"aud", "weg wijzer"}, {"sub", "anna-1"},      {"nonce", way_.nonce},
                {"iat", seconds}, {"acr", acr_},         {"exp", seconds + 300}, {"amr", amr_}};
    return signed_token(signs_, claims);
  }

  std::unique_ptr<IdentityProvider> provider() {
    return oidc_provider(
        client_, [this](WebQuestion const& question) { return answer(question); },
        [this](ProviderName const&, Error const& error) { log_.push_back(error.detail); });
  }

  std::size_t times_asked(std::string_view path) const {
    return static_cast<std::size_t>(std::ranges::count_if(
        asked_, [&](WebQuestion const& question) { return question.address.text().ends_with(path); }));
  }

  Instant now_;
  OidcClient client_{.name = {"stad", issuer, "de stad", "the town"},
                     .id = "weg wijzer",
                     .secret = "ge:heim",
                     .way_back = "https://wegwijzer.example/sign-in/with/stad/back"};
  WayThere way_{"state-1", "nonce-1", "verifier-1"};
  json discovery_ = good_discovery();
  std::string keys_ = jwk_set({old_key()});
  MadeKey signs_ = old_key();
  std::string acr_ = "low";
  json amr_ = json::array();
  bool away_ = false;
  std::vector<WebQuestion> asked_;
  std::vector<std::string> log_;
};

}  // namespace

TEST_F(OidcProviderTest, is_gone_to_with_three_secrets_of_which_one_stays) {
  auto const address = *provider()->address(way_, now_);
  EXPECT_TRUE(address.starts_with("https://login.stad.example/auth?response_type=code&scope=openid&"));
  for (auto const* part :
       {"&client_id=weg%20wijzer", "&state=state-1", "&nonce=nonce-1", "&code_challenge_method=S256",
        "&redirect_uri=https%3A%2F%2Fwegwijzer.example%2Fsign-in%2Fwith%2Fstad%2Fback"}) {
    EXPECT_NE(address.find(part), std::string::npos) << part;
  }
  EXPECT_NE(address.find("&code_challenge=" + base64url(sha256("verifier-1"))), std::string::npos);
  EXPECT_EQ(address.find("verifier-1"), std::string::npos);
  EXPECT_EQ(address.find("prompt"), std::string::npos);
  way_.anew = true;
  EXPECT_TRUE(provider()->address(way_, now_)->ends_with("&prompt=login"));
}

// RFC 7636, appendix B.
TEST(Pkce, is_that_of_the_standard) {
  EXPECT_EQ(base64url(sha256("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")),
            "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
}

TEST_F(OidcProviderTest, says_who_came_back) {
  auto const known = provider()->who({"code&1"}, way_, now_);
  ASSERT_TRUE(known) << known.error().detail;
  EXPECT_EQ(known->account, (accounts::AccountElsewhere{issuer, "anna-1"}));
  EXPECT_FALSE(known->showed_second_factor);
  auto const& traded = asked_.at(1);
  EXPECT_EQ(traded.address.text(), "https://login.stad.example/token");
  EXPECT_EQ(
      *traded.form,
      "grant_type=authorization_code&code=code%261&redirect_uri=https%3A%2F%2Fwegwijzer.example%2Fsign-in"
      "%2Fwith%2Fstad%2Fback&code_verifier=verifier-1");
  EXPECT_EQ(traded.user, "weg%20wijzer");
  EXPECT_EQ(traded.password, "ge%3Aheim");
  EXPECT_TRUE(log_.empty());
}

TEST_F(OidcProviderTest, is_believed_about_a_second_factor_only_when_the_operator_says_so) {
  auto const showed = [&] { return provider()->who({"code"}, way_, now_)->showed_second_factor; };
  amr_ = {"pwd", "mfa"}, acr_ = "high";
  EXPECT_FALSE(showed());
  client_.second_factor = true;
  EXPECT_TRUE(showed());
  amr_ = {"pwd"};
  EXPECT_FALSE(showed());
  client_.acr = "high";
  EXPECT_TRUE(showed());
  EXPECT_NE(provider()->address(way_, now_)->find("&acr_values=high"), std::string::npos);
  acr_ = "higher", amr_ = {"mfa"};
  EXPECT_FALSE(showed());
}

TEST_F(OidcProviderTest, may_begin_to_sign_with_another_key) {
  auto const it = provider();
  EXPECT_TRUE(it->who({"code"}, way_, now_));
  keys_ = jwk_set({new_key()}), signs_ = new_key();
  now_ += 61s;
  EXPECT_TRUE(it->who({"code"}, way_, now_));
  EXPECT_EQ(times_asked("/keys"), 2U);
  EXPECT_EQ(times_asked("configuration"), 1U);
}

TEST_F(OidcProviderTest, is_asked_for_its_keys_once_a_minute) {
  auto const it = provider();
  signs_ = MadeKey::p256("unknown");
  for (int i = 0; i < 5; ++i) EXPECT_EQ(it->who({"code"}, way_, now_).error().detail, "an unknown key");
  EXPECT_EQ(times_asked("/keys"), 1U);
  now_ += 60s;
  for (int i = 0; i < 5; ++i) EXPECT_FALSE(it->who({"code"}, way_, now_));
  EXPECT_EQ(times_asked("/keys"), 2U);
}

TEST_F(OidcProviderTest, forgets_a_key_that_is_gone_within_the_hour) {
  auto const it = provider();
  EXPECT_TRUE(it->who({"code"}, way_, now_));
  keys_ = jwk_set({new_key()});
  now_ += 1h;
  EXPECT_FALSE(it->who({"code"}, way_, now_));
}

TEST_F(OidcProviderTest, that_is_away_is_left_alone_for_a_while) {
  auto const it = provider();
  away_ = true;
  for (int i = 0; i < 5; ++i) EXPECT_EQ(it->address(way_, now_).error().key, "account.elsewhere_away");
  EXPECT_EQ(asked_.size(), 1U);
  EXPECT_EQ(log_.size(), 5U);
  away_ = false;
  EXPECT_FALSE(it->address(way_, now_ + 29s));
  EXPECT_TRUE(it->address(way_, now_ + 30s));
}

TEST_F(OidcProviderTest, holds_no_more_workers_than_it_may) {
  client_.at_once = 1;
  std::unique_ptr<IdentityProvider> it;
  std::string second;
  it = oidc_provider(
      client_,
      [&](WebQuestion const& question) {
        if (second.empty()) second = it->address(way_, now_).error().key;  // somebody else, meanwhile
        return answer(question);
      },
      [](ProviderName const&, Error const&) {});
  EXPECT_TRUE(it->address(way_, now_));
  EXPECT_EQ(second, "account.elsewhere_busy");
  EXPECT_TRUE(it->address(way_, now_));
}

// RFC 9207: of two providers the one must not get a code of the other.
TEST_F(OidcProviderTest, names_itself_on_the_way_back) {
  auto const why = [&](std::string const& said) {
    auto const known = provider()->who({"code", said}, way_, now_);
    return known ? "" : known.error().detail;
  };
  EXPECT_EQ(why(""), "");
  EXPECT_EQ(why(issuer), "");
  EXPECT_EQ(why("https://evil.example"), "another issuer on the way back");
  discovery_["authorization_response_iss_parameter_supported"] = true;
  EXPECT_EQ(why(""), "another issuer on the way back");
  EXPECT_EQ(why(issuer), "");
}

TEST_F(OidcProviderTest, says_what_it_can_at_addresses_that_are_safe) {
  auto const reads = [](json const& document) { return read_discovery(document.dump(), issuer).has_value(); };
  auto const but = [](char const* name, json value) {
    auto changed = good_discovery();
    changed[name] = std::move(value);
    return changed;
  };
  EXPECT_TRUE(reads(good_discovery()));
  EXPECT_FALSE(reads(but("issuer", "https://login.stad.example")));
  for (auto const* name : {"authorization_endpoint", "token_endpoint", "jwks_uri"}) {
    for (auto const* other :
         {"http://login.stad.example/x", "http://localhost/x", "https://127.0.0.1/x", "file:///etc/passwd",
          "https://user@login.stad.example/", "https://login.stad.example/#x", "javascript:alert(1)", "",
          "https://login.stad.example/\r\nX: y", "/token", "https://"}) {
      EXPECT_FALSE(reads(but(name, other))) << name << other;
    }
    EXPECT_FALSE(reads(but(name, 7)));
  }
  EXPECT_FALSE(reads(but("token_endpoint_auth_methods_supported", {"private_key_jwt"})));
  EXPECT_TRUE(reads(but("token_endpoint_auth_methods_supported", {"client_secret_basic", "none"})));
  EXPECT_FALSE(reads(but("response_types_supported", {"id_token"})));
  EXPECT_FALSE(read_discovery("", issuer));
  EXPECT_FALSE(read_discovery("[]", issuer));
}

TEST_F(OidcProviderTest, tells_where_one_signs_out_if_it_can) {
  auto const ends_at = [](json value) {
    auto changed = good_discovery();
    changed["end_session_endpoint"] = std::move(value);
    return read_discovery(changed.dump(), issuer)->end_session.has_value();
  };
  EXPECT_TRUE(ends_at("https://login.stad.example/end"));
  for (auto const* other :
       {"http://login.stad.example/end", "https://127.0.0.1/end", "javascript:alert(1)", ""})
    EXPECT_FALSE(ends_at(other)) << other;
  EXPECT_FALSE(ends_at(7));
  auto const asked = provider();
  EXPECT_FALSE(asked->signs_out());
  EXPECT_EQ(asked->sign_out_address(now_).error().key, "account.elsewhere_no_sign_out");
  discovery_["end_session_endpoint"] = "https://login.stad.example/end?a=b";
  client_.after_sign_out = "https://wegwijzer.example/sign-in";
  EXPECT_TRUE(provider()->signs_out());
  EXPECT_EQ(*provider()->sign_out_address(now_),
            "https://login.stad.example/end?a=b&client_id=weg%20wijzer"
            "&post_logout_redirect_uri=https%3A%2F%2Fwegwijzer.example%2Fsign-in");
}

TEST(WebAddress, is_https_unless_on_this_machine) {
  for (auto const* good :
       {"https://a.example", "https://a.example:8443/b?c=d", "http://localhost:3000",
        "http://127.0.0.1:3000/x", "http://[::1]:3000", "https://[2001:db8::1]/x", "http://127.1"}) {
    EXPECT_TRUE(WebAddress::parse(good)) << good;
  }
  for (auto const* bad :
       {"http://a.example", "http://localhost.evil.example", "http://127.0.0.1.evil.example",
        "http://127.0.0.1@evil.example", "httPs://a.example", "ftp://a.example", "a.example", "", "https://",
        "https://a.example/b c", "https://a.example\\@b.example"}) {
    EXPECT_FALSE(WebAddress::parse(bad)) << bad;
  }
}

}  // namespace wegwijzer
