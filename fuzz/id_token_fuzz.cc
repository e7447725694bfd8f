// SPDX-License-Identifier: EUPL-1.2
// Whatever another server sends as an ID token, its keys and what it says of itself: the token stands in the
// first line, its keys in the second, what it says in the third.
#include "base/check.h"
#include "fuzz/harness.h"
#include "outside/base64url.h"
#include "outside/id_token.h"
#include "outside/oidc_provider.h"

namespace wegwijzer {

namespace {

std::string_view line_of(std::string_view& text) {
  auto const line = text.substr(0, text.find('\n'));
  text.remove_prefix(std::min(text.size(), line.size() + 1));
  return line;
}

}  // namespace

WEGWIJZER_HARNESS(id_token)(std::uint8_t const* bytes, std::size_t size) {
  std::string_view text(reinterpret_cast<char const*>(bytes), size);
  auto const token = line_of(text), keys = line_of(text), says = line_of(text);
  IdTokenWanted const wanted{"https://login.stad.example", "wegwijzer", "nonce-1"};
  auto const known = SigningKeys::parse(keys);
  if (known) {
    auto const read = read_id_token(token, *known, wanted, Instant(std::chrono::seconds(1'795'510'800)));
    check(!read || (!read->subject.empty() && read->subject.size() <= 255), "whoever is known has a name");
    check(read || !read.error().detail.empty(), "the operator is told why");
  }
  if (auto const found = read_discovery(says, wanted.issuer)) {
    check(found->token.text().starts_with("https://"), "nothing goes over a plain line");
  }
  if (auto const plain = from_base64url(token)) check(base64url(*plain) == token, "bytes have one text");
  return 0;
}

}  // namespace wegwijzer
