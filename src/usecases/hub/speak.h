// SPDX-License-Identifier: EUPL-1.2
// As whom somebody speaks in a network, and who it was: of the person stays no more than the history tells.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "accounts/membership.h"
#include "ports/store.h"

namespace wegwijzer {

// For an organisation or, without one, for the network.
struct Speaker {
  std::optional<Id<Organisation>> organisation{};
  Voice voice = Voice::guide;
  bool operator==(Speaker const&) const = default;
};

// By the roles of somebody in a network: for each organisation once, by the role there that may most; for the
// network last.
std::vector<Speaker> speakers_of(std::span<accounts::Membership const> roles, Ecosystem const& ecosystem);

// Who made a record, as its history tells; nothing when it was no person, or of an import.
std::optional<Id<accounts::Person>> maker_of(Reader& reader, std::string_view record, Uuid id);

template <class Thing>
std::optional<Id<accounts::Person>> maker_of(Reader& reader, Thing const& thing) {
  return maker_of(reader, record_name<Thing>, thing.id.uuid());
}

// When it was made.
std::optional<Instant> made_at(Reader& reader, std::string_view record, Uuid id);

// A text that was typed: what it must and may be. Fails with "talk.needed" or "talk.too_long" of the field.
struct TalkText {
  char const* field;
  std::size_t longest;  // letters
  bool needed = true;
};

Result<std::string> talk_text(std::string_view typed, TalkText const& asked);

}  // namespace wegwijzer
