// SPDX-License-Identifier: EUPL-1.2
#include "usecases/demo/make.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>

#include "exchange/homes.h"
#include "exchange/vocabulary_csv.h"
#include "kit/embedded_words.h"
#include "kit/file_content.h"
#include "kit/temporary_folder.h"
#include "storage/sqlite_store.h"
#include "streets/snapshot.h"
#include "usecases/demo/stable.h"
#include "usecases/feedback/felt_welcome.h"
#include "usecases/feedback/publish.h"
#include "usecases/import/file.h"

namespace wegwijzer {

namespace {

constexpr auto made_on = [] { return date(2026, 11, 24); };

DemoOrder order(std::uint64_t seed, std::size_t towns = 1, std::size_t children = 900,
                std::size_t threads = 1) {
  DemoOrder demo;
  demo.size = {seed, towns, children};
  demo.today = made_on();
  demo.threads = threads;
  return demo;
}

// A store made by the demo, with its clock and identities.
class MadeStore {
 public:
  MadeStore(std::filesystem::path const& file, DemoOrder const& demo)
      : clock_(made_on()), ids_(demo.size.seed, made_on()) {
    store_ = *open_store(file, IfMissing::create, clock_, ids_);
    made_ = make_demo(*store_, words(), ids_, demo);
  }

  Store& store() { return *store_; }

  Result<DemoMade> const& made() const { return made_; }

  Ids& ids() { return ids_; }

