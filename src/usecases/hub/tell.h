// SPDX-License-Identifier: EUPL-1.2
// Mails about what partners say to each other: to whom, how often, and how they lie in the outbox.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "usecases/hub/talk.h"
#include "usecases/suggestion/question_mail.h"

namespace wegwijzer {

// Whether the last of these is to be told, the ones before having been told by the same rule: no two within
// `again_after`. Oldest first.
bool is_to_be_told(std::span<Instant const> happened, std::chrono::seconds again_after);

// When a question came to the hub where it is: asked, or passed on. Oldest first.
std::vector<Instant> came_to_its_hub(Reader& reader, HubQuestion const& question);
// When somebody else than who asked answered, oldest first.
std::vector<Instant> was_answered(Reader& reader, HubQuestion const& question);

// People with a role that keeps the organisation that carries it; nobody: the address of the hub.
std::vector<Receiver> receivers_of(Accounts& accounts, Ecosystem const& ecosystem, Hub const& hub,
                                   std::string const& language);

// What a mail says and where its button leads.
struct TalkMail {
  std::string slug;   // of the ecosystem
  std::string id;     // of the question or notice
  std::string title;  // of it
  std::string whose;  // the hub or the organisation
};

accounts::Mail talk_mail(accounts::MailKind kind, Receiver const& to, TalkMail const& mail,
                         Id<accounts::Mail> id, Instant now);
TalkMail read_talk_mail(std::string_view about);

}  // namespace wegwijzer
