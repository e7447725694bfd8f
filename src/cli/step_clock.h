// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <ostream>
#include <string>

#include "cli/context.h"

namespace wegwijzer::cli {

// How long each step takes, and on a terminal how far it is.
template <Choice Step>
class StepClock {
 public:
  // `keys`: how the keys of the names of steps begin.
  StepClock(Context const& context, std::string keys) : context_(context), keys_(std::move(keys)) {}

  bool hear(Step step, std::uint64_t done, std::uint64_t total) {
    if (step != step_) begin(step);
    return progress_(done, total);
  }

  // Says how long the last step took.
  void end() {
    if (!step_) return;
    if (context_.shows_progress) context_.err << "\r\033[K";
    context_.err << context_.language("find_reach.step", {{"step", name()}, {"seconds", seconds()}}) << '\n';
    step_.reset();
  }

 private:
  using Clock = std::chrono::steady_clock;

  void begin(Step step) {
    end();
    step_ = step;
    since_ = Clock::now();
    if (context_.shows_progress) context_.err << "\r       " << name();
    progress_ = progress_on(context_);
  }

  std::string name() const { return context_.language(keys_ + text(*step_)); }

  std::string seconds() const {
    auto const thousandths =
        std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - since_).count();
    auto const digits = std::to_string(thousandths % 1'000 + 1'000).substr(1);
    return std::to_string(thousandths / 1'000) + context_.language("number.decimal_sign") + digits;
  }

  Context const& context_;
  std::string keys_;
  std::optional<Step> step_;
  Clock::time_point since_;
  std::function<bool(std::uint64_t, std::uint64_t)> progress_;
};

}  // namespace wegwijzer::cli
