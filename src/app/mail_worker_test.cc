// SPDX-License-Identifier: EUPL-1.2
#include "app/mail_worker.h"

#include <gtest/gtest.h>

#include <atomic>

#include "kit/fixed_time.h"
#include "kit/temporary_folder.h"
#include "storage/sqlite_store.h"

namespace wegwijzer::mail_worker_tests {

using namespace std::chrono_literals;

struct CountedMailer : Mailer {
  explicit CountedMailer(std::atomic<int>& sent_mails) : sent(sent_mails) {}

  Done send(Message const&, Instant) override {
    ++sent;
    return {};
  }

  std::atomic<int>& sent;
};

void write_mails(Store& store, int count) {
  for (int i = 0; i < count; ++i) {
    auto const changing = store.change_accounts();
    changing->write({changing->new_id<accounts::Mail>(),
                     *accounts::EmailAddress::parse("anna@school.example"), accounts::MailKind::link, "nl",
                     "", "", instant(date(2026, 11, 24), {9 * 60})});
    changing->commit();
  }
}

// Mails are written while the worker sends; each leaves once, and the worker stops when it is asked to.
TEST(MailWorker, sends_each_mail_once_beside_who_writes_them) {
  TemporaryFolder const folder;
  FixedClock const clock;
  CountingIds ids;
  auto const store = *open_store(folder.path("s"), IfMissing::create, clock, ids);
  std::atomic<int> sent = 0, failed = 0;
  {
    MailWorker const worker(
        *store, std::make_unique<CountedMailer>(sent), clock,
        [](accounts::Mail const& mail) -> Result<Message> {
          return Message{text(mail.id), mail.to, HeaderText("x"), "", ""};
        },
        [&](accounts::Mail const&, Error const&) { ++failed; }, [&](std::string_view) { ++failed; });
    write_mails(*store, 20);
    // It looks every two seconds when there was nothing.
    for (int i = 0; i < 100 && sent < 20; ++i) std::this_thread::sleep_for(100ms);
  }
  EXPECT_EQ(sent, 20);
  EXPECT_EQ(failed, 0);
  EXPECT_TRUE(store->accounts()->mails_waiting().empty());
}

}  // namespace wegwijzer::mail_worker_tests
