// SPDX-License-Identifier: EUPL-1.2
// Sends what waits in the outbox: decisions/0049.
#pragma once

#include <functional>

#include "ports/accounts.h"
#include "ports/mailer.h"

namespace wegwijzer {

// What a mail says, made when it leaves; fails when its secret cannot be read any more.
using MakeMessage = std::function<Result<Message>(accounts::Mail const&)>;
// Told of each mail that was not sent, without its receiver.
using MailLog = std::function<void(accounts::Mail const&, Error const&)>;

// The next one that is due; false when there is none.
bool deliver_one(Outbox& outbox, Mailer& mailer, MakeMessage const& make, MailLog const& log, Instant now);

std::chrono::seconds pause_before_try(int tries);  // a minute, then twice as long each time, to six hours
inline constexpr int most_tries = 12;              // about two days

}  // namespace wegwijzer
