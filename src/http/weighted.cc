// SPDX-License-Identifier: EUPL-1.2
#include "http/weighted.h"

#include <algorithm>
#include <optional>

#include "base/words.h"

namespace wegwijzer::http {

namespace {

constexpr std::size_t most_items = 64;

// "1", "0.8", "0.125", "1.000" (RFC 9110, 12.4.2).
std::optional<int> thousandths(std::string_view text) {
  if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1')) return std::nullopt;
  if (text.size() > 1 && text[1] != '.') return std::nullopt;
  int value = text[0] - '0';
  for (std::size_t i = 2; i < 5; ++i) {
    char const digit = i < text.size() ? text[i] : '0';
    if (digit < '0' || digit > '9') return std::nullopt;
    value = value * 10 + (digit - '0');
  }
  if (value > 1000) return std::nullopt;
  return value;
}

std::optional<Weighted> weighted(std::string_view item) {
  auto const parts = split(item, ';');
  if (parts.empty() || item.starts_with(';')) return std::nullopt;
  Weighted read{parts.front()};
  for (auto const parameter : parts) {
    if (!parameter.starts_with("q=") && !parameter.starts_with("Q=")) continue;
    auto const weight = thousandths(parameter.substr(2));
    if (!weight) return std::nullopt;
    read.thousandths = *weight;
  }
  return read;
}

}  // namespace

std::vector<Weighted> weighted_list(std::string_view header) {
  std::vector<Weighted> list;
  for (auto const item : split(header, ',')) {
    if (list.size() == most_items) break;
    if (auto const read = weighted(item)) list.push_back(*read);
  }
  std::ranges::stable_sort(list, std::ranges::greater(), &Weighted::thousandths);
  return list;
}

}  // namespace wegwijzer::http
