// SPDX-License-Identifier: EUPL-1.2
#include "search/common_words.h"

#include <algorithm>
#include <array>

namespace wegwijzer::search {

namespace {

// Both lists are ours: the articles, pronouns, prepositions and auxiliary verbs of Dutch and English, and
// what people put around the word that they mean ("ik wil graag iets leren met dieren").
constexpr std::array stop_words{
    "a",     "aan",  "about",    "after", "al",   "alle",   "alles", "als",   "an",        "and",     "any",
    "at",    "ben",  "bij",      "can",   "dan",  "dat",    "de",    "die",   "dingen",    "dit",     "do",
    "doen",  "een",  "en",       "er",    "for",  "ga",     "gaan",  "graag", "heb",       "hebben",  "heel",
    "het",   "hoe",  "i",        "iets",  "ik",   "in",     "is",    "jaar",  "je",        "jij",     "jou",
    "jouw",  "kan",  "kinderen", "kind",  "kun",  "kunnen", "leer",  "leren", "leuk",      "leuke",   "mag",
    "me",    "meer", "met",      "mij",   "mijn", "my",     "naar",  "niet",  "of",        "om",      "on",
    "onder", "ons",  "ook",      "op",    "or",   "our",    "over",  "some",  "something", "te",      "the",
    "to",    "uit",  "van",      "vanaf", "veel", "voor",   "waar",  "want",  "wat",       "we",      "wel",
    "wij",   "wil",  "willen",   "with",  "ze",   "zelf",   "zijn",  "zoek",  "zoon",      "dochter", "zo"};

constexpr std::array form_words{"activiteit", "activiteiten", "bezoeken", "class",     "classes",  "club",
                                "clubje",     "clubs",        "cursus",   "cursussen", "dag",      "groep",
                                "kamp",       "kijk",         "kijken",   "les",       "lesje",    "lessen",
                                "lesson",     "lessons",      "maken",    "middag",    "school",   "spelen",
                                "training",   "vereniging",   "week",     "workshop",  "workshops"};

template <class List>
bool has(List const& list, std::string_view word) {
  return std::ranges::any_of(list, [&](std::string_view one) { return one == word; });
}

}  // namespace

bool is_stop_word(std::string_view folded_word) {
  return has(stop_words, folded_word);
}

bool is_form_word(std::string_view folded_word) {
  return has(form_words, folded_word);
}

}  // namespace wegwijzer::search
