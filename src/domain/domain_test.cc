// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "domain/area.h"
#include "domain/ecosystem.h"
#include "domain/place_name.h"
#include "domain/talk_kinds.h"
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

TEST(StepEdge, is_agreed_when_both_providers_said_yes_and_within_one_when_either_did) {
  Id<Organisation> const school(uuid_v7(1, 0, 0)), club(uuid_v7(2, 0, 0));
  StepEdge edge;
  EXPECT_FALSE(agreed(edge, school, school));
  edge.agreed_by_to = true;
  EXPECT_TRUE(agreed(edge, school, school));
  EXPECT_FALSE(agreed(edge, school, club));
  edge.agreed_by_from = true;
  EXPECT_TRUE(agreed(edge, school, club));
}

TEST(Fields, come_back_from_their_text) {
  Offering offering;
  offering.title = "Wormenjacht";
  offering.themes = {*ThemeCode::parse("nature"), *ThemeCode::parse("soil")};
  offering.price = Price{Euro{250}, Per::series};
  offering.access = {Access::wheelchair};
  offering.role_models = {RoleModel::older_children, RoleModel::home_languages};
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

TEST(Fields, of_every_kind_of_record_come_back_from_their_text) {
  for_each_kind([]<class Thing>(Kind<Thing>) {
    Thing copy;
    for_each_field<Thing>([&](auto const& field) {
      auto const value = Thing().*field.member;
      // A kind of place has no empty code.
      if constexpr (!std::is_same_v<std::remove_cv_t<decltype(value)>, VenueKind>) {
        EXPECT_TRUE(set_field(copy, field, to_field_text(value))) << record_name<Thing> << " " << field.name;
      }
    });
    EXPECT_EQ(copy, Thing()) << record_name<Thing>;
  });
}

TEST(Fields, of_lists_of_ids_and_areas_come_back_from_their_text) {
  Channel channel, copy;
  channel.lists = {Id<Organisation>({1, 2}), Id<Organisation>({3, 4})};
  channel.areas = {*AreaCode::parse("BU05031203"), *AreaCode::parse("GM0503")};
  channel.families = *Percent::parse("100");
  for_each_field<Channel>([&](auto const& field) {
    EXPECT_TRUE(set_field(copy, field, to_field_text(channel.*field.member))) << field.name;
  });
  EXPECT_EQ(copy, channel);
}

TEST(Percent, is_whole_and_at_most_a_hundred) {
  EXPECT_EQ(Percent::parse("35")->share(), 0.35);
  for (auto const* text : {"-1", "101", "3.5", ""}) EXPECT_FALSE(Percent::parse(text)) << text;
}

TEST(Catchment, says_how_many_pupils_live_in_a_buurt) {
  auto const part = *PupilsFrom::parse("BU05031203 45");
  EXPECT_EQ(part.buurt.text(), "BU05031203");
  EXPECT_EQ(part.pupils, 45);
  for (auto const* text : {"", "BU05031203", "GM0503 45", "BU05031203 -1", "BU05031203 4 5"})
    EXPECT_FALSE(PupilsFrom::parse(text)) << text;
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

TEST(AreaCode, lies_in_itself_and_in_what_is_around_it) {
  auto const code = [](char const* text) { return *AreaCode::parse(text); };
  EXPECT_TRUE(lies_in(code("BU05031203"), code("BU05031203")));
  EXPECT_TRUE(lies_in(code("BU05031203"), code("WK050312")));
  EXPECT_TRUE(lies_in(code("BU05031203"), code("GM0503")));
  EXPECT_FALSE(lies_in(code("WK050312"), code("BU05031203")));
  EXPECT_FALSE(lies_in(code("BU05031203"), code("WK050313")));
}

TEST(AreaCode, of_two_has_the_smallest_around_both) {
  auto const around = [](char const* one, char const* other) {
    auto const both = around_both(*AreaCode::parse(one), *AreaCode::parse(other));
    return both ? both->text() : "nothing";
  };
  EXPECT_EQ(around("BU05031203", "BU05031203"), "BU05031203");
  EXPECT_EQ(around("BU05031203", "BU05031204"), "WK050312");
  EXPECT_EQ(around("BU05031203", "WK050312"), "WK050312");
  EXPECT_EQ(around("WK050312", "BU05031203"), "WK050312");
  EXPECT_EQ(around("BU05031203", "BU05031301"), "GM0503");
  EXPECT_EQ(around("BU05031203", "BU05181203"), "nothing");
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

TEST(Pictures, are_a_line_each_as_text_and_read_back) {
  std::string const sum(32, 'a');
  Pictures const two{{{sum, 1200, 800, "Een kind; met een robot"}, {sum, 300, 200, "De deur"}}};
  EXPECT_EQ(text(two), sum + " 1200x800 Een kind; met een robot\n" + sum + " 300x200 De deur");
  EXPECT_EQ(Pictures::parse(text(two)), two);
  EXPECT_EQ(Pictures::parse(""), Pictures());
  for (auto const& wrong : {sum, sum + " 300x200 ", sum + " 0x200 De deur", std::string("../x 300x200 D")}) {
    EXPECT_FALSE(Pictures::parse(wrong)) << wrong;
  }
}

TEST(Pictures, are_kept_in_two_widths_unless_they_are_small) {
  EXPECT_EQ(picture_widths(1200), (std::vector{480, 1200}));
  EXPECT_EQ(picture_widths(480), std::vector{480});
  EXPECT_EQ(picture_name({"0f", 1200, 800, "x"}, 480), "0f-480.webp");
}

TEST(Colour, is_a_hash_with_six_hexadecimal_signs) {
  EXPECT_EQ(Colour::parse("#C8102E"), (Colour{{0xc8, 0x10, 0x2e}}));
  EXPECT_EQ(text(*Colour::parse("#C8102E")), "#c8102e");
  for (auto const* wrong : {"", "c8102e", "#c8102", "#c8102e0", "#c8102g", "#+81020", "red", "#c0e"}) {
    EXPECT_EQ(Colour::parse(wrong).error().key, "colour.invalid") << wrong;
  }
}

TEST(Colour, black_on_white_has_the_most_contrast) {
  Colour const black{}, white{{255, 255, 255}};
  EXPECT_DOUBLE_EQ(contrast(black, white), 21);  // (1 + 0.05) / (0 + 0.05)
  EXPECT_DOUBLE_EQ(contrast(white, black), 21);
  EXPECT_DOUBLE_EQ(contrast(white, white), 1);
}

TEST(Ecosystem, says_its_look_as_text_and_back) {
  Ecosystem one;
  EXPECT_EQ(field_values(one).back(), (FieldValue{"logo", {}}));
  one.colour = Colour{{0xc8, 0x10, 0x2e}};
  one.logo = Picture{std::string(32, 'a'), 300, 120, "Gemeente Delft"};
  Ecosystem back = Ecosystem();
  auto const values = field_values(one);
  std::size_t next = 0;
  for_each_field<Ecosystem>(
      [&](auto const& field) { EXPECT_TRUE(set_field(back, field, values[next++].value)); });
  EXPECT_EQ(back, one);
}

}  // namespace wegwijzer
