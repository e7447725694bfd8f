// SPDX-License-Identifier: EUPL-1.2
// What flyers and reports have in common: their margins and colours, the sign at the top, and the way to more
// as a code and an address.
#pragma once

#include <string>
#include <string_view>

#include "print/paper.h"

namespace wegwijzer::print {

inline constexpr std::string_view ink = "#1d2b2a";
inline constexpr std::string_view soft = "#4d5c5a";
inline constexpr std::string_view pale = "#ddd5c4";
inline constexpr std::string_view our_green = "#0b5d57";

inline constexpr double margin = 42;
inline constexpr double inner_width = page_width - 2 * margin;

struct Printed {
  std::string pdf;
  int pages = 1;
};

// Where a QR code leads, and the same address as people write it over.
struct WayTo {
  std::string address;  // "https://wegwijzer.example/o/k7m3q9x2"
  std::string written;  // "wegwijzer.example/o/k7m3q9x2"
};

// The code leads where the written address leads, for who reads it on a screen.
void draw_code(Paper& paper, WayTo const& to, double x, double y, double side);

// The sign and the name of the site, at the top of a page.
void draw_letterhead(Paper& paper, std::string_view colour);

}  // namespace wegwijzer::print
