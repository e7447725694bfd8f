// SPDX-License-Identifier: EUPL-1.2
// Latin hypercubes of dimensions that have no names of their own.
#pragma once

#include <string>

#include "opportunity/latin_hypercube.h"

namespace wegwijzer {

inline std::vector<std::vector<double>> points_in_cube(std::size_t draws, std::size_t dimensions, Seed seed) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < dimensions; ++i) names.push_back(std::to_string(i));
  std::vector<std::string_view> const views(names.begin(), names.end());
  return latin_hypercube(draws, views, seed);
}

}  // namespace wegwijzer
