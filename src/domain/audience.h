// SPDX-License-Identifier: EUPL-1.2
// For whom an offering is: ages, or groups of primary school.
#pragma once

#include <compare>
#include <string>
#include <string_view>

#include "base/result.h"

namespace wegwijzer {

struct AgeRange {
  int from = 0;
  int to = 99;
  // "8-12", "8", "8+"; 0 to 99; fails with "ages.invalid" or, the wrong way round, "ages.reversed".
  static Result<AgeRange> parse(std::string_view text);

  bool contains(int age) const { return from <= age && age <= to; }

  auto operator<=>(AgeRange const&) const = default;
};

struct SchoolGroups {
  int from = 1;
  int to = 8;
  // "5-8" or "3"; groups 1 to 8; fails with "groups.invalid".
  static Result<SchoolGroups> parse(std::string_view text);

  // A child in group g is g+3 or g+4 years old: group 1 starts at four.
  AgeRange ages() const { return {from + 3, to + 4}; }

  auto operator<=>(SchoolGroups const&) const = default;
};

std::string text(AgeRange ages);        // "8-12"
std::string text(SchoolGroups groups);  // "5-8"

}  // namespace wegwijzer
