// SPDX-License-Identifier: EUPL-1.2
#include "streets/street_use.h"

#include <gtest/gtest.h>

#include <vector>

namespace wegwijzer {

namespace {

std::optional<StreetUse> use(std::vector<Tag> const& tags) {
  return street_use(Tags(tags));
}

Passage passage(std::vector<Tag> const& tags) {
  auto const found = use(tags);
  return found ? found->passage : Passage{};
}

bool is_busy(std::vector<Tag> const& tags) {
  return use(tags)->busy;
}

bool is_unsafe(std::vector<Tag> const& tags) {
  return use(tags)->unsafe_on_foot;
}

constexpr Passage nothing{};
constexpr Passage everything{.foot = true, .bike_forward = true, .bike_backward = true, .push = true};
constexpr Passage only_on_foot{.foot = true, .push = true};
constexpr Passage against_is_on_foot{.foot = true, .bike_forward = true, .push = true};
constexpr Passage along_is_on_foot{.foot = true, .bike_backward = true, .push = true};

}  // namespace

TEST(StreetUse, of_an_ordinary_street_is_everything) {
  for (auto const* highway : {"residential", "living_street", "service", "tertiary", "primary", "track",
                              "path", "unclassified", "cycleway"})
    EXPECT_EQ(passage({{"highway", highway}}), everything) << highway;
}

TEST(StreetUse, is_none_where_there_is_no_street) {
  EXPECT_FALSE(use({}));
  EXPECT_FALSE(use({{"waterway", "canal"}}));
  for (auto const* highway : {"construction", "proposed", "corridor", "raceway", "bus_guideway", "razed"})
    EXPECT_FALSE(use({{"highway", highway}})) << highway;
}

TEST(StreetUse, is_none_inside_a_building) {
  EXPECT_FALSE(use({{"highway", "steps"}, {"indoor", "yes"}}));
  EXPECT_TRUE(use({{"highway", "steps"}, {"indoor", "no"}}));
}

TEST(StreetUse, of_a_road_without_class_is_everything_and_says_that_it_is_unknown) {
  auto const found = use({{"highway", "road"}});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->kind, StreetClass::unknown);
  EXPECT_EQ(found->passage, everything);
}

TEST(StreetUse, of_a_motorway_is_none_unless_tagged) {
  for (auto const* highway : {"motorway", "motorway_link", "trunk", "trunk_link"})
    EXPECT_FALSE(use({{"highway", highway}, {"access", "yes"}})) << highway;
  EXPECT_EQ(passage({{"highway", "trunk"}, {"bicycle", "yes"}, {"foot", "yes"}}), everything);
  EXPECT_TRUE(passage({{"highway", "trunk"}, {"cycleway:right", "track"}}).bike_forward);
  EXPECT_EQ(passage({{"highway", "trunk"}, {"sidewalk", "both"}}), only_on_foot);
}

TEST(StreetUse, of_a_motorroad_is_none) {
  EXPECT_FALSE(use({{"highway", "primary"}, {"motorroad", "yes"}}));
}

TEST(StreetUse, of_a_footway_is_to_walk_and_to_push) {
  for (auto const* highway : {"footway", "pedestrian", "platform"})
    EXPECT_EQ(passage({{"highway", highway}}), only_on_foot) << highway;
  EXPECT_EQ(passage({{"highway", "footway"}, {"bicycle", "yes"}}), everything);
  EXPECT_EQ(passage({{"highway", "footway"}, {"access", "yes"}}), only_on_foot);
  EXPECT_EQ(passage({{"highway", "pedestrian"}, {"area", "yes"}}), only_on_foot);
}

TEST(StreetUse, of_a_bridleway_is_none_unless_tagged) {
  EXPECT_FALSE(use({{"highway", "bridleway"}}));
  EXPECT_EQ(passage({{"highway", "bridleway"}, {"foot", "yes"}}), only_on_foot);
}

TEST(StreetUse, of_steps_is_pushing_only_with_a_ramp) {
  EXPECT_EQ(passage({{"highway", "steps"}}), (Passage{.foot = true}));
  EXPECT_EQ(passage({{"highway", "steps"}, {"ramp:bicycle", "yes"}}), only_on_foot);
  EXPECT_EQ(passage({{"highway", "steps"}, {"bicycle", "dismount"}}), only_on_foot);
}

