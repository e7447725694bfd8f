// SPDX-License-Identifier: EUPL-1.2
// The half-yearly mail to who keeps an organisation's offering, and its answer by one click.
#pragma once

#include "accounts/question.h"
#include "ports/secrets.h"
#include "ports/store.h"
#include "usecases/workplace/tell.h"

namespace wegwijzer {

// Asks of each organisation that has something stale, that was not asked within half a year, and that did not
// say that it wants no questions. Gives the
// number of mails that were written.
std::size_t ask_whether_still_right(Store& store, Secrets& secrets, Instant now);

struct AskedAbout {
  accounts::Question question;
  Ecosystem ecosystem;
  Organisation organisation;
  std::vector<Offering> offerings;  // not archived, by title
};

// For the page with the button; fails with "work.question_over".
Result<AskedAbout> show_question(Store& store, Secrets& secrets, std::string_view token, Instant now);

// Yes, all of these are still right, said today. Those that were changed since the page was shown are right
// as well: who changed them said so. Fails with "work.question_over".
Done answer_question(Store& store, Secrets& secrets, std::string_view token,
                     std::vector<Id<Offering>> const& offerings, Instant now);

}  // namespace wegwijzer
