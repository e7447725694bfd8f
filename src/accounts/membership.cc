// SPDX-License-Identifier: EUPL-1.2
#include "accounts/membership.h"

namespace wegwijzer::accounts {

Result<Membership> Membership::make(Id<Person> person, Role role, Place place) {
  bool const fits = place.organisation.has_value() == (belongs(role) == Belongs::to_organisation) &&
                    place.area.has_value() == (belongs(role) == Belongs::to_area) &&
                    place.ecosystem.has_value() == (belongs(role) != Belongs::to_server);
  if (!fits) return fail(Fault::invalid, "account.wrong_place");
  return Membership(person, role, place);
}

}  // namespace wegwijzer::accounts
