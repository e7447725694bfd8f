// SPDX-License-Identifier: EUPL-1.2
// Any bytes, also behind a right header: they are refused, or they are an order of all nodes that comes back
// the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>

#include "fuzz/harness.h"
#include "reach/kept_order.h"

WEGWIJZER_HARNESS(kept_order)(std::uint8_t const* data, std::size_t size) {
  std::string const input(reinterpret_cast<char const*>(data), size), of(32, 'c');
  for (std::size_t nodes = 0; nodes < 4; ++nodes) (void)wegwijzer::read_kept_order(input, of, nodes);
  std::vector<std::uint32_t> numbers(size / 4);
  if (!numbers.empty()) std::memcpy(numbers.data(), data, numbers.size() * 4);
  auto const bytes = wegwijzer::kept_order(numbers, of);
  auto const order = wegwijzer::read_kept_order(bytes, of, numbers.size());
  if (!order) return 0;
  std::vector<bool> met(numbers.size());
  for (auto const node : *order) {
    if (met.at(node)) std::abort();
    met[node] = true;
  }
  if (*order != numbers) std::abort();
  return 0;
}
