// SPDX-License-Identifier: EUPL-1.2
// Whatever a visitor puts in X-Forwarded-For: nobody is believed who is not one of our proxies, and what one
// of our proxies added last counts.
#include "base/check.h"
#include "fuzz/harness.h"
#include "http/address.h"

namespace wegwijzer::http {

WEGWIJZER_HARNESS(forwarded_for)(std::uint8_t const* bytes, std::size_t size) {
  static Network const trusted[] = {*Network::parse("10.0.0.0/8"), *Network::parse("2001:db8::/32")};
  static auto const proxy = *Address::parse("10.0.0.1");
  static auto const visitor = *Address::parse("192.0.2.9");
  std::string const text(reinterpret_cast<char const*>(bytes), size);
  check(client_of(visitor, text, trusted) == visitor, "a stranger is not believed");
  client_of(proxy, text, trusted);
  check(client_of(proxy, text + ", 192.0.2.9", trusted) == visitor, "the last word is our proxy's");
  if (auto const network = Network::parse(text)) network->contains(visitor);
  return 0;
}

}  // namespace wegwijzer::http
