// SPDX-License-Identifier: EUPL-1.2
#include "atlas/themes.h"

#include <algorithm>

#include "base/check.h"

namespace wegwijzer {

Themes::Themes(std::vector<Theme> themes) : themes_(std::move(themes)) {
  check(themes_.size() <= most_themes, "more themes than the atlas has bits for");
  below_.resize(themes_.size());
  related_.resize(themes_.size());
  for (std::size_t low = 0; low < themes_.size(); ++low) {
    std::optional<Index<Theme>> at(low);
    for (std::size_t steps = 0; at && steps <= themes_.size(); ++steps) {
      below_[at->value()].set(low);
      related_[at->value()].set(low);
      related_[low].set(at->value());
      auto const& above = themes_[at->value()].above;
      at = above ? find(*above) : std::nullopt;
    }
  }
  find_choices();
  find_subjects();
}

std::optional<Index<Theme>> Themes::find(ThemeCode const& code) const {
  auto const found = std::ranges::find(themes_, code, &Theme::code);
  if (found == themes_.end()) return std::nullopt;
  return Index<Theme>(static_cast<std::size_t>(found - themes_.begin()));
}

ThemeSet Themes::set(std::vector<ThemeCode> const& codes) const {
  ThemeSet set;
  for (auto const& code : codes) {
    if (auto const theme = find(code)) set.set(theme->value());
  }
  return set;
}

ThemeSet Themes::related_to(ThemeSet const& themes) const {
  ThemeSet related;
  for (std::size_t i = 0; i < themes_.size(); ++i) {
    if (themes[i]) related |= related_[i];
  }
  return related;
}

std::vector<Index<Theme>> Themes::top() const {
  std::vector<Index<Theme>> top;
  for (std::size_t i = 0; i < themes_.size(); ++i) {
    if (!themes_[i].above) top.emplace_back(i);
  }
  return top;
}

std::vector<Index<Theme>> Themes::below_directly(Index<Theme> theme) const {
  std::vector<Index<Theme>> below;
  for (std::size_t i = 0; i < themes_.size(); ++i) {
    if (themes_[i].above == themes_[theme.value()].code) below.emplace_back(i);
  }
  return below;
}

void Themes::find_choices() {
  for (auto const theme : top()) {
    auto const below = below_directly(theme);
    bool const wide = std::ranges::any_of(below, [&](auto next) { return !below_directly(next).empty(); });
    if (wide) {
      choices_.insert(choices_.end(), below.begin(), below.end());
    } else {
      choices_.push_back(theme);
    }
  }
}

std::size_t Themes::levels_below(Index<Theme> theme) const {
  std::size_t levels = 0;
  for (auto const next : below_directly(theme)) levels = std::max(levels, 1 + levels_below(next));
  return levels;
}

void Themes::find_subjects() {
  for (auto const theme : top()) {
    if (levels_below(theme) < 3) {
      subjects_.push_back(theme);
    } else {
      std::ranges::copy(below_directly(theme), std::back_inserter(subjects_));
    }
  }
}

}  // namespace wegwijzer
