// SPDX-License-Identifier: EUPL-1.2
// The drawn town of assets/demo: streets with names, and names of places at signs of the drawing.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "domain/ecosystem.h"
#include "domain/place_name.h"
#include "streets/streets.h"

namespace wegwijzer {

struct DemoTown {
  Ecosystem ecosystem;  // without id
  std::shared_ptr<Streets const> streets;
  std::vector<PlaceName> place_names;
};

// The files come with the program: a fault in them is a bug and throws.
DemoTown read_demo_town(std::string_view about_json, std::string_view drawing, std::string_view streets_csv,
                        std::string_view place_names_csv);

}  // namespace wegwijzer
