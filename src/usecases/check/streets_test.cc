// SPDX-License-Identifier: EUPL-1.2
#include "usecases/check/streets.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "kit/builders.h"
#include "kit/drawn_town.h"
#include "kit/fixed_time.h"
#include "kit/temporary_folder.h"
#include "storage/sqlite_store.h"
#include "streets/snapshot.h"

namespace wegwijzer {

namespace {

bool goes_on(std::uint64_t, std::uint64_t) {
  return true;
}

StreetFigure a_figure(std::string name, double value, std::string network = "delft.osm.pbf") {
  return {std::move(network), StreetPattern::grid, std::move(name), value, 100};
}

// Two towns with three out of ten and four out of ten crossings of four; the second says nothing about names.
RealStreets two_towns() {
  return {
      {{"delft.osm.pbf", "Delft", {}}, {"porto.osm.pbf", "Porto", {"named", "class_"}}},
      {a_figure("foot_arcs_4", 0.3), a_figure("foot_arcs_4", 0.4, "porto.osm.pbf"), a_figure("named", 0.5),
       a_figure("named", 0.9, "porto.osm.pbf"), a_figure("class_path", 0.1, "porto.osm.pbf")}};
}

WithReal compared(StreetFigure const& figure) {
  return compare(two_towns(), figure).with_real;
}

}  // namespace

class CheckStreets : public testing::Test {
 protected:
  void draw_town(std::string_view drawing) {
    auto const town = draw(drawing);
    writer_->ground().replace(GroundKind::streets, "drawn", snapshot(*town.streets()));
    point_ = town.at('S');
  }

  void add_school(bool archived = false) {
    auto school = a_venue({}, point_, "Basisschool");
    school.kind = *VenueKind::parse("school");
    if (archived) school.archived_on = date(2026, 1, 1);
    ASSERT_TRUE(writer_->venues().save(school));
  }

  Result<StreetFigures> figures() {
    writer_->commit();
    return check_streets(*store_, Seed(1), goes_on);
  }

  static StreetFigure const* everywhere(StreetFigures const& figures, char const* name) {
    return find_figure(figures, "drawn", StreetPattern::everywhere, name);
  }

  TemporaryFolder folder_;
  FixedClock clock_;
  CountingIds ids_;
  std::unique_ptr<Store> store_ = *open_store(folder_.path("s"), IfMissing::create, clock_, ids_);
  std::unique_ptr<Writer> writer_ = store_->writer(an_ecosystem(), {"test"});
  GeoPoint point_;
};

TEST_F(CheckStreets, measures_the_streets_and_the_way_to_school) {
  draw_town("A---------S");
  add_school();
  auto const found = *figures();
  EXPECT_EQ(*everywhere(found, "foot_arcs_1"),
            (StreetFigure{"drawn", StreetPattern::everywhere, "foot_arcs_1", 1, 2}));
  EXPECT_NEAR(everywhere(found, "foot_length_mean")->value, 1000, 0.5);
  EXPECT_EQ(everywhere(found, "detour_median")->value, 1);
  // Homes anywhere along 1000 m, at 4.5 km/h: between 0 and 13.3 minutes, half of them within 6.7. The middle
  // of 300 draws lies within 3 times 50% / sqrt(300) of that: 1.2 minutes.
  EXPECT_NEAR(everywhere(found, "walk_school_median")->value, 6.67, 1.2);
  // At 12 km/h half of them within 2.5 minutes, and one to unlock and park.
  EXPECT_NEAR(everywhere(found, "bike_school_median")->value, 3.5, 0.45);
  EXPECT_EQ(everywhere(found, "walk_library_median"), nullptr);
}

TEST_F(CheckStreets, leaves_out_what_is_archived) {
  draw_town("A---------S");
  add_school(true);
  EXPECT_EQ(everywhere(*figures(), "walk_school_median"), nullptr);
}

TEST_F(CheckStreets, needs_streets) {
  EXPECT_EQ(figures().error().key, "streets.none");
}

TEST_F(CheckStreets, stops_when_it_is_told_to) {
  draw_town("A---------S");
  writer_->commit();
  EXPECT_EQ(check_streets(*store_, Seed(1), [](auto, auto) { return false; }).error().key, "streets.stopped");
}

TEST(StreetFigures, lie_within_the_range_of_real_towns_or_outside_it) {
  EXPECT_EQ(compared(a_figure("foot_arcs_4", 0.3)), WithReal::within);
  EXPECT_EQ(compared(a_figure("foot_arcs_4", 0.4)), WithReal::within);
  auto const below = compare(two_towns(), a_figure("foot_arcs_4", 0.25));
  EXPECT_EQ(below.with_real, WithReal::below);
  EXPECT_DOUBLE_EQ(below.by, 0.05);
  EXPECT_EQ(compared(a_figure("foot_arcs_4", 0.5)), WithReal::above);
}

TEST(StreetFigures, are_not_compared_with_what_proves_nothing) {
  EXPECT_EQ(compared(a_figure("named", 0.8)), WithReal::above);  // Delft's half is all we know
  EXPECT_EQ(compared(a_figure("class_path", 0.1)), WithReal::unknown);
  EXPECT_EQ(compared(a_figure("detour_mean", 1.3)), WithReal::unknown);
}

TEST(StreetFigures, prove_nothing_in_a_pattern_that_is_excepted) {
  RealNetwork const porto{"porto.osm.pbf", "Porto", {"core:", "grid:named"}};
  auto figure = a_figure("foot_arcs_4", 0.4);
  EXPECT_TRUE(is_proof(porto, figure));
  EXPECT_FALSE(is_proof(porto, a_figure("named", 0.4)));
  figure.pattern = StreetPattern::core;
  EXPECT_FALSE(is_proof(porto, figure));
}

TEST(StreetFigures, of_few_things_are_not_compared) {
  auto figure = a_figure("foot_arcs_4", 0.5);
  figure.sample = 29;
  EXPECT_EQ(compared(figure), WithReal::too_few);
}

RC_GTEST_PROP(StreetFigures, come_back_as_they_were_written, ()) {
  auto const pattern = *rc::gen::elementOf(std::vector(street_patterns.begin(), street_patterns.end()));
  StreetFigure const figure{"verzonnen; \"stad\"", pattern, "foot_blind",
                            *rc::gen::inRange(-100'000, 100'000) / 10'000.0,
                            static_cast<std::size_t>(*rc::gen::inRange(1, 1'000'000))};
  auto const read = read_street_figures(write_street_figures({figure}));
  RC_ASSERT(read.has_value() && read->problems.empty());
  RC_ASSERT(read->rows == std::vector{figure});
}

TEST(RealStreets, are_four_towns_with_figures_of_each) {
  auto const& real = real_streets();
  EXPECT_EQ(real.networks.size(), 4);
  for (auto const& network : real.networks) {
    EXPECT_TRUE(find_figure(real.figures, network.network, StreetPattern::built_up, "detour_median"))
        << network.name;
  }
}

}  // namespace wegwijzer