TEST(StreetUse, follows_the_tag_of_the_mode_before_the_general_one) {
  EXPECT_FALSE(use({{"highway", "service"}, {"access", "private"}}));
  EXPECT_FALSE(use({{"highway", "track"}, {"access", "agricultural"}}));
  EXPECT_EQ(passage({{"highway", "service"}, {"access", "private"}, {"foot", "yes"}}), only_on_foot);
  EXPECT_EQ(passage({{"highway", "residential"}, {"access", "no"}, {"bicycle", "yes"}}),
            (Passage{.bike_forward = true, .bike_backward = true}));
  EXPECT_EQ(passage({{"highway", "residential"}, {"vehicle", "no"}}), only_on_foot);
  EXPECT_EQ(passage({{"highway", "residential"}, {"access", "no"}, {"vehicle", "destination"}}),
            (Passage{.bike_forward = true, .bike_backward = true}));
  EXPECT_EQ(passage({{"highway", "residential"}, {"access", "destination"}}), everything);
  EXPECT_EQ(passage({{"highway", "cycleway"}, {"foot", "no"}}),
            (Passage{.bike_forward = true, .bike_backward = true}));
}

TEST(StreetUse, lets_push_where_riding_is_forbidden) {
  EXPECT_EQ(passage({{"highway", "path"}, {"bicycle", "dismount"}}), only_on_foot);
  EXPECT_EQ(passage({{"highway", "secondary"}, {"bicycle", "use_sidepath"}}), only_on_foot);
  EXPECT_EQ(passage({{"highway", "secondary"}, {"bicycle", "use_sidepath"}, {"foot", "no"}}), nothing);
}

TEST(StreetUse, of_a_cycle_street_is_to_ride) {
  EXPECT_EQ(passage({{"highway", "pedestrian"}, {"bicycle_road", "yes"}}), everything);
  EXPECT_EQ(passage({{"highway", "residential"}, {"cyclestreet", "yes"}, {"vehicle", "no"}}), everything);
}

TEST(StreetUse, of_a_oneway_street_is_riding_one_way_and_walking_both) {
  EXPECT_EQ(passage({{"highway", "residential"}, {"oneway", "yes"}}), against_is_on_foot);
  EXPECT_EQ(passage({{"highway", "residential"}, {"oneway", "-1"}}), along_is_on_foot);
  EXPECT_EQ(passage({{"highway", "residential"}, {"oneway", "no"}}), everything);
  EXPECT_EQ(passage({{"highway", "cycleway"}, {"oneway", "yes"}}), against_is_on_foot);
}

TEST(StreetUse, of_a_roundabout_is_riding_one_way) {
  EXPECT_EQ(passage({{"highway", "tertiary"}, {"junction", "roundabout"}}), against_is_on_foot);
  EXPECT_EQ(passage({{"highway", "cycleway"}, {"junction", "roundabout"}, {"oneway", "no"}}), everything);
}

TEST(StreetUse, knows_where_bicycles_may_ride_against_the_traffic) {
  std::vector<Tag> const exceptions{{"oneway:bicycle", "no"},       {"cycleway", "opposite"},
                                    {"cycleway", "opposite_lane"},  {"cycleway:left", "opposite_track"},
                                    {"cycleway:left:oneway", "-1"}, {"bicycle:backward", "yes"}};
  for (auto const& exception : exceptions)
    EXPECT_EQ(passage({{"highway", "residential"}, {"oneway", "yes"}, exception}), everything)
        << exception.key << "=" << exception.value;
  EXPECT_EQ(passage({{"highway", "residential"}, {"oneway", "yes"}, {"cycleway:right", "lane"}}),
            against_is_on_foot);
  EXPECT_EQ(passage({{"highway", "residential"}, {"oneway:bicycle", "yes"}}), against_is_on_foot);
  EXPECT_EQ(passage({{"highway", "residential"}, {"bicycle:forward", "no"}}), along_is_on_foot);
}

TEST(StreetUse, of_a_ferry_keeps_its_crossing_time) {
  auto const found = use({{"route", "ferry"}, {"duration", "00:07"}});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->kind, StreetClass::ferry);
  EXPECT_EQ(found->passage, everything);
  EXPECT_EQ(found->crossing, std::chrono::minutes(7));
  EXPECT_EQ(use({{"route", "ferry"}})->crossing, Tenths(0));
  EXPECT_FALSE(use({{"route", "ferry"}, {"access", "private"}}));
}

