// SPDX-License-Identifier: EUPL-1.2
// The words of a PDF and where they stand, as poppler finds them: nothing is cut off, nothing runs over.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "kit/said_by.h"

namespace wegwijzer {

struct PrintedWord {
  int page;
  double left, top, right, bottom;  // points
  std::string text;
};

inline std::vector<PrintedWord> printed_words(std::string const& file) {
  auto const said = said_by("pdftotext -bbox " + file + " -");
  std::vector<PrintedWord> words;
  int page = 0;
  for (std::size_t at = 0; (at = said.find('<', at)) != said.npos; ++at) {
    if (said.compare(at, 6, "<page ") == 0) ++page;
    if (said.compare(at, 6, "<word ") != 0) continue;
    auto const number = [&](std::string const& name) {
      auto const from = said.find(name + "=\"", at) + name.size() + 2;
      return std::stod(said.substr(from));
    };
    auto const begin = said.find('>', at) + 1;
    words.push_back({page, number("xMin"), number("yMin"), number("xMax"), number("yMax"),
                     said.substr(begin, said.find('<', begin) - begin)});
  }
  return words;
}

// Nearer to the side of the page than the margin.
inline std::vector<std::string> written_outside(std::vector<PrintedWord> const& words, double margin,
                                                double width, double height) {
  std::vector<std::string> found;
  for (auto const& word : words) {
    bool const within = word.left >= margin && word.right <= width - margin && word.top >= margin &&
                        word.bottom <= height - margin;
    if (!within)
      found.push_back(fmt::format("{} ({}: {}, {})", word.text, word.page, word.left, word.bottom));
  }
  return found;
}

// Letters may touch, but one word does not stand on another.
inline std::vector<std::string> written_over_another(std::vector<PrintedWord> const& words) {
  constexpr double touching = 2.5;
  std::vector<std::string> found;
  for (auto one = words.begin(); one != words.end(); ++one) {
    for (auto other = one + 1; other != words.end(); ++other) {
      auto const across = std::min(one->right, other->right) - std::max(one->left, other->left);
      auto const down = std::min(one->bottom, other->bottom) - std::max(one->top, other->top);
      if (one->page == other->page && across > touching && down > touching) {
        found.push_back(one->text + " / " + other->text);
      }
    }
  }
  return found;
}

}  // namespace wegwijzer
