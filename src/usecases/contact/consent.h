// SPDX-License-Identifier: EUPL-1.2
// What a contact list says of somebody, in the hands of that person: seeing it, saying yes, correcting it,
// and erasing it. They come by the link of a mail, or signed in with the same address. The writer is not yet
// committed.
#pragma once

#include <string>
#include <vector>

#include "usecases/contact/enter.h"

namespace wegwijzer {

// By what somebody shows that it is about them.
struct OwnKey {
  std::string token{};                    // of the link
  std::optional<Id<ContactPerson>> id{};  // or which one, of who has signed in with this address
  std::string signed_in_as{};
};

// Fails with "people.over": there is nothing (any more) that it opens.
Result<ContactPerson> open_own_contact(Reader& reader, Secrets& secrets, OwnKey const& key);

// Yes, or yes, it is still right, to what was shown in this version. After the first yes there is something
// to mail. Fails with "people.over" and "people.changed_meanwhile".
Result<ContactAndToken> say_yes(ContactWork const& work, OwnKey const& key, std::int64_t version);

// A yes to what was typed; `typed` has the version that was shown. Fails as say_yes() does, and as
// tidy_contact() says.
Result<ContactAndToken> correct_own_contact(ContactWork const& work, OwnKey const& key,
                                            ContactPerson const& typed);

enum class AskAgain { later, never };

// No, or not any more. Never: with all that this network has of the address. Gives what was erased. Fails
// with "people.over".
Result<std::vector<ContactPerson>> withdraw_contact(ContactWork const& work, OwnKey const& key,
                                                    AskAgain again);

}  // namespace wegwijzer
