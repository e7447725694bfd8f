// SPDX-License-Identifier: EUPL-1.2
// Ways in that are sent by mail, each for one use: an invitation to a role, and a link for who has one.
#pragma once

#include <chrono>

#include "accounts/membership.h"
#include "accounts/secret_hash.h"

namespace wegwijzer::accounts {

struct Invitation {
  Id<Invitation> id;
  SecretHash token;
  EmailAddress mail;
  Role role = Role::guide;
  Place place{};
  std::string language;
  Instant ends;
  std::optional<Id<Person>> invited_by{};  // nothing: the operator, by the command line
  bool operator==(Invitation const&) const = default;
};

struct Link {
  SecretHash token;
  Id<Person> person;
  Instant ends;
  bool operator==(Link const&) const = default;
};

inline constexpr std::chrono::hours invitation_lasts{24 * 7};  // assumption: a holiday week
inline constexpr std::chrono::hours day_of_invitations{24};
inline constexpr int most_invitations_a_day =
    50;  // assumption: of one person; a school with all its teachers
inline constexpr std::chrono::minutes link_lasts{15};

}  // namespace wegwijzer::accounts
