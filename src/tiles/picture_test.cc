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
