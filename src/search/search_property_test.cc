// SPDX-License-Identifier: EUPL-1.2
// The index against a scan of all texts, and the trie against the distance of each word.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

#include "kit/slow_search.h"
#include "search/edit_distance.h"

namespace wegwijzer::search {

namespace {

// Words that share stems and parts, stop words, words for a form, and some that only queries have.
std::vector<char const*> const some_words = {
    "voetbal", "voetballen", "straatvoetbal", "straat", "Café",   "zwemles",    "zwemmen", "les",   "iets",
    "met",     "dieren",     "dier",          "foto's", "repair", "repaircafé", "gamen",   "games", "maken"};
std::vector<char const*> const typed_words = {"voetbla", "zwem", "straatdier",
                                              "dierenn", "xyz",  "repair cafe"};

std::string any_text(bool typed = false) {
  std::string text;
  auto const count = *rc::gen::inRange(0, 5);
  for (int i = 0; i < count; ++i) {
    text += text.empty() ? "" : " ";
    text += typed && *rc::gen::inRange(0, 3) == 0 ? *rc::gen::elementOf(typed_words)
                                                  : *rc::gen::elementOf(some_words);
  }
  return text;
}

std::vector<Field> const fields{{5, 0.3}, {1, 0.6}};

// An alphabet of two letters has many near words.
std::string any_word() {
  return *rc::gen::container<std::string>(rc::gen::element('a', 'b'));
}

}  // namespace

RC_GTEST_PROP(WordIndex, agrees_with_a_scan_of_all_texts, ()) {
  std::vector<std::vector<std::string>> texts(static_cast<std::size_t>(*rc::gen::inRange(0, 12)));
  IndexBuilder builder(fields, {{"gamen", {"games maken"}}, {"met dieren", {"zwemmen"}}});
  for (auto& text : texts) builder.add(text = {any_text(), any_text()});
  auto const index = std::move(builder).build();
  auto const query = index.read(any_text(true));
  auto const quick = index.find(query);
  auto const slow = SlowSearch(fields, texts, index).find(query);
  RC_ASSERT(quick.shares.size() == slow.shares.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    RC_ASSERT(std::abs(static_cast<double>(quick.shares[i]) - slow.shares[i]) < 1e-5);
    RC_ASSERT(quick.shares[i] <= 1);
    RC_ASSERT(quick.needed[i] == slow.needed[i]);
  }
}

RC_GTEST_PROP(EditDistance, is_the_same_from_both_sides, ()) {
  auto const one = any_word(), other = any_word();
  RC_ASSERT(edit_distance(one, other) == edit_distance(other, one));
  RC_ASSERT((edit_distance(one, other) == 0) == (one == other));
}

RC_GTEST_PROP(EditDistance, finds_each_near_word_of_a_list, ()) {
  std::set<std::string> words;
  for (int i = *rc::gen::inRange(0, 40); i > 0; --i) words.insert(any_word());
  std::vector<std::string_view> const sorted(words.begin(), words.end());
  auto const typed = any_word();
  auto const most = static_cast<std::size_t>(*rc::gen::inRange(0, 4));
  std::vector<Similar> near;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    auto const errors = edit_distance(typed, sorted[i]);
    if (errors <= most) near.push_back({i, errors});
  }
  RC_ASSERT(similar_words(sorted, typed, most) == near);
}

// Whatever is typed: what comes back lies within the text, and a word that a text has is never corrected.
RC_GTEST_PROP(WordIndex, reads_whatever_is_typed, (std::string const& typed)) {
  IndexBuilder builder(fields, {});
  builder.add({typed, "voetbal"});
  builder.add({"zwemmen", typed});
  auto const index = std::move(builder).build();
  auto const query = index.read(typed);
  RC_ASSERT(query.corrected.empty());
  for (auto const& mark : index.marks(query, typed)) {
    RC_ASSERT(mark.begin < mark.end && mark.end <= typed.size());
  }
}

}  // namespace wegwijzer::search
