// SPDX-License-Identifier: EUPL-1.2
// No page that is read leads to another site or tells a home, and it prints as a page that reads the same.
#include "base/check.h"
#include "fuzz/harness.h"
#include "web/own_page.h"
#include "web/public_address.h"

namespace wegwijzer::web {

WEGWIJZER_HARNESS(own_page)(std::uint8_t const* bytes, std::size_t size) {
  auto const read = OwnPage::parse({reinterpret_cast<char const*>(bytes), size}, {});
  if (!read) return 0;
  auto const& text = read->url().text();
  check(text.starts_with('/') && !text.starts_with("//"), "a path of ours");
  check(text.find_first_of("\\#'\"<> \r\n") == text.npos, "nothing that breaks an address");
  check(text.find("?near=") == text.npos && text.find("&near=") == text.npos, "no home");
  auto const site = PublicAddress::parse("https://wegwijzer.example");
  check(site->of(read->url()).text() == "https://wegwijzer.example" + text, "on this site");
  // Encoded it may have become longer than what is read.
  auto const again = OwnPage::parse(text, {});
  check(!again || again->url().text() == text, "a page prints what it read");
  return 0;
}

}  // namespace wegwijzer::web
