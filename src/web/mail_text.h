// SPDX-License-Identifier: EUPL-1.2
// What a mail says, in the language of its receiver, as text and as HTML.
#pragma once

#include "language/languages.h"
#include "ports/accounts.h"
#include "ports/mailer.h"
#include "ports/secrets.h"
#include "web/public_address.h"

namespace wegwijzer::web {

// Fails with "account.other_key" when its secret cannot be read.
Result<Message> message_of(accounts::Mail const& mail, Secrets& secrets, Languages const& languages,
                           PublicAddress const& address);

}  // namespace wegwijzer::web
