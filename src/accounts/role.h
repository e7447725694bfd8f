// SPDX-License-Identifier: EUPL-1.2
// What somebody does for a network. A visitor has no role, and a person without one can do no more than a
// visitor.
#pragma once

#include <array>

#include "domain/choice.h"

namespace wegwijzer::accounts {

enum class Role {
  guide,               // points children on, for one organisation
  provider_editor,     // keeps the offering of one organisation
  organisation_owner,  // and says who else does
  steward,             // keeps a part of the map of one ecosystem: a neighbourhood
  coordinator,         // lead or core team of one ecosystem
  policy_maker,        // looks at one ecosystem
  ecosystem_owner,     // says who coordinates
  server_operator      // runs the program: everything everywhere
};

}  // namespace wegwijzer::accounts

namespace wegwijzer {

template <>
inline constexpr std::array choices<accounts::Role> = {
    std::pair{accounts::Role::guide, "guide"},
    std::pair{accounts::Role::provider_editor, "provider_editor"},
    std::pair{accounts::Role::organisation_owner, "organisation_owner"},
    std::pair{accounts::Role::steward, "steward"},
    std::pair{accounts::Role::coordinator, "coordinator"},
    std::pair{accounts::Role::policy_maker, "policy_maker"},
    std::pair{accounts::Role::ecosystem_owner, "ecosystem_owner"},
    std::pair{accounts::Role::server_operator, "operator"}};

}  // namespace wegwijzer

namespace wegwijzer::accounts {

// What a role belongs to.
enum class Belongs { to_organisation, to_area, to_ecosystem, to_server };

constexpr Belongs belongs(Role role) {
  if (role == Role::server_operator) return Belongs::to_server;
  if (role == Role::steward) return Belongs::to_area;
  return role <= Role::organisation_owner ? Belongs::to_organisation : Belongs::to_ecosystem;
}

// How somebody came in.
// `elsewhere`: by an account at another organisation; that one may have asked for a second thing itself.
enum class Way { link, password, elsewhere, elsewhere_with_factor };

// Whoever can change what others rely on, or sees much, shows a second thing beside a password or an account
// elsewhere; those of a whole ecosystem also beside a mail.
constexpr bool needs_second_factor(Role role, Way way) {
  if (way == Way::elsewhere_with_factor) return false;
  if (belongs(role) == Belongs::to_ecosystem || belongs(role) == Belongs::to_server) return true;
  return way != Way::link && role != Role::guide;
}

}  // namespace wegwijzer::accounts

namespace wegwijzer {

template <>
inline constexpr std::array choices<accounts::Way> = {
    std::pair{accounts::Way::link, "link"}, std::pair{accounts::Way::password, "password"},
    std::pair{accounts::Way::elsewhere, "elsewhere"},
    std::pair{accounts::Way::elsewhere_with_factor, "elsewhere_with_factor"}};

}  // namespace wegwijzer
