// SPDX-License-Identifier: EUPL-1.2
#include "usecases/opportunity/what_to_ask.h"

#include <gtest/gtest.h>

#include <numeric>

#include "kit/drawn_atlas.h"

namespace wegwijzer {

namespace {

constexpr char const* the_buurt = "BU00010101";

class WhatToAsk : public testing::Test {
 protected:
  WhatToAsk() {
    draft_.add_buurt_between('H', 'B', the_buurt, "Het Eind");
    draft_.add_home('H', the_buurt, 9, 30);
    draft_.add_home('H', the_buurt, 6, 5);
  }

  // Of an organisation of its own, which says nothing about it.
  Id<Offering> add_club(char letter, char const* of) {
    Offering club = draft_.an_offering_at(letter).titled(of).for_ages(8, 12);
    club.organisation = draft_.add_organisation(of);
    return draft_.add(club);
  }

  void say_everything(Id<Offering> id) {
    auto& club = draft_.offering(id);
    club.price = Price{};
    club.schedule = *Schedule::parse("op zaterdag 10:00-11:00");
    club.languages = {*LanguageCode::parse("nl")};
    club.capacity = 20;
  }

  ToAsk ask(std::size_t most = 10) {
    auto const atlas = std::make_shared<Atlas const>(draft_.atlas());
    model_.emplace(atlas, OpportunityParameters(), date(2026, 11, 24), 1);
    std::vector<std::size_t> profiles(standard_profiles().size());
    std::iota(profiles.begin(), profiles.end(), 0);
    Population const population(*model_, std::nullopt, profiles);
    return what_to_ask(*model_, population, most);
  }

  std::string name(Index<Organisation> organisation) const {
    return model_->atlas().catalogue()[organisation].name;
  }

  AtlasDraft draft_{"H--A----B"};
  std::optional<OpportunityModel> model_;
};

}  // namespace

TEST_F(WhatToAsk, is_of_those_on_whose_silence_most_rests) {
  add_club('B', "Far");
  add_club('A', "Near");
  say_everything(add_club('A', "Open"));
  auto const to_ask = ask();
  ASSERT_EQ(to_ask.organisations.size(), 2U);
  EXPECT_EQ(name(to_ask.organisations[0].organisation), "Near");
  EXPECT_EQ(name(to_ask.organisations[1].organisation), "Far");
  EXPECT_GT(to_ask.organisations[0].amount, to_ask.organisations[1].amount);
  EXPECT_EQ(to_ask.organisations[0].offerings, 1U);
  EXPECT_EQ(to_ask.organisations[0].facts,
            (std::vector{UnsaidFact::price, UnsaidFact::moments, UnsaidFact::languages, UnsaidFact::seats}));
  EXPECT_GT(to_ask.rests_on_unsaid, 0.2);
  EXPECT_LT(to_ask.rests_on_unsaid, 1);
}

TEST_F(WhatToAsk, is_nothing_of_those_who_said_it_all) {
  say_everything(add_club('A', "Open"));
  auto const to_ask = ask();
  EXPECT_TRUE(to_ask.organisations.empty());
  EXPECT_EQ(to_ask.rests_on_unsaid, 0);
}

TEST_F(WhatToAsk, about_language_rests_on_children_who_speak_little_dutch_alone) {
  auto const id = add_club('A', "Near");
  say_everything(id);
  draft_.offering(id).languages.clear();
  auto const to_ask = ask();
  ASSERT_EQ(to_ask.organisations.size(), 1U);
  EXPECT_EQ(to_ask.organisations[0].facts, std::vector{UnsaidFact::languages});
  EXPECT_LT(to_ask.rests_on_unsaid, 0.1);
  EXPECT_GT(to_ask.rests_on_unsaid, 0);
}

TEST_F(WhatToAsk, of_the_map_is_what_nobody_was_asked_where_most_children_live) {
  auto const club = add_club('A', "Near");  // robotics, for 8 to 12: known there for those of nine
  draft_.offering(club).confirmed_on = date(2026, 11, 1);
  draft_.network().inquiries.push_back(
      an_inquiry(draft_.new_id<Inquiry>(), {*AreaCode::parse(the_buurt)}, {*ThemeCode::parse("music")}));
  draft_.network().inquiries.back().confirmed_on = date(2026, 11, 1);
  auto const to_ask = ask();
  ASSERT_EQ(to_ask.cells.size(), 1U);
  auto const& cells = to_ask.cells.front();
  std::vector<std::string> codes;
  for (auto const theme : cells.themes) codes.push_back(model_->atlas().themes()[theme].code.text());
  // Somebody was asked about music. Of technology those of six are not known of.
  EXPECT_EQ(codes, (std::vector<std::string>{"nature", "technology"}));
  EXPECT_EQ(cells.children, 35);
  EXPECT_EQ(cells.open, 40);
  EXPECT_EQ(ask(1).cells.size(), 1U);
}

}  // namespace wegwijzer
