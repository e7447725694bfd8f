// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <zlib.h>

#include <string>

namespace wegwijzer::fuzz {

// With the checksum behind it that our binary files end with, since nobody guesses one.
inline std::string sealed(std::string bytes) {
  auto const sum = crc32_z(0, reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size());
  for (unsigned shift = 0; shift < 32; shift += 8) bytes += static_cast<char>(sum >> shift);
  return bytes;
}

}  // namespace wegwijzer::fuzz
