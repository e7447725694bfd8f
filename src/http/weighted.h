// SPDX-License-Identifier: EUPL-1.2
// Lists with weights, as in "nl, en;q=0.8": what Accept-Language and Accept-Encoding hold.
#pragma once

#include <string_view>
#include <vector>

namespace wegwijzer::http {

struct Weighted {
  std::string_view value;
  int thousandths = 1000;  // 0: explicitly not wanted
  bool operator==(Weighted const&) const = default;
};

// Heaviest first, otherwise in the order of the list; items that cannot be read are left out. At most 64 are
// read.
std::vector<Weighted> weighted_list(std::string_view header);

}  // namespace wegwijzer::http
