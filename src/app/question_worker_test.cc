// SPDX-License-Identifier: EUPL-1.2
#include "app/question_worker.h"

#include <gtest/gtest.h>

#include <atomic>

#include "kit/builders.h"
#include "kit/fixed_time.h"
#include "kit/temporary_folder.h"
#include "outside/kept_secrets.h"
#include "storage/sqlite_store.h"

namespace wegwijzer::question_worker_tests {

using namespace std::chrono_literals;

// An organisation with an editor and an offering that nobody looked at for long.
void add_stale(Store& store, Ecosystem const& ecosystem, int number, Date checked) {
  auto const writer = store.writer(ecosystem, {"test"});
  auto const club = writer->organisations().save(an_organisation(writer->new_id<Organisation>(), "Club"))->id;
  Offering chess = an_offering(writer->new_id<Offering>(), club);
  chess.confirmed_on = checked;
  ASSERT_TRUE(writer->offerings().save(chess));
  writer->commit();
  auto const changing = store.change_accounts();
  auto const mail = accounts::EmailAddress::parse("noor" + std::to_string(number) + "@club.example");
  accounts::Person const noor{changing->new_id<accounts::Person>(), *mail, "Noor", "nl", Instant()};
  changing->save(noor);
  changing->add(*accounts::Membership::make(noor.id, accounts::Role::provider_editor, {ecosystem.id, club}));
  changing->commit();
}

void confirm_all(Store& store, Ecosystem const& ecosystem, Date today) {
  auto const writer = store.writer(ecosystem, {"test"});
  for (auto& offering : writer->offerings().all()) {
    offering.confirmed_on = today;
    ASSERT_TRUE(writer->offerings().save(std::move(offering)));
  }
  writer->commit();
}

// It asks while others write, each once, and does not wait for its hour when it is asked to stop.
TEST(QuestionWorker, asks_at_once_beside_who_changes_the_map) {
  TemporaryFolder const folder;
  FixedClock const clock;
  CountingIds ids;
  auto const store = *open_store(folder.path("s"), IfMissing::create, clock, ids);
  auto const secrets = *open_secrets(folder.path("s.key"));
  auto const ecosystem = an_ecosystem(), elsewhere = an_ecosystem("elders");
  auto const today = local_date(clock.now());
  for (int number = 0; number < 10; ++number)
    add_stale(*store, ecosystem, number, today - std::chrono::days(400));
  add_stale(*store, elsewhere, 10, today);
  std::atomic<int> failed = 0;
  auto const waiting = [&] { return store->accounts()->mails_waiting().size(); };
  {
    QuestionWorker const worker(*store, *secrets, clock, [&](std::string_view) { ++failed; });
    for (int times = 0; times < 20; ++times) confirm_all(*store, elsewhere, today - std::chrono::days(times));
    for (int i = 0; i < 100 && waiting() < 10; ++i) std::this_thread::sleep_for(100ms);
  }
  EXPECT_EQ(waiting(), 10U);
  EXPECT_EQ(failed, 0);
}

}  // namespace wegwijzer::question_worker_tests
