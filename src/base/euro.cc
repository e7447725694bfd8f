// SPDX-License-Identifier: EUPL-1.2
#include "base/euro.h"

#include <fmt/format.h>

#include <algorithm>

namespace wegwijzer {

namespace {

bool digit(char c) {
  return c >= '0' && c <= '9';
}

// A Dutch thousands point is followed by exactly three digits and, after that, nothing or a comma.
std::string without_thousands_points(std::string text) {
  auto const comma = text.find(',');
  auto const point = text.find('.');
  if (comma == std::string::npos || point == std::string::npos || point > comma) return text;
  std::erase(text, '.');
  return text;
}

}  // namespace

Result<Euro> Euro::parse(std::string_view text) {
  auto const invalid = fail(Fault::invalid, "euro.invalid", {{"value", std::string(text)}});
  std::string amount(text);
  if (auto const sign = amount.find("€"); sign != std::string::npos) {
    amount.erase(sign, std::string_view("€").size());
  }
  std::erase(amount, ' ');
  if (amount.ends_with(",-")) amount.resize(amount.size() - 2);
  amount = without_thousands_points(std::move(amount));
  auto const mark = amount.find_first_of(".,");
  auto const whole = amount.substr(0, mark);
  auto decimals = mark == std::string::npos ? std::string() : amount.substr(mark + 1);
  if (whole.empty() || !std::ranges::all_of(whole, digit) || !std::ranges::all_of(decimals, digit)) {
    return invalid;
  }
  if (decimals.size() > 2 || (mark != std::string::npos && decimals.empty())) return invalid;
  if (whole.size() > 7) return fail(Fault::invalid, "euro.too_much", {{"value", std::string(text)}});
  decimals.resize(2, '0');
  return Euro{std::stoll(whole) * 100 + std::stoll(decimals)};
}

std::string text(Euro amount) {
  return fmt::format("{}.{:02}", amount.cents / 100, amount.cents % 100);
}

}  // namespace wegwijzer
