// SPDX-License-Identifier: EUPL-1.2
#include "usecases/offering/ranking.h"

#include <gtest/gtest.h>

#include "kit/found_titles.h"

namespace wegwijzer {

namespace {

constexpr auto long_street = "H---A--------------------------------------B";

}  // namespace

TEST(Ranking, puts_the_words_first_and_then_what_is_near) {
  AtlasDraft draft(long_street);
  auto const add = [&](char place, char const* title, char const* summary) {
    Offering offering = draft.an_offering_at(place).titled(title).about("nature");
    offering.summary = summary;
    draft.add(offering);
  };
  add('B', "Zwemmen ver weg", "");
  add('A', "Zwemmen dichtbij", "");
  add('A', "Water", "Je leert hier ook zwemmen.");
  add('A', "Koken", "");
  OfferingQuery query;
  query.home = draft.at('H');
  query.minutes = Minutes(60);
  query.words = "zwemmen";
  EXPECT_EQ(found(draft, query), (Titles{"Zwemmen dichtbij", "Zwemmen ver weg", "Water"}));
  query.sort = Sort::nearest;
  EXPECT_EQ(found(draft, query).back(), "Zwemmen ver weg");
}

TEST(Ranking, prefers_what_is_known_to_fit_and_was_confirmed_lately) {
  AtlasDraft draft(long_street);
  auto const add = [&](char const* title, std::optional<Date> confirmed) {
    Offering offering = draft.an_offering_at('A').titled(title);
    offering.confirmed_on = confirmed;
    draft.add(offering);
  };
  add("Robots a", std::nullopt);
  add("Robots b", date(2026, 1, 1));
  add("Robots c", date(2026, 11, 1));
  draft.add(draft.an_offering_at('A').titled("Robots d").for_ages(8, 10));
  OfferingQuery query;
  query.words = "robots";
  query.age = 9;
  // Unconfirmed costs a tenth at most, and an age that is not said a twentieth.
  EXPECT_EQ(found(draft, query), (Titles{"Robots c", "Robots d", "Robots b", "Robots a"}));
}

TEST(Ranking, can_be_opened_part_by_part) {
  AtlasDraft draft(long_street);
  Offering offering = draft.an_offering_at('A').titled("Robots bouwen").for_ages(8, 10).about("robotics");
  offering.confirmed_on = noon.today - std::chrono::days(183);
  draft.add(offering);
  auto const atlas = draft.atlas();
  OfferingQuery query;
  query.words = "robot";
  query.age = 9;
  query.themes = {*ThemeCode::parse("technology")};
  query.home = draft.at('H');
  query.mode = Mode::walk;
  auto const all = find_offerings(atlas, query, noon);
  ASSERT_EQ(all.offerings.size(), 1U);
  auto const why = why_here(atlas, query, all, all.offerings[0], noon.today);
  ASSERT_EQ(why.words.size(), 1U);
  EXPECT_EQ(why.words[0].typed, "robot");
  EXPECT_TRUE(why.words[0].fields & 1U << static_cast<unsigned>(OfferingText::title));
  EXPECT_NEAR(why.ranking.words, why.words[0].share, 1e-6);
  // 400 m at 4.5 km/h are 320 s: 15 / (15 + 5.33).
  EXPECT_NEAR(why.ranking.distance, 15 / (15 + 320 / 60.0), 1e-9);
  EXPECT_EQ(why.ranking.fit, 1);
  EXPECT_NEAR(why.ranking.freshness, 0.5, 1e-9);
  EXPECT_NEAR(why.ranking.total(), 0.6 * why.ranking.words + 0.2 * why.ranking.distance + 0.1 * 1 + 0.1 * 0.5,
              1e-9);
}

TEST(Finder, asks_at_most_so_much_and_takes_no_unknown_price_for_it) {
  AtlasDraft draft(long_street);
  draft.add(draft.an_offering_at('A').titled("vijf").costing({Euro{500}, Per::time}));
  draft.add(draft.an_offering_at('A').titled("tien").costing({Euro{1'000}, Per::month}));
  draft.add(draft.an_offering_at('A').titled("duur").costing({Euro{1'001}, Per::time}));
  draft.add(draft.an_offering_at('A').titled("onbekend"));
  OfferingQuery query;
  query.at_most = Euro{1'000};
  EXPECT_EQ(found(draft, query), (Titles{"tien", "vijf"}));
}

// Nothing near has both words: then what has one is shown, whatever lies farther on.
TEST(Finder, takes_what_has_the_most_of_the_words_here) {
  AtlasDraft draft(long_street);
  draft.add(draft.an_offering_at('A').titled("Muziek"));
  draft.add(draft.an_offering_at('B').titled("Muziek voor kleuters"));
  OfferingQuery query;
  query.home = draft.at('H');
  query.mode = Mode::walk;
  query.words = "muziek kleuters";
  EXPECT_EQ(found(draft, query), Titles{"Muziek"});
  query.minutes = Minutes(90);
  EXPECT_EQ(found(draft, query), Titles{"Muziek voor kleuters"});
}

}  // namespace wegwijzer
