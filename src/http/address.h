// SPDX-License-Identifier: EUPL-1.2
// Where a request comes from, for limits only. An Address cannot be printed: where a visitor is is never
// logged.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/result.h"

struct sockaddr;

namespace wegwijzer::http {

class Address {
 public:
  using Bytes = std::array<std::uint8_t, 16>;  // IPv4 as ::ffff:a.b.c.d

  Address() = default;

  // "192.0.2.7", "192.0.2.7:4711", "2001:db8::1", "[2001:db8::1]:4711"; fails with "address.invalid".
  static Result<Address> parse(std::string_view text);
  static Address of(sockaddr const* peer);  // null, or a family other than IP, gives "::"

  // What one household, school or attacker can be assumed to hold: all of an IPv4 address, the /64 of an IPv6
  // one.
  Address neighbourhood() const;
  // The /48 of an IPv6 address, which one customer can hold (RFC 6177); nothing of an IPv4 one.
  std::optional<Address> site() const;

  Bytes const& bytes() const { return bytes_; }

  auto operator<=>(Address const&) const = default;

 private:
  explicit Address(Bytes bytes) : bytes_(bytes) {}

  Bytes bytes_{};
};

// A block of addresses: "10.0.0.0/8", "2001:db8::/32", or one address.
class Network {
 public:
  static Result<Network> parse(std::string_view text);  // fails with "address.invalid_network"
  bool contains(Address address) const;

 private:
  Network(Address base, unsigned bits) : base_(base), bits_(bits) {}

  Address base_;
  unsigned bits_;  // of 128
};

// The visitor behind our own proxies: reading X-Forwarded-For from the right, the first address that is not
// one of ours. A peer that is not trusted is the visitor itself, and so is the last readable address before
// nonsense.
Address client_of(Address peer, std::string_view forwarded_for, std::span<Network const> trusted);

}  // namespace wegwijzer::http

template <>
struct std::hash<wegwijzer::http::Address> {
  std::size_t operator()(wegwijzer::http::Address const& address) const noexcept;
};
