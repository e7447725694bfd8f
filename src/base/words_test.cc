// SPDX-License-Identifier: EUPL-1.2
#include "base/words.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace wegwijzer {

TEST(Words, fold_accents_case_and_signs) {
  EXPECT_EQ(folded("  Één Straat—Noord "), "een straat noord");
  EXPECT_EQ(folded("'s-Gravenhage"), "s gravenhage");
  EXPECT_EQ(folded("Wĳk & Co."), "wijk co");
  EXPECT_EQ(folded("e\xcc\x81\xc3\xa9n"), "een");  // a combining accent and a ready-made one
}

TEST(Words, keep_other_scripts) {
  EXPECT_EQ(folded("Школа №1"), "Школа 1");
}

TEST(Words, know_where_each_word_stood) {
  std::string_view const text = "Dé foto's, snel!";
  EXPECT_EQ(folded_words(text), (std::vector<FoldedWord>{{"de", 0, 3}, {"fotos", 4, 10}, {"snel", 12, 16}}));
}

RC_GTEST_PROP(Words, are_those_of_the_folded_text, (std::string const& text)) {
  std::vector<std::string> words;
  for (auto const& word : folded_words(text)) {
    RC_ASSERT(word.begin < word.end && word.end <= text.size());
    words.push_back(word.text);
  }
  RC_ASSERT(joined(words, " ") == folded(text));
}

TEST(Words, slugs_have_dashes) {
  EXPECT_EQ(slug("Het Spoor & Co"), "het-spoor-co");
}

TEST(Words, split_trims_and_drops_empty_parts) {
  EXPECT_EQ(split(" a ;; b;", ';'), (std::vector<std::string_view>{"a", "b"}));
}

TEST(Words, trim_no_break_spaces) {
  EXPECT_EQ(trimmed("\xc2\xa0 a\xc2\xa0"), "a");
}

TEST(Words, recognise_broken_utf8) {
  EXPECT_TRUE(valid_utf8("caf\xc3\xa9 \xf0\x9f\x8c\xb3"));
  EXPECT_FALSE(valid_utf8("caf\xe9"));       // Windows-1252
  EXPECT_FALSE(valid_utf8("\xc0\xaf"));      // overlong
  EXPECT_FALSE(valid_utf8("\xed\xa0\x80"));  // surrogate
  EXPECT_FALSE(valid_utf8("\xf0\x9f\x8c"));  // cut off
}

RC_GTEST_PROP(Words, folding_twice_changes_nothing_more, (std::string const& text)) {
  RC_ASSERT(folded(folded(text)) == folded(text));
}

}  // namespace wegwijzer
