// SPDX-License-Identifier: EUPL-1.2
// What a child may do on a street, read from OpenStreetMap tags: walk, cycle in either direction, push a
// bicycle; and whether who rides there rides among fast traffic, and who walks there has nowhere to walk but
// among it (docs/decisions/0037).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/time.h"

namespace wegwijzer {

struct Tag {
  std::string_view key;
  std::string_view value;
};

// A view of the tags of one way; the texts must outlive it.
class Tags {
 public:
  explicit Tags(std::span<Tag const> tags) : tags_(tags) {}

  // The value of a key, empty when the way does not carry it.
  std::string_view operator[](std::string_view key) const;

 private:
  std::span<Tag const> tags_;
};

enum class StreetClass : std::uint8_t {
  unknown,
  motorway,
  trunk,
  primary,
  secondary,
  tertiary,
  unclassified,
  residential,
  living_street,
  pedestrian,
  service,
  track,
  path,
  bridleway,
  footway,
  cycleway,
  steps,
  ferry
};
constexpr auto last_street_class = StreetClass::ferry;

enum class Surface : std::uint8_t { unknown, paved, unpaved };
constexpr auto last_surface = Surface::unpaved;

struct Passage {
  bool foot = false;           // both ways
  bool bike_forward = false;   // riding, in the direction in which the street was drawn
  bool bike_backward = false;  // riding, against it
  bool push = false;           // walking beside the bicycle, both ways
  bool operator==(Passage const&) const = default;

  bool none() const { return *this == Passage{}; }
};

struct StreetUse {
  StreetClass kind = StreetClass::unknown;
  Surface surface = Surface::unknown;
  Passage passage{};
  bool turning = false;         // a copy of the end of a street, to turn by (turn_bans.h): no door lies there
  bool busy = false;            // who rides here rides among fast traffic
  bool unsafe_on_foot = false;  // fast traffic, and no footway or cycle path beside it
  Tenths crossing{};  // how long a ferry takes over the whole way; zero when the timetable is not known
  bool operator==(StreetUse const&) const = default;
};

// Whether one waits at a node for traffic lights.
struct Signals {
  bool on_foot = false;
  bool riding_along = false;  // in the direction in which the street was drawn
  bool riding_against = false;
  bool operator==(Signals const&) const = default;

  bool none() const { return *this == Signals{}; }
};

Signals signals(Tags const& node);

// How a child may use this way; nothing when it is no street or no child may use it.
std::optional<StreetUse> street_use(Tags const& tags);

// A `duration` tag: "20" (minutes), "1:30", "00:07:30" or "PT1H30M"; nothing when it is another text, zero,
// or longer than a week.
std::optional<Tenths> crossing_time(std::string_view duration);

}  // namespace wegwijzer
