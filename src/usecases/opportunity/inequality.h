// SPDX-License-Identifier: EUPL-1.2
// How unequal opportunities are in a place, at once; and how sure that is, when a job beside the answers has
// found out.
#pragma once

#include <array>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <list>
#include <memory>
#include <mutex>
#include <thread>

#include "domain/choice.h"
#include "opportunity/uncertainty.h"
#include "usecases/opportunity/child_wish.h"
#include "usecases/opportunity/what_to_ask.h"

namespace wegwijzer {

// Where the job stands that finds out how sure the figures are.
enum class Margins {
  running,
  there,
  waiting,   // others go first
  too_busy,  // so many wait that no job was begun: ask again later
  failed     // it ended without an answer, and is not begun again
};

template <>
inline constexpr std::array choices<Margins> = {
    std::pair{Margins::running, "running"}, std::pair{Margins::there, "there"},
    std::pair{Margins::waiting, "waiting"}, std::pair{Margins::too_busy, "tooBusy"},
    std::pair{Margins::failed, "failed"}};

struct InequalityOfPlace {
  std::shared_ptr<Population const> population;
  std::shared_ptr<PlaceFigures const> figures;
  std::shared_ptr<Uncertainty const> sure;  // nothing until it is there
  std::shared_ptr<ToAsk const> to_ask;      // with it
  Margins margins = Margins::running;
  std::size_t draws_done = 0;  // of a job that runs
};

// From any thread. Figures take about a second for 100,000 inhabitants at the first question, one place after
// the other; a job takes a minute or two. One job at a time, and few may wait, but the one of all children of
// a place always may.
class InequalityDesk {
 public:
  explicit InequalityDesk(unsigned threads) : threads_(threads) {}

  ~InequalityDesk();
  InequalityDesk(InequalityDesk const&) = delete;
  InequalityDesk& operator=(InequalityDesk const&) = delete;

  // Of the children that are wished, without needs and tongues, in the largest area around this one. Begins a
  // job when it is not known how sure that is. Nothing when no such child lives there.
  std::optional<InequalityOfPlace> ask(std::shared_ptr<OpportunityModel const> const& model, Index<Area> area,
                                       ChildWish const& wish);

 private:
  static constexpr std::size_t most_kept = 24;
  static constexpr std::size_t most_waiting = 4;

  enum class Job { none, waits, runs, failed, done };
  static Margins margins_of(Job job);

  // What is known of some children of a place in one model.
  struct Known {
    Index<Area> whole;
    ChildWish wish;
    std::shared_ptr<OpportunityModel const> model;
    std::once_flag figured;
    std::shared_ptr<Population const> population;
    std::shared_ptr<PlaceFigures const> figures;
    Job job = Job::none;  // this and the rest under keeping_
    std::atomic<std::size_t> draws_done = 0;
    std::shared_ptr<Uncertainty const> sure;
    std::shared_ptr<ToAsk const> to_ask;
  };

  std::shared_ptr<Known> known(std::shared_ptr<OpportunityModel const> const& model, Index<Area> whole,
                               ChildWish const& wish);
  void figure(Known& known);
  void begin_job(std::shared_ptr<Known> const& known);
  void work(std::stop_token const& stop);
  bool run(Known& known, std::stop_token const& stop);

  unsigned threads_;
  std::mutex figuring_;
  std::mutex keeping_;
  std::list<std::shared_ptr<Known>> known_;  // the last asked for first
  std::deque<std::shared_ptr<Known>> waiting_;
  std::condition_variable_any asked_;
  std::jthread worker_;  // begun with the first job
};

}  // namespace wegwijzer
