// SPDX-License-Identifier: EUPL-1.2
// A TCP socket that listens.
#pragma once

#include <cstdint>
#include <string>

#include "base/result.h"

namespace wegwijzer::http {

struct Listener {
  int socket = -1;  // whoever holds it closes it
  std::uint16_t port = 0;
};

// `address` is "127.0.0.1", "0.0.0.0", "::1", or "::" for IPv6 and IPv4 together; port 0 takes a free one.
// Fails with "server.bad_address", or "server.cannot_listen" (conflict, the system's words in `detail`).
Result<Listener> listen_at(std::string const& address, std::uint16_t port);

}  // namespace wegwijzer::http
