// SPDX-License-Identifier: EUPL-1.2
// No path that is read leads out of its folder, and it prints as a path that reads the same.
#include "base/check.h"
#include "fuzz/harness.h"
#include "http/path.h"

namespace wegwijzer::http {

WEGWIJZER_HARNESS(path)(std::uint8_t const* bytes, std::size_t size) {
  auto const read = Path::parse({reinterpret_cast<char const*>(bytes), size});
  if (!read) return 0;
  for (auto const& segment : read->segments()) {
    check(!segment.empty() && segment != "." && segment != "..", "a segment is a name");
    check(segment.find_first_of(std::string_view("/\\\0\r\n", 5)) == std::string::npos,
          "a segment hides nothing");
  }
  check(Path::parse(read->text()) == *read, "a path prints what it read");
  return 0;
}

}  // namespace wegwijzer::http
