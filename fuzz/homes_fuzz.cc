// SPDX-License-Identifier: EUPL-1.2
// Whatever is read as homes is written as the same homes; also behind a right checksum, since nobody guesses
// one.
#include <zlib.h>

#include <cstdint>
#include <string>

#include "base/check.h"
#include "exchange/homes.h"

namespace wegwijzer {

namespace {

void read_and_write(std::string_view bytes) {
  auto const read = read_homes(bytes);
  if (read) check(read_homes(write_homes(*read)) == read, "homes are read as they were written");
}

std::string sealed(std::string bytes) {
  auto const sum = crc32_z(0, reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size());
  for (unsigned shift = 0; shift < 32; shift += 8) bytes += static_cast<char>(sum >> shift);
  return bytes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
  std::string const text(reinterpret_cast<char const*>(bytes), size);
  read_and_write(text);
  read_and_write(sealed(text));
  read_and_write(sealed("WGHM\1" + text));
  return 0;
}

}  // namespace wegwijzer
