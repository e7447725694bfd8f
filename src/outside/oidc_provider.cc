// SPDX-License-Identifier: EUPL-1.2
#include "outside/oidc_provider.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>

#include "outside/base64url.h"
#include "outside/id_token.h"
#include "outside/json_object.h"

namespace wegwijzer {

namespace {

constexpr std::chrono::hours fresh{1};                 // what it says of itself, and its keys
constexpr std::chrono::seconds keys_again_after{60};   // for a key that we do not know
constexpr std::chrono::seconds asked_again_after{30};  // when it was away

tl::unexpected<Error> away(std::string why) {
  return fail(Error{.fault = Fault::unavailable, .key = "account.elsewhere_away", .detail = std::move(why)});
}

// Whether a list names it; who has no list can do what the standard says that everybody can.
bool can(nlohmann::json const& document, char const* list, char const* wanted) {
  auto const found = document.find(list);
  if (found == document.end()) return true;
  return found->is_array() && std::ranges::find(*found, nlohmann::json(wanted)) != found->end();
}

std::string without_slash(std::string text) {
  if (text.ends_with('/')) text.pop_back();
  return text;
}

// One of few who may wait for the provider at the same time.
class Turn {
 public:
  Turn(std::atomic<int>& waiting, int most) : waiting_(waiting), mine_(waiting.fetch_add(1) < most) {}

  Turn(Turn const&) = delete;
  Turn& operator=(Turn const&) = delete;

  ~Turn() { waiting_.fetch_sub(1); }

  bool mine() const { return mine_; }

 private:
  std::atomic<int>& waiting_;
  bool mine_;
};

// What was fetched and when; also when it was tried in vain.
template <class Thing>
struct Fetched {
  std::optional<Thing> thing{};
  Instant at{};
  std::optional<Instant> failed_at{};

  bool is_away(Instant now) const { return failed_at && now - *failed_at < asked_again_after; }
};

class OidcProvider : public IdentityProvider {
 public:
  OidcProvider(OidcClient client, WebLine line, ProviderLog log)
      : client_(std::move(client)), line_(std::move(line)), log_(std::move(log)) {}

  ProviderName const& name() const override { return client_.name; }

  Result<std::string> address(WayThere const& way, Instant now) override {
    return told(in_turn<std::string>([&]() -> Result<std::string> {
      auto const found = discovery(now);
      if (!found) return fail(found.error());
      return address_at(found->authorization, way);
    }));
  }

  bool signs_out() const override { return !client_.after_sign_out.empty(); }

  Result<std::string> sign_out_address(Instant now) override {
    return told(in_turn<std::string>([&]() -> Result<std::string> {
      auto const found = discovery(now);
      if (!found) return fail(found.error());
      if (!found->end_session) return fail(Fault::missing, "account.elsewhere_no_sign_out");
      return sign_out_at(*found->end_session);
    }));
  }

  Result<KnownElsewhere> who(BroughtBack const& back, WayThere const& way, Instant now) override {
    return told(in_turn<KnownElsewhere>([&] { return who_is(back, way, now); }));
  }

 private:
  template <class Thing, class Step>
  Result<Thing> in_turn(Step step) {
    Turn const turn(waiting_, client_.at_once);
    if (!turn.mine()) return fail(Fault::unavailable, "account.elsewhere_busy");
    return step();
  }

  template <class Thing>
  Result<Thing> told(Result<Thing> result) const {
    if (!result) log_(client_.name, result.error());
    return result;
  }

  std::string address_at(WebAddress const& there, WayThere const& way) const {
    auto out = there.text() + (there.text().find('?') == std::string::npos ? "?" : "&") +
               "response_type=code&scope=openid&code_challenge_method=S256";
    auto const add = [&](char const* name, std::string const& value) {
      out += std::string("&") + name + "=" + form_encoded(value);
    };
    add("client_id", client_.id);
    add("redirect_uri", client_.way_back);
    add("state", way.state);
    add("nonce", way.nonce);
    add("code_challenge", base64url(sha256(way.verifier)));
    if (client_.second_factor && !client_.acr.empty()) add("acr_values", client_.acr);
    return way.anew ? out + "&prompt=login" : out;
  }

  // No ID token is kept, so none goes along as a hint: the provider asks whether they mean it.
  std::string sign_out_at(WebAddress const& there) const {
    return there.text() + (there.text().find('?') == std::string::npos ? "?" : "&") +
           "client_id=" + form_encoded(client_.id) +
           "&post_logout_redirect_uri=" + form_encoded(client_.after_sign_out);
  }

  Result<KnownElsewhere> who_is(BroughtBack const& back, WayThere const& way, Instant now) {
    auto const found = discovery(now);
    if (!found) return fail(found.error());
    bool const another = back.issuer.empty() ? found->names_itself : back.issuer != client_.name.issuer;
    if (another) {
      return fail(Error{.fault = Fault::forbidden,
                        .key = "account.elsewhere_not_believed",
                        .detail = "another issuer on the way back"});
    }
    auto const token = traded_in(*found, back.code, way.verifier);
    if (!token) return fail(token.error());
    auto const read = read_by_its_keys(*found, *token, way.nonce, now);
    if (!read) return fail(read.error());
    return KnownElsewhere{{client_.name.issuer, read->subject}, showed_second_factor(*read)};
  }

