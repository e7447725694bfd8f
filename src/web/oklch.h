// SPDX-License-Identifier: EUPL-1.2
// A colour by lightness, chroma and hue as eyes see them (OKLCH, https://www.w3.org/TR/css-color-4/#ok-lab),
// so that one can be changed and the others stay.
#pragma once

#include "domain/colour.h"

namespace wegwijzer::web {

struct Oklch {
  double lightness = 0;  // 0 is black, 1 is white
  double chroma = 0;     // 0 is grey
  double hue = 0;        // in radians
};

Oklch oklch(Colour colour);

// What no screen can show gets less chroma, until it can be shown.
Colour on_screen(Oklch wanted);

}  // namespace wegwijzer::web
