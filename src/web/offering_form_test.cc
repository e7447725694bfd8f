// SPDX-License-Identifier: EUPL-1.2
// The form of an offering gives back what went in, and a sentence for each thing that is wrong.
#include "web/offering_form.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "exchange/vocabulary_csv.h"
#include "kit/builders.h"

namespace wegwijzer::web {

namespace {

Vocabulary const& vocabulary() {
  static Vocabulary const all = read_embedded_vocabulary();
  return all;
}

constexpr auto today = std::chrono::local_days(std::chrono::days(20'000));

template <class Value>
std::optional<Value> maybe(Value value) {
  return *rc::gen::arbitrary<bool>() ? std::optional(std::move(value)) : std::nullopt;
}

template <class Enum>
Enum any() {
  return choices<Enum>[*rc::gen::inRange<std::size_t>(0, choices<Enum>.size())].first;
}

int number(int least, int most) {
  return *rc::gen::inRange(least, most + 1);
}

Schedule any_schedule() {
  constexpr char const* sentences[] = {
      "",
      "elke woensdag 14:00-15:30, niet in schoolvakanties",
      "elke maandag en vrijdag 9:00-10:00, vanaf 9 september 2026; niet 21 september 2026",
      "zaterdag 5 december 2026 10:00-12:00",
      "eerste zaterdag van de maand 10:00-12:00",
      "elke woensdag 14:00-15:30; elke zaterdag 10:00-11:00",
      "elke dag 10:00-11:00; niet van 1 januari 2027 tot en met 31 december 2027; niet van 1 januari 2028 "
      "tot en "
      "met 31 december 2028"};
  std::string const chosen = sentences[number(0, 6)];
  return chosen.empty() ? Schedule() : *Schedule::parse(chosen, today);
}

Offering any_offering() {
  Offering one = an_offering(Id<Offering>(Uuid{1, 1}), Id<Organisation>(Uuid{1, 2}));
  one.title = "Naam " + std::to_string(number(0, 99));
  one.summary = maybe(std::string("Wat & hoe <b>")).value_or("");
  one.kind = any<OfferingKind>();
  one.themes = *rc::gen::arbitrary<bool>()
                   ? std::vector{vocabulary().themes[0].code, vocabulary().themes[9].code}
                   : std::vector<ThemeCode>();
  one.ages = maybe(AgeRange{number(0, 9), *rc::gen::arbitrary<bool>() ? 99 : number(10, 20)});
  one.groups = maybe(SchoolGroups{number(1, 4), number(5, 8)});
  one.price = maybe(Price{Euro{number(0, 5000)}, any<Per>()});
  one.stage = maybe(any<Stage>());
  one.difficulty = maybe(number(1, 3));
  one.asks_prior = *rc::gen::arbitrary<bool>();
  one.school_time = any<SchoolTime>();
  one.where = any<Where>();
  one.venue = one.where == Where::at_venue ? maybe(Id<Venue>(Uuid{1, 3})) : std::nullopt;
  one.access = {any<Access>()};
  one.company = maybe(any<Company>());
  one.capacity = maybe(number(10, 20));
  one.places_left = maybe(number(0, 10));
  one.schedule = any_schedule();
  one.deadline = maybe(Date(today));
  one.trial_lesson = maybe(*rc::gen::arbitrary<bool>());
  one.waiting_list = maybe(*rc::gen::arbitrary<bool>());
  one.role_models = {any<RoleModel>()};
  one.funds = {vocabulary().funds.front().code};
  one.languages = {vocabulary().languages.front().code, vocabulary().languages.back().code};
  return one;
}

std::vector<std::string> wrong_fields(std::vector<std::pair<std::string, std::string>> const& typed) {
  http::Parameters form;
  form.add("title", "Schaken");
  for (auto const& [name, value] : typed) form.add(name, value);
  std::vector<std::string> fields;
  for (auto const& one : read_offering(form, {}, vocabulary(), today).problems) fields.push_back(one.field);
  return fields;
}

using Wrong = std::vector<std::string>;

}  // namespace

RC_GTEST_PROP(OfferingForm, gives_back_what_went_in, ()) {
  auto const offering = any_offering();
  auto const read = read_offering(form_of(offering), offering, vocabulary(), today);
  RC_ASSERT(read.problems.empty());
  RC_ASSERT(read.offering == offering);
}

TEST(OfferingForm, tells_of_each_field_what_is_wrong) {
  EXPECT_EQ(wrong_fields({}), Wrong{});
  EXPECT_EQ(wrong_fields({{"ages_from", "12"}, {"ages_to", "8"}}), Wrong{"ages_to"});
  EXPECT_EQ(wrong_fields({{"ages_from", "-3"}}), Wrong{"ages_from"});
  EXPECT_EQ(wrong_fields({{"when", "weekly"}}), (Wrong{"day", "from", "until"}));
  EXPECT_EQ(wrong_fields({{"when", "weekly"}, {"day", "3"}, {"from", "15:00"}, {"until", "14:00"}}),
            Wrong{"until"});
  EXPECT_EQ(wrong_fields({{"when", "once"}, {"from", "15:00"}, {"until", "16:00"}}), Wrong{"date"});
  EXPECT_EQ(wrong_fields({{"when", "words"}}), Wrong{"words"});
  EXPECT_EQ(wrong_fields({{"when", "words"}, {"words", "soms"}}), Wrong{"words"});
  EXPECT_EQ(wrong_fields({{"amount", "veel"}}), Wrong{"amount"});
  EXPECT_EQ(wrong_fields({{"link", "ftp://club.nl"}}), Wrong{"link"});
  EXPECT_EQ(wrong_fields({{"email", "noor"}}), Wrong{"email"});
  EXPECT_EQ(wrong_fields({{"capacity", "5"}, {"places_left", "6"}}), Wrong{"places_left"});
  EXPECT_EQ(wrong_fields({{"themes", "geen-thema"}}), Wrong{"themes"});
  EXPECT_EQ(wrong_fields({{"venue", "daar"}}), Wrong{"venue"});
  EXPECT_EQ(wrong_fields({{"title", std::string(300, 'a')}}), Wrong{});  // the first one counts
}

TEST(OfferingForm, asks_for_a_name) {
  http::Parameters form;
  form.add("title", "  ");
  auto const read = read_offering(form, {}, vocabulary(), today);
  ASSERT_EQ(read.problems.size(), 1U);
  EXPECT_EQ(read.problems.front().key, "work.title_missing");
}

// Dates that were cancelled or added stand on another page, and stay.
TEST(OfferingForm, keeps_single_days_when_the_hours_change) {
  Offering before = an_offering(Id<Offering>(Uuid{1, 1}), Id<Organisation>(Uuid{1, 2}));
  before.schedule = *Schedule::parse("elke woensdag 14:00-15:30; niet 2 december 2026", today);
  http::Parameters form;
  for (auto const& [name, value] : form_of(before)) form.add(name, name == "from" ? "13:00" : value);
  auto const read = read_offering(form, before, vocabulary(), today).offering;
  EXPECT_EQ(read.schedule.closed, before.schedule.closed);
  EXPECT_EQ(read.schedule.repeats.front().hours.from.minutes, 13 * 60);
}

}  // namespace wegwijzer::web
