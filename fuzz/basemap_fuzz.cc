// SPDX-License-Identifier: EUPL-1.2
// Whatever is read as a basemap is written as the same basemap; also behind a right checksum, since nobody
// guesses one.
#include <cstdint>
#include <string>

#include "base/check.h"
#include "exchange/basemap.h"
#include "fuzz/harness.h"
#include "fuzz/sealed.h"

namespace wegwijzer {

namespace {

void read_and_write_basemap(std::string_view bytes) {
  auto const read = read_basemap(bytes);
  if (read) check(read_basemap(write_basemap(*read)) == read, "a basemap is read as it was written");
}

}  // namespace

WEGWIJZER_HARNESS(basemap)(std::uint8_t const* bytes, std::size_t size) {
  std::string const text(reinterpret_cast<char const*>(bytes), size);
  read_and_write_basemap(text);
  read_and_write_basemap(fuzz::sealed(text));
  read_and_write_basemap(fuzz::sealed("WGBM\1" + text));
  return 0;
}

}  // namespace wegwijzer
