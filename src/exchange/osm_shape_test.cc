// SPDX-License-Identifier: EUPL-1.2
#include "exchange/osm_shape.h"

#include <gtest/gtest.h>

namespace wegwijzer {

TEST(OsmShape, stands_at_its_centroid) {
  // A right triangle: a third of each leg from the right angle.
  EXPECT_EQ(point_inside({{{{0, 0}, {0, 300}, {300, 0}, {0, 0}}, {}}}), (GeoPoint{100, 100}));
}

TEST(OsmShape, stands_in_its_largest_part) {
  Polygon const small{{{0, 0}, {0, 10}, {10, 10}, {10, 0}, {0, 0}}, {}};
  Polygon const large{{{100, 100}, {100, 200}, {200, 200}, {200, 100}, {100, 100}}, {}};
  EXPECT_EQ(point_inside({small, large}), (GeoPoint{150, 150}));
}

TEST(OsmShape, of_a_horseshoe_stands_in_the_wider_of_its_arms) {
  // Legs from 0 to 10 and from 80 to 100 east, joined at the bottom; halfway its height are only the legs.
  Polygon const horseshoe{
      {{0, 0}, {0, 100}, {100, 100}, {100, 80}, {10, 80}, {10, 10}, {100, 10}, {100, 0}, {0, 0}}, {}};
  EXPECT_EQ(point_inside({horseshoe}), (GeoPoint{50, 90}));
}

TEST(OsmShape, without_a_surface_stands_on_its_edge) {
  EXPECT_EQ(point_inside({{{{7, 7}, {7, 7}, {7, 7}, {7, 7}}, {}}}), (GeoPoint{7, 7}));
  auto const flat = point_inside({{{{0, 0}, {0, 50}, {0, 100}, {0, 0}}, {}}});
  EXPECT_EQ(flat->latitude, 0);
}

TEST(OsmShape, of_a_line_is_cut_at_half_its_length) {
  std::vector<GeoPoint> const line{{0, 0}, {1000, 0}, {1000, 0}, {6000, 0}};
  EXPECT_EQ(halfway(line), (GeoPoint{3000, 0}));
  EXPECT_EQ(halfway(std::vector<GeoPoint>{{5, 5}}), (GeoPoint{5, 5}));
}

}  // namespace wegwijzer
