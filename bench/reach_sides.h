// SPDX-License-Identifier: EUPL-1.2
// Ways of asking the same, measured in turn and compared.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "bounded_dijkstra.h"
#include "machine.h"
#include "reach_ground.h"

namespace wegwijzer {

// One way of asking, measured again and again.
struct Side {
  std::string name;
  std::function<Sum()> ask;
  Rounds seconds{};
  Rounds against_first{};
  Sum found{};
};

inline Side travel(Ground const& ground, Destinations const& destinations, Places const& homes,
                   Minutes budget) {
  auto search = std::make_shared<Travel>(*ground.times);
  return {"Travel, as the program has it", [=, &destinations, &homes] {
            return one_by_one(*search, homes, [&](Travel& asked, Place const& home) {
              return asked.within(home, budget, destinations);
            });
          }};
}

}  // namespace wegwijzer
