// SPDX-License-Identifier: EUPL-1.2
// What libical reads back from a calendar that somebody subscribes to.
#include "exchange/calendar.h"

#include <gmock/gmock.h>
#include <libical/ical.h>

#include <memory>
#include <set>

namespace wegwijzer {

namespace {

class CalendarTest : public testing::Test {
 protected:
  CalendarTest() {
    CalendarEntry robots{
        "robots",
        "Robots; bouwen, samen",
        "Voor wie: 8 tot en met 12 jaar\nKosten: gratis",
        "Techniekhuis",
        {{date(2026, 11, 25), {{14 * 60}, {15 * 60 + 30}}}, {date(2026, 12, 2), {{14 * 60}, {15 * 60}}}},
        "https://wegwijzer.example/offerings/1"};
    auto singing = robots;
    singing.id = "zingen", singing.title = "Zingen";
    text_ = calendar_file({robots, singing}, {"Wegwijzer: muziek", "Alle keren."}, now_);
    calendar_.reset(icalparser_parse_string(text_.c_str()));
  }

  std::string first(icalcomponent* of, icalproperty_kind kind) const {
    auto* const property = icalcomponent_get_first_property(of, kind);
    return property ? icalproperty_get_value_as_string(property) : "";
  }

  std::vector<icalcomponent*> events() const {
    std::vector<icalcomponent*> found;
    for (auto* event = icalcomponent_get_first_component(calendar_.get(), ICAL_VEVENT_COMPONENT); event;
         event = icalcomponent_get_next_component(calendar_.get(), ICAL_VEVENT_COMPONENT)) {
      found.push_back(event);
    }
    return found;
  }

  Instant now_ = instant(date(2026, 11, 24), {});
  std::string text_;
  std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)> calendar_{nullptr, &icalcomponent_free};
};

}  // namespace

TEST_F(CalendarTest, keeps_to_the_rules_of_the_standard) {
  ASSERT_TRUE(calendar_);
  EXPECT_EQ(icalcomponent_count_errors(calendar_.get()), 0) << text_;
  EXPECT_TRUE(icalrestriction_check(calendar_.get())) << text_;
}

TEST_F(CalendarTest, says_its_name_what_it_holds_and_when_to_ask_again) {
  EXPECT_EQ(first(calendar_.get(), ICAL_NAME_PROPERTY), "Wegwijzer: muziek");
  EXPECT_EQ(first(calendar_.get(), ICAL_DESCRIPTION_PROPERTY), "Alle keren.");
  EXPECT_EQ(first(calendar_.get(), ICAL_REFRESHINTERVAL_PROPERTY), "PT12H");
  EXPECT_THAT(text_, testing::HasSubstr("X-WR-CALNAME:Wegwijzer: muziek\r\n"));
  EXPECT_THAT(text_, testing::HasSubstr("X-PUBLISHED-TTL:PT12H\r\n"));
}

TEST_F(CalendarTest, has_one_event_for_each_time_with_a_name_that_stays) {
  std::set<std::string> names;
  for (auto* const event : events()) names.insert(icalcomponent_get_uid(event));
  EXPECT_THAT(names,
              testing::ElementsAre("robots-2026-11-25-14:00@wegwijzer", "robots-2026-12-02-14:00@wegwijzer",
                                   "zingen-2026-11-25-14:00@wegwijzer", "zingen-2026-12-02-14:00@wegwijzer"));
}

TEST_F(CalendarTest, says_of_an_event_what_when_where_and_where_to_read_more) {
  auto* const event = events().at(0);
  EXPECT_STREQ(icalcomponent_get_summary(event), "Robots; bouwen, samen");
  EXPECT_STREQ(icalcomponent_get_location(event), "Techniekhuis");
  EXPECT_STREQ(icalcomponent_get_description(event), "Voor wie: 8 tot en met 12 jaar\nKosten: gratis");
  // 14:00 in the Netherlands in winter.
  EXPECT_STREQ(icaltime_as_ical_string(icalcomponent_get_dtstart(event)), "20261125T130000Z");
  EXPECT_EQ(first(event, ICAL_URL_PROPERTY), "https://wegwijzer.example/offerings/1");
}

}  // namespace wegwijzer
