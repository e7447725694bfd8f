// SPDX-License-Identifier: EUPL-1.2
// Who is connected, until when each may take for what it is doing, and how many hold on per address. Knows
// sockets only to shut them down; whoever reads them sees the end and closes.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
#include <unordered_map>

#include "http/address.h"
#include "http/rate_limit.h"

namespace wegwijzer::http {

struct Connection {
  int socket = -1;
  Address peer{};
  bool busy = false;                     // between the first line of a request and the end of its answer
  bool fresh = true;                     // no request has been answered yet
  bool listening = false;                // for the rest of a request
  std::optional<SteadyTime> deadline{};  // none while a handler works
};

// Safe from any thread. A Connection is read by its owner alone and changed only through this class.
class Connections {
 public:
  // `most_per_address` counts a neighbourhood of addresses; `exempt` is for our own proxies.
  bool admits(Address peer, std::size_t most_per_address, bool exempt) const;
  Connection* opened(int socket, Address peer, SteadyTime deadline);
  void closed(Connection* connection);

  void begins_request(Connection* connection, std::optional<SteadyTime> deadline);
  void must_finish(Connection* connection, SteadyTime deadline);
  void has_whole_request(Connection* connection);  // a handler takes its time
  void ends_request(Connection* connection, SteadyTime deadline);

  void cut_overdue(SteadyTime now);
  // Who hung up half-way through a request. libmicrohttpd (0.9.75 with epoll) does not see that when the end
  // came with the last bytes, and would hold what it has until the deadline.
  void cut_vanished();
  void cut_idle();
  void cut_all();

  // Whether no request was left within that time.
  bool wait_until_idle(std::chrono::milliseconds most);
  std::size_t count() const;

 private:
  void cut(bool (*chosen)(Connection const&, SteadyTime), SteadyTime now);
  void rest(Connection& connection);

  mutable std::mutex mutex_;
  std::condition_variable idle_;
  std::size_t busy_ = 0;
  std::unordered_map<Connection*, std::unique_ptr<Connection>> open_;
  std::unordered_map<Address, std::size_t> per_address_;
};

}  // namespace wegwijzer::http
