// SPDX-License-Identifier: EUPL-1.2
// How far a step of long work is, for whoever waits.
#pragma once

#include <cstdint>
#include <functional>
#include <mutex>

namespace wegwijzer {

// Called when a step begins, with nothing done, and on its way; false stops.
template <class Step>
using StepWatch = std::function<bool(Step step, std::uint64_t done, std::uint64_t total)>;

// Carries the wish to stop through what shares work among threads; no caller of a use case ever sees it.
struct StepStopped {};

// Counts what is done of one step, from any thread; throws StepStopped when it is to stop.
template <class Step>
class StepCount {
 public:
  StepCount(StepWatch<Step> const& watch, Step step, std::uint64_t total)
      : watch_(watch), step_(step), total_(total) {
    add(0);
  }

  void add(std::uint64_t done) {
    std::scoped_lock const lock(mutex_);
    done_ += done;
    if (watch_ && !watch_(step_, done_, total_)) throw StepStopped();
  }

 private:
  StepWatch<Step> const& watch_;
  Step step_;
  std::uint64_t total_;
  std::uint64_t done_ = 0;
  std::mutex mutex_;
};

}  // namespace wegwijzer
