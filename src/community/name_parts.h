// SPDX-License-Identifier: EUPL-1.2
// What a name is made of: the words that tell a thing apart from others, and what it says that it is
// ("basisschool", "e.V."), which many names have.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "domain/choice.h"

namespace wegwijzer::community {

// What a name says that a thing is. Two that say different things are different things, also in one building.
enum class SaidKind {
  school,
  childcare,
  library,
  heritage,
  sports_hall,
  sports_club,
  sports_field,
  swimming,
  playground,
  animals,
  community,
  music,
  dance,
  stage,
  arts,
  scouting,
  nature,
  making,
  church,
  study,
  care,
  authority
};

// A set of SaidKind.
class SaidKinds {
 public:
  constexpr SaidKinds() = default;

  constexpr SaidKinds(std::initializer_list<SaidKind> kinds) {
    for (auto const kind : kinds) add(kind);
  }

  constexpr void add(SaidKind kind) { bits_ |= 1U << static_cast<unsigned>(kind); }

  constexpr bool empty() const { return bits_ == 0; }

  constexpr bool meets(SaidKinds other) const { return (bits_ & other.bits_) != 0; }

  constexpr std::uint32_t bits() const { return bits_; }

  constexpr bool operator==(SaidKinds const&) const = default;

 private:
  std::uint32_t bits_ = 0;
};

// Of which creed a school or childcare says that it is: OBS De Regenboog is not RKBS De Regenboog.
enum class Creed { unsaid, open_to_all, catholic, protestant };

struct NameParts {
  std::vector<std::string> words;  // that tell it apart, folded, in alphabetical order, each once
  SaidKinds kinds;
  Creed creed = Creed::unsaid;
  bool operator==(NameParts const&) const = default;
};

// "Stichting O.B.S. De Regenboog" and "Regenboogschool" both have the one word "regenboog".
NameParts name_parts(std::string_view name);

// "straat" of "koolwitjestraat", empty of what is no street: several things may be named after one.
std::string_view street_ending(std::string_view word);

// "noord", "2": what tells one branch of an organisation from another.
bool says_which_branch(std::string_view word);

// What a kind of place (assets/vocabulary/venue_kinds.csv) says that it is; nothing for "club" and "other".
SaidKinds said_by_venue_kind(std::string_view venue_kind);

}  // namespace wegwijzer::community
