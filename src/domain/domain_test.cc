// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "domain/area.h"
#include "domain/offering.h"
#include "domain/place_name.h"
#include "domain/vocabulary.h"

namespace wegwijzer {

TEST(Audience, reads_ages_and_groups) {
  EXPECT_EQ(AgeRange::parse("8-12"), (AgeRange{8, 12}));
  EXPECT_EQ(AgeRange::parse("8 t/m 12"), (AgeRange{8, 12}));
  EXPECT_EQ(AgeRange::parse("6+"), (AgeRange{6, 99}));
  EXPECT_EQ(AgeRange::parse("12-8").error().key, "ages.reversed");
  EXPECT_EQ(AgeRange::parse("acht").error().key, "ages.invalid");
  EXPECT_EQ(SchoolGroups::parse("9").error().key, "groups.invalid");
}

TEST(Audience, group_five_to_eight_are_eight_to_twelve_years_old) {
  EXPECT_EQ(SchoolGroups::parse("5-8")->ages(), (AgeRange{8, 12}));
}

TEST(Offering, does_not_guess_for_whom_it_is) {
  Offering offering;
  EXPECT_EQ(fits_age(offering, 9), Fit::unknown);
  offering.groups = SchoolGroups{5, 8};
  EXPECT_EQ(fits_age(offering, 9), Fit::yes);
  EXPECT_EQ(fits_age(offering, 6), Fit::no);
}

TEST(Fields, come_back_from_their_text) {
  Offering offering;
  offering.title = "Wormenjacht";
  offering.themes = {*ThemeCode::parse("nature"), *ThemeCode::parse("soil")};
  offering.price = Price{Euro{250}, Per::series};
  offering.access = {Access::wheelchair};
  offering.schedule = *Schedule::parse("elke woensdag 14:00-15:30");
  offering.trial_lesson = false;
  Offering copy;
  for_each_field<Offering>([&](auto const& field) {
    EXPECT_TRUE(set_field(copy, field, to_field_text(offering.*field.member))) << field.name;
  });
  EXPECT_EQ(copy, offering);
}

TEST(Fields, say_which_one_is_wrong) {
  Offering offering;
  auto const wrong = set_field(offering, Field{"price", &Offering::price}, "veel");
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().field, "price");
}

TEST(Themes, are_related_above_and_below_but_not_beside) {
  auto const code = [](char const* text) { return *ThemeCode::parse(text); };
  std::vector<Theme> const themes = {{code("technology"), {}, {}},
                                     {code("robotics"), code("technology"), {}},
                                     {code("chemistry"), code("technology"), {}}};
  EXPECT_TRUE(related(themes, code("technology"), code("robotics")));
  EXPECT_TRUE(related(themes, code("robotics"), code("technology")));
  EXPECT_TRUE(related(themes, code("robotics"), code("robotics")));
  EXPECT_FALSE(related(themes, code("robotics"), code("chemistry")));
}

TEST(Themes, in_a_circle_still_get_an_answer) {
  auto const code = [](char const* text) { return *ThemeCode::parse(text); };
  std::vector<Theme> const circle = {{code("a"), code("b"), {}}, {code("b"), code("a"), {}}};
  EXPECT_FALSE(related(circle, code("a"), code("c")));
}

TEST(AreaCode, says_what_it_lies_in) {
  auto const buurt = *AreaCode::parse("BU05031203");
  EXPECT_EQ(buurt.kind(), AreaKind::buurt);
  EXPECT_EQ(buurt.within()->text(), "WK050312");
  EXPECT_EQ(buurt.within()->within()->text(), "GM0503");
  EXPECT_FALSE(AreaCode::parse("BU0503"));
  EXPECT_FALSE(AreaCode::parse("XX0503"));
}

TEST(Area, has_holes) {
  auto const at = [](double north, double east) { return GeoPoint::of_degrees(52 + north, 4 + east); };
  auto const square = [&](double low, double high) {
    return Ring{at(low, low), at(low, high), at(high, high), at(high, low), at(low, low)};
  };
  std::vector<Polygon> const ring = {{square(0, 3), {square(1, 2)}}};
  EXPECT_TRUE(contains(ring, at(0.5, 0.5)));
  EXPECT_FALSE(contains(ring, at(1.5, 1.5)));
  EXPECT_FALSE(contains(ring, at(3.5, 1.5)));
}

TEST(Postcode, is_kept_in_one_form) {
  EXPECT_EQ(Postcode::parse("2611 ab")->text(), "2611AB");
  EXPECT_EQ(Postcode::parse("2611")->text(), "2611");
  for (auto const* text : {"", "0611AB", "26111", "2611A", "AB2611"})
    EXPECT_FALSE(Postcode::parse(text)) << text;
}

}  // namespace wegwijzer
