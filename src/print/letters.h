// SPDX-License-Identifier: EUPL-1.2
// The letters of the site, out of the program itself: a flyer looks the same on every machine. What they do
// not have (Cyrillic, …) comes from what the machine has.
#pragma once

#include <pango/pangocairo.h>

namespace wegwijzer::print {

// What Pango calls them: for reading, and for headings.
inline constexpr char const* letters_of_text = "Wegwijzer Text,Wegwijzer Arabic,sans-serif";
inline constexpr char const* letters_of_headings = "Wegwijzer Heading,Wegwijzer Arabic,sans-serif";

// Of this thread, until it ends.
PangoFontMap* letters();

}  // namespace wegwijzer::print
