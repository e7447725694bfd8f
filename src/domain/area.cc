// SPDX-License-Identifier: EUPL-1.2
#include "domain/area.h"

#include <algorithm>

namespace wegwijzer {

Result<AreaCode> AreaCode::parse(std::string_view text) {
  auto const digits = text.size() < 2 ? std::string_view() : text.substr(2);
  auto const is_digit = [](char c) { return c >= '0' && c <= '9'; };
  bool const shape = (text.starts_with("GM") && digits.size() == 4) ||
                     (text.starts_with("WK") && digits.size() == 6) ||
                     (text.starts_with("BU") && digits.size() == 8);
  // Amsterdam letters its areas since 2022: "WK0363AA".
  auto const is_part = [&](char c) { return is_digit(c) || (c >= 'A' && c <= 'Z'); };
  if (!shape || !std::ranges::all_of(digits.substr(0, 4), is_digit) ||
      !std::ranges::all_of(digits, is_part)) {
    return fail(Fault::invalid, "area.code_invalid", {{"value", std::string(text)}});
  }
  return AreaCode(std::string(text));
}

AreaKind AreaCode::kind() const {
  if (text_.starts_with("GM")) return AreaKind::gemeente;
  return text_.starts_with("WK") ? AreaKind::wijk : AreaKind::buurt;
}

std::optional<AreaCode> AreaCode::within() const {
  if (kind() == AreaKind::gemeente) return std::nullopt;
  if (kind() == AreaKind::wijk) return AreaCode("GM" + text_.substr(2, 4));
  return AreaCode("WK" + text_.substr(2, 6));
}

bool lies_in(AreaCode const& small, AreaCode const& large) {
  for (auto at = std::optional(small); at; at = at->within()) {
    if (*at == large) return true;
  }
  return false;
}

std::optional<AreaCode> around_both(AreaCode const& one, AreaCode const& other) {
  auto at = std::optional(one);
  while (at && !lies_in(other, *at)) at = at->within();
  return at;
}

}  // namespace wegwijzer
