// SPDX-License-Identifier: EUPL-1.2
#include "http/address.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstring>
#include <functional>
#include <string>

#include "base/words.h"

namespace wegwijzer::http {

namespace {

constexpr Address::Bytes mapped_prefix{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

Address::Bytes of_v4(in_addr const& v4) {
  auto bytes = mapped_prefix;
  std::memcpy(bytes.data() + 12, &v4, sizeof v4);
  return bytes;
}

bool is_v4(Address::Bytes const& bytes) {
  return std::equal(mapped_prefix.begin(), mapped_prefix.begin() + 12, bytes.begin());
}

// Proxies may add the port: "192.0.2.7:4711", "[2001:db8::1]:4711".
std::string_view without_port(std::string_view text) {
  if (text.starts_with('[')) return text.substr(1, std::min(text.find(']'), text.size()) - 1);
  if (std::ranges::count(text, ':') == 1) return text.substr(0, text.find(':'));
  return text;
}

bool bit(Address::Bytes const& bytes, unsigned position) {
  return bytes[position / 8] >> (7 - position % 8) & 1;
}

}  // namespace

Result<Address> Address::parse(std::string_view text) {
  std::string const plain(without_port(trimmed(text)));
  in_addr v4{};
  if (inet_pton(AF_INET, plain.c_str(), &v4) == 1) return Address(of_v4(v4));
  Bytes v6{};
  if (inet_pton(AF_INET6, plain.c_str(), v6.data()) == 1) return Address(v6);
  return fail(Fault::invalid, "address.invalid");
}

Address Address::of(sockaddr const* peer) {
  if (peer == nullptr) return {};
  if (peer->sa_family == AF_INET) {
    sockaddr_in v4{};
    std::memcpy(&v4, peer, sizeof v4);
    return Address(of_v4(v4.sin_addr));
  }
  if (peer->sa_family != AF_INET6) return {};
  sockaddr_in6 v6{};
  std::memcpy(&v6, peer, sizeof v6);
  return Address(std::bit_cast<Bytes>(v6.sin6_addr));
}

Address Address::neighbourhood() const {
  auto bytes = bytes_;
  if (!is_v4(bytes)) std::fill(bytes.begin() + 8, bytes.end(), std::uint8_t{0});
  return Address(bytes);
}

std::optional<Address> Address::site() const {
  if (is_v4(bytes_)) return std::nullopt;
  auto bytes = bytes_;
  std::fill(bytes.begin() + 6, bytes.end(), std::uint8_t{0});
  return Address(bytes);
}

Result<Network> Network::parse(std::string_view text) {
  auto const slash = std::min(text.find('/'), text.size());
  auto const base = Address::parse(text.substr(0, slash));
  auto const invalid = fail(Fault::invalid, "address.invalid_network", {{"value", std::string(text)}});
  if (!base) return invalid;
  if (slash == text.size()) return Network(*base, 128);
  auto const bits = whole_number(text.substr(slash + 1));
  auto const most = is_v4(base->bytes()) && text.find('.') < slash ? 32 : 128;
  if (!bits || *bits < 0 || *bits > most) return invalid;
  return Network(*base, static_cast<unsigned>(128 - most + *bits));
}

bool Network::contains(Address address) const {
  for (unsigned position = 0; position < bits_; ++position) {
    if (bit(address.bytes(), position) != bit(base_.bytes(), position)) return false;
  }
  return true;
}

Address client_of(Address peer, std::string_view forwarded_for, std::span<Network const> trusted) {
  auto const ours = [&](Address address) {
    return std::ranges::any_of(trusted, [&](Network const& network) { return network.contains(address); });
  };
  auto client = peer;
  while (ours(client) && !forwarded_for.empty()) {
    auto const comma = forwarded_for.rfind(',');
    auto const start = comma == std::string_view::npos ? 0 : comma + 1;
    auto const hop = Address::parse(forwarded_for.substr(start));
    if (!hop) return client;
    client = *hop;
    forwarded_for = forwarded_for.substr(0, start == 0 ? 0 : comma);
  }
  return client;
}

}  // namespace wegwijzer::http

std::size_t std::hash<wegwijzer::http::Address>::operator()(
    wegwijzer::http::Address const& address) const noexcept {
  auto const& bytes = address.bytes();
  return std::hash<std::string_view>()({reinterpret_cast<char const*>(bytes.data()), bytes.size()});
}
