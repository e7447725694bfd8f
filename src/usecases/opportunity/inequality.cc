// SPDX-License-Identifier: EUPL-1.2
#include "usecases/opportunity/inequality.h"

#include <algorithm>
#include <exception>
#include <functional>

namespace wegwijzer {

namespace {

constexpr std::size_t most_to_ask = 5;

struct JobStopped {};

void raise_to(std::atomic<std::size_t>& most, std::size_t value) {
  auto before = most.load();
  while (before < value && !most.compare_exchange_weak(before, value)) {
  }
}

}  // namespace

InequalityDesk::~InequalityDesk() {
  worker_.request_stop();
  asked_.notify_all();
}

// The last asked for first. Of other models nothing is kept but what a job works on; of this one the oldest
// is forgotten whose job neither waits nor runs, and that of all children last.
std::shared_ptr<InequalityDesk::Known> InequalityDesk::known(
    std::shared_ptr<OpportunityModel const> const& model, Index<Area> whole, ChildWish const& wish) {
  std::list<std::shared_ptr<Known>> forgotten;  // let go after the lock
  std::scoped_lock const lock(keeping_);
  auto const is_old = [&](auto const& one) { return one->model != model; };
  std::erase_if(waiting_, is_old);
  forgotten.splice(forgotten.end(), known_,
                   std::stable_partition(known_.begin(), known_.end(), std::not_fn(is_old)), known_.end());
  auto const found =
      std::ranges::find_if(known_, [&](auto const& one) { return one->whole == whole && one->wish == wish; });
  if (found != known_.end()) {
    known_.splice(known_.begin(), known_, found);
    return known_.front();
  }
  auto const may_go = [](auto const& one) {
    return one->job != Job::waits && one->job != Job::runs && one->wish != ChildWish();
  };
  if (known_.size() >= most_kept) {
    auto const oldest = std::find_if(known_.rbegin(), known_.rend(), may_go);
    auto const goes = oldest == known_.rend() ? std::prev(known_.end()) : std::prev(oldest.base());
    forgotten.splice(forgotten.end(), known_, goes);
  }
  auto made = std::make_shared<Known>();
  made->whole = whole;
  made->wish = wish;
  made->model = model;
  known_.push_front(made);
  return made;
}

// One at a time: it takes all threads, and memory for every coalition of factors.
void InequalityDesk::figure(Known& known) {
  std::scoped_lock const lock(figuring_);
  known.population = std::make_shared<Population const>(*known.model, known.whole, profiles_of(known.wish));
  auto figures = place_figures(*known.model, *known.population, threads_);
  if (figures) known.figures = std::make_shared<PlaceFigures const>(*std::move(figures));
}

std::optional<InequalityOfPlace> InequalityDesk::ask(std::shared_ptr<OpportunityModel const> const& model,
                                                     Index<Area> area, ChildWish const& wish) {
  auto counted = wish;
  counted.needs.clear();
  counted.tongue.reset();
  auto const one = known(model, model->atlas().areas().outermost(area), counted);
  std::call_once(one->figured, [&] { figure(*one); });
  if (!one->figures) return std::nullopt;
  InequalityOfPlace answer;
  answer.population = one->population;
  answer.figures = one->figures;
  std::scoped_lock const lock(keeping_);
  if (one->job == Job::none) begin_job(one);
  answer.sure = one->sure;
  answer.to_ask = one->to_ask;
  answer.draws_done = one->draws_done;
  answer.margins = margins_of(one->job);
  return answer;
}

Margins InequalityDesk::margins_of(Job job) {
  switch (job) {
    case Job::none:  // even after it was asked for
      return Margins::too_busy;
    case Job::waits:
      return Margins::waiting;
    case Job::runs:
      return Margins::running;
    case Job::failed:
      return Margins::failed;
    case Job::done:
      break;
  }
  return Margins::there;
}

// None is begun when many wait.
void InequalityDesk::begin_job(std::shared_ptr<Known> const& known) {
  bool const of_all = known->wish == ChildWish();
  if (!of_all && waiting_.size() >= most_waiting) return;
  known->job = Job::waits;
  if (of_all) {
    waiting_.push_front(known);
  } else {
    waiting_.push_back(known);
  }
  if (!worker_.joinable()) worker_ = std::jthread([this](std::stop_token const& stop) { work(stop); });
  asked_.notify_all();
}

void InequalityDesk::work(std::stop_token const& stop) {
  while (true) {
    std::shared_ptr<Known> next;
    {
      std::unique_lock lock(keeping_);
      if (!asked_.wait(lock, stop, [&] { return !waiting_.empty(); })) return;
      next = waiting_.front();
      waiting_.pop_front();
      next->job = Job::runs;
    }
    if (!run(*next, stop)) return;
  }
}

// False when the program ends.
bool InequalityDesk::run(Known& known, std::stop_token const& stop) {
  std::shared_ptr<Uncertainty const> sure;
  std::shared_ptr<ToAsk const> to_ask;
  auto const told = [&](std::size_t done) {
    if (stop.stop_requested()) throw JobStopped();
    raise_to(known.draws_done, done);
  };
  try {
    auto found = uncertainty(*known.model, *known.population, {.threads = threads_}, told);
    if (found) sure = std::make_shared<Uncertainty const>(*std::move(found));
    to_ask = std::make_shared<ToAsk const>(what_to_ask(*known.model, *known.population, most_to_ask));
  } catch (JobStopped const&) {
    return false;
  } catch (std::exception const&) {
    sure = nullptr;  // the page says that there is no answer
  }
  std::scoped_lock const lock(keeping_);
  known.job = sure ? Job::done : Job::failed;
  known.sure = std::move(sure);
  known.to_ask = std::move(to_ask);
  return true;
}

}  // namespace wegwijzer
