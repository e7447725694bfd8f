// SPDX-License-Identifier: EUPL-1.2
// The theme vocabulary as bits: what is below what, and what shares a theme with what, in one instruction.
#pragma once

#include <bitset>
#include <optional>
#include <vector>

#include "base/index.h"
#include "domain/vocabulary.h"

namespace wegwijzer {

inline constexpr std::size_t most_themes = 256;
using ThemeSet = std::bitset<most_themes>;

class Themes {
 public:
  Themes() = default;
  explicit Themes(std::vector<Theme> themes);  // at most most_themes

  std::vector<Theme> const& all() const { return themes_; }

  Theme const& operator[](Index<Theme> theme) const { return themes_[theme.value()]; }

  std::optional<Index<Theme>> find(ThemeCode const& code) const;
  ThemeSet set(std::vector<ThemeCode> const& codes) const;  // unknown codes are left out

  ThemeSet below(Index<Theme> theme) const { return below_[theme.value()]; }  // itself included

  // All themes that are the same as, above or below one of these.
  ThemeSet related_to(ThemeSet const& themes) const;
  std::vector<Index<Theme>> top() const;  // those with nothing above them, in the order of the vocabulary
  std::vector<Index<Theme>> below_directly(Index<Theme> theme) const;  // one step down

  // What a child can choose from: the top, but a theme as wide as "science, nature, technology", which has
  // two levels below it, is shown as the themes directly below.
  std::vector<Index<Theme>> const& choices() const { return choices_; }

  // The few that figures are given by: the top, but what has three levels below it as the themes directly
  // below.
  std::vector<Index<Theme>> const& subjects() const { return subjects_; }

 private:
  std::size_t levels_below(Index<Theme> theme) const;
  void find_choices();
  void find_subjects();

  std::vector<Theme> themes_;
  std::vector<ThemeSet> below_;
  std::vector<ThemeSet> related_;
  std::vector<Index<Theme>> choices_;
  std::vector<Index<Theme>> subjects_;
};

}  // namespace wegwijzer