 private:
  StandingClock clock_;
  SeededIds ids_;
  std::unique_ptr<Store> store_;
  Result<DemoMade> made_;
};

std::string store_bytes(TemporaryFolder const& folder, char const* name, DemoOrder const& demo) {
  auto const file = folder.path(name);
  {
    MadeStore const store(file, demo);
    EXPECT_TRUE(store.made());
  }
  return content(file);
}

Streets streets_in(Store& store) {
  auto const ground = store.ground();
  for (auto const& file : ground->files()) {
    if (file.kind == GroundKind::streets) return *read_snapshot(ground->bytes(file));
  }
  ADD_FAILURE() << "no streets in the store";
  return *Streets::of({});
}

std::uint64_t millimetres(Streets const& streets) {
  std::uint64_t sum = 0;
  for (auto const& edge : streets.columns().edges) sum += edge.millimetres;
  return sum;
}

}  // namespace

TEST(MakeDemo, gives_the_same_bytes_for_one_seed_and_day_on_any_number_of_threads) {
  TemporaryFolder const folder;
  auto const first = store_bytes(folder, "first.sqlite", order(5));
  ASSERT_GT(first.size(), 100'000U);
  EXPECT_TRUE(first == store_bytes(folder, "second.sqlite", order(5)));
  EXPECT_TRUE(first == store_bytes(folder, "threads.sqlite", order(5, 1, 900, 3)));
  EXPECT_FALSE(first == store_bytes(folder, "other.sqlite", order(6)));
}

// Of some activities it is shown how welcome the made-up children felt, and of some it may not be.
TEST(MakeDemo, shows_how_welcome_children_felt) {
  TemporaryFolder folder;
  MadeStore made(folder.path("s"), order(1, 2, 4'000));
  for (auto const& ecosystem : made.store().ecosystems()) {
    auto const reader = made.store().reader(ecosystem);
    auto const releases = reader->releases().all();
    ASSERT_EQ(releases.size(), 1U);
    EXPECT_EQ(releases[0].name, (ReleaseName{feedback_subject, date(2026, 2, 1), date(2026, 7, 31)}));
    auto const felt = felt_welcome(*reader);
    EXPECT_GT(felt.size(), 3U) << ecosystem.slug;
    EXPECT_LT(felt.size(), 40U) << ecosystem.slug;
    for (auto const& [offering, how] : felt) EXPECT_GT(how.share, 0.3);
  }
}

TEST(MakeDemo, houses_exactly_the_children_that_were_asked_for) {
  TemporaryFolder const folder;
  MadeStore store(folder.path("demo.sqlite"), order(2, 2, 3'001));
  ASSERT_TRUE(store.made());
  EXPECT_EQ(store.made()->children, 3'001U);
  EXPECT_EQ(store.made()->towns.size(), 2U);
  auto const ground = store.store().ground();
  std::set<std::string> buurten;
  for (auto const& area : ground->areas()) buurten.insert(area.code.text());
  for (auto const& file : ground->files()) {
    if (file.kind != GroundKind::homes) continue;
    auto const homes = read_homes(ground->bytes(file));
    ASSERT_TRUE(homes);
    EXPECT_EQ(homes->size(), store.made()->homes);
    for (auto const& buurt : homes->buurten()) EXPECT_TRUE(buurten.contains(buurt.text())) << buurt.text();
  }
}

TEST(MakeDemo, sends_as_many_pupils_to_schools_as_there_are_children) {
  TemporaryFolder const folder;
  MadeStore store(folder.path("demo.sqlite"), order(3, 1, 2'000));
  auto const ecosystem = store.store().ecosystems().front();
  int pupils = 0;
  for (auto const& venue : store.store().reader(ecosystem)->venues().all()) {
    int from_buurten = 0;
    for (auto const& part : venue.catchment) from_buurten += part.pupils;
    EXPECT_EQ(from_buurten, venue.pupils.value_or(0)) << venue.name;
    pupils += from_buurten;
  }
  // What is left of each buurt after rounding is at most one child.
  EXPECT_NEAR(pupils, 2'000, 40);
}

TEST(MakeDemo, writes_a_map_that_the_importer_reads_as_the_same_streets) {
  TemporaryFolder const folder;
  auto demo = order(4);
  demo.osm = folder.path("town.osm.pbf");
  demo.areas = folder.path("areas.geojson");
  demo.csv = folder.path("csv");
  MadeStore store(folder.path("demo.sqlite"), demo);
  ASSERT_TRUE(store.made());
  auto const ours = streets_in(store.store());

  MadeStore other(folder.path("other.sqlite"), order(9));
  Ecosystem ecosystem;
  ecosystem.id = Id<Ecosystem>(other.ids().next());
  ecosystem.slug = ecosystem.name = "copy";
  auto const writer = other.store().writer(ecosystem, {"test"});
  for (auto const& [format, file] : std::map<ImportFormat, std::filesystem::path>{
           {ImportFormat::osm, demo.osm}, {ImportFormat::areas, demo.areas}}) {
    auto read = read_import(format, file, words(), {made_on(), false}, {});
    ASSERT_TRUE(read) << read.error().key;
    auto const report = (*read)(*writer);
    ASSERT_TRUE(report);
    EXPECT_TRUE(report->problems.empty());
  }
  writer->commit();
  auto const ground = other.store().ground();
  for (auto const& file : ground->files()) {
    if (file.kind != GroundKind::streets || file.source != "town.osm.pbf") continue;
    auto const theirs = read_snapshot(ground->bytes(file));
    EXPECT_EQ(theirs->node_count(), ours.node_count());
    EXPECT_EQ(theirs->edge_count(), ours.edge_count());
    EXPECT_EQ(millimetres(*theirs), millimetres(ours));
  }
  // Every venue with a tag of its own in OpenStreetMap comes back.
  EXPECT_GT(other.store().reader(ecosystem)->venues().all().size(), 20U);
  for (auto const* file : {"organisations.csv", "offerings.csv", "inquiries.csv", "homes.csv"}) {
    EXPECT_TRUE(std::filesystem::exists(demo.csv / store.store().ecosystems().front().slug / file)) << file;
  }
}

TEST(MakeDemo, writes_over_no_file_and_makes_nothing_then) {
  TemporaryFolder const folder;
  auto demo = order(1);
  demo.areas = folder.path("there.geojson");
  std::ofstream(demo.areas) << "precious";
  MadeStore store(folder.path("demo.sqlite"), demo);
  ASSERT_FALSE(store.made());
  EXPECT_EQ(store.made().error().key, "demo.file_exists");
  EXPECT_EQ(content(demo.areas), "precious");
  EXPECT_TRUE(store.store().ecosystems().empty());
}

TEST(MakeDemo, makes_nothing_when_a_file_has_no_folder_or_two_are_one) {
  TemporaryFolder const folder;
  MadeStore store(folder.path("demo.sqlite"), order(1));
  auto const error = [&](auto const& change) {
    auto demo = order(2);
    change(demo);
    auto const made = make_demo(store.store(), words(), store.ids(), demo);
    return made ? std::string() : made.error().key;
  };
  EXPECT_EQ(error([&](DemoOrder& demo) { demo.osm = folder.path("none") / "a.osm.pbf"; }), "demo.no_folder");
  EXPECT_EQ(error([&](DemoOrder& demo) { demo.csv = folder.path("none") / "csv"; }), "demo.no_folder");
  EXPECT_EQ(error([&](DemoOrder& demo) { demo.osm = demo.areas = folder.path("one"); }), "demo.file_exists");
  EXPECT_EQ(store.store().ecosystems().size(), 1U);
  EXPECT_FALSE(std::filesystem::exists(folder.path("none")));
}

// The areas cannot be written: with the ending that it has until it is whole, the name of the file is too
// long.
TEST(MakeDemo, keeps_no_town_and_no_file_when_one_file_cannot_be_written) {
  TemporaryFolder const folder;
  MadeStore store(folder.path("demo.sqlite"), order(1));
  auto demo = order(2);
  demo.osm = folder.path("town.osm.pbf");
  demo.areas = folder.path(std::string(245, 'a') + ".geojson");
  auto const made = make_demo(store.store(), words(), store.ids(), demo);
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().key, "export.cannot_write");
  EXPECT_EQ(store.store().ecosystems().size(), 1U);
  EXPECT_FALSE(std::filesystem::exists(demo.osm));
}

TEST(MakeDemo, stops_halfway_without_leaving_half_a_town) {
  TemporaryFolder const folder;
  MadeStore store(folder.path("demo.sqlite"), order(1));
  auto demo = order(2, 2, 2'000);
  demo.osm = folder.path("town.osm.pbf");
  StandingClock const clock(made_on());
  auto const empty = *open_store(folder.path("empty.sqlite"), IfMissing::create, clock, store.ids());
  auto const stopped = make_demo(*empty, words(), store.ids(), demo,
                                 [](std::uint64_t done, std::uint64_t) { return done < 700; });
  ASSERT_FALSE(stopped);
  EXPECT_EQ(stopped.error().key, "demo.stopped");
  EXPECT_TRUE(empty->ecosystems().empty());
  EXPECT_FALSE(std::filesystem::exists(demo.osm));
}

TEST(MakeDemo, keeps_who_was_let_in_before_there_was_a_town) {
  TemporaryFolder const folder;
  MadeStore seeded(folder.path("other.sqlite"), order(1));
  StandingClock const clock(made_on());
  auto const store = *open_store(folder.path("new.sqlite"), IfMissing::create, clock, seeded.ids());
  auto const mail = *accounts::EmailAddress::parse("noor@merelvoorde.example");
  {
    auto const changing = store->change_accounts();
    EXPECT_TRUE(changing->nobody());
    changing->save(accounts::Person{changing->new_id<accounts::Person>(), mail, "Noor", "nl", clock.now()});
    changing->commit();
  }
  ASSERT_TRUE(make_demo(*store, words(), seeded.ids(), order(1)));
  EXPECT_TRUE(store->accounts()->person(mail));
  EXPECT_FALSE(store->ecosystems().empty());
}

TEST(MakeDemo, refuses_what_does_not_fit) {
  TemporaryFolder const folder;
  MadeStore store(folder.path("demo.sqlite"), order(1));
  auto const error = [&](DemoOrder const& demo) {
    auto const made = make_demo(store.store(), words(), store.ids(), demo);
    return made ? std::string() : made.error().key;
  };
  EXPECT_EQ(error(order(1)), "demo.already_there");
  EXPECT_EQ(error(order(2, 2, 5'000)), "demo.store_not_empty");
  EXPECT_EQ(error(order(1, 1, 10)), "demo.too_small");
  EXPECT_EQ(error(order(1, 0, 1'000)), "demo.too_small");
  EXPECT_EQ(error(order(1, 5'000, 3'000'000)), "demo.too_large");
  EXPECT_EQ(store.store().ecosystems().size(), 1U);
}

}  // namespace wegwijzer
