// SPDX-License-Identifier: EUPL-1.2
#include "http/workers.h"

#include <utility>

#include "base/check.h"

namespace wegwijzer::http {

Workers::Workers(std::size_t threads, std::size_t longest_queue) : longest_queue_(longest_queue) {
  check(threads > 0, "somebody must do the work");
  for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

Workers::~Workers() {
  stop();
}

bool Workers::push(Task task) {
  {
    std::lock_guard const lock(mutex_);
    if (stopped_ || queue_.size() >= longest_queue_) return false;
    queue_.push_back(std::move(task));
  }
  wake_.notify_one();
  return true;
}

std::deque<Workers::Task> Workers::stop() {
  std::deque<Task> left;
  {
    std::lock_guard const lock(mutex_);
    stopped_ = true;
    left.swap(queue_);
  }
  wake_.notify_all();
  for (auto& thread : std::exchange(threads_, {})) thread.join();
  return left;
}

void Workers::work() {
  while (true) {
    std::unique_lock lock(mutex_);
    wake_.wait(lock, [this] { return stopped_ || !queue_.empty(); });
    if (stopped_) return;
    auto const task = std::move(queue_.front());
    queue_.pop_front();
    lock.unlock();
    task();
  }
}

}  // namespace wegwijzer::http
