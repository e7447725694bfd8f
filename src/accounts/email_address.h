// SPDX-License-Identifier: EUPL-1.2
// An e-mail address that can stand in the header of a mail: who holds one knows that it cannot start another
// line.
#pragma once

#include <compare>
#include <string>
#include <string_view>

#include "base/result.h"

namespace wegwijzer::accounts {

class EmailAddress {
 public:
  // "Naam@Voorbeeld.example", kept in lower case: nobody is two people by a capital. Takes the letters of a
  // to z only (no quoted or foreign ones), since those are what every mail server takes. Fails with
  // "account.mail_invalid".
  static Result<EmailAddress> parse(std::string_view text);

  std::string const& text() const { return text_; }

  std::string_view host() const { return std::string_view(text_).substr(text_.find('@') + 1); }

  auto operator<=>(EmailAddress const&) const = default;

 private:
  explicit EmailAddress(std::string text) : text_(std::move(text)) {}

  std::string text_;
};

}  // namespace wegwijzer::accounts
