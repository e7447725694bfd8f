// SPDX-License-Identifier: EUPL-1.2
// Hands one mail to a mail server.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "accounts/email_address.h"
#include "base/result.h"
#include "base/time.h"

namespace wegwijzer {

// A line of text without control signs, so that it cannot begin another header; made of any text.
class HeaderText {
 public:
  explicit HeaderText(std::string_view text) {
    for (char const c : text) {
      auto const byte = static_cast<unsigned char>(c);
      text_ += byte < 0x20 || byte == 0x7f ? ' ' : c;
    }
  }

  std::string const& text() const { return text_; }

 private:
  std::string text_;
};

struct Message {
  std::string id;  // of the Message-ID, before the @
  accounts::EmailAddress to;
  HeaderText subject;
  std::string text;
  std::string html;
  std::optional<accounts::EmailAddress> reply_to{};  // whom an answer goes to; nothing: to nobody
};

class Mailer {
 public:
  virtual ~Mailer() = default;
  // Fails with Fault::unavailable when it is worth another try, and Fault::invalid when the server will never
  // take it.
  virtual Done send(Message const& message, Instant now) = 0;
};

}  // namespace wegwijzer
