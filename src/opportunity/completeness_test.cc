// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/completeness.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "kit/drawn_atlas.h"

namespace wegwijzer {

namespace {

constexpr auto drawn_streets = "A---B---C---D---E";
constexpr Date this_day = Date(std::chrono::days(20'000));
constexpr Date long_ago = this_day - std::chrono::days(400);  // beyond a year
constexpr Index<Ecosystem> ours(0);

// Two wijken: A and B lie in a buurt each, and so do C and D; nobody lives around E.
AtlasDraft a_draft() {
  AtlasDraft draft(drawn_streets);
  draft.add_buurt_around("A", "BU09010101", 200);
  draft.add_buurt_around("B", "BU09010102");
  draft.add_buurt_around("C", "BU09010201", 50);
  draft.add_buurt_around("D", "BU09010202", 50);
  draft.add_buurt_around("E", "BU09010203", 0);
  draft.areas().push_back(a_buurt("WK090101", "West"));
  draft.areas().push_back(a_buurt("WK090102", "Oost"));
  draft.areas().push_back(a_buurt("GM0901", "Dorp"));
  draft.areas().push_back(a_buurt("BU09990101", "Elders"));
  draft.add_venue('A');
  return draft;
}

Offering fresh(OfferingBuilder builder) {
  Offering offering = std::move(builder);
  offering.confirmed_on = this_day - std::chrono::days(10);
  return offering;
}

void inquire(AtlasDraft& draft, std::vector<char const*> areas, std::vector<char const*> themes,
             InquiryAnswer answer = InquiryAnswer::none, Date on = this_day, AgeRange ages = {4, 14}) {
  auto inquiry = an_inquiry(draft.new_id<Inquiry>(), {}, {}, answer);
  for (auto const* area : areas) inquiry.areas.push_back(*AreaCode::parse(area));
  for (auto const* theme : themes) inquiry.themes.push_back(*ThemeCode::parse(theme));
  inquiry.confirmed_on = on;
  inquiry.ages = ages;
  draft.network().inquiries.push_back(inquiry);
}

std::size_t number_of(Atlas const& atlas, Completeness const& known, char const* theme) {
  return *known.theme_number(*atlas.themes().find(*ThemeCode::parse(theme)));
}

CellState state(AtlasDraft const& draft, char const* area, char const* theme, int age) {
  auto const atlas = draft.atlas();
  Completeness const known(atlas, ours, this_day);
  auto const index = *atlas.areas().find(*AreaCode::parse(area));
  auto const is_it = [&](AreaKnowledge const& one) { return one.area == index; };
  auto const number = number_of(atlas, known, theme);
  if (auto const buurt = std::ranges::find_if(known.buurten(), is_it); buurt != known.buurten().end()) {
    return buurt->by_theme[number].at(age);
  }
  return std::ranges::find_if(known.wijken(), is_it)->by_theme[number].at(age);
}

}  // namespace

TEST(Completeness, is_of_the_buurten_of_each_gemeente_with_a_place_or_an_inquiry) {
  auto draft = a_draft();
  auto const buurten = [&] {
    auto const atlas = draft.atlas();
    std::vector<std::string> codes;
    Completeness const known(atlas, ours, this_day);
    for (auto const& buurt : known.buurten()) codes.push_back(atlas.areas()[buurt.area].code.text());
    return codes;
  };
  EXPECT_EQ(buurten(),
            (std::vector<std::string>{"BU09010101", "BU09010102", "BU09010201", "BU09010202", "BU09010203"}));
  inquire(draft, {"GM0999"}, {"music"});
  EXPECT_EQ(buurten().size(), 6U);
}

TEST(Completeness, an_offering_covers_its_ages_and_the_themes_above_its_own_in_its_buurt) {
  auto draft = a_draft();
  draft.add(fresh(draft.an_offering_at('A').about("robotics").for_ages(8, 9)));
  EXPECT_EQ(state(draft, "BU09010101", "technology", 8), CellState::covered);
  EXPECT_EQ(state(draft, "BU09010101", "technology", 10), CellState::not_asked);
  EXPECT_EQ(state(draft, "BU09010101", "music", 8), CellState::not_asked);
  EXPECT_EQ(state(draft, "BU09010102", "technology", 8), CellState::not_asked);
}

TEST(Completeness, what_is_over_in_school_time_or_at_home_covers_nothing) {
  auto draft = a_draft();
  draft.add(
      fresh(draft.an_offering_at('A').about("music").for_ages(4, 14).when("3 oktober 2020 10:00-12:00")));
  auto lesson = fresh(draft.an_offering_at('A').about("music").for_ages(4, 14));
  lesson.school_time = SchoolTime::in_school;
  draft.add(lesson);
  auto kit = fresh(draft.an_offering_at('A').about("music").for_ages(4, 14));
  kit.where = Where::at_home;
  draft.add(kit);
  EXPECT_EQ(state(draft, "BU09010101", "music", 8), CellState::not_asked);
}

TEST(Completeness, what_does_not_say_for_whom_of_what_or_where_is_not_counted_but_told) {
  auto draft = a_draft();
  draft.add(fresh(draft.an_offering_at('A').about("music")));
  auto of_what = fresh(draft.an_offering_at('A').for_ages(4, 14));
  of_what.themes.clear();
  draft.add(of_what);
  auto where = fresh(draft.an_offering_at('A').for_ages(4, 14));
  where.venue.reset();
  draft.add(where);
  draft.add(fresh(draft.an_offering_at('A').about("nature").for_ages(4, 14)));
  auto const atlas = draft.atlas();
  EXPECT_EQ(Completeness(atlas, ours, this_day).not_counted().size(), 3U);
  EXPECT_EQ(state(draft, "BU09010101", "music", 8), CellState::not_asked);
}

TEST(Completeness, only_a_fresh_answer_that_there_is_nothing_makes_a_white_spot) {
  auto draft = a_draft();
  inquire(draft, {"BU09010101"}, {"music"}, InquiryAnswer::none, this_day, {6, 8});
  inquire(draft, {"BU09010101"}, {"nature"}, InquiryAnswer::none, long_ago);
  EXPECT_EQ(state(draft, "BU09010101", "music", 6), CellState::reported_none);
  EXPECT_EQ(state(draft, "BU09010101", "music", 9), CellState::not_asked);
  EXPECT_EQ(state(draft, "BU09010101", "nature", 6), CellState::stale);
  EXPECT_EQ(state(draft, "BU09010101", "technology", 6), CellState::not_asked);
}

TEST(Completeness, an_answer_holds_for_what_lies_below_what_was_asked_after) {
  auto draft = a_draft();
  inquire(draft, {"WK090101"}, {"technology"});
  inquire(draft, {"GM0901"}, {"music"});
  inquire(draft, {}, {}, InquiryAnswer::none, long_ago);
  EXPECT_EQ(state(draft, "BU09010102", "technology", 6), CellState::reported_none);
  EXPECT_EQ(state(draft, "BU09010201", "technology", 6), CellState::stale);
  EXPECT_EQ(state(draft, "BU09010202", "music", 6), CellState::reported_none);
}

TEST(Completeness, no_robots_is_not_no_technology_but_some_robots_is_some) {
  auto draft = a_draft();
  inquire(draft, {"BU09010101"}, {"robotics"}, InquiryAnswer::none);
  inquire(draft, {"BU09010102"}, {"robotics"}, InquiryAnswer::some);
  EXPECT_EQ(state(draft, "BU09010101", "technology", 6), CellState::not_asked);
  EXPECT_EQ(state(draft, "BU09010102", "technology", 6), CellState::reported_some);
}

TEST(Completeness, an_old_offering_leaves_it_open_whatever_others_answered) {
  auto draft = a_draft();
  draft.add(draft.an_offering_at('A').about("music").for_ages(4, 14));  // never confirmed
  EXPECT_EQ(state(draft, "BU09010101", "music", 6), CellState::stale);
  inquire(draft, {"BU09010101"}, {"music"}, InquiryAnswer::none);
  EXPECT_EQ(state(draft, "BU09010101", "music", 6), CellState::stale);
  inquire(draft, {"BU09010101"}, {"music"}, InquiryAnswer::some);
  EXPECT_EQ(state(draft, "BU09010101", "music", 6), CellState::reported_some);
}

TEST(Completeness, a_wijk_is_covered_by_one_buurt_but_a_white_spot_only_when_all_were_asked) {
  auto draft = a_draft();
  draft.add(fresh(draft.an_offering_at('A').about("music").for_ages(4, 14)));
  draft.add(fresh(draft.an_offering_at('E').about("technology").for_ages(4, 14)));
  inquire(draft, {"BU09010201"}, {"music", "nature"});
  inquire(draft, {"BU09010202"}, {"nature"});
  EXPECT_EQ(state(draft, "WK090101", "music", 6), CellState::covered);
  EXPECT_EQ(state(draft, "WK090102", "music", 6), CellState::not_asked);
  // Nobody lives in the third buurt, so two answers are all; but what is there is in the wijk.
  EXPECT_EQ(state(draft, "WK090102", "nature", 6), CellState::reported_none);
  EXPECT_EQ(state(draft, "WK090102", "technology", 6), CellState::covered);
}

TEST(Completeness, of_a_wider_theme_is_something_of_any_and_nothing_only_of_all) {
  auto draft = a_draft();
  draft.add(fresh(draft.an_offering_at('A').about("music").for_ages(4, 14)));
  inquire(draft, {"BU09010101", "BU09010102"}, {"nature"});
  inquire(draft, {"BU09010102"}, {"music"});
  auto const atlas = draft.atlas();
  Completeness const known(atlas, ours, this_day);
  ThemeSet both;
  for (auto const* theme : {"music", "nature"}) {
    both.set(atlas.themes().find(*ThemeCode::parse(theme))->value());
  }
  EXPECT_EQ(known.of(known.buurten()[0], both).at(6), CellState::covered);
  EXPECT_EQ(known.of(known.buurten()[1], both).at(6), CellState::reported_none);
  EXPECT_EQ(known.of(known.buurten()[2], both).at(6), CellState::not_asked);
}

TEST(Completeness, counts_cells_where_children_live) {
  auto draft = a_draft();
  inquire(draft, {"BU09010101", "BU09010203"}, {"music"}, InquiryAnswer::none, this_day, {4, 5});
  auto const atlas = draft.atlas();
  auto const counts = Completeness(atlas, ours, this_day).count();
  EXPECT_EQ(counts[static_cast<std::size_t>(CellState::reported_none)], 2U);
  // 4 buurten with children, 3 themes, 11 ages.
  EXPECT_EQ(counts[static_cast<std::size_t>(CellState::not_asked)], 4U * 3 * 11 - 2);
}

TEST(Completeness, tells_what_a_cell_was_made_from) {
  auto draft = a_draft();
  draft.add(fresh(draft.an_offering_at('A').about("robotics").for_ages(8, 12)));
  draft.add(fresh(draft.an_offering_at('A').about("music").for_ages(8, 12)));
  inquire(draft, {"WK090101"}, {"technology"});
  inquire(draft, {"BU09010101"}, {"music"});
  auto const atlas = draft.atlas();
  auto const of = [&](char const* area, int age) {
    auto const sources = sources_of(atlas, ours, *atlas.areas().find(*AreaCode::parse(area)),
                                    *atlas.themes().find(*ThemeCode::parse("technology")), age, this_day);
    return std::pair(sources.offerings.size(), sources.inquiries.size());
  };
  EXPECT_EQ(of("BU09010101", 8), std::pair(std::size_t{1}, std::size_t{1}));
  EXPECT_EQ(of("BU09010101", 4), std::pair(std::size_t{0}, std::size_t{1}));
  EXPECT_EQ(of("WK090101", 8), std::pair(std::size_t{1}, std::size_t{1}));
  EXPECT_EQ(of("BU09010102", 8), std::pair(std::size_t{0}, std::size_t{1}));
  EXPECT_EQ(of("BU09010201", 8), std::pair(std::size_t{0}, std::size_t{0}));
}

namespace {

// The rules one after the other, for one cell of one buurt.
CellState slow_state(Atlas const& atlas, Index<Area> buurt, Index<Theme> theme, int age) {
  auto const& all = atlas.vocabulary().themes;
  auto const& code = atlas.themes()[theme].code;
  auto const is_below = [&](ThemeCode const& low, ThemeCode const& high) {
    for (std::optional<ThemeCode> at = low; at; at = std::ranges::find(all, *at, &Theme::code)->above) {
      if (*at == high) return true;
    }
    return false;
  };
  bool covered = false, once = false, some = false, none = false, asked_once = false;
  for (auto const& offering : atlas.catalogue().offerings()) {
    auto const& venue = atlas.catalogue()[*atlas.catalogue().find(*offering.venue)];
    bool const there =
        atlas.areas().smallest_at(venue.point) == buurt && !over(offering.schedule, this_day) &&
        fits_age(offering, age) == Fit::yes &&
        std::ranges::any_of(offering.themes, [&](auto const& own) { return is_below(own, code); });
    if (there) (stale(offering, this_day) ? once : covered) = true;
  }
  for (auto const index : atlas.network().of(ours).inquiries) {
    auto const& inquiry = atlas.network()[index];
    auto const wanted = atlas.areas()[buurt].code.text().substr(2);
    bool const here = inquiry.areas.empty() || std::ranges::any_of(inquiry.areas, [&](AreaCode const& area) {
                        return wanted.starts_with(area.text().substr(2));
                      });
    bool const some_said = inquiry.answer == InquiryAnswer::some;
    bool const about = std::ranges::any_of(inquiry.themes, [&](ThemeCode const& asked) {
      return is_below(code, asked) || (some_said && is_below(asked, code));
    });
    if (!here || !(about || inquiry.themes.empty()) || !inquiry.ages.contains(age)) continue;
    (stale(inquiry, this_day) ? asked_once : some_said ? some : none) = true;
  }
  if (covered) return CellState::covered;
  if (some) return CellState::reported_some;
  if (once) return CellState::stale;
  if (none) return CellState::reported_none;
  return asked_once ? CellState::stale : CellState::not_asked;
}

constexpr std::array theme_codes{"technology", "robotics", "chemistry", "nature", "music"};

char const* any_theme() {
  return *rc::gen::elementOf(theme_codes);
}

Offering any_offering(AtlasDraft& draft) {
  auto const letter = static_cast<char>('A' + *rc::gen::inRange(0, 5));
  auto const from = *rc::gen::inRange(3, 15);
  Offering offering =
      draft.an_offering_at(letter).about(any_theme()).for_ages(from, from + *rc::gen::inRange(0, 6));
  offering.confirmed_on = this_day - std::chrono::days(*rc::gen::elementOf(std::vector{1, 400}));
  if (*rc::gen::inRange(0, 5) == 0) offering.schedule = *Schedule::parse("3 oktober 2020 10:00-12:00");
  return offering;
}

void add_any_inquiry(AtlasDraft& draft) {
  auto const* area = *rc::gen::elementOf(
      std::vector{"BU09010101", "BU09010201", "WK090101", "WK090102", "GM0901", "BU09990101"});
  auto const from = *rc::gen::inRange(4, 15);
  inquire(draft, *rc::gen::elementOf(std::vector<std::vector<char const*>>{{area}, {}}), {any_theme()},
          *rc::gen::elementOf(std::vector{InquiryAnswer::none, InquiryAnswer::some}),
          this_day - std::chrono::days(*rc::gen::elementOf(std::vector{1, 400})),
          {from, from + *rc::gen::inRange(0, 8)});
}

AtlasDraft any_draft() {
  auto draft = a_draft();
  for (auto left = *rc::gen::inRange(0, 6); left > 0; --left) draft.add(any_offering(draft));
  for (auto left = *rc::gen::inRange(0, 6); left > 0; --left) add_any_inquiry(draft);
  return draft;
}

// How much there is to find: that nobody was asked and that there is nothing are alike in it.
int coveredness(CellState state) {
  switch (state) {
    case CellState::covered:
      return 3;
    case CellState::reported_some:
      return 2;
    case CellState::stale:
      return 1;
    case CellState::reported_none:
    case CellState::not_asked:
      return 0;
  }
  return 0;
}

template <class Visit>
void for_each_cell(Completeness const& known, Visit visit) {
  for (auto const& buurt : known.buurten()) {
    for (std::size_t theme = 0; theme < known.themes().size(); ++theme) {
      for (int age = youngest_asked; age <= oldest_asked; ++age) visit(buurt, theme, age);
    }
  }
}

}  // namespace

RC_GTEST_PROP(Completeness, is_what_the_rules_say_one_after_the_other, ()) {
  auto const draft = any_draft();
  auto const atlas = draft.atlas();
  Completeness const known(atlas, ours, this_day);
  for_each_cell(known, [&](KnownBuurt const& buurt, std::size_t theme, int age) {
    RC_ASSERT(buurt.by_theme[theme].at(age) == slow_state(atlas, buurt.area, known.themes()[theme], age));
  });
}

RC_GTEST_PROP(Completeness, of_a_cell_is_one_thing, ()) {
  auto const draft = any_draft();
  auto const atlas = draft.atlas();
  Completeness const known(atlas, ours, this_day);
  auto const check_one = [](AreaKnowledge const& area) {
    for (auto const& evidence : area.by_theme) {
      AgeBits seen = 0;
      for (auto const& [state, name] : choices<CellState>) {
        RC_ASSERT((seen & evidence.ages(state)) == 0U);
        seen |= evidence.ages(state);
      }
      RC_ASSERT(seen == every_age);
    }
  };
  for (auto const& buurt : known.buurten()) check_one(buurt);
  for (auto const& wijk : known.wijken()) check_one(wijk);
}

RC_GTEST_PROP(Completeness, is_never_less_for_one_more_offering, ()) {
  auto draft = any_draft();
  auto const before_atlas = draft.atlas();
  Completeness const before(before_atlas, ours, this_day);
  draft.add(any_offering(draft));
  auto const after_atlas = draft.atlas();
  Completeness const after(after_atlas, ours, this_day);
  RC_ASSERT(before.buurten().size() == after.buurten().size());
  for (std::size_t i = 0; i < before.buurten().size(); ++i) {
    for (std::size_t theme = 0; theme < before.themes().size(); ++theme) {
      for (int age = youngest_asked; age <= oldest_asked; ++age) {
        RC_ASSERT(coveredness(after.buurten()[i].by_theme[theme].at(age)) >=
                  coveredness(before.buurten()[i].by_theme[theme].at(age)));
        RC_ASSERT(coveredness(after.wijken()[after.buurten()[i].wijk].by_theme[theme].at(age)) >=
                  coveredness(before.wijken()[before.buurten()[i].wijk].by_theme[theme].at(age)));
      }
    }
  }
}

RC_GTEST_PROP(Completeness, of_what_is_covered_does_not_change_by_asking, ()) {
  auto draft = any_draft();
  auto const before_atlas = draft.atlas();
  Completeness const before(before_atlas, ours, this_day);
  add_any_inquiry(draft);
  auto const after_atlas = draft.atlas();
  Completeness const after(after_atlas, ours, this_day);
  // An inquiry elsewhere may bring in buurten; those come behind.
  for (std::size_t i = 0; i < before.buurten().size(); ++i) {
    for (std::size_t theme = 0; theme < before.themes().size(); ++theme) {
      RC_ASSERT(after.buurten()[i].by_theme[theme].ages(CellState::covered) ==
                before.buurten()[i].by_theme[theme].ages(CellState::covered));
    }
  }
}

}  // namespace wegwijzer
