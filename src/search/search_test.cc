// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "search/common_words.h"
#include "search/completions.h"
#include "search/compound.h"
#include "search/edit_distance.h"
#include "search/participle.h"
#include "search/stem.h"
#include "search/word_index.h"

namespace wegwijzer::search {

using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Stem, is_one_for_the_forms_of_a_word) {
  Stemmer stemmer;
  std::pair<char const*, char const*> const same[] = {
      {"voetbal", "voetballen"}, {"zwem", "zwemmen"},   {"dier", "dieren"},   {"dier", "diertjes"},
      {"duif", "duiven"},        {"reis", "reizen"},    {"foto", "fotos"},    {"ster", "sterren"},
      {"schaak", "schaken"},     {"gitaar", "gitaren"}, {"beest", "beestje"}, {"boom", "boompje"},
      {"bloem", "bloemetjes"},   {"pony", "ponys"},     {"robot", "robots"},  {"bak", "bakken"}};
  for (auto const& [one, other] : same) EXPECT_EQ(stemmer.stem(one), stemmer.stem(other)) << other;
}

TEST(Stem, keeps_different_words_apart) {
  Stemmer stemmer;
  EXPECT_NE(stemmer.stem("koken"), stemmer.stem("koeken"));
  EXPECT_NE(stemmer.stem("bal"), stemmer.stem("ballet"));
  EXPECT_EQ(stemmer.stem("je"), "je");
  EXPECT_EQ(stemmer.stem(""), "");
}

TEST(Participle, leads_to_its_verb) {
  std::pair<char const*, char const*> const verbs[] = {
      {"geknutseld", "knutselen"}, {"gevoetbald", "voetballen"}, {"gedanst", "dansen"},
      {"getekend", "tekenen"},     {"gebouwd", "bouwen"},        {"gekookt", "koken"},
      {"gereisd", "reizen"},       {"geverfd", "verven"},        {"gerend", "rennen"},
      {"gezwommen", "zwemmen"},    {"gelezen", "lezen"},         {"gezongen", "zingen"},
      {"geschreven", "schrijven"}, {"gefietst", "fietsen"},      {"geklommen", "klimmen"}};
  for (auto const& [participle, verb] : verbs) {
    EXPECT_THAT(verbs_of_participle(participle), Contains(verb)) << participle;
  }
  for (auto const* const word :
       {"gebouw", "geld", "gedicht", "gezond", "gezin", "gemeente", "geluid", "gebouwen", "ge"}) {
    EXPECT_THAT(verbs_of_participle(word), IsEmpty()) << word;
  }
}

TEST(EditDistance, counts_each_kind_of_error_once) {
  EXPECT_EQ(edit_distance("voetbal", "voetbal"), 0U);
  EXPECT_EQ(edit_distance("voetbla", "voetbal"), 1U);   // neighbours that changed places
  EXPECT_EQ(edit_distance("voetba", "voetbal"), 1U);    // a letter too few
  EXPECT_EQ(edit_distance("voettbal", "voetbal"), 1U);  // a letter too many
  EXPECT_EQ(edit_distance("voetbel", "voetbal"), 1U);   // another letter
  EXPECT_EQ(edit_distance("", "bal"), 3U);
  EXPECT_EQ(edit_distance("ca", "abc"), 3U);  // each place is changed once at most
}

TEST(Compound, is_cut_where_both_parts_are_known_best) {
  auto const familiarity = [](std::string_view word) -> std::size_t {
    if (word == "straat" || word == "voetbal" || word == "dorp") return 10;
    return word == "stra" || word == "atvoetbal" ? 1 : 0;
  };
  EXPECT_THAT(compound_parts("straatvoetbal", familiarity), ElementsAre("straat", "voetbal"));
  EXPECT_THAT(compound_parts("dorpsstraat", familiarity), ElementsAre("dorp", "straat"));
  EXPECT_THAT(compound_parts("bijenkast", familiarity), IsEmpty());
}

namespace {

// Title and text, of which the title counts more.
WordIndex index_of(std::vector<std::pair<std::string, std::string>> const& texts,
                   std::vector<Synonym> const& synonyms = {}) {
  IndexBuilder builder({{5, 0.3}, {1, 0.5}}, synonyms);
  for (auto const& [title, text] : texts) builder.add({title, text});
  return std::move(builder).build();
}

// The documents that are found, the best first.
std::vector<std::size_t> found(WordIndex const& index, std::string_view typed) {
  auto const [shares, needed] = index.find(index.read(typed));
  auto const most = needed.empty() ? std::uint8_t{0} : std::ranges::max(needed);
  std::vector<std::pair<float, std::size_t>> best;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    if (most > 0 && needed[i] == most) best.emplace_back(-shares[i], i);
  }
  std::ranges::sort(best);
  std::vector<std::size_t> documents;
  for (auto const& [share, document] : best) documents.push_back(document);
  return documents;
}

}  // namespace

