// SPDX-License-Identifier: EUPL-1.2
#include "usecases/contact/enter.h"

#include <algorithm>

#include "accounts/letters.h"
#include "accounts/person.h"
#include "exchange/cells.h"
#include "exchange/private_mail.h"
#include "usecases/contact/mailbox.h"

namespace wegwijzer {

namespace {

// What a line may hold; its field is that of the form.
Result<std::string> contact_line(std::string_view typed, char const* field) {
  if (trimmed(typed).empty()) return std::string();
  auto const line = read_line(typed);
  bool const fits = line && valid_utf8(*line) && accounts::letters(*line) <= longest_contact_line;
  if (!fits) return fail(in_field({Fault::invalid, "people.line_invalid"}, field));
  return *line;
}

Result<std::string> contact_function(std::string_view typed) {
  auto line = contact_line(typed, "function");
  if (line && line->empty()) {
    return fail(in_field({Fault::missing, "people.function_missing"}, "function"));
  }
  return line;
}

Result<std::string> contact_address(std::string_view typed, PrivateMail private_mail) {
  auto const address = accounts::EmailAddress::parse(typed);
  if (!address) return fail(in_field(Error(address.error()), "email"));
  if (private_mail == PrivateMail::refused && is_private_mail(address->host())) {
    return fail(
        in_field({Fault::invalid, "people.mail_private", {{"host", std::string(address->host())}}}, "email"));
  }
  return address->text();
}

Result<std::string> contact_phone(std::string_view typed) {
  if (trimmed(typed).empty()) return std::string();
  auto const phone = read_phone(trimmed(typed));
  return phone ? phone : fail(in_field(Error(phone.error()), "phone"));
}

void take_or_tell(std::string& into, Result<std::string> read, std::vector<Error>& problems) {
  if (read) {
    into = *std::move(read);
  } else {
    problems.push_back(std::move(read.error()));
  }
}

bool is_there_already(Contacts& contacts, ContactPerson const& one) {
  return std::ranges::any_of(contacts.of(one.organisation), [&](ContactPerson const& other) {
    return other.id != one.id && other.email == one.email;
  });
}

Done check_place(ContactWork const& work, ContactPerson const& one) {
  auto const organisation = work.writer.organisations().find(one.organisation);
  if (!organisation || organisation->archived_on) return fail(Fault::missing, "record.missing");
  if (is_there_already(work.writer.contacts(), one)) {
    return fail(in_field({Fault::conflict, "people.there_already"}, "email"));
  }
  return {};
}

Done check_waiting(ContactWork const& work, ContactPerson const& one) {
  auto const of_it = work.writer.contacts().of(one.organisation);
  auto const waiting = std::ranges::count_if(
      of_it, [](ContactPerson const& other) { return consent_of(other) == Consent::asked; });
  if (static_cast<std::size_t>(waiting) < most_waiting_of_one) return {};
  return fail(Fault::unavailable, "people.too_many_waiting", {{"most", std::to_string(most_waiting_of_one)}});
}

Result<ContactAndToken> kept_with_token(ContactWork const& work, ContactPerson contact) {
  auto saved = work.writer.kept_contacts().save(std::move(contact));
  if (!saved) return fail(saved.error());
  auto token = work.secrets.new_token();
  work.writer.kept_contacts().add_token(saved->id, work.secrets.hash(Purpose::contact, token));
  return ContactAndToken{*std::move(saved), std::move(token)};
}

bool says_the_same(ContactPerson const& one, ContactPerson const& other) {
  return one.name == other.name && one.function == other.function && one.layer == other.layer &&
         one.phone == other.phone && one.turn_to == other.turn_to && one.about == other.about &&
         one.themes == other.themes;
}

}  // namespace

std::vector<Error> tidy_contact(ContactPerson& contact, PrivateMail private_mail) {
  std::vector<Error> problems;
  take_or_tell(contact.name, accounts::person_name(contact.name), problems);
  take_or_tell(contact.function, contact_function(contact.function), problems);
  take_or_tell(contact.email, contact_address(contact.email, private_mail), problems);
  take_or_tell(contact.phone, contact_phone(contact.phone), problems);
  take_or_tell(contact.about, contact_line(contact.about, "about"), problems);
  return problems;
}

Result<ContactAndToken> enter_contact(ContactWork const& work, ContactPerson typed,
                                      PrivateMail private_mail) {
  if (auto const wrong = tidy_contact(typed, private_mail); !wrong.empty()) return fail(wrong.front());
  typed.id = work.writer.new_id<ContactPerson>();
  typed.way = ConsentWay::mail, typed.asked_on = work.today, typed.given_on.reset(), typed.version = 0;
  auto const good =
      check_place(work, typed).and_then([&] { return check_waiting(work, typed); }).and_then([&] {
        return take_mailbox(work, typed.email);
      });
  if (!good) return fail(good.error());
  return kept_with_token(work, std::move(typed));
}

Result<ContactAndToken> put_oneself_on_list(ContactWork const& work, ContactPerson typed,
                                            PrivateMail private_mail) {
  if (auto const wrong = tidy_contact(typed, private_mail); !wrong.empty()) return fail(wrong.front());
  typed.id = work.writer.new_id<ContactPerson>();
  typed.way = ConsentWay::signed_in, typed.asked_on.reset(), typed.given_on = work.today, typed.version = 0;
  if (auto const good = check_place(work, typed); !good) return fail(good.error());
  let_mailbox_be_asked(work, typed.email);
  return kept_with_token(work, std::move(typed));
}

Result<ContactAndToken> correct_contact(ContactWork const& work, ContactPerson const& typed) {
  auto const now = work.writer.contacts().find(typed.id);
  if (!now) return fail(now.error());
  if (now->version != typed.version) return fail(Fault::conflict, "people.changed_meanwhile");
  auto corrected = typed;
  corrected.email = now->email;
  auto const wrong = tidy_contact(corrected, PrivateMail::used_by_organisation);
  if (!wrong.empty()) return fail(wrong.front());
  corrected.organisation = now->organisation, corrected.entered_by = now->entered_by;
  corrected.way = now->way, corrected.asked_on = now->asked_on, corrected.given_on = now->given_on;
  corrected.moved_from = now->moved_from, corrected.moved_by = now->moved_by;
  if (says_the_same(*now, corrected)) return ContactAndToken{*now, ""};
  if (consent_of(*now) == Consent::given) return kept_with_token(work, std::move(corrected));
  return work.writer.kept_contacts().save(std::move(corrected)).map([](ContactPerson saved) {
    return ContactAndToken{std::move(saved), ""};
  });
}

Result<ContactAndToken> ask_contact_again(ContactWork const& work, Id<ContactPerson> id) {
  auto contact = work.writer.contacts().find(id);
  if (!contact) return fail(contact.error());
  auto const free = may_be_asked_on(work.writer, work.secrets, *contact);
  if (free && *free > work.today) return fail(asked_lately(*free));
  if (auto const taken = take_mailbox(work, contact->email); !taken) return fail(taken.error());
  contact->asked_on = work.today;
  return kept_with_token(work, *std::move(contact));
}

std::optional<Date> may_be_asked_on(Reader& reader, Secrets& secrets, ContactPerson const& contact) {
  auto const mailbox = mailbox_of(reader, secrets, contact.email);
  if (mailbox.refused) return std::nullopt;
  Date free{};
  if (mailbox.asked_on) free = *mailbox.asked_on + mailbox_rests;
  // Who just said yes is not asked whether they meant it.
  if (contact.given_on) free = std::max(free, *contact.given_on + mailbox_rests);
  return free;
}

}  // namespace wegwijzer
