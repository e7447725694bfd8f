// SPDX-License-Identifier: EUPL-1.2
// A colour as it is written in a style sheet, "#c8102e", and how well one is read on another.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace wegwijzer {

struct Colour {
  std::array<std::uint8_t, 3> channels{};  // red, green, blue
  // Capitals too. Fails with "colour.invalid".
  static Result<Colour> parse(std::string_view text);
  bool operator==(Colour const&) const = default;
};

std::string text(Colour colour);  // in small letters

// A channel of 0 to 1 as it is written, and as light (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance).
double light_of(double channel);

// Contrast as WCAG 2.2 defines it, from 1 to 21.
double contrast(Colour a, Colour b);

}  // namespace wegwijzer
