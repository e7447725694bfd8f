// SPDX-License-Identifier: EUPL-1.2
#include "usecases/contact/lapse.h"

#include <algorithm>

#include "usecases/contact/contact_mail.h"

namespace wegwijzer {

namespace {

bool was_archived_long_ago(Reader& reader, ContactPerson const& one, Date today) {
  auto const organisation = reader.organisations().find(one.organisation);
  return organisation && organisation->archived_on &&
         today - *organisation->archived_on >= archived_contacts_stay;
}

bool has_lapsed(Reader& reader, ContactPerson const& one, Date today) {
  if (was_archived_long_ago(reader, one, today)) return true;
  if (!one.asked_on) return false;
  if (consent_of(one) == Consent::asked) return today - *one.asked_on >= consent_waits;
  return is_asked_again(one) && today - *one.asked_on >= yearly_question_waits;
}

bool is_to_be_asked(Reader& reader, Secrets& secrets, ContactPerson const& one, Date today) {
  if (!one.given_on || is_asked_again(one) || today - *one.given_on < consent_lasts) return false;
  auto const free = may_be_asked_on(reader, secrets, one);
  return free && *free <= today;
}

struct LapseOfOne {
  std::vector<ContactPerson> gone;
  std::vector<ContactMail> mails;
};

std::string name_in(Reader& reader, Id<Organisation> id) {
  auto const found = reader.organisations().find(id);
  return found ? found->name : "";
}

LapseOfOne lapse_in(Writer& writer, Secrets& secrets, Date today) {
  LapseOfOne done;
  auto const& network = writer.ecosystem();
  for (auto const& one : writer.contacts().all()) {
    if (has_lapsed(writer, one, today)) {
      writer.kept_contacts().erase(one.id);
      done.gone.push_back(one);
    } else if (is_to_be_asked(writer, secrets, one, today)) {
      auto asked = ask_contact_again({writer, secrets, today}, one.id);
      check(asked.has_value(), "whoever may be asked is asked");
      done.mails.push_back({network.slug, network.name, name_in(writer, one.organisation), asked->contact,
                            std::move(asked->token)});
    }
  }
  writer.kept_contacts().forget_mailboxes(today - mailbox_rests);
  return done;
}

// Looked at without holding the store up: on most days there is nothing to do.
bool has_something_to_lapse(Reader& reader, Secrets& secrets, Date today) {
  auto const boxes = reader.contacts().mailboxes();
  bool const rested = std::ranges::any_of(boxes, [&](ContactMailbox const& one) {
    return !one.refused && one.asked_on && today - *one.asked_on >= mailbox_rests;
  });
  auto const people = reader.contacts().all();
  return rested || std::ranges::any_of(people, [&](ContactPerson const& one) {
           return has_lapsed(reader, one, today) || is_to_be_asked(reader, secrets, one, today);
         });
}

void keep_mails(Store& store, Secrets& secrets, std::string const& slug, LapseOfOne const& done,
                Instant now) {
  if (done.gone.empty() && done.mails.empty()) return;
  auto const changing = store.change_accounts();
  forget_contact_mails(*changing, slug, done.gone);
  for (auto const& mail : done.mails) {
    write_contact_mail({*changing, secrets, now}, accounts::MailKind::contact_yearly, mail);
  }
  changing->commit();
}

}  // namespace

Lapsed lapse_contacts(Store& store, Secrets& secrets, Instant now) {
  Lapsed all;
  auto const today = local_date(now);
  for (auto const& network : store.ecosystems()) {
    if (!has_something_to_lapse(*store.reader(network), secrets, today)) continue;
    auto const writer = store.writer(network, {"contact lapsed"});
    auto const done = lapse_in(*writer, secrets, today);
    writer->commit();
    keep_mails(store, secrets, network.slug, done, now);
    all.erased += done.gone.size(), all.asked += done.mails.size();
  }
  return all;
}

}  // namespace wegwijzer
