// SPDX-License-Identifier: EUPL-1.2
// A role of somebody at one place. People are of the whole store: somebody may work for several organisations
// and ecosystems.
#pragma once

#include <optional>

#include "accounts/person.h"
#include "accounts/role.h"
#include "domain/area.h"
#include "domain/ecosystem.h"
#include "domain/organisation.h"

namespace wegwijzer::accounts {

// The ecosystem and the organisation or part of the map that something belongs to; nothing: to none.
struct Place {
  std::optional<Id<Ecosystem>> ecosystem{};
  std::optional<Id<Organisation>> organisation{};  // of that ecosystem
  std::optional<AreaCode> area{};                  // of the map of that ecosystem; with no organisation
  bool operator==(Place const&) const = default;
};

class Membership {
 public:
  // Fails with "account.wrong_place" when the role belongs to more or less than the place says.
  static Result<Membership> make(Id<Person> person, Role role, Place place);

  Id<Person> person() const { return person_; }

  Role role() const { return role_; }

  Place const& place() const { return place_; }

  bool operator==(Membership const&) const = default;

 private:
  Membership(Id<Person> person, Role role, Place place) : person_(person), role_(role), place_(place) {}

  Id<Person> person_;
  Role role_;
  Place place_;
};

}  // namespace wegwijzer::accounts
