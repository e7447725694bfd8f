// SPDX-License-Identifier: EUPL-1.2
#include "usecases/ecosystem/agree_on_step.h"

#include <gtest/gtest.h>

#include "kit/builders.h"
#include "kit/fixed_time.h"
#include "kit/temporary_folder.h"
#include "storage/sqlite_store.h"

namespace wegwijzer {

TEST(AgreeOnStep, adds_a_yes_takes_none_away_and_confirms) {
  TemporaryFolder const folder;
  FixedClock const clock;
  CountingIds ids;
  auto const store = *open_store(folder.path("s"), IfMissing::create, clock, ids);
  auto const writer = store->writer(an_ecosystem(), {"test"});
  auto const provider = writer->organisations().save(an_organisation(writer->new_id<Organisation>()))->id;
  auto const offering = [&] {
    return writer->offerings().save(an_offering(writer->new_id<Offering>(), provider))->id;
  };
  auto step =
      *records<StepEdge>(*writer).save(a_step_edge(writer->new_id<StepEdge>(), offering(), offering()));
  step = *agree_on_step(*writer, step.id, SaysYes::to, date(2026, 5, 1));
  EXPECT_FALSE(step.agreed_by_from);
  EXPECT_TRUE(step.agreed_by_to);
  EXPECT_EQ(step.confirmed_on, date(2026, 5, 1));
  step = *agree_on_step(*writer, step.id, SaysYes::from, date(2026, 6, 1));
  EXPECT_TRUE(step.agreed_by_from && step.agreed_by_to);
  EXPECT_EQ(step.confirmed_on, date(2026, 6, 1));
  step.archived_on = date(2026, 7, 1);
  ASSERT_TRUE(records<StepEdge>(*writer).save(step));
  EXPECT_EQ(agree_on_step(*writer, step.id, SaysYes::both, date(2026, 8, 1)).error().key, "agree.refused");
  EXPECT_EQ(
      agree_on_step(*writer, Id<StepEdge>(uuid_v7(9, 9, 9)), SaysYes::both, date(2026, 8, 1)).error().key,
      "record.missing");
}

}  // namespace wegwijzer
