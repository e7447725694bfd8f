// SPDX-License-Identifier: EUPL-1.2
// How often somebody may be asked by mail, of whom nothing but a keyed hash of the address is kept.
#pragma once

#include <string_view>

#include "usecases/contact/enter.h"

namespace wegwijzer {

// Of this network only: its hash says nothing of other networks.
accounts::SecretHash address_hash(Secrets& secrets, Id<Ecosystem> network, std::string_view email);

// As it is kept, or as of somebody who was never asked.
ContactMailbox mailbox_of(Reader& reader, Secrets& secrets, std::string_view email);

Error asked_lately(Date may_on);

// Notes that it is asked today. Fails with "people.refused" or "people.asked_lately" of the field "email".
Done take_mailbox(ContactWork const& work, std::string_view email);

void refuse_mailbox(ContactWork const& work, std::string_view email);        // "never again"
void let_mailbox_be_asked(ContactWork const& work, std::string_view email);  // they come by themselves

}  // namespace wegwijzer
