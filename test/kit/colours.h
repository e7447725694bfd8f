// SPDX-License-Identifier: EUPL-1.2
// The colours of the style sheet by role, and which of them must be told apart.
#pragma once

#include <map>
#include <regex>
#include <string>
#include <vector>

#include "kit/style_sheet.h"
#include "tiles/palette.h"

namespace wegwijzer {

using Colours = std::map<std::string, std::string>;

// What follows a text, up to the first brace that closes.
inline std::string block_after(std::string const& text, std::string const& opening) {
  auto const begin = text.find(opening);
  return begin == text.npos ? "" : text.substr(begin, text.find('}', begin) - begin);
}

inline Colours colours_in(std::string const& block) {
  static std::regex const one("--([a-z-]+): (#[0-9a-f]{6});");
  Colours found;
  for (std::sregex_iterator at(block.begin(), block.end(), one), end; at != end; ++at)
    found[(*at)[1]] = (*at)[2];
  return found;
}

inline Colours colours_of(tiles::Look look) {
  auto const* const dark = "@media screen and (prefers-color-scheme: dark)";
  return colours_in(block_after(style_sheet(), look == tiles::Look::dark ? dark : ":root {\n  color-scheme"));
}

struct ColourPair {
  std::string shown;
  std::string ground;
  double least;
};

// WCAG 2.2: 4.5 for text (1.4.3), 3 for controls and what has the focus (1.4.11).
inline std::vector<ColourPair> colour_pairs() {
  struct Row {
    char const* shown;
    double least;
    std::vector<char const*> grounds;
  };

  constexpr double readable = 4.5, visible = 3;
  std::vector<char const*> const all{"paper", "surface", "primary-soft", "sun-soft", "broader-soft"};
  std::vector<Row> const rows{
      {"ink", readable, all},
      {"soft", readable, {"paper", "surface", "primary-soft", "broader-soft"}},
      {"primary", readable, all},
      {"primary-strong", readable, all},
      {"on-primary", readable, {"primary", "primary-strong"}},
      {"on-sun", readable, {"sun"}},
      {"broader", readable, {"surface", "broader-soft"}},
      {"problem", readable, {"paper", "surface"}},
      {"dot-ink", readable, {"dot", "dot-picked"}},
      {"control", visible, {"paper", "surface"}},
      {"primary", visible, {"paper", "surface", "primary-soft"}},
      {"ink", visible, {"paper", "surface"}},
  };
  std::vector<ColourPair> pairs;
  for (auto const& row : rows) {
    for (auto const* ground : row.grounds) pairs.push_back({row.shown, ground, row.least});
  }
  return pairs;
}

}  // namespace wegwijzer
