// SPDX-License-Identifier: EUPL-1.2
// Whatever comes as a Cookie header: its value is part of it, and a second one of the name is not believed.
#include "base/check.h"
#include "fuzz/harness.h"
#include "http/cookies.h"

namespace wegwijzer::http {

WEGWIJZER_HARNESS(cookies)(std::uint8_t const* bytes, std::size_t size) {
  std::string const text(reinterpret_cast<char const*>(bytes), size);
  if (!is_field_value(text)) return 0;
  Headers headers;
  headers.add("Cookie", text);
  auto const found = cookie(headers, "wegwijzer");
  if (!found) return 0;
  check(text.find("wegwijzer=" + *found) != text.npos, "a value is part of its header");
  headers.add("Cookie", "wegwijzer=other");
  check(!cookie(headers, "wegwijzer"), "two of a name are none");
  return 0;
}

}  // namespace wegwijzer::http
