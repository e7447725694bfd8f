// SPDX-License-Identifier: EUPL-1.2
#include "app/mail_worker.h"

#include <condition_variable>
#include <fstream>
#include <mutex>

#include "base/words.h"
#include "outside/smtp_mailer.h"

namespace wegwijzer {

namespace {

MailTls tls_of(std::string_view word) {
  if (word == "tls") return MailTls::tls;
  return word == "none" ? MailTls::none : MailTls::starttls;
}

// The first line of the file: a password on the command line would be seen by everybody on the machine.
Result<std::string> password_in(std::filesystem::path const& file) {
  if (file.empty()) return std::string();
  std::ifstream in(file);
  std::string line;
  if (!std::getline(in, line)) return fail(Fault::missing, "mail.no_password", {{"file", file.string()}});
  return std::string(trimmed(line));
}

}  // namespace

Result<std::unique_ptr<Mailer>> mailer_of(ServeSettings const& chosen) {
  auto const from = accounts::EmailAddress::parse(chosen.mail_from);
  if (chosen.mail_server.empty() || !from) return fail(Fault::invalid, "mail.no_server");
  auto const password = password_in(chosen.mail_password_file);
  if (!password) return fail(password.error());
  return smtp_mailer(
      {chosen.mail_server, chosen.mail_port, tls_of(chosen.mail_tls), chosen.mail_user, *password, *from});
}

bool is_loopback(std::string_view address) {
  return address == "127.0.0.1" || address == "::1" || address == "localhost";
}

MailWorker::MailWorker(Store& store, std::unique_ptr<Mailer> mailer, Clock const& clock, MakeMessage make,
                       MailLog log, std::function<void(std::string_view)> failed)
    : outbox_(store.outbox()),
      mailer_(std::move(mailer)),
      clock_(clock),
      make_(std::move(make)),
      log_(std::move(log)),
      failed_(std::move(failed)),
      thread_([this](std::stop_token const& stop) { work(stop); }) {}

void MailWorker::work(std::stop_token const& stop) {
  constexpr std::chrono::seconds pause{2};
  std::mutex mutex;
  std::condition_variable_any wakes;
  bool begun = false;
  auto forgets_at = clock_.now();
  while (!stop.stop_requested()) {
    try {
      if (!begun) outbox_->put_back_taken();
      begun = true;
      if (deliver_one(*outbox_, *mailer_, make_, log_, clock_.now())) continue;
      if (clock_.now() >= forgets_at) {
        outbox_->forget_sent(clock_.now() - accounts::sent_kept_for);
        forgets_at = clock_.now() + std::chrono::hours(1);
      }
    } catch (std::exception const& failure) {
      failed_(failure.what());
    }
    std::unique_lock lock(mutex);
    wakes.wait_for(lock, stop, pause, [] { return false; });
  }
}

}  // namespace wegwijzer
