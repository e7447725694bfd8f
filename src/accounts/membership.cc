// SPDX-License-Identifier: EUPL-1.2
#include "accounts/membership.h"

namespace wegwijzer::accounts {

Result<Membership> Membership::make(Id<Person> person, Role role, Place place) {
  bool const of_organisation = belongs(role) == Belongs::to_organisation;
  bool const of_ecosystem = belongs(role) != Belongs::to_server;
  if (place.organisation.has_value() != of_organisation || place.ecosystem.has_value() != of_ecosystem) {
    return fail(Fault::invalid, "account.wrong_place");
  }
  return Membership(person, role, place);
}

}  // namespace wegwijzer::accounts
