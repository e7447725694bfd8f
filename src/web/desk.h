// SPDX-License-Identifier: EUPL-1.2
// Where people sign in: what a page about accounts gets beside the view. A visitor stands there too, without
// a visit.
#pragma once

#include <optional>
#include <string>

#include "accounts/policy.h"
#include "http/cookies.h"
#include "ports/store.h"
#include "usecases/account/elsewhere.h"
#include "usecases/account/sign_in.h"
#include "usecases/workplace/pictures.h"
#include "web/view.h"

namespace wegwijzer::web {

// What all requests share.
struct AccountParts {
  Secrets& secrets;
  Attempts& attempts;
  PictureMaker& pictures;
  http::CookieJar cookies{};
  bool shows_mail = false;         // only of a program that its own machine alone reaches
  Elsewhere* elsewhere = nullptr;  // other organisations whose accounts may be used; nothing: none
};

struct Desk {
  Store& store;
  AccountParts& parts;
  Instant now;
  From from;           // of the visitor, to slow down who guesses; kept nowhere
  std::string device;  // "Firefox, Linux"
  std::optional<Visit> const& visit;
  std::string const& form_token;  // for each form of who has signed in

  bool whole() const { return visit && visit->sign_in.stage == accounts::Stage::whole; }

  accounts::Asker asker() const { return visit ? asker_of(*visit) : accounts::Asker{}; }

  // A step of who has signed in, kept when it succeeds. It gets the visit as it is inside the transaction:
  // what the request saw may be over. Fails with "account.sign_in_ended" when the sign-in is.
  template <class Step>
  auto change(Step step) const {
    auto const changing = store.change_accounts();
    AccountWorld const world{*changing, parts.secrets, now};
    auto const as_it_is = still(world, visit);
    using Answer = decltype(step(world, *as_it_is));
    if (!as_it_is) return Answer(fail(Fault::forbidden, "account.sign_in_ended"));
    Answer result = step(world, *as_it_is);
    if (result) changing->commit();
    return result;
  }

  // A step that needs nobody signed in.
  template <class Step>
  auto change_for_anybody(Step step) const {
    auto const changing = store.change_accounts();
    auto result = step(AccountWorld{*changing, parts.secrets, now});
    if (result) changing->commit();
    return result;
  }
};

// Who comes with this request, and the secret that its forms carry.
struct Known {
  std::optional<Visit> visit{};
  std::string form_token{};
};

Known who_comes(Store& store, AccountParts const& parts, http::Request const& request, Instant now);

// "Firefox, Windows" of what a browser says of itself; empty when it says nothing known.
std::string device_of(http::Request const& request);

// A path of ours to go on to after signing in, or "/account": never an address of another site.
std::string next_page(std::string_view asked);

}  // namespace wegwijzer::web
