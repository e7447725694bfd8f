// SPDX-License-Identifier: EUPL-1.2
#include "web/public_address.h"

#include <algorithm>
#include <charconv>

#include "base/check.h"
#include "base/words.h"

namespace wegwijzer::web {

namespace {

bool letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

// "wegwijzer.example": labels of letters, digits and dashes. A name with other letters is written as xn--….
bool is_name(std::string_view name) {
  if (name.empty() || name.size() > 253) return false;
  auto const fits = [](char c) { return letter_or_digit(c) || c == '-' || c == '.'; };
  return std::ranges::all_of(name, fits) && letter_or_digit(name.front()) && letter_or_digit(name.back()) &&
         name.find("..") == name.npos;
}

bool is_port(std::string_view digits) {
  unsigned port = 0;
  auto const [end, wrong] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
  return wrong == std::errc() && end == digits.data() + digits.size() && port > 0 && port <= 65'535;
}

}  // namespace

Result<PublicAddress> PublicAddress::parse(std::string_view text) {
  auto address = lower_case(text);
  if (address.ends_with('/')) address.pop_back();
  std::string_view host = address;
  for (std::string_view const scheme : {"https://", "http://"}) {
    if (!host.starts_with(scheme)) continue;
    host.remove_prefix(scheme.size());
    auto const colon = host.find(':');
    bool const port_fits = colon == host.npos || is_port(host.substr(colon + 1));
    if (port_fits && is_name(host.substr(0, colon))) return PublicAddress(std::move(address));
    break;
  }
  return fail(Fault::invalid, "public_address.invalid", {{"value", std::string(text)}});
}

Url PublicAddress::of(Url const& path) const {
  return wegwijzer::known(Url::website(text_ + path.text()),
                          "a path of ours has no sign that breaks an address");
}

}  // namespace wegwijzer::web
