// SPDX-License-Identifier: EUPL-1.2
// A mail that is to be sent. It is kept as what it is about; its sentences are put in when it leaves, and
// what could let somebody in is sealed until then.
#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string>

#include "accounts/person.h"
#include "domain/choice.h"

namespace wegwijzer::accounts {

enum class MailKind {
  invitation,
  link,
  password_changed,
  second_factor_on,
  second_factor_off,
  step_proposed,  // a next step waits for a yes
  still_right,    // is all still right?
  questions,      // a few, each with its own link
  hub_question,   // to who keeps a hub
  hub_answer,     // to who asked
  notice_match,   // somebody offers what they ask, or asks what they offer
  notice_reply,   // a message to who placed a notice; it is sealed until it leaves
  account_linked,
  account_unlinked,
  role_taken,
  sign_ins_ended,  // by somebody else
  wrong_codes,     // several in a row
  recovery_code_used,
  address_confirm,  // to the new address, with a link
  address_taken,    // to who has the new address already
  address_asked,    // to the old one
  address_changed,
  contact_consent,    // may you stand in the contact list?
  contact_confirmed,  // you stand in it
  contact_changed,    // somebody else changed what stands there
  contact_yearly      // is what stands there still right?
};

struct Mail {
  Id<Mail> id;  // also its Message-ID, so that whoever gets it twice can tell
  EmailAddress to;
  MailKind kind = MailKind::link;
  std::string language;
  std::string sealed_token{};  // for the address in it; empty: it has none
  std::string about{};         // what its sentence names: a role or an organisation
  Instant written_at;
  int tries = 0;
  std::optional<Id<Person>> whose{};  // where it goes to an address that is not, or no longer, theirs
  bool operator==(Mail const&) const = default;
};

inline constexpr std::chrono::hours sent_kept_for{24 * 30};  // assumption: until nobody asks whether it left

}  // namespace wegwijzer::accounts

namespace wegwijzer {

template <>
inline constexpr std::array choices<accounts::MailKind> = {
    std::pair{accounts::MailKind::invitation, "invitation"},
    std::pair{accounts::MailKind::link, "link"},
    std::pair{accounts::MailKind::password_changed, "password_changed"},
    std::pair{accounts::MailKind::second_factor_on, "second_factor_on"},
    std::pair{accounts::MailKind::second_factor_off, "second_factor_off"},
    std::pair{accounts::MailKind::step_proposed, "step_proposed"},
    std::pair{accounts::MailKind::still_right, "still_right"},
    std::pair{accounts::MailKind::questions, "questions"},
    std::pair{accounts::MailKind::hub_question, "hub_question"},
    std::pair{accounts::MailKind::hub_answer, "hub_answer"},
    std::pair{accounts::MailKind::notice_match, "notice_match"},
    std::pair{accounts::MailKind::notice_reply, "notice_reply"},
    std::pair{accounts::MailKind::account_linked, "account_linked"},
    std::pair{accounts::MailKind::account_unlinked, "account_unlinked"},
    std::pair{accounts::MailKind::role_taken, "role_taken"},
    std::pair{accounts::MailKind::sign_ins_ended, "sign_ins_ended"},
    std::pair{accounts::MailKind::wrong_codes, "wrong_codes"},
    std::pair{accounts::MailKind::recovery_code_used, "recovery_code_used"},
    std::pair{accounts::MailKind::address_confirm, "address_confirm"},
    std::pair{accounts::MailKind::address_taken, "address_taken"},
    std::pair{accounts::MailKind::address_asked, "address_asked"},
    std::pair{accounts::MailKind::address_changed, "address_changed"},
    std::pair{accounts::MailKind::contact_consent, "contact_consent"},
    std::pair{accounts::MailKind::contact_confirmed, "contact_confirmed"},
    std::pair{accounts::MailKind::contact_changed, "contact_changed"},
    std::pair{accounts::MailKind::contact_yearly, "contact_yearly"}};

}  // namespace wegwijzer