TEST(StreetUse, reads_the_surface) {
  EXPECT_EQ(use({{"highway", "path"}, {"surface", "sand"}})->surface, Surface::unpaved);
  EXPECT_EQ(use({{"highway", "path"}, {"surface", "paving_stones"}})->surface, Surface::paved);
  EXPECT_EQ(use({{"highway", "track"}, {"tracktype", "grade1"}})->surface, Surface::paved);
  EXPECT_EQ(use({{"highway", "track"}, {"tracktype", "grade4"}})->surface, Surface::unpaved);
  EXPECT_EQ(use({{"highway", "path"}})->surface, Surface::unknown);
}

TEST(StreetUse, is_busy_on_a_through_road) {
  for (auto const* highway : {"primary", "secondary", "tertiary", "tertiary_link"})
    EXPECT_TRUE(is_busy({{"highway", highway}})) << highway;
  EXPECT_TRUE(is_busy({{"highway", "trunk"}, {"bicycle", "yes"}}));
  EXPECT_TRUE(is_busy({{"highway", "tertiary"}, {"maxspeed", "50"}}));
  for (auto const* highway : {"residential", "living_street", "service", "unclassified", "track", "cycleway",
                              "path", "footway", "road"})
    EXPECT_FALSE(is_busy({{"highway", highway}})) << highway;
  EXPECT_FALSE(is_busy({{"route", "ferry"}}));
}

TEST(StreetUse, is_busy_by_the_speed_of_the_traffic) {
  EXPECT_FALSE(is_busy({{"highway", "tertiary"}, {"maxspeed", "30"}}));
  EXPECT_TRUE(is_busy({{"highway", "tertiary"}, {"maxspeed", "signals"}}));
  EXPECT_FALSE(is_busy({{"highway", "unclassified"}, {"maxspeed", "60"}}));
  EXPECT_TRUE(is_busy({{"highway", "unclassified"}, {"maxspeed", "80"}}));
  EXPECT_FALSE(is_busy({{"highway", "residential"}, {"maxspeed", "50"}}));
}

TEST(StreetUse, is_not_busy_where_bicycles_have_a_part_of_their_own) {
  std::vector<Tag> const parts{{"cycleway", "track"},      {"cycleway:both", "lane"},
                               {"cycleway:right", "lane"}, {"cycleway:left", "opposite_track"},
                               {"cyclestreet", "yes"},     {"bicycle_road", "yes"}};
  for (auto const& part : parts)
    EXPECT_FALSE(is_busy({{"highway", "secondary"}, part})) << part.key << "=" << part.value;
  for (auto const* none : {"no", "separate", "shared_lane", "share_busway", "opposite"})
    EXPECT_TRUE(is_busy({{"highway", "secondary"}, {"cycleway", none}})) << none;
}

TEST(StreetUse, is_unsafe_on_foot_where_traffic_is_as_fast_as_outside_town) {
  for (auto const* highway : {"primary", "secondary", "tertiary"}) {
    EXPECT_TRUE(is_unsafe({{"highway", highway}, {"maxspeed", "60"}})) << highway;
    EXPECT_TRUE(is_unsafe({{"highway", highway}, {"maxspeed", "NL:rural"}})) << highway;
    EXPECT_FALSE(is_unsafe({{"highway", highway}, {"maxspeed", "50"}})) << highway;
    EXPECT_FALSE(is_unsafe({{"highway", highway}, {"source:maxspeed", "DE:urban"}})) << highway;
  }
  EXPECT_TRUE(is_unsafe({{"highway", "unclassified"}, {"maxspeed", "80"}}));
  EXPECT_FALSE(is_unsafe({{"highway", "unclassified"}, {"maxspeed", "60"}})) << "there one may ride as well";
  for (auto const* highway :
       {"residential", "road", "track", "path", "cycleway", "footway", "pedestrian", "living_street"})
    EXPECT_FALSE(is_unsafe({{"highway", highway}, {"maxspeed", "80"}})) << highway;
  EXPECT_TRUE(is_unsafe({{"highway", "tertiary"}, {"zone:traffic", "DE:rural"}}));
}

