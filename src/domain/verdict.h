// SPDX-License-Identifier: EUPL-1.2
// What somebody said of two records that look alike: that they are one thing, or two.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "domain/audit.h"

namespace wegwijzer {

enum class OneOrTwo { one_thing, two_things };

template <>
inline constexpr std::array choices<OneOrTwo> = {std::pair{OneOrTwo::one_thing, "one_thing"},
                                                 std::pair{OneOrTwo::two_things, "two_things"}};

// Of one thing: `one` went into `other`, with a change; once that is taken back it says nothing any more.
struct Verdict {
  std::string record;  // "organisation"
  Uuid one;
  Uuid other;
  OneOrTwo says = OneOrTwo::two_things;
  std::vector<std::string> grounds;  // in what they were alike; of one thing the roles that people got by it
  std::string actor;
  Instant at{};
  std::optional<Id<MapChange>> change{};
  bool operator==(Verdict const&) const = default;
};

}  // namespace wegwijzer
