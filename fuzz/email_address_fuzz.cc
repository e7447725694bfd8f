// SPDX-License-Identifier: EUPL-1.2
// Whatever is typed as a mail address: who gets one can put it in the header of a mail.
#include "accounts/email_address.h"
#include "base/check.h"
#include "fuzz/harness.h"

namespace wegwijzer::accounts {

WEGWIJZER_HARNESS(email_address)(std::uint8_t const* bytes, std::size_t size) {
  std::string const text(reinterpret_cast<char const*>(bytes), size);
  auto const address = EmailAddress::parse(text);
  if (!address) return 0;
  check(address->text().find_first_of("\r\n\t ,;:<>()[]\"\\") == std::string::npos, "no sign with a meaning");
  check(EmailAddress::parse(address->text()) == address, "what was read is read again");
  return 0;
}

}  // namespace wegwijzer::accounts
