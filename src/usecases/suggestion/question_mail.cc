// SPDX-License-Identifier: EUPL-1.2
#include "usecases/suggestion/question_mail.h"

#include "base/words.h"
#include "usecases/workplace/tell.h"

namespace wegwijzer {

std::string in_one_line(std::string_view text) {
  std::string out;
  for (char const c : text) {
    auto const byte = static_cast<unsigned char>(c);
    out += byte < 0x20 || byte == 0x7f ? ' ' : c;
  }
  return out;
}

std::vector<Receiver> receivers_of(Accounts& accounts, accounts::Place const& place,
                                   std::string_view business_address, std::string const& language) {
  std::vector<Receiver> all;
  for (auto const& person : keepers_of(accounts, place)) all.push_back({person.mail, person.language});
  auto const business = accounts::EmailAddress::parse(business_address);
  if (all.empty() && business) all.push_back({*business, language});
  return all;
}

accounts::Mail question_mail(Secrets& secrets, Receiver const& to, QuestionMail const& mail,
                             Id<accounts::Mail> id, Instant now) {
  auto about = in_one_line(mail.slug) + "\n" + in_one_line(mail.organisation);
  std::string tokens;
  for (auto const& question : mail.questions) {
    about += "\n" + in_one_line(question.sentence);
    tokens += (tokens.empty() ? "" : "\n") + question.token;
  }
  return {id, to.mail, accounts::MailKind::questions, to.language, secrets.seal(tokens), about, now};
}

QuestionMail read_question_mail(std::string_view about, std::string_view token) {
  auto const lines = split(about, '\n'), tokens = split(token, '\n');
  QuestionMail mail;
  if (lines.size() < 2) return mail;
  mail.slug = lines[0];
  mail.organisation = lines[1];
  for (std::size_t i = 2; i < lines.size() && i - 2 < tokens.size(); ++i) {
    mail.questions.push_back({std::string(lines[i]), std::string(tokens[i - 2])});
  }
  return mail;
}

}  // namespace wegwijzer
