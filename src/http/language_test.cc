// SPDX-License-Identifier: EUPL-1.2
#include "http/language.h"

#include <gtest/gtest.h>

#include "http/weighted.h"

namespace wegwijzer::http {

namespace {

std::string_view chosen(std::string_view accept) {
  static constexpr std::string_view ours[] = {"nl", "en", "pt-br"};
  return best_language(accept, ours);
}

}  // namespace

TEST(Language, is_the_one_a_browser_likes_best) {
  EXPECT_EQ(chosen("en, nl"), "en");
  EXPECT_EQ(chosen("en;q=0.5, nl;q=0.8"), "nl");
  EXPECT_EQ(chosen("de-AT, EN-gb;q=0.3"), "en");
  EXPECT_EQ(chosen("pt-BR-x-y"), "pt-br");
}

TEST(Language, is_the_first_when_none_of_ours_is_asked_for) {
  EXPECT_EQ(chosen(""), "nl");
  EXPECT_EQ(chosen("de, fr;q=0.9"), "nl");
  EXPECT_EQ(chosen("pt"), "nl");
  EXPECT_EQ(chosen("en;q=zero"), "nl");
}

TEST(Language, that_is_refused_is_not_chosen_for_a_star) {
  EXPECT_EQ(chosen("nl;q=0, *"), "en");
  EXPECT_EQ(chosen("*;q=0.5, en;q=0"), "nl");
}

TEST(WeightedList, leaves_out_what_it_cannot_read) {
  EXPECT_EQ(weighted_list("a;q=1.5, b;q=0.25;x=y, ;q=1, c"),
            (std::vector<Weighted>{{"c", 1000}, {"b", 250}}));
  EXPECT_TRUE(weighted_list(";;;,,,").empty());
}

}  // namespace wegwijzer::http