TEST(StreetUse, is_unsafe_on_foot_on_main_roads_of_which_nobody_noted_a_speed) {
  for (auto const* highway : {"primary", "secondary", "secondary_link"})
    EXPECT_TRUE(is_unsafe({{"highway", highway}})) << highway;
  EXPECT_TRUE(is_unsafe({{"highway", "trunk"}, {"foot", "yes"}}));
  for (auto const* highway : {"tertiary", "unclassified", "residential", "service", "road"})
    EXPECT_FALSE(is_unsafe({{"highway", highway}})) << highway;
}

TEST(StreetUse, is_unsafe_on_foot_in_town_only_where_somebody_says_that_there_is_no_pavement) {
  for (auto const* said : {"no", "none"}) {
    EXPECT_TRUE(is_unsafe({{"highway", "tertiary"}, {"maxspeed", "50"}, {"sidewalk", said}}));
    EXPECT_TRUE(is_unsafe({{"highway", "secondary"}, {"maxspeed", "50"}, {"sidewalk:both", said}}));
    EXPECT_TRUE(is_unsafe({{"highway", "tertiary"}, {"sidewalk:left", said}, {"sidewalk:right", said}}));
    EXPECT_FALSE(is_unsafe({{"highway", "tertiary"}, {"sidewalk:left", said}}));
    EXPECT_FALSE(is_unsafe({{"highway", "unclassified"}, {"maxspeed", "50"}, {"sidewalk", said}}));
    EXPECT_TRUE(is_unsafe({{"highway", "tertiary"}, {"sidewalk", said}}));
    EXPECT_FALSE(is_unsafe({{"highway", "tertiary"}, {"maxspeed", "30"}, {"sidewalk", said}}));
    EXPECT_FALSE(is_unsafe({{"highway", "residential"}, {"maxspeed", "50"}, {"sidewalk", said}}));
    EXPECT_FALSE(is_unsafe({{"highway", "unclassified"}, {"sidewalk", said}}));
  }
  EXPECT_FALSE(is_unsafe({{"highway", "primary"}, {"maxspeed", "50"}}));
}

TEST(StreetUse, is_unsafe_on_foot_only_where_riding_among_the_traffic_is_busy) {
  for (auto const* highway : {"primary", "secondary", "tertiary", "unclassified", "residential", "service"}) {
    for (auto const* speed : {"30", "50", "60", "70", "80", ""}) {
      for (auto const* sidewalk : {"no", ""}) {
        std::vector<Tag> const tags{{"highway", highway}, {"maxspeed", speed}, {"sidewalk", sidewalk}};
        EXPECT_TRUE(is_busy(tags) || !is_unsafe(tags)) << highway << speed << sidewalk;
      }
    }
  }
}

TEST(StreetUse, is_safe_on_foot_beside_fast_traffic_where_there_is_somewhere_to_walk) {
  std::vector<Tag> const beside{
      {"sidewalk", "both"},     {"sidewalk:left", "yes"},    {"sidewalk", "separate"},
      {"footway", "right"},     {"cycleway", "track"},       {"cycleway:right", "track"},
      {"cycleway", "separate"}, {"bicycle", "use_sidepath"}, {"bicycle_road", "yes"}};
  for (auto const& one : beside)
    EXPECT_FALSE(is_unsafe({{"highway", "secondary"}, {"maxspeed", "80"}, one}))
        << one.key << "=" << one.value;
  for (auto const* lane : {"lane", "no", "shared_lane"})
    EXPECT_TRUE(is_unsafe({{"highway", "secondary"}, {"maxspeed", "80"}, {"cycleway", lane}})) << lane;
}

TEST(CrossingTime, is_read_in_the_forms_that_occur) {
  EXPECT_EQ(crossing_time("20"), std::chrono::minutes(20));
  EXPECT_EQ(crossing_time("1:30"), std::chrono::minutes(90));
  EXPECT_EQ(crossing_time("00:07:30"), std::chrono::seconds(450));
  EXPECT_EQ(crossing_time("PT1H30M"), std::chrono::minutes(90));
  for (auto const* text : {"", "PT", "0", "soon", "1:2:3:4", "PT5", "-5", "99999999999", "9999:00"})
    EXPECT_FALSE(crossing_time(text)) << text;
}

}  // namespace wegwijzer
