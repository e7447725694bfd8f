// SPDX-License-Identifier: EUPL-1.2
// Whatever is read as a form with files lies within the body, and holds nothing that ends a part.
#include "base/check.h"
#include "base/words.h"
#include "fuzz/harness.h"
#include "http/multipart.h"

namespace wegwijzer::http {

WEGWIJZER_HARNESS(multipart)(std::uint8_t const* bytes, std::size_t size) {
  std::string_view const body(reinterpret_cast<char const*>(bytes), size);
  [[maybe_unused]] auto const boundary = boundary_of(body);
  auto const parts = read_parts(body, "b", 20);
  if (!parts) return 0;
  check(parts->size() <= 20, "a form has a bound");
  auto const* after = body.data();
  for (auto const& part : *parts) {
    check(part.bytes.data() >= after, "parts follow each other");
    after = part.bytes.data() + part.bytes.size();
    check(after <= body.data() + body.size(), "a part lies within the body");
    check(part.bytes.find("\r\n--b") == std::string_view::npos, "a boundary ends a part");
    check(valid_utf8(part.name) && part.name.find('"') == std::string::npos, "a name is plain text");
  }
  return 0;
}

}  // namespace wegwijzer::http
