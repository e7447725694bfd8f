// SPDX-License-Identifier: EUPL-1.2
#include "web/typed_fields.h"

#include "base/words.h"

namespace wegwijzer::web {

std::string TypedFields::text(std::string_view name) const {
  std::string out;
  for (auto const c : trimmed(form_.first(name).value_or(""))) {
    if (c != '\r') out += c;
  }
  return out;
}

}  // namespace wegwijzer::web
