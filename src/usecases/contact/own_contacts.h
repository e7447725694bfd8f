// SPDX-License-Identifier: EUPL-1.2
// All that the contact lists of every network say of one mail address: for who has that address.
#pragma once

#include <string>
#include <vector>

#include "ports/store.h"

namespace wegwijzer {

struct OwnContact {
  Ecosystem network;
  std::string organisation;  // its name
  ContactPerson contact;
};

std::vector<OwnContact> contacts_of(Store& store, std::string_view email);

// One of them, with all that is kept, as JSON.
std::string own_contact_data(OwnContact const& one);

}  // namespace wegwijzer
