// SPDX-License-Identifier: EUPL-1.2
// Pictures of an offering, and the logo of an ecosystem. What is shown was made anew from what the provider
// gave (layer `pictures`) and lies on the ground of the store (GroundKind::picture), once for everybody who
// shows it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace wegwijzer {

inline constexpr std::size_t most_pictures = 4;

struct Picture {
  std::string checksum;  // of the file that the provider gave
  int width = 0;         // of the largest that is shown
  int height = 0;
  std::string description;  // for who cannot see it; never empty, one line
  static Result<Picture> parse(std::string_view line);
  bool operator==(Picture const&) const = default;
};

// "0f… 1200x800 A child at a workbench".
std::string text(Picture const& picture);

// The widths in which it is kept, the smallest first.
std::vector<int> picture_widths(int width);

// "0f…-480.webp": what the ground and its address call it.
std::string picture_name(Picture const& picture, int width);

// In the order in which they are shown; as text a line for each.
struct Pictures {
  std::vector<Picture> all;
  static Result<Pictures> parse(std::string_view text);
  bool operator==(Pictures const&) const = default;
};

std::string text(Pictures const& pictures);

}  // namespace wegwijzer
