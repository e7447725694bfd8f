// SPDX-License-Identifier: EUPL-1.2
#include "usecases/account/turns.h"

namespace wegwijzer {

std::optional<Turns::Turn> Turns::take(std::chrono::milliseconds longest_wait) {
  std::unique_lock lock(mutex_);
  auto const free = [this] { return taken_ < at_once_; };
  if (!free()) {
    if (waiting_ >= waiting_at_once_) return std::nullopt;
    ++waiting_;
    bool const in_time = freed_.wait_for(lock, longest_wait, free);
    --waiting_;
    if (!in_time) return std::nullopt;
  }
  ++taken_;
  return Turn(*this);
}

void Turns::give_back() {
  {
    std::scoped_lock const lock(mutex_);
    --taken_;
  }
  freed_.notify_one();
}

}  // namespace wegwijzer
