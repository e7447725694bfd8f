// SPDX-License-Identifier: EUPL-1.2
// Sends what waits in the outbox, beside the answering of visitors.
#pragma once

#include <functional>
#include <memory>
#include <thread>

#include "app/settings.h"
#include "ports/clock.h"
#include "ports/mailer.h"
#include "ports/store.h"
#include "usecases/account/deliver.h"

namespace wegwijzer {

// The mail server of the settings. Fails with "mail.no_server" and "mail.no_password".
Result<std::unique_ptr<Mailer>> mailer_of(ServeSettings const& chosen);

// Whether the server is reached from its own machine only.
bool is_loopback(std::string_view address);

class MailWorker {
 public:
  // One worker a store: what an earlier one left half sent is sent again, with the same Message-ID.
  MailWorker(Store& store, std::unique_ptr<Mailer> mailer, Clock const& clock, MakeMessage make, MailLog log,
             std::function<void(std::string_view)> failed);

 private:
  void work(std::stop_token const& stop);

  std::unique_ptr<Outbox> outbox_;
  std::unique_ptr<Mailer> mailer_;
  Clock const& clock_;
  MakeMessage make_;
  MailLog log_;
  std::function<void(std::string_view)> failed_;
  std::jthread thread_;
};

}  // namespace wegwijzer
