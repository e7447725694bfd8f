// SPDX-License-Identifier: EUPL-1.2
// A town drawn in a test (streets/drawing.h says how), asked by the letters of its places.
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "base/check.h"
#include "streets/drawing.h"
#include "streets/snap.h"
#include "streets/travel.h"

namespace wegwijzer {

class DrawnTown {
 public:
  explicit DrawnTown(Drawing drawing) : drawing_(std::move(drawing)) {}

  std::shared_ptr<Streets const> streets() const { return drawing_.streets; }

  GeoPoint at(char place) const { return drawing_.places.at(place); }

  TravelTimes times(Profile profile) const { return {drawing_.streets, profile}; }

  // Nothing when there is no way.
  std::optional<Route> route(char from, char to, Profile profile) const {
    auto const times_of_profile = times(profile);
    auto const start = snap(times_of_profile, at(from));
    auto const end = snap(times_of_profile, at(to));
    if (!start || !end) return std::nullopt;
    auto found = Travel(times_of_profile).route(*start, *end);
    return found ? std::optional(*std::move(found)) : std::nullopt;
  }

  std::optional<Metres> walk(char from, char to) const {
    return length({Mode::walk, AgeBand::grown}, from, to);
  }

  std::optional<Metres> cycle(char from, char to) const {
    return length({Mode::bike, AgeBand::grown}, from, to);
  }

  std::optional<Tenths> walking_time(char from, char to, AgeBand age = AgeBand::grown) const {
    return time({Mode::walk, age}, from, to);
  }

  // With the minute that unlocking and parking take.
  std::optional<Tenths> cycling_time(char from, char to, AgeBand age = AgeBand::grown) const {
    return time({Mode::bike, age}, from, to);
  }

 private:
  std::optional<Metres> length(Profile profile, char from, char to) const {
    auto const found = route(from, to, profile);
    return found ? std::optional(found->length) : std::nullopt;
  }

  std::optional<Tenths> time(Profile profile, char from, char to) const {
    auto const found = route(from, to, profile);
    return found ? std::optional(found->time) : std::nullopt;
  }

  Drawing drawing_;
};

inline DrawnTown draw(std::string_view text) {
  auto drawing = read_drawing(text, GeoPoint::of_degrees(52, 5));
  check(drawing.has_value(), "the town is drawn with known signs");
  return DrawnTown(*std::move(drawing));
}

}  // namespace wegwijzer
