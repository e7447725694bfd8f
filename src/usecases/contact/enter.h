// SPDX-License-Identifier: EUPL-1.2
// People of an organisation, entered and kept by who may: whoever calls has seen that. The writer is not yet
// committed, and the mail that follows is still to be written (contact_mail.h).
#pragma once

#include <string>
#include <vector>

#include "ports/secrets.h"
#include "ports/store.h"

namespace wegwijzer {

struct ContactWork {
  Writer& writer;
  Secrets& secrets;
  Date today;
};

// With the secret of a new link to it, for the mail; the store has its hash only. Empty: nothing is to be
// mailed.
struct ContactAndToken {
  ContactPerson contact;
  std::string token;
};

// Whether an address of a private mailbox was said to be that of the organisation.
enum class PrivateMail { refused, used_by_organisation };

// Puts what was typed in its form, and gives all that is wrong with it, each with its field: "name",
// "function", "email", "phone", "about".
std::vector<Error> tidy_contact(ContactPerson& contact, PrivateMail private_mail);

// Somebody else enters them: they wait for their yes. Fails as tidy_contact() says, with "record.missing",
// "people.there_already", "people.too_many_waiting", and of the address with "people.refused" or
// "people.asked_lately".
Result<ContactAndToken> enter_contact(ContactWork const& work, ContactPerson typed, PrivateMail private_mail);

// Who has signed in puts themselves on the list, which is a yes. A "never again" of before is over.
Result<ContactAndToken> put_oneself_on_list(ContactWork const& work, ContactPerson typed,
                                            PrivateMail private_mail);

// Everything but organisation, address and yes becomes as typed; `typed` has the version that was shown.
// Of who said yes there is something to mail, when something changed. Fails with "people.missing",
// "people.changed_meanwhile" and as tidy_contact() says.
Result<ContactAndToken> correct_contact(ContactWork const& work, ContactPerson const& typed);

// To say yes, or after a yes whether it is still right. Fails with "people.missing", "people.refused" or
// "people.asked_lately".
Result<ContactAndToken> ask_contact_again(ContactWork const& work, Id<ContactPerson> id);

// The first day on which it may be asked again; nothing: never, since that was its answer.
std::optional<Date> may_be_asked_on(Reader& reader, Secrets& secrets, ContactPerson const& contact);

}  // namespace wegwijzer
