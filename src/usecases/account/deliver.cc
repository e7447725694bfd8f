// SPDX-License-Identifier: EUPL-1.2
#include "usecases/account/deliver.h"

#include <algorithm>

namespace wegwijzer {

std::chrono::seconds pause_before_try(int tries) {
  constexpr std::chrono::seconds first{60}, longest{6 * 60 * 60};
  return std::min<std::chrono::seconds>(longest, first * (1LL << std::clamp(tries - 1, 0, 20)));
}

bool deliver_one(Outbox& outbox, Mailer& mailer, MakeMessage const& make, MailLog const& log, Instant now) {
  auto const mail = outbox.take(now);
  if (!mail) return false;
  auto const message = make(*mail);
  auto const sent = message ? mailer.send(*message, now) : Done(fail(message.error()));
  if (sent) {
    outbox.sent(mail->id);
    return true;
  }
  log(*mail, sent.error());
  bool const hopeless = sent.error().fault == Fault::invalid || !message || mail->tries >= most_tries;
  if (hopeless) {
    outbox.give_up(mail->id);
  } else {
    outbox.try_again(mail->id, now + pause_before_try(mail->tries));
  }
  return true;
}

}  // namespace wegwijzer
