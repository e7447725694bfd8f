// SPDX-License-Identifier: EUPL-1.2
// A mail server reached by SMTP (libcurl).
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "ports/mailer.h"

namespace wegwijzer {

enum class MailTls { none, starttls, tls };  // starttls: not sent at all without

struct SmtpServer {
  std::string host;
  std::uint16_t port = 587;
  MailTls tls = MailTls::starttls;
  std::string user{};  // empty: without signing in
  std::string password{};
  accounts::EmailAddress from;
};

std::unique_ptr<Mailer> smtp_mailer(SmtpServer server);

// The message as it goes over the line (RFC 5322): both texts as base64, so that no line of them is a
// command.
std::string on_the_line(Message const& message, accounts::EmailAddress const& from, Instant now);

}  // namespace wegwijzer
