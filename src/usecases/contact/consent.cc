// SPDX-License-Identifier: EUPL-1.2
#include "usecases/contact/consent.h"

#include <algorithm>

#include "usecases/contact/mailbox.h"

namespace wegwijzer {

namespace {

bool opens_contact(OwnKey const& key, ContactPerson const& contact) {
  return !key.signed_in_as.empty() && contact.email == key.signed_in_as;
}

// Keeps the yes of today; with a link for the mail that thanks for the first one.
Result<ContactAndToken> kept_yes(ContactWork const& work, ContactPerson contact, OwnKey const& key) {
  bool const first = consent_of(contact) == Consent::asked;
  contact.given_on = work.today;
  contact.way = key.token.empty() ? ConsentWay::signed_in : ConsentWay::mail;
  auto saved = work.writer.kept_contacts().save(std::move(contact));
  if (!saved) return fail(saved.error());
  if (!first) return ContactAndToken{*std::move(saved), ""};
  auto token = work.secrets.new_token();
  work.writer.kept_contacts().add_token(saved->id, work.secrets.hash(Purpose::contact, token));
  return ContactAndToken{*std::move(saved), std::move(token)};
}

}  // namespace

Result<ContactPerson> open_own_contact(Reader& reader, Secrets& secrets, OwnKey const& key) {
  auto const over = fail(Fault::missing, "people.over");
  if (!key.token.empty()) {
    auto found = reader.contacts().with_token(secrets.hash(Purpose::contact, key.token));
    if (!found) return over;
    return *std::move(found);
  }
  if (!key.id) return over;
  auto found = reader.contacts().find(*key.id);
  if (!found || !opens_contact(key, *found)) return over;
  return found;
}

Result<ContactAndToken> say_yes(ContactWork const& work, OwnKey const& key, std::int64_t version) {
  auto contact = open_own_contact(work.writer, work.secrets, key);
  if (!contact) return fail(contact.error());
  if (contact->version != version) return fail(Fault::conflict, "people.changed_meanwhile");
  return kept_yes(work, *std::move(contact), key);
}

Result<ContactAndToken> correct_own_contact(ContactWork const& work, OwnKey const& key,
                                            ContactPerson const& typed) {
  auto contact = open_own_contact(work.writer, work.secrets, key);
  if (!contact) return fail(contact.error());
  if (contact->version != typed.version) return fail(Fault::conflict, "people.changed_meanwhile");
  auto own = typed;
  own.email = contact->email;
  auto const wrong = tidy_contact(own, PrivateMail::used_by_organisation);
  if (!wrong.empty()) return fail(wrong.front());
  contact->name = own.name, contact->function = own.function, contact->layer = own.layer;
  contact->phone = own.phone, contact->turn_to = own.turn_to, contact->about = own.about;
  contact->themes = own.themes;
  return kept_yes(work, *std::move(contact), key);
}

Result<std::vector<ContactPerson>> withdraw_contact(ContactWork const& work, OwnKey const& key,
                                                    AskAgain again) {
  auto const contact = open_own_contact(work.writer, work.secrets, key);
  if (!contact) return fail(contact.error());
  std::vector<ContactPerson> gone{*contact};
  if (again == AskAgain::never) {
    refuse_mailbox(work, contact->email);
    gone = work.writer.contacts().all();
    std::erase_if(gone, [&](ContactPerson const& one) { return one.email != contact->email; });
  }
  for (auto const& one : gone) work.writer.kept_contacts().erase(one.id);
  return gone;
}

}  // namespace wegwijzer
