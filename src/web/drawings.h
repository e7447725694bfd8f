// SPDX-License-Identifier: EUPL-1.2
// The drawings of assets/images/drawings.svg. They decorate: a page says everything without them.
#pragma once

#include <array>
#include <string_view>

#include "web/view.h"

namespace wegwijzer::web {

// What a theme is drawn as; a theme without a drawing takes that of the one above it.
inline constexpr std::array drawn_themes{
    "nature",  "animals",  "science", "technology",     "programming", "astronomy", "making",
    "culture", "music",    "theatre", "dance",          "heritage",    "media",     "language",
    "sport",   "swimming", "cycling", "sustainability", "cooking",     "social",    "play"};

enum class Drawing { play, home, online, school, ask, pass, signpost };

Html drawing(Drawing what);
Html drawing(View const& view, Index<Theme> theme);
// A big thing to press, in a list of class "tiles"; `count` is how many there are behind it.
Html tile(Url const& to, Html const& picture, std::string_view label, std::string_view count = {});

Html scene();  // the town with the signpost

// The themes to choose from by their picture: few, each drawn as itself, wide ones such as sport as one.
std::vector<Index<Theme>> pictured_themes(Themes const& themes);

// Of its first theme; where there is none, of where it is done.
Html drawing(View const& view, Offering const& offering);

}  // namespace wegwijzer::web
