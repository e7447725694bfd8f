// SPDX-License-Identifier: EUPL-1.2
#include "accounts/person.h"

#include <algorithm>

#include "accounts/letters.h"
#include "base/words.h"

namespace wegwijzer::accounts {

Result<std::string> person_name(std::string_view typed) {
  auto const name = trimmed(typed);
  bool const control =
      std::ranges::any_of(name, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
  if (name.empty() || control || !valid_utf8(name) || letters(name) > longest_name) {
    return fail(in_field({Fault::invalid, "account.name_invalid"}, "name"));
  }
  return std::string(name);
}

}  // namespace wegwijzer::accounts
