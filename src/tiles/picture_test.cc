// SPDX-License-Identifier: EUPL-1.2
#include "tiles/picture.h"

#include <gmock/gmock.h>

#include <regex>

#include "streets/drawing.h"

namespace wegwijzer::tiles {

namespace {

using testing::HasSubstr;
using testing::Not;

auto const corner = GeoPoint::of_degrees(52, 4.3);

MapSources a_map() {
  Basemap basemap;
  basemap.labels = {{MapLabelKind::village, "Huizen & <Zn>", corner}};
  return {std::make_shared<MapSource const>(std::move(basemap), read_drawing("A-B-C", corner)->streets)};
}

std::string drawn(PictureWish const& wish) {
  return *picture(a_map(), wish);
}

std::size_t count(std::string const& text, char const* pattern) {
  std::regex const expression(pattern);
  return static_cast<std::size_t>(
      std::distance(std::sregex_iterator(text.begin(), text.end(), expression), std::sregex_iterator()));
}

}  // namespace

TEST(Picture, has_the_size_that_was_asked) {
  EXPECT_THAT(drawn({.width = 300, .height = 200, .middle = corner}),
              HasSubstr(R"(width="300" height="200" viewBox="0 0 300 200")"));
}

TEST(Picture, needs_to_know_where) {
  EXPECT_EQ(picture(a_map(), {}).error().key, "map.nowhere");
}

TEST(Picture, puts_a_single_dot_in_its_middle) {
  EXPECT_THAT(drawn({.width = 300, .height = 200, .dots = {corner}}),
              HasSubstr(R"(<circle cx="150.0" cy="100.0")"));
}

TEST(Picture, marks_a_place_without_a_number) {
  auto const picture = drawn({.reach = Metres{400}, .place = corner});
  EXPECT_THAT(picture, HasSubstr(R"(<circle cx="320.0" cy="240.0" r="12")"));
  EXPECT_THAT(picture, Not(HasSubstr("bold\" text-anchor")));
}

TEST(Picture, has_the_whole_way_in_view) {
  auto const east = GeoPoint::of_degrees(52, 4.4);
  auto const picture = drawn({.place = corner, .home = east, .way = {east, corner}});
  // Both ends at the margin of 36 pixels.
  EXPECT_THAT(picture, HasSubstr(R"(<circle cx="36.0" cy="240.0" r="12")"));
  EXPECT_THAT(picture, HasSubstr(R"(<circle cx="604.0" cy="240.0" r="8")"));
  EXPECT_THAT(picture, HasSubstr(R"(d="M6040 2400l-5680 0")"));
}

TEST(Picture, shows_what_is_reached_as_a_whole_when_there_is_no_dot) {
  auto const at = [](double north, double east) { return GeoPoint::of_degrees(52 + north, 4.3 + east); };
  Polygon const square{{at(0, 0), at(0, 0.1), at(0.02, 0.1), at(0.02, 0), at(0, 0)}, {}};
  EXPECT_THAT(drawn({.ground = {square}}), HasSubstr(R"(d="M360 )"));
}

// Dots are told apart by their places on the picture.
TEST(Picture, shows_the_edge_of_the_ground_unless_that_pushes_the_dots_together) {
  auto const at = [](double north, double east) { return GeoPoint::of_degrees(52 + north, 4.3 + east); };
  auto const square = [&](double wide) {
    return Polygon{{at(0, 0), at(0, wide), at(0.01, wide), at(0.01, 0), at(0, 0)}, {}};
  };
  std::vector const dots{at(0, 0), at(0, 0.1)};
  auto const far = R"(<circle cx="604.0")";  // the second dot at the margin: nothing lies beyond it
  EXPECT_THAT(drawn({.dots = dots}), HasSubstr(far));
  EXPECT_THAT(drawn({.dots = dots, .ground = {square(0.2)}}), HasSubstr(R"(<circle cx="320.0")"));
  EXPECT_THAT(drawn({.dots = dots, .ground = {square(0.4)}}), HasSubstr(far));
  EXPECT_THAT(drawn({.dots = {corner}, .ground = {square(0.4)}}), HasSubstr(R"(<circle cx="36.0")"));
}

TEST(Picture, writes_no_name_under_the_ring_of_the_home) {
  EXPECT_THAT(drawn({.middle = corner}), HasSubstr("Huizen"));
  EXPECT_THAT(drawn({.middle = corner, .home = corner}), Not(HasSubstr("Huizen")));
}

TEST(Picture, shows_all_dots_with_their_numbers) {
  auto const east = GeoPoint::of_degrees(52, 4.4);
  auto const north = GeoPoint::of_degrees(52.05, 4.3);
  auto const picture = drawn({.dots = {corner, east, north}});
  EXPECT_EQ(count(picture, "<circle"), 3U);
  for (auto const* number : {">1<", ">2<", ">3<"}) EXPECT_THAT(picture, HasSubstr(number));
  std::regex const position(R"x(<circle cx="([0-9.-]+)" cy="([0-9.-]+)")x");
  for (std::sregex_iterator at(picture.begin(), picture.end(), position), end; at != end; ++at) {
    EXPECT_TRUE(std::stod((*at)[1]) >= 30 && std::stod((*at)[1]) <= 610) << at->str();
    EXPECT_TRUE(std::stod((*at)[2]) >= 30 && std::stod((*at)[2]) <= 450) << at->str();
  }
}

TEST(Picture, makes_one_dot_of_two_at_one_place) {
  auto const picture = drawn({.dots = {corner, corner, GeoPoint::of_degrees(52, 4.4)}});
  EXPECT_EQ(count(picture, "<circle"), 2U);
  EXPECT_THAT(picture, Not(HasSubstr(">2<")));
  EXPECT_THAT(picture, HasSubstr(">3<"));
}

TEST(Picture, writes_names_as_text) {
  auto const picture = drawn({.middle = corner});
  EXPECT_THAT(picture, HasSubstr(">Huizen &amp; &lt;Zn><"));
}

TEST(Picture, has_streets_with_an_edge) {
  auto const picture = drawn({.middle = corner, .reach = Metres{300}});
  EXPECT_THAT(picture, HasSubstr(std::string(palette(Look::light).street_edge)));
  EXPECT_THAT(drawn({.middle = corner, .reach = Metres{300}, .look = Look::dark}),
              HasSubstr(std::string(palette(Look::dark).street_edge)));
}

TEST(Picture, is_the_same_twice) {
  EXPECT_EQ(drawn({.middle = corner}), drawn({.middle = corner}));
}

}  // namespace wegwijzer::tiles
