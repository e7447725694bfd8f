// SPDX-License-Identifier: EUPL-1.2
// The codes of an app: put on, shown when signing in, lost and put off.
#pragma once

#include "accounts/policy.h"
#include "usecases/account/attempts.h"
#include "usecases/account/sign_in.h"

namespace wegwijzer {

// The secret for the app of somebody who has not confirmed one yet; asked again in the same visit it is the
// same. Who came in by a password does so after coming in by a mail: a password that was guessed must not be
// enough to put on one's own, nor to read the one that somebody else is about to put on. Fails with
// "account.factor_there" and "account.enrol_by_link".
Result<std::string> begin_second_factor(AccountWorld const& world, Visit const& visit);

// The first code. From now on it is asked; gives the recovery codes, which are shown this once. The sign-in
// becomes whole and gets a new secret; all others end. Fails with "account.wrong_code" and "account.wait".
struct PutOn {
  std::vector<std::string> recovery_codes;
  CameIn came_in;
};

Result<PutOn> confirm_second_factor(AccountWorld const& world, Attempts& attempts, Visit const& visit,
                                    std::string_view code, From const& from);

// A code of the app, or a recovery code, for a sign-in that awaits it. The sign-in gets a new secret.
Result<CameIn> show_second_factor(AccountWorld const& world, Attempts& attempts, Visit const& visit,
                                  std::string_view code, From const& from);

// After a wrong code, in a step of its own: a mail to the owner after five in a row, and each time that there
// are twice as many. Whoever tries has got past the password or the mail.
void tell_of_wrong_codes(AccountWorld const& world, Attempts const& attempts, Visit const& visit);

// New recovery codes instead of the old.
Result<std::vector<std::string>> renew_recovery_codes(AccountWorld const& world, Attempts& attempts,
                                                      Visit const& visit, std::string_view code,
                                                      From const& from);

// By somebody else who may, for every role that the person has; all sign-ins of the person end. Fails with
// "account.may_not".
Done reset_second_factor(AccountWorld const& world, accounts::Asker const& asker,
                         accounts::Person const& person);

}  // namespace wegwijzer
