// SPDX-License-Identifier: EUPL-1.2
#include "http/connections.h"

#include <sys/socket.h>

namespace wegwijzer::http {

bool Connections::admits(Address peer, std::size_t most_per_address, bool exempt) const {
  std::lock_guard const lock(mutex_);
  auto const found = per_address_.find(peer.neighbourhood());
  return exempt || found == per_address_.end() || found->second < most_per_address;
}

Connection* Connections::opened(int socket, Address peer, SteadyTime deadline) {
  auto connection =
      std::make_unique<Connection>(Connection{.socket = socket, .peer = peer, .deadline = deadline});
  auto* const key = connection.get();
  std::lock_guard const lock(mutex_);
  open_.emplace(key, std::move(connection));
  ++per_address_[peer.neighbourhood()];
  return key;
}

void Connections::closed(Connection* connection) {
  std::lock_guard const lock(mutex_);
  rest(*connection);
  auto const place = connection->peer.neighbourhood();
  if (--per_address_[place] == 0) per_address_.erase(place);
  open_.erase(connection);
}

void Connections::begins_request(Connection* connection, std::optional<SteadyTime> deadline) {
  std::lock_guard const lock(mutex_);
  if (!connection->busy) ++busy_;
  connection->busy = true;
  connection->listening = true;
  // On a fresh connection the time for the header has run since it was opened.
  if (!connection->fresh) connection->deadline = deadline;
}

void Connections::must_finish(Connection* connection, SteadyTime deadline) {
  std::lock_guard const lock(mutex_);
  connection->deadline = deadline;
}

void Connections::has_whole_request(Connection* connection) {
  std::lock_guard const lock(mutex_);
  connection->listening = false;
  connection->deadline.reset();
}

void Connections::ends_request(Connection* connection, SteadyTime deadline) {
  std::lock_guard const lock(mutex_);
  rest(*connection);
  connection->fresh = false;
  connection->deadline = deadline;
}

void Connections::cut_overdue(SteadyTime now) {
  cut([](Connection const& each, SteadyTime at) { return each.deadline && *each.deadline <= at; }, now);
}

void Connections::cut_vanished() {
  cut(
      [](Connection const& each, SteadyTime) {
        char next = 0;
        return each.listening && recv(each.socket, &next, 1, MSG_PEEK | MSG_DONTWAIT) == 0;
      },
      {});
}

void Connections::cut_idle() {
  cut([](Connection const& each, SteadyTime) { return !each.busy; }, {});
}

void Connections::cut_all() {
  cut([](Connection const&, SteadyTime) { return true; }, {});
}

bool Connections::wait_until_idle(std::chrono::milliseconds most) {
  std::unique_lock lock(mutex_);
  return idle_.wait_for(lock, most, [this] { return busy_ == 0; });
}

std::size_t Connections::count() const {
  std::lock_guard const lock(mutex_);
  return open_.size();
}

// A socket is in the table until closed(), which comes before its number can be used again.
void Connections::cut(bool (*chosen)(Connection const&, SteadyTime), SteadyTime now) {
  std::lock_guard const lock(mutex_);
  for (auto const& [key, connection] : open_) {
    if (chosen(*connection, now)) shutdown(connection->socket, SHUT_RDWR);
  }
}

void Connections::rest(Connection& connection) {
  if (connection.busy) --busy_;
  connection.busy = false;
  connection.listening = false;
  if (busy_ == 0) idle_.notify_all();
}

}  // namespace wegwijzer::http
