// SPDX-License-Identifier: EUPL-1.2
#include "web/drawings.h"

#include <algorithm>
#include <utility>

#include "web/assets.h"

namespace wegwijzer::web {

namespace {

// Themes that stand elsewhere in the vocabulary than what they look like.
constexpr std::pair<std::string_view, std::string_view> looks_like[] = {{"literature", "language"},
                                                                        {"film", "media"},
                                                                        {"outdoor-play", "play"},
                                                                        {"growing-food", "sustainability"}};

// Those of a vocabulary that has other themes are all it lets choose from.
constexpr std::array pictured{"nature",     "animals",        "science", "technology",  "making",
                              "music",      "theatre",        "dance",   "visual-arts", "heritage",
                              "literature", "media",          "sport",   "swimming",    "outdoor-play",
                              "cooking",    "sustainability", "social"};

constexpr std::array names{"play", "home", "online", "school", "ask", "pass", "signpost"};

Html drawn(std::string_view name) {
  return html(
      R"(<svg class="drawing" viewBox="0 0 64 64" width="64" height="64" aria-hidden="true" focusable="false"><use href="{}"></use></svg>)",
      asset("images/drawings.svg").fragment(name));
}

std::optional<std::string_view> name_of_drawing(std::string_view code) {
  for (auto const& [theme, drawing] : looks_like) {
    if (code == theme) return drawing;
  }
  auto const* const found = std::ranges::find(drawn_themes, code);
  return found == drawn_themes.end() ? std::nullopt : std::optional<std::string_view>(*found);
}

}  // namespace

Html drawing(Drawing what) {
  return drawn(names.at(static_cast<std::size_t>(what)));
}

Html drawing(View const& view, Index<Theme> theme) {
  auto const& themes = view.atlas.themes();
  for (std::optional<Index<Theme>> at = theme; at;) {
    auto const& [code, above, _] = themes[*at];
    if (auto const name = name_of_drawing(code.text())) return drawn(*name);
    at = above ? themes.find(*above) : std::nullopt;
  }
  return drawing(Drawing::signpost);
}

std::vector<Index<Theme>> pictured_themes(Themes const& themes) {
  std::vector<Index<Theme>> found;
  for (auto const* const code : pictured) {
    if (auto const theme = themes.find(*ThemeCode::parse(code))) found.push_back(*theme);
  }
  return found.empty() ? themes.choices() : found;
}

Html drawing(View const& view, Offering const& offering) {
  for (auto const& code : offering.themes) {
    if (auto const theme = view.atlas.themes().find(code)) return drawing(view, *theme);
  }
  if (offering.where == Where::at_home) return drawing(Drawing::home);
  return drawing(offering.where == Where::online ? Drawing::online : Drawing::signpost);
}

Html tile(Url const& to, Html const& picture, std::string_view label, std::string_view count) {
  auto const number = count.empty() ? Html() : html(R"( <span class="count">{}</span>)", count);
  return html(R"(<li><a class="tile" href="{}">{}<b>{}</b>{}</a></li>)", to, picture, label, number);
}

Html scene() {
  return html(
      R"(<svg class="scene" viewBox="0 0 480 250" width="480" height="250" aria-hidden="true" focusable="false"><use href="{}"></use></svg>)",
      asset("images/drawings.svg").fragment("scene"));
}

}  // namespace wegwijzer::web
