// SPDX-License-Identifier: EUPL-1.2
// A client that sends exactly the bytes it is given, so that a test can be as rude as a stranger.
#pragma once

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

namespace wegwijzer::kit {

struct RawResponse {
  int status = 0;  // 0: the connection ended without an answer
  std::string header;
  std::string body;
};

class RawClient {
 public:
  explicit RawClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_port = htons(port);
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ = ::connect(socket_, reinterpret_cast<sockaddr*>(&place), sizeof place) == 0;
  }

  RawClient(RawClient&& other) noexcept
      : socket_(std::exchange(other.socket_, -1)), connected_(other.connected_), received_(other.received_) {}

  ~RawClient() {
    if (socket_ >= 0) ::close(socket_);
  }

  bool connected() const { return connected_; }

  RawClient& send(std::string_view bytes) {
    while (!bytes.empty()) {
      auto const sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) break;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return *this;
  }

  // One response; its body by Content-Length, none after a HEAD, a 204 or a 304.
  RawResponse receive(bool after_head = false) {
    RawResponse response;
    auto const end = received_until("\r\n\r\n");
    if (end == std::string::npos) return response;
    response.header = received_.substr(0, end);
    received_.erase(0, end + 4);
    response.status = std::atoi(response.header.substr(9, 3).c_str());
    auto const length = response.header.find("\r\nContent-Length: ");
    if (length == std::string::npos || after_head || response.status == 304) return response;
    auto const size = static_cast<std::size_t>(std::atoll(response.header.c_str() + length + 18));
    while (received_.size() < size && more()) continue;
    response.body = received_.substr(0, size);
    received_.erase(0, size);
    return response;
  }

  RawResponse ask(std::string_view bytes) { return send(bytes).receive(); }

  // All that still comes until the other side closes.
  std::string rest() {
    while (more()) continue;
    return std::exchange(received_, {});
  }

  // Whether the other side closes, without another byte, within that time.
  bool closes_within(std::chrono::milliseconds most) { return received_.empty() && !more(most) && closed_; }

 private:
  std::size_t received_until(std::string_view mark) {
    while (received_.find(mark) == std::string::npos && more()) continue;
    return received_.find(mark);
  }

  bool more(std::chrono::milliseconds most = std::chrono::seconds(10)) {
    pollfd waiting{socket_, POLLIN, 0};
    if (::poll(&waiting, 1, static_cast<int>(most.count())) <= 0) return false;
    char bytes[16384];
    auto const count = ::recv(socket_, bytes, sizeof bytes, 0);
    closed_ = count <= 0;
    if (count > 0) received_.append(bytes, static_cast<std::size_t>(count));
    return count > 0;
  }

  int socket_;
  bool connected_ = false;
  bool closed_ = false;
  std::string received_;
};

}  // namespace wegwijzer::kit
