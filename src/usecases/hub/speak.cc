// SPDX-License-Identifier: EUPL-1.2
#include "usecases/hub/speak.h"

#include <algorithm>

#include "accounts/letters.h"
#include "base/words.h"

namespace wegwijzer {

namespace {

Voice voice_of(accounts::Role role) {
  auto const voice = parse_choice<Voice>(code(role));
  check(voice.has_value(), "each role has a voice of the same code");
  return *voice;
}

bool is_of_network(accounts::Membership const& role, Ecosystem const& ecosystem) {
  return role.place().ecosystem == ecosystem.id || role.role() == accounts::Role::server_operator;
}

bool network_last(Speaker const& one, Speaker const& other) {
  return one.organisation.has_value() && !other.organisation.has_value();
}

AuditEntry const* line_of_making(std::vector<AuditEntry> const& history) {
  auto const made =
      std::ranges::find_if(history, [](AuditEntry const& one) { return one.field.empty() && !one.before; });
  return made == history.end() ? nullptr : &*made;
}

}  // namespace

std::vector<Speaker> speakers_of(std::span<accounts::Membership const> roles, Ecosystem const& ecosystem) {
  std::vector<Speaker> all;
  for (auto const& role : roles) {
    if (!is_of_network(role, ecosystem)) continue;
    Speaker const one{role.place().organisation, voice_of(role.role())};
    auto const same = std::ranges::find(all, one.organisation, &Speaker::organisation);
    if (same == all.end()) {
      all.push_back(one);
    } else {
      same->voice = std::max(same->voice, one.voice);
    }
  }
  std::ranges::stable_sort(all, network_last);
  return all;
}

std::optional<Id<accounts::Person>> maker_of(Reader& reader, std::string_view record, Uuid id) {
  constexpr std::string_view person = "person:";
  auto const history = reader.audit(record, id);
  auto const* const made = line_of_making(history);
  if (!made || !made->actor.starts_with(person)) return std::nullopt;
  auto const known = Id<accounts::Person>::parse(made->actor.substr(person.size()));
  return known ? std::optional(*known) : std::nullopt;
}

std::optional<Instant> made_at(Reader& reader, std::string_view record, Uuid id) {
  auto const history = reader.audit(record, id);
  auto const* const made = line_of_making(history);
  return made ? std::optional(made->at) : std::nullopt;
}

Result<std::string> talk_text(std::string_view typed, TalkText const& asked) {
  std::string text(trimmed(typed));
  if (asked.needed && text.empty()) return fail(in_field({Fault::invalid, "talk.needed"}, asked.field));
  if (accounts::letters(text) > asked.longest) {
    return fail(
        in_field({Fault::invalid, "talk.too_long", {{"most", std::to_string(asked.longest)}}}, asked.field));
  }
  return text;
}

}  // namespace wegwijzer
