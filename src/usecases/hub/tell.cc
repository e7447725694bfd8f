// SPDX-License-Identifier: EUPL-1.2
#include "usecases/hub/tell.h"

#include <algorithm>

#include "base/words.h"

namespace wegwijzer {

bool is_to_be_told(std::span<Instant const> happened, std::chrono::seconds again_after) {
  std::optional<Instant> told;
  bool now = false;
  for (auto const at : happened) {
    now = !told || at - *told >= again_after;
    if (now) told = at;
  }
  return now;
}

std::vector<Instant> came_to_its_hub(Reader& reader, HubQuestion const& question) {
  std::vector<Instant> all;
  // Where it was asked is told by the first time that it went on.
  std::optional<Instant> asked;
  for (auto const& line : reader.audit(record_name<HubQuestion>, question.id.uuid())) {
    if (line.field.empty()) asked = line.at;
    if (line.field != "hub") continue;
    if (asked && line.before == to_field_text(question.hub)) all.push_back(*asked);
    asked.reset();
    if (line.after == to_field_text(question.hub)) all.push_back(line.at);
  }
  if (asked) all.push_back(*asked);
  return all;
}

std::vector<Instant> was_answered(Reader& reader, HubQuestion const& question) {
  auto const asker = maker_of(reader, question);
  std::vector<Instant> all;
  for (auto const& answer : records<HubAnswer>(reader).with("question", text(question.id))) {
    auto const at = made_at(reader, record_name<HubAnswer>, answer.id.uuid());
    if (at && (!asker || maker_of(reader, answer) != asker)) all.push_back(*at);
  }
  std::ranges::sort(all);
  return all;
}

std::vector<Receiver> receivers_of(Accounts& accounts, Ecosystem const& ecosystem, Hub const& hub,
                                   std::string const& language) {
  return receivers_of(accounts, {ecosystem.id, hub.organisation}, hub.email, language);
}

accounts::Mail talk_mail(accounts::MailKind kind, Receiver const& to, TalkMail const& mail,
                         Id<accounts::Mail> id, Instant now) {
  auto const about =
      joined({in_one_line(mail.slug), mail.id, in_one_line(mail.title), in_one_line(mail.whose)}, "\n");
  return {id, to.mail, kind, to.language, {}, about, now};
}

TalkMail read_talk_mail(std::string_view about) {
  auto const lines = split(about, '\n');
  auto const line = [&](std::size_t i) { return i < lines.size() ? std::string(lines[i]) : std::string(); };
  return {line(0), line(1), line(2), line(3)};
}

}  // namespace wegwijzer
