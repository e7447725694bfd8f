// SPDX-License-Identifier: EUPL-1.2
// A fixed number of threads behind a queue of fixed length.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace wegwijzer::http {

class Workers {
 public:
  using Task = std::function<void()>;  // throws nothing

  Workers(std::size_t threads, std::size_t longest_queue);
  ~Workers();
  Workers(Workers const&) = delete;
  Workers& operator=(Workers const&) = delete;

  // False, and nothing happens, when the queue is full or the workers have stopped.
  bool push(Task task);

  // Takes no more tasks, waits for what runs, and gives back what had not begun. The second time gives
  // nothing.
  std::deque<Task> stop();

 private:
  void work();

  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Task> queue_;
  std::size_t longest_queue_;
  bool stopped_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace wegwijzer::http
