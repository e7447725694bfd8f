// SPDX-License-Identifier: EUPL-1.2
#include "towns/phrases.h"

#include <gtest/gtest.h>

#include <set>

#include "base/check.h"

namespace wegwijzer::towns {

namespace {

std::string in_capitals(std::string_view slot) {
  return "<" + std::string(slot) + ">";
}

std::set<std::string> all_of(std::string_view pattern) {
  std::set<std::string> found;
  Random random(1);
  for (int i = 0; i < 200; ++i) found.insert(phrase(pattern, in_capitals, random));
  return found;
}

using Set = std::set<std::string>;

}  // namespace

TEST(Phrase, says_plain_words_as_they_are) {
  EXPECT_EQ(all_of("Kom gerust kijken."), Set{"Kom gerust kijken."});
  EXPECT_EQ(all_of(""), Set{""});
}

TEST(Phrase, chooses_between_brackets) {
  EXPECT_EQ(all_of("een [worm|slak|pissebed]."), (Set{"een worm.", "een slak.", "een pissebed."}));
  EXPECT_EQ(all_of("[a|b][c|]"), (Set{"ac", "bc", "a", "b"}));
}

TEST(Phrase, asks_for_the_word_of_a_slot) {
  EXPECT_EQ(all_of("{leader} leest voor in {place}"), Set{"<leader> leest voor in <place>"});
}

TEST(Phrase, may_have_slots_in_a_choice) {
  EXPECT_EQ(all_of("met [{leader}|een vriend van {helper}]!"),
            (Set{"met <leader>!", "met een vriend van <helper>!"}));
}

TEST(Phrase, is_a_bug_when_it_is_not_closed) {
  Random random(1);
  EXPECT_THROW(phrase("een [worm|slak", in_capitals, random), Broken);
  EXPECT_THROW(phrase("bij {leader", in_capitals, random), Broken);
}

TEST(FreshSentences, says_no_sentence_twice) {
  FreshSentences fresh;
  Random random(3);
  std::vector<std::string> const patterns{"Een [a|b|c].", "Twee [a|b].", "Drie."};
  std::set<std::string> said;
  // Six sentences in all: 3 + 2 + 1.
  for (std::size_t i = 0; i < 30; ++i) {
    auto const one = fresh.say(patterns, i, 1, in_capitals, random);
    if (!one.empty()) {
      EXPECT_TRUE(said.insert(one).second) << one;
    }
  }
  EXPECT_EQ(said.size(), 6U);
  EXPECT_EQ(fresh.say(patterns, 0, 3, in_capitals, random), "");
}

TEST(FreshSentences, begins_at_the_pattern_asked_for) {
  FreshSentences fresh;
  Random random(3);
  std::vector<std::string> const patterns{"Een.", "Twee!", "Drie?"};
  EXPECT_EQ(fresh.say(patterns, 2, 2, in_capitals, random), "Drie? Een.");
  EXPECT_EQ(fresh.say(patterns, 0, 3, in_capitals, random), "Twee!");  // what is left
}

TEST(FreshSentences, sees_a_sentence_within_a_text) {
  FreshSentences fresh;
  Random random(3);
  EXPECT_EQ(fresh.say({"Om 14.30 uur is er thee. Kom maar."}, 0, 1, in_capitals, random),
            "Om 14.30 uur is er thee. Kom maar.");
  EXPECT_EQ(fresh.say({"Kom maar."}, 0, 1, in_capitals, random), "");
  EXPECT_EQ(fresh.say({"Om 14."}, 0, 1, in_capitals, random),
            "Om 14.");  // a dot within a number ends nothing
}

}  // namespace wegwijzer::towns
