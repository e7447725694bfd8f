// SPDX-License-Identifier: EUPL-1.2
#include "domain/place_name.h"

#include <algorithm>

namespace wegwijzer {

namespace {

bool digit(char c) {
  return c >= '0' && c <= '9';
}

char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

}  // namespace

Result<Postcode> Postcode::parse(std::string_view text) {
  std::string code(text);
  std::erase(code, ' ');
  std::ranges::transform(code, code.begin(), upper);
  bool const four = code.size() >= 4 && code[0] != '0' && std::all_of(code.begin(), code.begin() + 4, digit);
  auto const letter = [](char c) { return c >= 'A' && c <= 'Z'; };
  bool const six = four && code.size() == 6 && letter(code[4]) && letter(code[5]);
  if (!six && (!four || code.size() != 4)) {
    return fail(Fault::invalid, "postcode.invalid", {{"value", std::string(text)}});
  }
  return Postcode(std::move(code));
}

}  // namespace wegwijzer
