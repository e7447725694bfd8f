// SPDX-License-Identifier: EUPL-1.2
#include "usecases/contact/contact_mail.h"

#include <array>

#include "usecases/suggestion/question_mail.h"

namespace wegwijzer {

namespace {

// Unlike split() with its empty lines: what is not said has its line too.
std::vector<std::string> lines_of_mail(std::string_view text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin <= text.size();) {
    auto const end = std::min(text.find('\n', begin), text.size());
    lines.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

std::string sealed_lines(ContactMail const& mail) {
  auto const& one = mail.contact;
  std::string text = mail.token;
  for (auto const& line : {one.name, one.function, wegwijzer::text(one.layer), one.email, one.phone,
                           to_field_text(one.turn_to).value_or(""), one.about}) {
    text += "\n" + in_one_line(line);
  }
  return text;
}

}  // namespace

void write_contact_mail(AccountWorld const& world, accounts::MailKind kind, ContactMail const& mail) {
  auto const to = accounts::EmailAddress::parse(mail.contact.email);
  check(to.has_value(), "the address of a contact was checked");
  auto const account = world.accounts.person(*to);
  world.accounts.write(
      {world.accounts.new_id<accounts::Mail>(), *to, kind, account ? account->language : "",
       world.secrets.seal(sealed_lines(mail)),
       in_one_line(mail.slug) + "\n" + in_one_line(mail.network) + "\n" + in_one_line(mail.organisation),
       world.now});
}

bool is_about_contact(accounts::MailKind kind) {
  using accounts::MailKind;
  return kind == MailKind::contact_consent || kind == MailKind::contact_confirmed ||
         kind == MailKind::contact_changed || kind == MailKind::contact_yearly;
}

ContactMail read_contact_mail(std::string_view about, std::string_view sealed) {
  auto list = lines_of_mail(about), said = lines_of_mail(sealed);
  list.resize(3), said.resize(8);
  ContactMail mail{list[0], list[1], list[2], {}, said[0]};
  mail.contact.name = said[1], mail.contact.function = said[2];
  mail.contact.layer = parse_choice<ContactLayer>(said[3]).value_or(ContactLayer::green);
  mail.contact.email = said[4], mail.contact.phone = said[5];
  mail.contact.turn_to = from_field_text<std::vector<TurnTo>>(said[6]).value_or(std::vector<TurnTo>());
  mail.contact.about = said[7];
  return mail;
}

void forget_contact_mails(KeptAccounts& accounts, std::string const& slug,
                          std::vector<ContactPerson> const& gone) {
  for (auto const& one : gone) {
    if (auto const to = accounts::EmailAddress::parse(one.email)) accounts.forget_contact_mails(*to, slug);
  }
}

}  // namespace wegwijzer