  bool showed_second_factor(IdToken const& token) const {
    if (!client_.second_factor) return false;
    if (!client_.acr.empty()) return token.acr == client_.acr;
    return std::ranges::find(token.amr, "mfa") != token.amr.end();  // RFC 8176, 2
  }

  // RFC 6749, 4.1.3; its secret goes by Basic, each part encoded first (2.3.1).
  Result<std::string> traded_in(Discovery const& at, std::string const& code, std::string const& verifier) {
    auto const answer = line_({.address = at.token,
                               .form = "grant_type=authorization_code&code=" + form_encoded(code) +
                                       "&redirect_uri=" + form_encoded(client_.way_back) +
                                       "&code_verifier=" + form_encoded(verifier),
                               .user = form_encoded(client_.id),
                               .password = form_encoded(client_.secret)});
    if (!answer) return fail(answer.error());
    auto token = word(json_object(*answer), "id_token");
    if (token.empty()) return away("no ID token in the answer");
    return token;
  }

  // A provider may have begun to sign with a new key since we asked for them.
  Result<IdToken> read_by_its_keys(Discovery const& at, std::string const& token, std::string const& nonce,
                                   Instant now) {
    IdTokenWanted const wanted{client_.name.issuer, client_.id, nonce};
    auto const known = keys(at, now, fresh);
    if (!known) return fail(known.error());
    auto read = read_id_token(token, *known, wanted, now);
    if (read || read.error().fault != Fault::missing) return read;
    auto const newer = keys(at, now, keys_again_after);
    return newer ? read_id_token(token, *newer, wanted, now) : Result<IdToken>(fail(newer.error()));
  }

  Result<Discovery> discovery(Instant now) {
    return kept<Discovery>(discovery_, now, fresh, [&]() -> Result<Discovery> {
      auto const at = without_slash(client_.name.issuer) + "/.well-known/openid-configuration";
      auto const address = WebAddress::parse(at);
      if (!address) return away("its address is not https");
      auto const text = line_({*address});
      return text ? read_discovery(*text, client_.name.issuer) : Result<Discovery>(fail(text.error()));
    });
  }

  Result<SigningKeys> keys(Discovery const& at, Instant now, std::chrono::seconds longest) {
    return kept<SigningKeys>(keys_, now, longest, [&]() -> Result<SigningKeys> {
      auto const text = line_({at.keys});
      return text ? SigningKeys::parse(*text) : Result<SigningKeys>(fail(text.error()));
    });
  }

  // Nobody waits for the lock while somebody waits for the provider.
  template <class Thing, class Fetch>
  Result<Thing> kept(Fetched<Thing>& at, Instant now, std::chrono::seconds longest, Fetch fetch) {
    {
      std::scoped_lock const lock(mutex_);
      if (at.thing && now - at.at < longest) return *at.thing;
      if (at.is_away(now)) return away("it was away a moment ago");
    }
    auto fetched = fetch();
    std::scoped_lock const lock(mutex_);
    if (!fetched) {
      at.failed_at = now;
      return fetched;
    }
    at = {*fetched, now};
    return fetched;
  }

  OidcClient client_;
  WebLine line_;
  ProviderLog log_;
  std::atomic<int> waiting_ = 0;
  std::mutex mutex_;
  Fetched<Discovery> discovery_;
  Fetched<SigningKeys> keys_;
};

// An address that is not safe is none; coming in works without it.
std::optional<WebAddress> end_session_in(nlohmann::json const& document, bool here) {
  auto found = WebAddress::parse(word(document, "end_session_endpoint"));
  if (!found || (found->on_this_machine() && !here)) return std::nullopt;
  return found;
}

}  // namespace

Result<Discovery> read_discovery(std::string_view text, std::string const& issuer) {
  auto const document = json_object(text);
  if (word(document, "issuer") != issuer) return away("another issuer says what it can do");
  if (!can(document, "token_endpoint_auth_methods_supported", "client_secret_basic") ||
      !can(document, "response_types_supported", "code")) {
    return away("it cannot do code or client_secret_basic");
  }
  auto const authorization = WebAddress::parse(word(document, "authorization_endpoint")),
             token = WebAddress::parse(word(document, "token_endpoint")),
             keys = WebAddress::parse(word(document, "jwks_uri")), of_issuer = WebAddress::parse(issuer);
  if (!authorization || !token || !keys || !of_issuer) return away("an address of it is not https");
  // Nobody outside makes us ask our own machine.
  bool const here = of_issuer->on_this_machine();
  if (!here && (authorization->on_this_machine() || token->on_this_machine() || keys->on_this_machine())) {
    return away("an address of it is on this machine");
  }
  auto const names = document.find("authorization_response_iss_parameter_supported");
  return Discovery{*authorization, *token, *keys, names != document.end() && *names == true,
                   end_session_in(document, here)};
}

std::unique_ptr<IdentityProvider> oidc_provider(OidcClient client, WebLine line, ProviderLog log) {
  return std::make_unique<OidcProvider>(std::move(client), std::move(line), std::move(log));
}

}  // namespace wegwijzer
