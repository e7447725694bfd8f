// SPDX-License-Identifier: EUPL-1.2
// Coming in by an account at another organisation, and linking one to the account here: decisions/0052.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>

#include "ports/identity_provider.h"
#include "usecases/account/sign_in.h"

namespace wegwijzer {

// Somebody who went to a provider and is not back yet. It lies sealed in the browser that went.
struct Errand {
  std::string provider;  // its code
  WayThere way;
  std::string next;                               // a page of ours
  std::string language;                           // of the pages it began in
  std::optional<Id<accounts::SignIn>> linking{};  // of who links it; nothing: to come in
  Instant ends;
};

inline constexpr std::chrono::minutes errand_lasts{10};  // assumption: also with a second factor over there

Errand new_errand(Secrets& secrets, std::string provider, Instant now);
std::string sealed(Secrets& secrets, Errand const& errand);
// Fails with "account.elsewhere_over" when it is not ours, or over.
Result<Errand> unsealed(Secrets& secrets, std::string_view sealed, Instant now);

// The providers of this server. Safe to use from several threads.
class Elsewhere {
 public:
  explicit Elsewhere(std::vector<std::unique_ptr<IdentityProvider>> providers)
      : providers_(std::move(providers)) {}

  std::span<std::unique_ptr<IdentityProvider> const> all() const { return providers_; }

  IdentityProvider* find(std::string_view code) const;

  // Whether this errand comes back for the first time. Kept in memory: the browser forgets it too.
  bool comes_back_first(Errand const& errand, Instant now);

 private:
  std::vector<std::unique_ptr<IdentityProvider>> providers_;
  std::mutex mutex_;
  std::map<std::string, Instant> ended_;  // its state, and until when it has to be known
};

// A new sign-in of whose account it is. Fails with "account.elsewhere_unknown" when it is nobody's: who has
// an account there does not get one here.
Result<CameIn> come_in_from_elsewhere(AccountWorld const& world, KnownElsewhere const& known,
                                      std::string_view device);

// Whether this visit may link one: it came in by a mail, a moment ago. Who found an open screen, or guessed a
// password, makes no way in of their own. Fails with "account.link_by_mail".
Done may_link(Visit const& visit, Instant now);

// Tells by mail. Fails with "account.elsewhere_taken" when it is somebody else's.
Done link_account(AccountWorld const& world, Visit const& visit, accounts::AccountElsewhere const& account,
                  std::string_view provider);

// Ends the sign-ins that came from elsewhere, but for this one, and tells by mail. Fails with
// "account.missing".
Done unlink_account(AccountWorld const& world, Visit const& visit, accounts::AccountElsewhere const& account,
                    std::string_view provider);

}  // namespace wegwijzer
