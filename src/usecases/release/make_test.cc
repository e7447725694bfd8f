// SPDX-License-Identifier: EUPL-1.2
#include "usecases/release/make.h"

#include <gtest/gtest.h>

#include <map>
#include <sstream>

#include "exchange/homes.h"
#include "exchange/parameters_csv.h"
#include "kit/drawn_atlas.h"
#include "kit/file_content.h"
#include "kit/temporary_folder.h"
#include "storage/sqlite_store.h"
#include "streets/snapshot.h"
#include "usecases/check/store.h"
#include "usecases/opportunity/inequality_file.h"
#include "usecases/release/compare.h"

namespace wegwijzer {

namespace {

// A store with one street: children of nine at H, something to do at A.
class MakeRelease : public testing::Test {
 protected:
  MakeRelease() {
    AtlasDraft draft("H-----A");
    draft.add_buurt_between('H', 'A', "BU00010101", "Buurt");
    draft.areas().push_back(a_buurt("GM0001", "Waterveen"));
    draft.add_home('H', "BU00010101", 9, 20);
    auto const writer = store_->writer(an_ecosystem(), {"test"});
    for (auto const& area : draft.areas()) writer->ground().save(area);
    writer->ground().replace(GroundKind::homes, "town", write_homes(draft.homes().front()));
    writer->ground().replace(GroundKind::streets, "town", snapshot(*draw("H-----A").streets()));
    auto const club = *writer->organisations().save(an_organisation(writer->new_id<Organisation>()));
    auto const venue = *writer->venues().save(a_venue(writer->new_id<Venue>(), draft.at('A')));
    offering_ = *writer->offerings().save(an_offering(writer->new_id<Offering>(), club.id)
                                              .at(venue.id)
                                              .for_ages(6, 12)
                                              .costing({})
                                              .when("elke zaterdag 10:00-12:00"));
    writer->commit();
  }

  Result<FigureReleaseHead> release(ReleaseOrder order, ReleaseWatch const& watch = {}) {
    if (order.area == AreaCode()) order.area = *AreaCode::parse("GM0001");
    order.draws = 5;
    return make_release(*store_, Id<FigureRelease>(ids_.next()), a_vocabulary(), local_date(clock_.now()),
                        order, watch);
  }

  TemporaryFolder folder_;
  FixedClock clock_;
  CountingIds ids_;
  std::unique_ptr<Store> store_ = *open_store(folder_.path("s"), IfMissing::create, clock_, ids_);
  Offering offering_;
};

}  // namespace

TEST_F(MakeRelease, keeps_the_figures_and_how_they_were_reckoned) {
  auto const head = release({.note = "Voor de zomer"});
  ASSERT_TRUE(head) << head.error().key;
  EXPECT_EQ(head->area_name, "Waterveen");
  EXPECT_EQ(head->note, "Voor de zomer");
  auto const kept = store_->figure_release(head->id);
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->head, *head);
  EXPECT_EQ(checksum_of(*kept), head->checksum);
  EXPECT_NE(kept->files.method.find("\"draws\": 5"), std::string::npos);
  auto const all = [](std::string const&, double) -> Done { return {}; };
  EXPECT_EQ(read_parameters_csv(kept->files.parameters, all)->rows.size(), opportunity_parameters().size());
  EXPECT_TRUE(check_store(*store_, local_date(clock_.now())).damage.empty());
}

TEST_F(MakeRelease, of_the_same_store_and_seed_has_the_same_bytes_on_any_number_of_threads) {
  auto const one = *release({.threads = 1}), other = *release({.threads = 3});
  EXPECT_EQ(store_->figure_release(one.id)->files, store_->figure_release(other.id)->files);
  EXPECT_NE(store_->figure_release(release({.seed = 2})->id)->files, store_->figure_release(one.id)->files);
}

TEST_F(MakeRelease, has_the_figures_that_the_file_of_all_municipalities_has) {
  auto const release_files = store_->figure_release(release({})->id)->files;
  auto const file = folder_.path("inequality.csv");
  auto const written =
      write_inequality(*store_, a_vocabulary(), local_date(clock_.now()), {.draws = 5}, file, {});
  ASSERT_TRUE(written) << written.error().key;
  EXPECT_EQ(written->places, 1U);
  std::istringstream lines(content(file));
  std::string line, of_place;
  std::map<std::string, std::string> of_all;
  std::getline(lines, line);
  EXPECT_EQ(line, "place,indicator,version,of,value,low,high,note\r");
  while (std::getline(lines, line)) {
    if (line.starts_with("GM0001,")) of_place += line.substr(7) + "\n";
    if (line.starts_with(",")) of_all[line.substr(1, line.find(",,") - 1)] = line;
  }
  EXPECT_EQ("indicator,version,of,value,low,high,note\r\n" + of_place, release_files.figures);
  // The only municipality there is, is all there is; without margins.
  auto const gini = release_files.figures.substr(release_files.figures.find("gini,"));
  auto const value = gini.substr(0, gini.find(',', std::string_view("gini,2,,").size()));
  EXPECT_TRUE(of_all.at("gini,2").starts_with("," + value)) << of_all.at("gini,2");
}

TEST_F(MakeRelease, tells_what_became_of_a_change) {
  auto const before = *release({});
  {
    auto const writer = store_->writer(an_ecosystem(), {"test"});
    offering_.price = Price{Euro{5'000}, Per::month};
    ASSERT_TRUE(writer->offerings().save(offering_));
    writer->commit();
  }
  auto const after = *release({});
  auto const compared =
      compare_releases(*store_->figure_release(before.id), *store_->figure_release(after.id));
  ASSERT_TRUE(compared) << compared.error().key;
  EXPECT_TRUE(compared->is_alike());
  EXPECT_LT(compared->mean->change(), 0);
  // A price is a barrier in every draw, whatever the rest is.
  ASSERT_TRUE(compared->mean->margins);
  EXPECT_LT(compared->mean->margins->high, 0);
  EXPECT_EQ(compared->mean->sureness, Sureness::sure);
  // A price is a matter of access, and nothing else changed.
  EXPECT_NEAR(compared->mean->causes[static_cast<std::size_t>(ChangeCause::access)], compared->mean->change(),
              1e-5);
}

TEST_F(MakeRelease, of_what_cannot_be_keeps_nothing) {
  EXPECT_EQ(release({.area = *AreaCode::parse("GM0002")}).error().key, "area.missing");
  EXPECT_EQ(release({.area = *AreaCode::parse("BU00010101")}).error().key, "release.not_whole");
  EXPECT_EQ(release({.note = std::string(300, 'a')}).error().key, "cell.too_long");
  for (auto const& [step, name] : choices<ReleaseStep>) {
    auto const stop = [at = step](ReleaseStep now, std::uint64_t, std::uint64_t) { return now != at; };
    EXPECT_EQ(release({}, stop).error().key, "file.stopped") << name;
  }
  EXPECT_TRUE(store_->figure_releases().empty());
}

}  // namespace wegwijzer
