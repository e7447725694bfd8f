// SPDX-License-Identifier: EUPL-1.2
// The mail with a few questions to an organisation: to whom it goes, and how it lies in the outbox.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "usecases/account/world.h"

namespace wegwijzer {

struct Receiver {
  accounts::EmailAddress mail;
  std::string language;
  bool operator==(Receiver const&) const = default;
};

// Names and titles come from records: none of them begins another line.
std::string in_one_line(std::string_view text);

// Who keeps it with an account, each in their own language; else its business address. Nobody: it gives none.
std::vector<Receiver> receivers_of(Accounts& accounts, accounts::Place const& place,
                                   std::string_view business_address, std::string const& language);

struct QuestionInMail {
  std::string sentence;
  std::string token;
};

struct QuestionMail {
  std::string slug;  // of the ecosystem
  std::string organisation;
  std::vector<QuestionInMail> questions;
};

// As one row of the outbox: what it is about in lines without control signs, the tokens sealed.
accounts::Mail question_mail(Secrets& secrets, Receiver const& to, QuestionMail const& mail,
                             Id<accounts::Mail> id, Instant now);

// What question_mail() made; the token is what was sealed.
QuestionMail read_question_mail(std::string_view about, std::string_view token);

}  // namespace wegwijzer
