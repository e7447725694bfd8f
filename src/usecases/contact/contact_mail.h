// SPDX-License-Identifier: EUPL-1.2
// Mails to somebody about what a contact list says of them: how they lie in the outbox. What they say of the
// person is sealed and goes when they have left, so that erasing leaves nothing of it.
#pragma once

#include <string>
#include <string_view>

#include "usecases/account/world.h"
#include "usecases/contact/enter.h"

namespace wegwijzer {

struct ContactMail {
  std::string slug;  // of the ecosystem
  std::string network;
  std::string organisation;
  ContactPerson contact;  // as far as the mail tells of it; without themes
  std::string token;
};

// In the language of their account, else in the first one that the program has.
void write_contact_mail(AccountWorld const& world, accounts::MailKind kind, ContactMail const& mail);

bool is_about_contact(accounts::MailKind kind);

// What write_contact_mail() wrote; `sealed` is what was sealed.
ContactMail read_contact_mail(std::string_view about, std::string_view sealed);

// Those that went, or would go, to who is erased from this list.
void forget_contact_mails(KeptAccounts& accounts, std::string const& slug,
                          std::vector<ContactPerson> const& gone);

}  // namespace wegwijzer
