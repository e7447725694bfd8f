// SPDX-License-Identifier: EUPL-1.2
#include "usecases/demo/pilots.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "kit/fixed_time.h"
#include "kit/temporary_folder.h"
#include "storage/sqlite_store.h"

namespace wegwijzer {

TEST(Pilots, say_only_what_the_report_says_and_where) {
  TemporaryFolder const folder;
  FixedClock const clock;
  CountingIds ids;
  auto const store = *open_store(folder.path("s"), IfMissing::create, clock, ids);
  auto const made = make_pilots(*store, ids);
  ASSERT_TRUE(made);
  EXPECT_TRUE(std::ranges::any_of(*made, [](Ecosystem const& one) { return one.slug == "tilburg"; }));
  for (auto const& ecosystem : *made) {
    EXPECT_EQ(ecosystem.origin, Origin::report);
    auto const reader = store->reader(ecosystem);
    EXPECT_TRUE(reader->venues().all().empty());
    EXPECT_TRUE(reader->offerings().all().empty());
    auto const facts = records<Fact>(*reader).all();
    // One about the whole, and one for the role of each organisation.
    EXPECT_GT(facts.size(), reader->organisations().all().size());
    for (auto const& fact : facts) EXPECT_FALSE(fact.reference.empty()) << fact.dutch;
    for (auto const& one : reader->organisations().all()) {
      EXPECT_TRUE(one.source.starts_with("report-2023:" + ecosystem.slug + "/")) << one.source;
      EXPECT_TRUE(records<Fact>(*reader).from_source(one.source)) << one.name;
    }
  }
  EXPECT_EQ(make_pilots(*store, ids).error().key, "demo.pilot_already_there");
}

TEST(Pilots, say_who_was_trained_as_a_talent_spotter) {
  TemporaryFolder const folder;
  FixedClock const clock;
  CountingIds ids;
  auto const store = *open_store(folder.path("s"), IfMissing::create, clock, ids);
  auto const made = *make_pilots(*store, ids);
  auto const zwolle = std::ranges::find(made, "zwolle", &Ecosystem::slug);
  // All partners with an executing role in the list of part 2; of the others the report does not say.
  auto const organisations = store->reader(*zwolle)->organisations().all();
  EXPECT_EQ(std::ranges::count(organisations, std::optional(true), &Organisation::trained_spotters), 8);
  EXPECT_EQ(std::ranges::count(organisations, std::optional(false), &Organisation::trained_spotters), 0);
}

}  // namespace wegwijzer
