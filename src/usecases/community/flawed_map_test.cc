// SPDX-License-Identifier: EUPL-1.2
// Somebody who knows a town goes through the list of a map with planted flaws until it is empty: how much of
// what was recorded twice is one record then.
#include <fmt/core.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "kit/builders.h"
#include "kit/fictional_towns.h"
#include "kit/fixed_time.h"
#include "kit/flawed_towns.h"
#include "kit/temporary_folder.h"
#include "storage/sqlite_store.h"
#include "towns/flaws.h"
#include "usecases/community/find_duplicates.h"
#include "usecases/community/merge_records.h"

namespace wegwijzer::flawed_map {

namespace {

using IdPair = std::pair<Uuid, Uuid>;

template <class Thing>
void keep_all(Writer& writer, std::vector<Thing> things) {
  for (auto& thing : things) ASSERT_TRUE(records<Thing>(writer).save(std::move(thing)));
}

// Which planted copy is of which first record.
class Truth {
 public:
  explicit Truth(towns::PlantedFlaws const& flaws) {
    for (auto const& one : flaws.duplicates) join(one.one, one.other);
  }

  Uuid first_of(Uuid id) const {
    auto const found = first_.find(id);
    return found == first_.end() || found->second == id ? id : first_of(found->second);
  }

  bool are_one(Uuid one, Uuid other) const { return first_of(one) == first_of(other); }

 private:
  void join(Uuid one, Uuid other) {
    auto const a = first_of(one), b = first_of(other);
    first_[std::max(a, b)] = std::min(a, b);
  }

  std::map<Uuid, Uuid> first_;
};

class KnowingSomebody {
 public:
  KnowingSomebody(Store& store, Truth const& truth) : store_(store), truth_(truth) {}

  // Says of the first pair what it is; false when there is none.
  bool answers_one() {
    auto const writer = store_.writer(an_ecosystem(), {"person:1"});
    auto const found = find_duplicates(*writer);
    if (found.size() == 0) return false;
    if (!found.organisations.empty()) {
      answer(*writer, found.organisations.front());
    } else {
      answer(*writer, found.venues.front());
    }
    writer->commit();
    return true;
  }

  std::size_t merged = 0;
  std::size_t told_apart = 0;

 private:
  template <class Thing>
  void answer(Writer& writer, community::LikelyPair<Thing> const& pair) {
    auto const one = pair.one.uuid(), other = pair.other.uuid();
    if (!truth_.are_one(one, other)) {
      ++told_apart;
      ASSERT_TRUE(say_two_things(writer, record_name<Thing>, one, other, pair.likeness.grounds));
      return;
    }
    auto const plan = plan_merge(writer, record_name<Thing>, one, other);
    ASSERT_TRUE(plan);
    ++merged;
    ASSERT_TRUE(merge_records(writer, {plan->record, one, other, plan->stays_version, plan->goes_version, {}},
                              towns::day_of_tests()));
  }

  Store& store_;
  Truth const& truth_;
};

// Records beyond the first of each thing.
template <class Thing>
std::size_t left_over(Reader& reader, Truth const& truth) {
  std::set<Uuid> things;
  std::size_t there = 0;
  for (auto const& one : records<Thing>(reader).all()) {
    if (one.archived_on) continue;
    ++there;
    things.insert(truth.first_of(one.id.uuid()));
  }
  return there - things.size();
}

std::size_t left_over(Reader& reader, Truth const& truth) {
  return left_over<Organisation>(reader, truth) + left_over<Venue>(reader, truth);
}

struct Repaired {
  std::size_t recorded_again = 0;
  std::size_t left = 0;
  std::size_t told_apart = 0;
};

void keep_town(Store& store, towns::Society const& society) {
  auto const writer = store.writer(an_ecosystem(), {"demo"});
  keep_all(*writer, society.organisations);
  keep_all(*writer, society.venues);
  keep_all(*writer, society.offerings);
  keep_all(*writer, society.collaborations);
  writer->commit();
}

void repair_town(std::uint64_t seed, Repaired& sum) {
  auto const world = towns::a_world(seed, 1, 6'000);
  auto society = world->society(0);
  auto const flaws = towns::plant_flaws(society, world->names().town(0), seed, towns::day_of_tests());
  Truth const truth(flaws);
  TemporaryFolder folder;
  FixedClock clock;
  CountingIds ids;
  auto const store = *open_store(folder.path("s"), IfMissing::create, clock, ids);
  keep_town(*store, society);
  sum.recorded_again += left_over(*store->reader(an_ecosystem()), truth);
  KnowingSomebody somebody(*store, truth);
  while (somebody.answers_one()) ASSERT_LT(somebody.merged + somebody.told_apart, 1'000U);
  sum.left += left_over(*store->reader(an_ecosystem()), truth);
  sum.told_apart += somebody.told_apart;
}

}  // namespace

TEST(FlawedMap, has_few_duplicates_left_when_somebody_went_through_the_list) {
  Repaired sum;
  for (auto const seed : seeds_of_flawed_towns()) repair_town(seed, sum);
  auto const share = 1 - static_cast<double>(sum.left) / static_cast<double>(sum.recorded_again);
  fmt::print("recorded again {}, left {}: repaired {:.3f}; told apart {}\n", sum.recorded_again, sum.left,
             share, sum.told_apart);
  EXPECT_GE(share, 0.9);
  EXPECT_LE(sum.told_apart, sum.recorded_again / 10);
}

}  // namespace wegwijzer::flawed_map
