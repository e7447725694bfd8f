// SPDX-License-Identifier: EUPL-1.2
// Any bytes behind a right header: they are refused, or they are streets that come back the same.
#include <zlib.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "fuzz/harness.h"
#include "streets/snapshot.h"

namespace {

std::string with_header(std::string const& rest) {
  std::string bytes("WWSTREET\1\0\0\0", 12);
  auto const sum = crc32_z(0, reinterpret_cast<unsigned char const*>(rest.data()), rest.size());
  for (unsigned at = 0; at < 4; ++at) bytes += static_cast<char>(sum >> (8 * at) & 0xffU);
  return bytes + rest;
}

}  // namespace

WEGWIJZER_HARNESS(streets_snapshot)(std::uint8_t const* data, std::size_t size) {
  std::string const input(reinterpret_cast<char const*>(data), size);
  (void)wegwijzer::read_snapshot(input);
  auto const streets = wegwijzer::read_snapshot(with_header(input));
  if (!streets) return 0;
  auto const again = wegwijzer::read_snapshot(wegwijzer::snapshot(*streets));
  if (!again || again->columns() != streets->columns()) std::abort();
  return 0;
}
