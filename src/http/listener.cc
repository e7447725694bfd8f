// SPDX-License-Identifier: EUPL-1.2
#include "http/listener.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <optional>
#include <system_error>

namespace wegwijzer::http {

namespace {

constexpr int backlog = 1024;

struct Place {
  sockaddr_storage bytes{};
  socklen_t size = 0;

  sockaddr* address() { return reinterpret_cast<sockaddr*>(&bytes); }
};

std::optional<Place> place_of(std::string const& address, std::uint16_t port) {
  Place place;
  auto* const v4 = reinterpret_cast<sockaddr_in*>(&place.bytes);
  auto* const v6 = reinterpret_cast<sockaddr_in6*>(&place.bytes);
  if (inet_pton(AF_INET, address.c_str(), &v4->sin_addr) == 1) {
    v4->sin_family = AF_INET;
    v4->sin_port = htons(port);
    place.size = sizeof *v4;
  } else if (inet_pton(AF_INET6, address.c_str(), &v6->sin6_addr) == 1) {
    v6->sin6_family = AF_INET6;
    v6->sin6_port = htons(port);
    place.size = sizeof *v6;
  } else {
    return std::nullopt;
  }
  return place;
}

bool bound_and_listening(int socket, Place& place) {
  int const yes = 1;
  int const no = 0;
  setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  if (place.bytes.ss_family == AF_INET6) setsockopt(socket, IPPROTO_IPV6, IPV6_V6ONLY, &no, sizeof no);
  return bind(socket, place.address(), place.size) == 0 && listen(socket, backlog) == 0 &&
         getsockname(socket, place.address(), &place.size) == 0;
}

std::uint16_t port_of(Place const& place) {
  if (place.bytes.ss_family == AF_INET) {
    return ntohs(reinterpret_cast<sockaddr_in const&>(place.bytes).sin_port);
  }
  return ntohs(reinterpret_cast<sockaddr_in6 const&>(place.bytes).sin6_port);
}

Error cannot_listen(std::string const& address, std::uint16_t port) {
  return {.fault = Fault::conflict,
          .key = "server.cannot_listen",
          .arguments = {{"address", address}, {"port", std::to_string(port)}},
          .detail = std::system_category().message(errno)};
}

}  // namespace

Result<Listener> listen_at(std::string const& address, std::uint16_t port) {
  auto place = place_of(address, port);
  if (!place) return fail(Fault::invalid, "server.bad_address", {{"address", address}});
  int const made = socket(place->bytes.ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (made < 0) return fail(cannot_listen(address, port));
  if (!bound_and_listening(made, *place)) {
    auto const error = cannot_listen(address, port);
    close(made);
    return fail(error);
  }
  return Listener{made, port_of(*place)};
}

}  // namespace wegwijzer::http
