// SPDX-License-Identifier: EUPL-1.2
// Whatever is read as a form prints as a form that reads the same.
#include "base/check.h"
#include "base/words.h"
#include "fuzz/harness.h"
#include "http/parameters.h"

namespace wegwijzer::http {

WEGWIJZER_HARNESS(parameters)(std::uint8_t const* bytes, std::size_t size) {
  auto const read = Parameters::parse({reinterpret_cast<char const*>(bytes), size}, 100);
  if (!read) return 0;
  check(read->size() <= 100, "a form has a bound");
  for (auto const& field : *read) {
    check(valid_utf8(field.name) && valid_utf8(field.value), "what is read is UTF-8");
    check(field.value.find('\0') == std::string::npos, "what is read holds no NUL");
  }
  check(Parameters::parse(read->text()) == *read, "a form prints what it read");
  return 0;
}

}  // namespace wegwijzer::http
