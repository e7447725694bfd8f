// SPDX-License-Identifier: EUPL-1.2
// Work shared by threads.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace wegwijzer {

// Calls work(thread, task) once for every task below `tasks`, on at most so many threads, numbered from zero;
// the caller is the first of them. The first exception of any is thrown again at the end.
template <class Work>
void in_parallel(std::size_t tasks, unsigned threads, Work const& work) {
  std::atomic<std::size_t> next = 0;
  std::exception_ptr failure;
  std::mutex failing;
  auto const run = [&](unsigned thread) {
    try {
      for (auto task = next++; task < tasks; task = next++) work(thread, task);
    } catch (...) {
      std::scoped_lock const lock(failing);
      if (!failure) failure = std::current_exception();
      next = tasks;
    }
  };
  {
    std::vector<std::jthread> others;
    for (unsigned thread = 1; thread < std::min<std::size_t>(threads, tasks); ++thread) {
      others.emplace_back(run, thread);
    }
    run(0);
  }
  if (failure) std::rethrow_exception(failure);
}

}  // namespace wegwijzer
