// SPDX-License-Identifier: EUPL-1.2
// The contact list of a network for a spreadsheet: who said yes, in the words of the page.
#pragma once

#include <string>
#include <vector>

namespace wegwijzer {

struct ContactRow {
  std::string organisation;
  std::string name;
  std::string function;
  std::string layer;
  std::string email;
  std::string phone;
  std::string turn_to;
  std::string about;
  std::string themes;
  std::string said_yes_on;
};

std::string write_contacts_csv(std::vector<ContactRow> const& rows);

}  // namespace wegwijzer
