// SPDX-License-Identifier: EUPL-1.2
// Whatever the text is, it is refused with a reason or is a colour that is written and read back as it was,
// and of which only colours come into a style sheet.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "fuzz/harness.h"
#include "web/theme.h"

namespace wegwijzer::web {

WEGWIJZER_HARNESS(colour)(std::uint8_t const* bytes, std::size_t size) {
  auto const colour = Colour::parse({reinterpret_cast<char const*>(bytes), size});
  if (!colour) {
    check(colour.error().key == "colour.invalid", "a refusal has a reason");
    return 0;
  }
  check(Colour::parse(text(*colour)) == *colour, "a colour comes back");
  auto const sheet = theme_sheet({*colour, *colour});
  check(sheet.find(text(*colour)) != sheet.npos, "an accent stays what it is");
  check(sheet.find_first_of("<\"\\") == sheet.npos, "a style sheet holds nothing else");
  return 0;
}

}  // namespace wegwijzer::web
