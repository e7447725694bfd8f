// SPDX-License-Identifier: EUPL-1.2
#include "usecases/contact/mailbox.h"

namespace wegwijzer {

accounts::SecretHash address_hash(Secrets& secrets, Id<Ecosystem> network, std::string_view email) {
  return secrets.hash(Purpose::contact_address, text(network) + " " + std::string(email));
}

ContactMailbox mailbox_of(Reader& reader, Secrets& secrets, std::string_view email) {
  auto const hash = address_hash(secrets, reader.ecosystem().id, email);
  return reader.contacts().mailbox(hash).value_or(ContactMailbox{hash.text});
}

Error asked_lately(Date may_on) {
  return in_field({Fault::conflict, "people.asked_lately", {{"day", text(may_on)}}}, "email");
}

Done take_mailbox(ContactWork const& work, std::string_view email) {
  auto mailbox = mailbox_of(work.writer, work.secrets, email);
  if (mailbox.refused) return fail(in_field({Fault::conflict, "people.refused"}, "email"));
  if (mailbox.asked_on && work.today - *mailbox.asked_on < mailbox_rests) {
    return fail(asked_lately(*mailbox.asked_on + mailbox_rests));
  }
  mailbox.asked_on = work.today;
  work.writer.kept_contacts().save(mailbox);
  return {};
}

void refuse_mailbox(ContactWork const& work, std::string_view email) {
  auto mailbox = mailbox_of(work.writer, work.secrets, email);
  mailbox.refused = true;
  work.writer.kept_contacts().save(mailbox);
}

void let_mailbox_be_asked(ContactWork const& work, std::string_view email) {
  auto mailbox = mailbox_of(work.writer, work.secrets, email);
  if (!mailbox.refused) return;
  mailbox.refused = false;
  work.writer.kept_contacts().save(mailbox);
}

}  // namespace wegwijzer
