// SPDX-License-Identifier: EUPL-1.2
// Asks now and then whether what is on the map and in contact lists is still right, and erases contacts that
// nobody said yes to, beside the answering of visitors.
#pragma once

#include <functional>
#include <string_view>
#include <thread>

#include "ports/clock.h"
#include "ports/secrets.h"
#include "ports/store.h"

namespace wegwijzer {

class QuestionWorker {
 public:
  // At once, and then each hour. All of these must outlive it.
  QuestionWorker(Store& store, Secrets& secrets, Clock const& clock,
                 std::function<void(std::string_view)> failed);

 private:
  std::jthread thread_;
};

}  // namespace wegwijzer