TEST(WordIndex, finds_by_stem_and_puts_the_title_first) {
  auto const index =
      index_of({{"Zaaidag", "Wie wil er voetballen in de tuin?"}, {"Straat", ""}, {"Voetbal", ""}});
  EXPECT_THAT(found(index, "voetbal"), ElementsAre(2, 0));
  EXPECT_THAT(found(index, "Vóétballen!"), ElementsAre(2, 0));
}

TEST(WordIndex, does_not_take_a_stop_word_for_a_form) {
  auto const index = index_of({{"Meer dan dit", ""}, {"Dansen", ""}, {"Streetdance en dans", ""}});
  EXPECT_THAT(found(index, "dans"), ElementsAre(1, 2));
}

TEST(WordIndex, corrects_rather_than_cut_a_word_in_pieces_that_are_none) {
  auto const index =
      index_of({{"Programmeren", ""}, {"Je eerste programma", ""}, {"Rennen", "ren"}, {"Ren", ""}});
  EXPECT_EQ(index.read("programeren").corrected, "programmeren");
}

TEST(WordIndex, asks_for_all_words_and_else_for_the_most) {
  auto const index = index_of({{"koken met bloemen", ""}, {"koken", ""}, {"bloemen", ""}, {"dieren", ""}});
  EXPECT_THAT(found(index, "koken met bloemen"), ElementsAre(0));
  EXPECT_THAT(found(index, "dieren bloemen"), ElementsAre(3, 2, 0));
  EXPECT_THAT(found(index, "dieren paddenstoelen"), ElementsAre(3));
  EXPECT_THAT(index.read("dieren paddenstoelen").unknown(), ElementsAre("paddenstoelen"));
}

TEST(WordIndex, leaves_stop_words_out_unless_there_is_nothing_else) {
  auto const index = index_of({{"Wat is het?", ""}, {"Dieren", "met een bril"}});
  EXPECT_THAT(found(index, "iets met dieren"), ElementsAre(1));
  EXPECT_THAT(found(index, "wat is het"), ElementsAre(0));
  EXPECT_TRUE(index.read(" !? ").empty());
}

TEST(WordIndex, can_do_without_the_word_for_a_form) {
  auto const index =
      index_of({{"Zwemclub", ""}, {"Schaken", ""}, {"Schaakclub", ""}, {"Schaken en dammen", ""}});
  EXPECT_THAT(found(index, "schaak club"), ElementsAre(2, 1, 3));
  EXPECT_TRUE(index.read("parachute club").hopeless());
}

TEST(WordIndex, takes_compounds_apart) {
  auto const index = index_of({{"Straatvoetbal", ""},
                               {"Voetbal", ""},
                               {"Voetbal", ""},
                               {"Straat", ""},
                               {"Straat", ""},
                               {"Zwemmen", ""},
                               {"Zwemmen", ""},
                               {"Les", ""},
                               {"Les", ""}});
  EXPECT_THAT(found(index, "voetbal"), ElementsAre(1, 2, 0));
  // Nothing is called so, but it is a lesson in swimming.
  EXPECT_THAT(found(index, "zwemles"), ElementsAre(5, 6));
  EXPECT_EQ(index.read("zwemles").words[0].alternatives[0].via, Via::parts);
}

TEST(WordIndex, puts_together_what_the_texts_write_as_one) {
  auto const index = index_of({{"Repaircafé", ""}, {"Café", ""}});
  EXPECT_THAT(found(index, "repair cafe"), ElementsAre(0));
}

TEST(WordIndex, knows_synonyms_one_way_and_behind_the_word_itself) {
  std::vector<Synonym> const synonyms{{"gamen", {"games maken"}}, {"na school", {"bso"}}};
  auto const index = index_of({{"Games maken", ""}, {"Gamen", ""}, {"Games", ""}, {"BSO", ""}}, synonyms);
  EXPECT_THAT(found(index, "gamen"), ElementsAre(1, 0));
  EXPECT_THAT(found(index, "naar de bso"), ElementsAre(3));
  EXPECT_THAT(found(index, "iets na school"), ElementsAre(3));
}

