// SPDX-License-Identifier: EUPL-1.2
// Of what kind of child an analysis speaks: never a child itself.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "domain/choice.h"
#include "streets/profile.h"

namespace wegwijzer {

// How it gets somewhere: alone, with a bicycle of its own or without; or only together with a grown-up.
enum class Going { on_foot, own_bicycle, with_parent };

template <>
inline constexpr std::array choices<Going> = {std::pair{Going::on_foot, "foot"},
                                              std::pair{Going::own_bicycle, "bicycle"},
                                              std::pair{Going::with_parent, "parent"}};

enum class Purse { little, enough };

template <>
inline constexpr std::array choices<Purse> = {std::pair{Purse::little, "little"},
                                              std::pair{Purse::enough, "enough"}};

enum class HomeLanguage { dutch, other };

template <>
inline constexpr std::array choices<HomeLanguage> = {std::pair{HomeLanguage::dutch, "dutch"},
                                                     std::pair{HomeLanguage::other, "other"}};

// What a child may have besides, which nobody counts: it is only there when somebody asks for it.
struct Particulars {
  std::uint8_t needs = 0;     // bits as in OfferingFacts::access
  std::uint32_t tongues = 0;  // of a child that speaks little Dutch what it speaks, as there; 0: not said
  bool operator==(Particulars const&) const = default;
};

struct ChildProfile {
  int age = 9;  // 4 to 14
  Going going = Going::own_bicycle;
  Purse purse = Purse::enough;
  HomeLanguage language = HomeLanguage::dutch;  // other: the child speaks little Dutch
  Particulars particulars{};

  // "9-foot-little-dutch"; fails with "profile.invalid". Particulars are not part of it.
  static Result<ChildProfile> parse(std::string_view text);

  // A grown-up goes along by bicycle, at the pace of the child.
  Profile travel() const { return {going == Going::on_foot ? Mode::walk : Mode::bike, age_band(age)}; }

  bool operator==(ChildProfile const&) const = default;
};

std::string text(ChildProfile const& profile);

// Every age from 4 to 14, way of going, purse and language: 132, without particulars.
std::vector<ChildProfile> const& standard_profiles();

}  // namespace wegwijzer
