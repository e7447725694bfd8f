// SPDX-License-Identifier: EUPL-1.2
#include "domain/venue.h"

#include "base/words.h"

namespace wegwijzer {

Result<PupilsFrom> PupilsFrom::parse(std::string_view text) {
  auto const parts = split(text, ' ');
  auto const buurt = AreaCode::parse(parts.empty() ? "" : parts[0]);
  auto const pupils = parts.size() == 2 ? whole_number(parts[1]) : std::nullopt;
  if (!buurt || buurt->kind() != AreaKind::buurt || !pupils || *pupils < 0 || *pupils > 100'000) {
    return fail(Fault::invalid, "catchment.invalid", {{"value", std::string(text)}});
  }
  return PupilsFrom{*buurt, static_cast<int>(*pupils)};
}

std::string text(PupilsFrom const& part) {
  return part.buurt.text() + " " + std::to_string(part.pupils);
}

}  // namespace wegwijzer
