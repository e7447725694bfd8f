// SPDX-License-Identifier: EUPL-1.2
// What was ever published about real children: once shown, the same for ever. It is made by the layer
// disclosure only, and holds no number that may not be shown.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/time.h"

namespace wegwijzer {

// Of one subject ("attendance") no two releases have a day in common.
struct ReleaseName {
  std::string subject;
  Date first;
  Date last;
  bool operator==(ReleaseName const&) const = default;
};

// A cell that is not withheld.
struct ReleasedNumber {
  std::string cell;           // codes of its categories: "BU05031203|8-9"
  std::int64_t partners = 0;  // what is shown within the network
  std::int64_t everyone = 0;  // what everyone is shown, with noise
  bool operator==(ReleasedNumber const&) const = default;
};

struct Release {
  ReleaseName name;
  std::string classification;
  std::int64_t cost = 0;      // thousandths of epsilon, when everyone is shown it
  bool for_everyone = false;  // paid for
  std::vector<ReleasedNumber> numbers;
  bool operator==(Release const&) const = default;
};

// What everyone may learn of a subject in a year, in thousandths of epsilon.
struct PrivacyBudget {
  std::string subject;
  int year = 0;
  std::int64_t most = 0;
  std::int64_t spent = 0;
  bool operator==(PrivacyBudget const&) const = default;
};

}  // namespace wegwijzer
