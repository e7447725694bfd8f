// SPDX-License-Identifier: EUPL-1.2
// For what takes memory and a processor for a while: a password to reckon (19 MiB), a picture to make. Only
// some of the workers do so at once, a few wait for a moment, and others are told that it is busy: pages stay
// there for who only looks.
#pragma once

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <utility>

namespace wegwijzer {

// Safe to use from several threads.
class Turns {
 public:
  // Given back when it goes.
  class Turn {
   public:
    explicit Turn(Turns& turns) : turns_(&turns) {}

    Turn(Turn&& other) noexcept : turns_(std::exchange(other.turns_, nullptr)) {}

    Turn& operator=(Turn&&) = delete;

    ~Turn() {
      if (turns_) turns_->give_back();
    }

   private:
    Turns* turns_;
  };

  static constexpr std::chrono::milliseconds several_passwords{250};  // assumption

  // Half of the workers, and one always stays free of it where there are more than two.
  explicit Turns(std::size_t workers)
      : at_once_(std::max<std::size_t>(1, workers / 2)),
        waiting_at_once_(workers > 2 ? workers - at_once_ - 1 : 0) {}

  // Nothing when it is too busy.
  std::optional<Turn> take(std::chrono::milliseconds longest_wait = several_passwords);

 private:
  void give_back();

  std::size_t const at_once_;
  std::size_t const waiting_at_once_;
  std::mutex mutex_;
  std::condition_variable freed_;
  std::size_t taken_ = 0;
  std::size_t waiting_ = 0;
};

}  // namespace wegwijzer
