// SPDX-License-Identifier: EUPL-1.2
#include "usecases/opportunity/inequality.h"

#include <algorithm>
#include <exception>

namespace wegwijzer {

namespace {

struct JobStopped {};

// The last asked for first; makes one when there is none, and forgets the one asked for longest ago.
template <class Thing, class Is, class Make>
std::shared_ptr<Thing> last_asked(std::list<std::shared_ptr<Thing>>& kept, std::size_t most, Is is,
                                  Make make) {
  auto const found = std::ranges::find_if(kept, [&](auto const& one) { return is(*one); });
  if (found != kept.end()) {
    kept.splice(kept.begin(), kept, found);
  } else {
    if (kept.size() == most) kept.pop_back();
    kept.push_front(make());
  }
  return kept.front();
}

bool is_alike(Population const& one, Population const& other) {
  return one.areas == other.areas && one.in_order == other.in_order && one.levels == other.levels;
}

}  // namespace

InequalityDesk::~InequalityDesk() {
  worker_.request_stop();
  asked_.notify_all();
}

std::shared_ptr<InequalityDesk::Figured> InequalityDesk::figured(
    std::shared_ptr<OpportunityModel const> const& model, Asked const& asked) {
  std::scoped_lock const lock(keeping_);
  std::erase_if(figured_, [&](auto const& one) { return one->model != model; });
  return last_asked(
      figured_, most_kept, [&](Figured const& one) { return one.model == model && one.asked == asked; },
      [&] {
        auto made = std::make_shared<Figured>();
        made->asked = asked;
        made->model = model;
        return made;
      });
}

std::optional<InequalityOfPlace> InequalityDesk::ask(std::shared_ptr<OpportunityModel const> const& model,
                                                     Index<Area> area, ChildWish const& wish) {
  auto const& areas = model->atlas().areas();
  auto const whole = areas.outermost(area);
  auto const one = figured(model, {areas[whole].code, wish});
  std::call_once(one->once, [&] {
    one->population = std::make_shared<Population const>(*model, whole, profiles_of(wish));
    auto figures = place_figures(*model, *one->population, threads_);
    if (figures) one->figures = std::make_shared<PlaceFigures const>(*std::move(figures));
  });
  if (!one->figures) return std::nullopt;
  InequalityOfPlace answer;
  answer.population = one->population;
  answer.figures = one->figures;
  fill_in(one, answer);
  return answer;
}

std::shared_ptr<InequalityDesk::Job> InequalityDesk::job(Asked const& asked) {
  return last_asked(
      jobs_, most_kept, [&](Job const& one) { return one.asked == asked; },
      [&] {
        auto made = std::make_shared<Job>();
        made->asked = asked;
        return made;
      });
}

// What is known of how sure it is; asks for what is not.
void InequalityDesk::fill_in(std::shared_ptr<Figured> const& figured, InequalityOfPlace& answer) {
  std::scoped_lock const lock(keeping_);
  auto const one = job(figured->asked);
  if (one->sure && is_alike(*one->population, *figured->population)) {
    answer.sure = one->sure;
    answer.sure_is_of_before = one->model.lock() != figured->model;
  }
  if (answer.sure && !answer.sure_is_of_before) return;
  answer.too_busy = !one->of && waiting_.size() == most_waiting;
  if (answer.too_busy) return;
  if (!one->of) wait_for(one, figured);
  answer.job_waits = true;
  answer.draws_done = one->done;
}

void InequalityDesk::wait_for(std::shared_ptr<Job> const& job, std::shared_ptr<Figured> const& figured) {
  job->of = figured;
  job->done = 0;
  waiting_.push_back(job);
  if (!worker_.joinable()) worker_ = std::jthread([this](std::stop_token const& stop) { work(stop); });
  asked_.notify_all();
}

void InequalityDesk::work(std::stop_token const& stop) {
  while (true) {
    std::shared_ptr<Job> next;
    {
      std::unique_lock lock(keeping_);
      if (!asked_.wait(lock, stop, [&] { return !waiting_.empty(); })) return;
      next = waiting_.front();
      waiting_.pop_front();
    }
    run(*next, stop);
  }
}

// One that fails is begun anew when somebody asks again.
void InequalityDesk::run(Job& job, std::stop_token const& stop) {
  auto const told = [&](std::size_t done) {
    if (stop.stop_requested()) throw JobStopped();
    job.done = std::max(job.done.load(), done);
  };
  std::shared_ptr<Uncertainty const> sure;
  try {
    auto found = uncertainty(*job.of->model, *job.of->population, {.threads = threads_}, told);
    if (found) sure = std::make_shared<Uncertainty const>(*std::move(found));
  } catch (JobStopped const&) {  // the program ends
  } catch (std::exception const&) {
  }
  std::scoped_lock const lock(keeping_);
  if (sure) {
    job.sure = std::move(sure);
    job.population = job.of->population;
    job.model = job.of->model;
  }
  job.of = nullptr;
}

}  // namespace wegwijzer
