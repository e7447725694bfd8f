// SPDX-License-Identifier: EUPL-1.2
#include "domain/percent.h"

#include "base/words.h"

namespace wegwijzer {

Result<Percent> Percent::parse(std::string_view text) {
  auto const number = whole_number(text);
  if (!number || *number < 0 || *number > 100) {
    return fail(Fault::invalid, "percent.invalid", {{"value", std::string(text)}});
  }
  return Percent(static_cast<int>(*number));
}

std::string text(Percent percent) {
  return std::to_string(percent.value());
}

}  // namespace wegwijzer
