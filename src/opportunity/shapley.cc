// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/shapley.h"

#include <bit>

#include "base/check.h"

namespace wegwijzer {

namespace {

// By how many came before a player: the share of all orders in which precisely these did,
// s! (n - 1 - s)! / n!.
std::vector<double> shares_of_orders(std::size_t players) {
  std::vector<double> shares(players, 1 / static_cast<double>(players));
  for (std::size_t before = 1; before < players; ++before) {
    auto const behind = static_cast<double>(players - before);
    shares[before] = shares[before - 1] * static_cast<double>(before) / behind;
  }
  return shares;
}

}  // namespace

std::vector<double> shapley(std::size_t players, std::span<double const> worth) {
  check(players < 32 && worth.size() == std::size_t{1} << players, "every coalition has one worth");
  auto const orders = shares_of_orders(players);
  std::vector<double> values(players);
  for (std::size_t coalition = 0; coalition < worth.size(); ++coalition) {
    auto const before = static_cast<std::size_t>(std::popcount(coalition));
    for (std::size_t player = 0; player < players; ++player) {
      auto const joined = coalition | std::size_t{1} << player;
      if (joined != coalition) values[player] += orders[before] * (worth[joined] - worth[coalition]);
    }
  }
  return values;
}

}  // namespace wegwijzer
