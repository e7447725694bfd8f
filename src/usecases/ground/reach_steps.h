// SPDX-License-Identifier: EUPL-1.2
// The steps by which a reach is found, and how whoever waits hears of them.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <mutex>

#include "domain/choice.h"

namespace wegwijzer {

enum class ReachStep : std::uint8_t { load, order, contract, customise, snap, index, query, write };

template <>
inline constexpr std::array choices<ReachStep> = {
    std::pair{ReachStep::load, "load"},         std::pair{ReachStep::order, "order"},
    std::pair{ReachStep::contract, "contract"}, std::pair{ReachStep::customise, "customise"},
    std::pair{ReachStep::snap, "snap"},         std::pair{ReachStep::index, "index"},
    std::pair{ReachStep::query, "query"},       std::pair{ReachStep::write, "write"}};

// Called when a step begins, with nothing done, and on its way; false stops.
using ReachWatch = std::function<bool(ReachStep step, std::uint64_t done, std::uint64_t total)>;

// Carries the wish to stop through what shares work among threads; no caller of a use case ever sees it.
struct ReachStopped {};

// Counts what is done of one step, from any thread; throws ReachStopped when it is to stop.
class ReachStepCount {
 public:
  ReachStepCount(ReachWatch const& watch, ReachStep step, std::uint64_t total)
      : watch_(watch), step_(step), total_(total) {
    add(0);
  }

  void add(std::uint64_t done) {
    std::scoped_lock const lock(mutex_);
    done_ += done;
    if (watch_ && !watch_(step_, done_, total_)) throw ReachStopped();
  }

 private:
  ReachWatch const& watch_;
  ReachStep step_;
  std::uint64_t total_;
  std::uint64_t done_ = 0;
  std::mutex mutex_;
};

}  // namespace wegwijzer
