// SPDX-License-Identifier: EUPL-1.2
// A town drawn as text, for tests and demonstrations. One character is 100 m, north is up:
//
//   A-Z 0-9  a named place on a crossing          +    a crossing
//   - |      a street, joined left and right or up and down
//   > < ^ v  the same, to be cycled one way only (walking is free both ways)
//   =        a cycle track without walking        #    a footpath
//   %        a street with fast traffic           !    the same, with nowhere to walk beside it
//   *        a ferry                              ~ .  water and grass: nothing
//
// Crossings, `=`, `#`, `%`, `!` and `*` join all four neighbours that are drawn towards them. Between two
// signs lies what the more special of them says: * before # before = before ! before % before a one-way sign
// before an ordinary street.
#pragma once

#include <map>
#include <memory>
#include <string_view>

#include "streets/streets.h"

namespace wegwijzer {

struct Drawing {
  std::shared_ptr<Streets const> streets;
  std::map<char, GeoPoint> places;
};

// The first sign of the first line that is not blank lies at `origin` (common indentation left out). Fails
// with "drawing.unknown_sign" or "drawing.place_twice".
Result<Drawing> read_drawing(std::string_view text, GeoPoint origin);

}  // namespace wegwijzer
