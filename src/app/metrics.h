// SPDX-License-Identifier: EUPL-1.2
// Numbers about the running program for its operator, as Prometheus reads them (text format 0.0.4). Requests
// are counted by the pattern of their route; nothing about a visitor or a question can come in.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "atlas/atlas.h"
#include "base/time.h"
#include "http/server.h"

namespace wegwijzer {

class Metrics {
 public:
  // Whatever is not one of these patterns is counted as "other", so that nobody can fill the memory.
  explicit Metrics(std::set<std::string, std::less<>> routes) : routes_(std::move(routes)) {}

  void count(http::LogEntry const& entry);  // safe to call from several threads
  std::string text(std::shared_ptr<Atlas const> const& atlas, Instant now);

 private:
  static constexpr std::array bounds{0.001, 0.005, 0.025, 0.1, 0.5, 2.5, 10.0};  // seconds

  struct Times {
    std::array<std::uint64_t, bounds.size() + 1> within{};  // each request once; the last is beyond all
    double seconds = 0;
  };

  using Answers = std::map<std::pair<std::string, int>, std::uint64_t>;  // by route and class of status

  std::string requests() const;
  std::string times() const;
  void look_at(std::shared_ptr<Atlas const> const& atlas, Instant now);

  std::set<std::string, std::less<>> routes_;
  std::mutex counting_;
  Answers answers_;
  std::map<std::string, Times> times_;
  std::weak_ptr<Atlas const> seen_;
  Instant seen_since_{};
  int swaps_ = 0;
};

}  // namespace wegwijzer
