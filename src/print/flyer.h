// SPDX-License-Identifier: EUPL-1.2
// An A4 flyer for a notice board or a school bag: what there is to do, when, where, what it costs, and the
// way to more. One page, two when it does not fit; readable when printed in black and white.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "print/house_style.h"
#include "tiles/picture.h"

namespace wegwijzer::print {

struct FlyerFact {
  std::string label;  // "Wanneer"
  std::string text;
};

struct FlyerOffering {
  std::string title;
  std::string by;
  std::string about;  // shown in two lines at most
  std::vector<FlyerFact> facts;
  std::optional<std::size_t> number;  // of its dot on the map
  std::optional<WayTo> more;
};

struct FlyerTheme {
  std::string name;
  std::vector<FlyerOffering> offerings;
};

struct FlyerMap {
  tiles::PictureWish wish;  // its size is the flyer's business
  std::string credit;       // whose map it is
};

// Readable on white, and white on it: see web/theme.h.
struct FlyerColours {
  std::string main{our_green};
  bool band = false;     // over the whole width, above all else
  std::string accent{};  // of a line below the band; may be empty
};

// All that stands on it, in the language of the reader.
struct Flyer {
  std::string language;
  bool right_to_left = false;
  FlyerColours colours;
  std::string title;  // of the document
  std::string heading;
  std::string for_whom;
  std::string notice;  // "Dit is een verzonnen plaats"; may be empty
  std::optional<FlyerMap> map;
  std::vector<FlyerTheme> themes;
  std::string empty;  // what it says when there are none
  std::string help_title;
  std::string help;  // with the costs
  std::string rest;  // "En nog 23 activiteiten."
  std::optional<WayTo> more;
  std::string made;  // when and by whom
  Instant made_at;
};

Printed flyer(Flyer const& flyer, tiles::MapSources const& maps);

}  // namespace wegwijzer::print
