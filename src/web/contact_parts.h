// SPDX-License-Identifier: EUPL-1.2
// People to turn to on pages: as a list shows them, and the form about one.
#pragma once

#include <string>
#include <vector>

#include "domain/contact_person.h"
#include "usecases/account/world.h"
#include "usecases/contact/contact_mail.h"
#include "usecases/contact/enter.h"
#include "usecases/contact/list.h"
#include "web/form_fields.h"
#include "web/typed_fields.h"
#include "web/work_parts.h"

namespace wegwijzer::web {

std::string contacts_path(Ecosystem const& network);
std::string contact_path(Ecosystem const& network, Id<ContactPerson> id);

// What is said of somebody: a term and its words. What is not said is left out.
Html contact_facts(View const& view, ContactPerson const& contact);

// "Samenwerken · Ruimte", "Techniek · Sport"
std::string turn_to_words(View const& view, std::vector<TurnTo> const& all);
std::string contact_themes(View const& view, std::vector<ThemeCode> const& codes);

// A person with what follows below, such as buttons.
Html contact_card(View const& view, ContactPerson const& contact, Html const& below = {});

// "Akkoord sinds 3 maart 2026", or until when it waits.
std::string consent_phrase(View const& view, ContactPerson const& contact);

// "1 groen, 2 oranje": who said yes of one organisation.
std::string layers_phrase(View const& view, LayerCounts const& counts);

// Who is there of an organisation, in short, with the way to the list; for a page about it.
Html people_section(View const& view, Desk const& desk, Ecosystem const& network, Reader& reader,
                    Organisation const& organisation);

// Whether this asker sees the contact: of who said yes everybody who sees the list, of others who keeps them
// or entered them.
MayShow may_show_contact(Desk const& desk, Ecosystem const& network);

enum class AddressField { typed, fixed };

// Without the organisation; `address`: whether it is typed here or stands fast.
Html contact_fields(FormView const& form, AddressField address);

http::Parameters contact_form_of(ContactPerson const& contact);

// What was typed, with all that is wrong; into the contact as it was, with the version that was shown.
ContactPerson read_contact_form(TypedFields& typed, ContactPerson contact, PrivateMail private_mail);

PrivateMail typed_private_mail(TypedFields const& typed);

// A day in an error is said as people say it.
Error in_words(View const& view, Error error);

// After the commit: the mail to the person.
void mail_contact(Desk const& desk, accounts::MailKind kind, Ecosystem const& network,
                  std::string const& organisation, ContactAndToken const& told);

// After the commit: what was mailed to who is erased goes too.
void forget_mails_of(Desk const& desk, Ecosystem const& network, std::vector<ContactPerson> const& gone);

}  // namespace wegwijzer::web
