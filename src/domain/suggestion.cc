// SPDX-License-Identifier: EUPL-1.2
#include "domain/suggestion.h"

#include <charconv>

#include "base/checksum.h"

namespace wegwijzer {

namespace {

std::uint64_t hexadecimal(std::string_view digits) {
  std::uint64_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  return value;
}

}  // namespace

Id<Suggestion> suggestion_id(Uuid made) {
  auto const hash = checksum(text(made));
  return Id<Suggestion>(
      uuid_v7(0, hexadecimal(std::string_view(hash).substr(0, 16)), hexadecimal(hash.substr(16, 16))));
}

}  // namespace wegwijzer
