// SPDX-License-Identifier: EUPL-1.2
#include "web/mail_text.h"

#include "base/words.h"
#include "usecases/contact/contact_mail.h"
#include "usecases/hub/tell.h"
#include "usecases/suggestion/question_mail.h"
#include "web/html.h"

namespace wegwijzer::web {

namespace {

Url path_of(accounts::Mail const& mail, Language const& language, std::string const& token) {
  std::string const before = language.dutch() ? "" : "/" + language.tag();
  if (mail.kind == accounts::MailKind::invitation)
    return Url::path(before + "/invitation").with("token", token);
  if (mail.kind == accounts::MailKind::link) return Url::path(before + "/sign-in/link").with("token", token);
  if (mail.kind == accounts::MailKind::still_right)
    return Url::path(before + "/workplace/still-right").with("token", token);
  if (mail.kind == accounts::MailKind::address_confirm)
    return Url::path(before + "/account/address/confirm").with("token", token);
  if (mail.kind == accounts::MailKind::address_asked) return Url::path(before + "/account/address");
  if (mail.kind == accounts::MailKind::address_changed) return Url::path(before + "/about");
  if (mail.kind == accounts::MailKind::step_proposed) return Url::path(before + "/workplace");
  return Url::path(before + "/account");
}

Html document(Language const& t, std::string const& subject, std::string const& sentence, Url const& address,
              std::string const& button, std::string const& end) {
  return html(
      R"(<!doctype html><html lang="{}"><head><meta charset="utf-8"><title>{}</title></head><body><p>{}</p><p><a href="{}">{}</a></p><p>{}</p><p>Wegwijzer</p></body></html>)",
      t.tag(), subject, sentence, address, button, end);
}

// A few questions, each with the link that opens it and no other.
Message questions_message(accounts::Mail const& mail, QuestionMail const& said, Language const& t,
                          PublicAddress const& address) {
  std::string const before = t.dutch() ? "" : "/" + t.tag();
  auto const subject = t("mail.questions_subject", {{"about", said.organisation}});
  auto const sentence = t("mail.questions_text", {{"about", said.organisation}});
  auto const button = t("mail.questions_button"), end = t("mail.questions_end");
  auto plain = sentence + "\n";
  Html list;
  for (auto const& question : said.questions) {
    auto const there = address.of(
        Url::path(before + "/e").segment(said.slug).segment("answer").with("token", question.token));
    plain += "\n" + question.sentence + "\n" + there.text() + "\n";
    list += html(R"(<p>{}</p><p><a href="{}">{}</a></p>)", question.sentence, there, button);
  }
  auto const page = html(
      R"(<!doctype html><html lang="{}"><head><meta charset="utf-8"><title>{}</title></head><body><p>{}</p>{}<p>{}</p><p>Wegwijzer</p></body></html>)",
      t.tag(), subject, sentence, list, end);
  return {text(mail.id), mail.to, HeaderText(subject), plain + "\n" + end + "\n\nWegwijzer\n",
          page.text(),   {}};
}

bool is_of_talk(accounts::MailKind kind) {
  using accounts::MailKind;
  return kind == MailKind::hub_question || kind == MailKind::hub_answer || kind == MailKind::notice_match ||
         kind == MailKind::notice_reply;
}

Url path_of_talk(accounts::MailKind kind, TalkMail const& said, Language const& t) {
  bool const of_hub = kind == accounts::MailKind::hub_question || kind == accounts::MailKind::hub_answer;
  return Url::path(std::string(t.dutch() ? "" : "/" + t.tag()) + "/workplace")
      .segment(said.slug)
      .segment(of_hub ? "questions" : "notices")
      .segment(said.id);
}

// A message of somebody else to who placed a notice: their address, and what they wrote.
struct SentAlong {
  std::optional<accounts::EmailAddress> from{};
  std::string text{};
};

SentAlong sent_along(std::string const& sealed) {
  auto const end = sealed.find('\n');
  if (end == sealed.npos) return {};
  auto const from = accounts::EmailAddress::parse(sealed.substr(0, end));
  return {from ? std::optional(*from) : std::nullopt, sealed.substr(end + 1)};
}

// What partners say to each other.
Message talk_message(accounts::Mail const& mail, std::string const& sealed, Language const& t,
                     PublicAddress const& address) {
  auto const said = read_talk_mail(mail.about);
  auto const along = sent_along(sealed);
  auto const kind = "mail." + text(mail.kind);
  auto const subject = t(kind + "_subject", {{"title", said.title}});
  auto const sentence = t(kind + "_text", {{"title", said.title}, {"whose", said.whose}});
  auto const button = t(kind + "_button"), end = t(kind + "_end");
  auto const there = address.of(path_of_talk(mail.kind, said, t));
  auto const message = along.text.empty() ? std::string() : along.text + "\n\n";
  auto const quoted =
      along.text.empty() ? Html() : html(R"(<blockquote><pre>{}</pre></blockquote>)", along.text);
  auto const page = html(
      R"(<!doctype html><html lang="{}"><head><meta charset="utf-8"><title>{}</title></head><body><p>{}</p>{}<p><a href="{}">{}</a></p><p>{}</p><p>Wegwijzer</p></body></html>)",
      t.tag(), subject, sentence, quoted, there, button, end);
  return {text(mail.id),
          mail.to,
          HeaderText(subject),
          sentence + "\n\n" + message + button + ":\n" + there.text() + "\n\n" + end + "\n\nWegwijzer\n",
          page.text(),
          along.from};
}

// Each with its label; what is not said is left out.
std::vector<std::pair<std::string, std::string>> lines_about(ContactPerson const& one, Language const& t) {
  std::vector<std::string> purposes;
  for (auto const purpose : one.turn_to) purposes.push_back(t("people.for_" + text(purpose)));
  std::vector<std::pair<std::string, std::string>> lines{
      {t("people.name"), one.name},
      {t("people.function"), one.function},
      {t("people.layer"), t("people.layer_" + text(one.layer))},
      {t("people.email"), one.email},
      {t("people.phone"), one.phone},
      {t("people.turn_to"), joined(purposes, " · ")},
      {t("people.about"), one.about}};
  std::erase_if(lines, [](auto const& line) { return line.second.empty(); });
  return lines;
}

// What stands, or would stand, in the list, and the link that opens it for who reads this.
Message contact_message(accounts::Mail const& mail, ContactMail const& said, Language const& t,
                        PublicAddress const& address) {
  std::string const before = t.dutch() ? "" : "/" + t.tag();
  auto const kind = "mail." + text(mail.kind);
  auto const subject = t(kind + "_subject", {{"network", said.network}});
  auto const sentence = t(kind + "_text", {{"network", said.network}, {"organisation", said.organisation}});
  auto const button = t(kind + "_button"), end = t(kind + "_end");
  auto const there =
      address.of(Url::path(before + "/e").segment(said.slug).segment("contact").with("token", said.token));
  std::string plain = sentence + "\n\n";
  Html list;
  for (auto const& [label, words] : lines_about(said.contact, t)) {
    plain += label + ": " + words + "\n";
    list += html("<dt>{}</dt><dd>{}</dd>", label, words);
  }
  auto const page = html(
      R"(<!doctype html><html lang="{}"><head><meta charset="utf-8"><title>{}</title></head><body><p>{}</p><dl>{}</dl><p><a href="{}">{}</a></p><p>{}</p><p>Wegwijzer</p></body></html>)",
      t.tag(), subject, sentence, list, there, button, end);
  return {text(mail.id), mail.to, HeaderText(subject),
          plain + "\n" + button + ":\n" + there.text() + "\n\n" + end + "\n\nWegwijzer\n", page.text()};
}

}  // namespace

Result<Message> message_of(accounts::Mail const& mail, Secrets& secrets, Languages const& languages,
                           PublicAddress const& address) {
  auto const* const found = languages.find(mail.language);
  auto const& t = found ? *found : languages.first();
  auto const token = mail.sealed_token.empty() ? Result<std::string>("") : secrets.unseal(mail.sealed_token);
  if (!token) return fail(token.error());
  if (mail.kind == accounts::MailKind::questions) {
    return questions_message(mail, read_question_mail(mail.about, *token), t, address);
  }
  if (is_about_contact(mail.kind)) {
    return contact_message(mail, read_contact_mail(mail.about, *token), t, address);
  }
  if (is_of_talk(mail.kind)) return talk_message(mail, *token, t, address);
  auto const kind = "mail." + text(mail.kind);
  auto const subject = t(kind + "_subject"), end = t(kind + "_end"), button = t(kind + "_button");
  auto const sentence = t(kind + "_text", {{"about", mail.about}});
  auto const there = address.of(path_of(mail, t, *token));
  return Message{text(mail.id),
                 mail.to,
                 HeaderText(subject),
                 sentence + "\n\n" + button + ":\n" + there.text() + "\n\n" + end + "\n\nWegwijzer\n",
                 document(t, subject, sentence, there, button, end).text(),
                 {}};
}

}  // namespace wegwijzer::web
