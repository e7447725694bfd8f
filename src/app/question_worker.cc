// SPDX-License-Identifier: EUPL-1.2
#include "app/question_worker.h"

#include <condition_variable>
#include <mutex>

#include "usecases/contact/lapse.h"
#include "usecases/workplace/still_right.h"

namespace wegwijzer {

QuestionWorker::QuestionWorker(Store& store, Secrets& secrets, Clock const& clock,
                               std::function<void(std::string_view)> failed)
    : thread_([&store, &secrets, &clock, failed = std::move(failed)](std::stop_token const& stop) {
        std::mutex mutex;
        std::condition_variable_any wakes;
        while (!stop.stop_requested()) {
          try {
            ask_whether_still_right(store, secrets, clock.now());
            lapse_contacts(store, secrets, clock.now());
          } catch (std::exception const& failure) {
            failed(failure.what());
          }
          std::unique_lock lock(mutex);
          wakes.wait_for(lock, stop, std::chrono::hours(1), [] { return false; });
        }
      }) {}

}  // namespace wegwijzer
