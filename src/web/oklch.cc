// SPDX-License-Identifier: EUPL-1.2
#include "web/oklch.h"

#include <algorithm>
#include <cmath>

namespace wegwijzer::web {

namespace {

using Three = std::array<double, 3>;
using Matrix = std::array<Three, 3>;

// https://www.w3.org/TR/css-color-4/#color-conversion-code, with linear sRGB at the end in one step.
constexpr Matrix cones_of_light{{{0.4122214708, 0.5363325363, 0.0514459929},
                                 {0.2119034982, 0.6806995451, 0.1073969566},
                                 {0.0883024619, 0.2817188376, 0.6299787005}}};
constexpr Matrix lab_of_cones{{{0.2104542553, 0.7936177850, -0.0040720468},
                               {1.9779984951, -2.4285922050, 0.4505937099},
                               {0.0259040371, 0.7827717662, -0.8086757660}}};
constexpr Matrix cones_of_lab{
    {{1, 0.3963377774, 0.2158037573}, {1, -0.1055613458, -0.0638541728}, {1, -0.0894841775, -1.2914855480}}};
constexpr Matrix light_of_cones{{{4.0767416621, -3.3077115913, 0.2309699292},
                                 {-1.2684380046, 2.6097574011, -0.3413193965},
                                 {-0.0041960863, -0.7034186147, 1.7076147010}}};

constexpr int halvings = 12;  // finer than one step of a channel

Three times(Matrix const& matrix, Three const& by) {
  Three out{};
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t j = 0; j < 3; ++j) out[i] += matrix[i][j] * by[j];
  }
  return out;
}

Three light_shown(Oklch const& colour) {
  auto cones = times(cones_of_lab, {colour.lightness, colour.chroma * std::cos(colour.hue),
                                    colour.chroma * std::sin(colour.hue)});
  for (auto& cone : cones) cone = cone * cone * cone;
  return times(light_of_cones, cones);
}

bool can_be_shown(Oklch const& colour) {
  constexpr double rounding = 1e-4;
  return std::ranges::all_of(light_shown(colour),
                             [](double l) { return l >= -rounding && l <= 1 + rounding; });
}

std::uint8_t channel_of(double light) {
  auto const l = std::clamp(light, 0.0, 1.0);
  auto const channel = l <= 0.0031308 ? 12.92 * l : 1.055 * std::pow(l, 1 / 2.4) - 0.055;
  return static_cast<std::uint8_t>(std::lround(255 * channel));
}

}  // namespace

Oklch oklch(Colour colour) {
  Three light{};
  for (std::size_t i = 0; i < 3; ++i) light[i] = light_of(colour.channels[i] / 255.0);
  auto cones = times(cones_of_light, light);
  for (auto& cone : cones) cone = std::cbrt(cone);
  auto const [lightness, a, b] = times(lab_of_cones, cones);
  return {lightness, std::hypot(a, b), std::atan2(b, a)};
}

Colour on_screen(Oklch wanted) {
  double shown = 0, too_much = wanted.chroma;
  if (can_be_shown(wanted)) shown = wanted.chroma;
  for (int i = 0; i < halvings && shown < too_much; ++i) {
    wanted.chroma = (shown + too_much) / 2;
    (can_be_shown(wanted) ? shown : too_much) = wanted.chroma;
  }
  wanted.chroma = shown;
  auto const [red, green, blue] = light_shown(wanted);
  return {{channel_of(red), channel_of(green), channel_of(blue)}};
}

}  // namespace wegwijzer::web
