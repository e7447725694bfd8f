// SPDX-License-Identifier: EUPL-1.2
// Whatever is read as homes is written as the same homes; also behind a right checksum, since nobody guesses
// one.
#include <cstdint>
#include <string>

#include "base/check.h"
#include "exchange/homes.h"
#include "fuzz/harness.h"
#include "fuzz/sealed.h"

namespace wegwijzer {

namespace {

void read_and_write_homes(std::string_view bytes) {
  auto const read = read_homes(bytes);
  if (read) check(read_homes(write_homes(*read)) == read, "homes are read as they were written");
}

}  // namespace

WEGWIJZER_HARNESS(homes)(std::uint8_t const* bytes, std::size_t size) {
  std::string const text(reinterpret_cast<char const*>(bytes), size);
  read_and_write_homes(text);
  read_and_write_homes(fuzz::sealed(text));
  read_and_write_homes(fuzz::sealed("WGHM\1" + text));
  return 0;
}

}  // namespace wegwijzer