TEST(WordIndex, finds_by_a_participle_and_corrects_none) {
  auto const index = index_of({{"Knutselen", ""},
                               {"Gedacht, danst", ""},
                               {"Dansen", ""},
                               {"Zwemmen", ""},
                               {"Er wordt geknutseld", ""},
                               {"Turnles", ""},
                               {"Turn", ""},
                               {"Les", ""},
                               {"Zon", ""},
                               {"Gezond eten", ""}});
  EXPECT_THAT(found(index, "geknutseld"), ElementsAre(0, 4));
  EXPECT_THAT(found(index, "knutselen"), ElementsAre(0, 4));
  EXPECT_THAT(found(index, "gedanst"), Contains(2));
  EXPECT_THAT(found(index, "gezwommen"), ElementsAre(3));
  EXPECT_THAT(found(index, "geturnd"), Contains(6));
  EXPECT_THAT(found(index, "gezond"), ElementsAre(9));
  for (auto const* const typed : {"geknutseld", "gedanst", "gezwommen", "geturnd", "gezond"}) {
    EXPECT_EQ(index.read(typed).corrected, "") << typed;
    EXPECT_THAT(index.read(typed).otherwise, IsEmpty()) << typed;
  }
}

// "koken" stands in the vocabulary only: it is a word, and no "boken" with an error.
TEST(WordIndex, does_not_correct_what_is_a_word_that_nobody_offers) {
  auto const index = index_of({{"Boken", ""}}, {{"koken", {"bakken"}}});
  EXPECT_EQ(index.read("koken").corrected, "");
  EXPECT_TRUE(index.read("koken").hopeless());
}

TEST(WordIndex, corrects_only_what_nothing_has) {
  auto const index =
      index_of({{"Zwemmen", ""}, {"Zwermen", ""}, {"Koken", ""}, {"Koken", ""}, {"Boken", ""}});
  EXPECT_THAT(found(index, "zwermen"), ElementsAre(1));
  EXPECT_EQ(index.read("zwermen").corrected, "");
  auto const query = index.read("leuk Zwemmne!");
  EXPECT_EQ(query.corrected, "leuk zwemmen!");
  EXPECT_THAT(query.otherwise, IsEmpty());
  // One error away from two words: the one that more documents have.
  EXPECT_EQ(index.read("roken").corrected, "koken");
  EXPECT_THAT(index.read("roken").otherwise, ElementsAre("boken"));
  EXPECT_EQ(index.read("roken zwemmne nu").corrected, "koken zwemmen nu");
}

TEST(WordIndex, finds_by_the_beginning_of_the_last_word) {
  auto const index = index_of({{"Sterrenkijker", ""}, {"Voetbal", ""}});
  EXPECT_THAT(found(index, "sterrenk"), ElementsAre(0));
  EXPECT_THAT(found(index, "st"), IsEmpty());
}

TEST(WordIndex, says_why_and_where) {
  auto const index =
      index_of({{"Jeugdvoetbal", "Elke week voetballen"}, {"Voetbal", ""}, {"Jeugd", ""}, {"Jeugd", ""}});
  auto const query = index.read("voetbal jeugd");
  auto const reasons = index.reasons(query, Index<Document>(0));
  ASSERT_EQ(reasons.size(), 2U);
  EXPECT_EQ(reasons[0].matched, "voetbal");
  EXPECT_EQ(reasons[0].fields, 0b11);
  EXPECT_EQ(reasons[1].fields, 0b01);
  EXPECT_NEAR(reasons[0].share + reasons[1].share, index.find(query).shares[0], 1e-6);
  EXPECT_THAT(index.marks(query, "Elke week voetballen."), ElementsAre(Mark{10, 20}));
  EXPECT_THAT(index.marks(query, "Jeugdvoetbal, élke dag"), ElementsAre(Mark{0, 12}));
}

TEST(WordIndex, without_documents_finds_nothing) {
  EXPECT_THAT(found(index_of({}), "voetbal"), IsEmpty());
}

TEST(Completions, begin_with_what_is_typed_in_any_word) {
  Completions const all({{"Voetbal", 0, 3},
                         {"Zaalvoetbal", 2, 9},
                         {"Kom voetballen", 1, 1},
                         {"voetbal", 1, 9},
                         {"Voet", 2, 1}});
  auto const texts = [&](std::string_view typed, std::size_t most = 8) {
    std::vector<std::string> names;
    for (auto const& one : all.find(typed, most)) names.push_back(one.text);
    return names;
  };
  EXPECT_THAT(texts("voe"), ElementsAre("Voetbal", "Voet", "Kom voetballen"));
  EXPECT_THAT(texts("kom v"), ElementsAre("Kom voetballen"));
  EXPECT_THAT(texts("voe", 1), ElementsAre("Voetbal"));
  EXPECT_THAT(texts("v"), IsEmpty());
}

TEST(Completions, give_every_kind_a_place) {
  std::vector<Completion> many;
  for (std::uint32_t i = 0; i < 20; ++i) many.push_back({"dans " + std::to_string(i), 0, i});
  many.push_back({"dansen", 1, 0});
  auto const found = Completions(many).find("dans", 6);
  ASSERT_EQ(found.size(), 6U);
  EXPECT_EQ(found[2].text, "dansen");
}

}  // namespace wegwijzer::search
