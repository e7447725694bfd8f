// SPDX-License-Identifier: EUPL-1.2
// Which towns with planted flaws are looked at: seeds that played no part in setting weights, from 101 on.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <numeric>
#include <vector>

namespace wegwijzer {

// One, or as many as WEGWIJZER_FLAWED_TOWNS says.
inline std::vector<std::uint64_t> seeds_of_flawed_towns() {
  auto const* const asked =
      std::getenv("WEGWIJZER_FLAWED_TOWNS");  // NOLINT(concurrency-mt-unsafe): one thread
  std::vector<std::uint64_t> seeds(asked ? std::strtoull(asked, nullptr, 10) : 1);
  std::iota(seeds.begin(), seeds.end(), 101);
  return seeds;
}

}  // namespace wegwijzer
