// SPDX-License-Identifier: EUPL-1.2
#include "domain/colour.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace wegwijzer {

namespace {

constexpr std::size_t length = 7;  // "#rrggbb"

bool is_hexadecimal(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

double luminance(Colour colour) {
  constexpr std::array weights{0.2126, 0.7152, 0.0722};
  double sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) sum += weights[i] * light_of(colour.channels[i] / 255.0);
  return sum;
}

}  // namespace

Result<Colour> Colour::parse(std::string_view text) {
  bool const sound =
      text.size() == length && text[0] == '#' && std::ranges::all_of(text.substr(1), is_hexadecimal);
  if (!sound) return fail(Fault::invalid, "colour.invalid", {{"value", std::string(text.substr(0, 100))}});
  Colour colour;
  for (std::size_t i = 0; i < colour.channels.size(); ++i) {
    auto const* const begin = text.data() + 1 + 2 * i;
    std::from_chars(begin, begin + 2, colour.channels[i], 16);
  }
  return colour;
}

std::string text(Colour colour) {
  return fmt::format("#{:02x}", fmt::join(colour.channels, ""));
}

double light_of(double channel) {
  return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

// https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
double contrast(Colour a, Colour b) {
  auto const [darker, lighter] = std::minmax({luminance(a), luminance(b)});
  return (lighter + 0.05) / (darker + 0.05);
}

}  // namespace wegwijzer
