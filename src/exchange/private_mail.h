// SPDX-License-Identifier: EUPL-1.2
// Where people have mailboxes of their own (assets/contacts/private_mail.txt): such an address is seldom that
// of an organisation.
#pragma once

#include <string_view>

namespace wegwijzer {

// Of the part behind the "@", in lower case.
bool is_private_mail(std::string_view host);

}  // namespace wegwijzer
