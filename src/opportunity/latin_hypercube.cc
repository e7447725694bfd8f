// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/latin_hypercube.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace wegwijzer {

namespace {

// R. Durstenfeld, CACM 7, 1964; std::shuffle differs per library.
std::vector<std::size_t> any_order(std::size_t size, Random& random) {
  std::vector<std::size_t> order(size);
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (auto left = size; left > 1; --left) std::swap(order[left - 1], order[random.below(left)]);
  return order;
}

double point_in_part(std::size_t part, std::size_t parts, Random& random) {
  auto const before = static_cast<double>(part), all = static_cast<double>(parts);
  auto const end = std::nextafter((before + 1) / all, 0);  // rounding may not reach the next part
  return std::min((before + random.unit()) / all, end);
}

}  // namespace

std::vector<std::vector<double>> latin_hypercube(std::size_t draws,
                                                 std::span<std::string_view const> dimensions, Seed seed) {
  std::vector<std::vector<double>> points(draws, std::vector<double>(dimensions.size()));
  for (std::size_t dimension = 0; dimension < dimensions.size(); ++dimension) {
    auto random = seed.stream(dimensions[dimension]);
    auto const parts = any_order(draws, random);
    for (std::size_t draw = 0; draw < draws; ++draw) {
      points[draw][dimension] = point_in_part(parts[draw], draws, random);
    }
  }
  return points;
}

}  // namespace wegwijzer
