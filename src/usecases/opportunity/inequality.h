// SPDX-License-Identifier: EUPL-1.2
// How unequal opportunities are in a place, at once; and how sure that is, when a job beside the answers has
// found out.
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <list>
#include <memory>
#include <mutex>
#include <thread>

#include "opportunity/uncertainty.h"
#include "usecases/opportunity/child_wish.h"

namespace wegwijzer {

struct InequalityOfPlace {
  std::shared_ptr<Population const> population;
  std::shared_ptr<PlaceFigures const> figures;
  std::shared_ptr<Uncertainty const> sure;  // nothing until it is there
  bool sure_is_of_before = false;           // of the opportunities as they were before the last change
  std::size_t draws_done = 0;               // of a job that runs or waits
  bool job_waits = false;                   // or runs
  bool too_busy = false;                    // so many others wait that no job was begun
};

// From any thread. Figures take about a second for 100,000 inhabitants at the first question; a job a minute
// or two. One job at a time, and few may wait.
class InequalityDesk {
 public:
  explicit InequalityDesk(unsigned threads) : threads_(threads) {}

  ~InequalityDesk();
  InequalityDesk(InequalityDesk const&) = delete;
  InequalityDesk& operator=(InequalityDesk const&) = delete;

  // Of the children that are wished, without needs and tongues, in the largest area around this one. Begins a
  // job unless what is known is of this very model. Nothing when no such child lives there.
  std::optional<InequalityOfPlace> ask(std::shared_ptr<OpportunityModel const> const& model, Index<Area> area,
                                       ChildWish const& wish);

 private:
  static constexpr std::size_t most_kept = 16;
  static constexpr std::size_t most_waiting = 4;

  struct Asked {
    AreaCode area;  // an index may mean another area after a change
    ChildWish wish;
    bool operator==(Asked const&) const = default;
  };

  struct Figured {
    Asked asked;
    std::shared_ptr<OpportunityModel const> model;
    std::once_flag once;
    std::shared_ptr<Population const> population;
    std::shared_ptr<PlaceFigures const> figures;
  };

  struct Job {
    Asked asked;
    std::shared_ptr<Figured> of;  // while it waits or runs
    std::shared_ptr<Uncertainty const> sure;
    std::shared_ptr<Population const> population;  // of what `sure` is
    std::weak_ptr<OpportunityModel const> model;
    std::atomic<std::size_t> done = 0;
  };

  std::shared_ptr<Figured> figured(std::shared_ptr<OpportunityModel const> const& model, Asked const& asked);
  std::shared_ptr<Job> job(Asked const& asked);
  void wait_for(std::shared_ptr<Job> const& job, std::shared_ptr<Figured> const& figured);
  void fill_in(std::shared_ptr<Figured> const& figured, InequalityOfPlace& answer);
  void work(std::stop_token const& stop);
  void run(Job& job, std::stop_token const& stop);

  unsigned threads_;
  std::mutex keeping_;
  std::list<std::shared_ptr<Figured>> figured_;  // the last asked for first
  std::list<std::shared_ptr<Job>> jobs_;
  std::deque<std::shared_ptr<Job>> waiting_;
  std::condition_variable_any asked_;
  std::jthread worker_;  // begun with the first job
};

}  // namespace wegwijzer
