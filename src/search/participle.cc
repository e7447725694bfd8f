// SPDX-License-Identifier: EUPL-1.2
#include "search/participle.h"

#include <algorithm>
#include <array>
#include <utility>

namespace wegwijzer::search {

namespace {

using namespace std::string_view_literals;

// Of what children do, the verbs whose participle ends in -en or changes the vowel. There is no rule for -en:
// "gebouwen" is a plural.
constexpr std::array irregular{
    std::pair{"gebakken"sv, "bakken"sv},     std::pair{"geblazen"sv, "blazen"sv},
    std::pair{"gebracht"sv, "brengen"sv},    std::pair{"gedoken"sv, "duiken"sv},
    std::pair{"gegeten"sv, "eten"sv},        std::pair{"gegraven"sv, "graven"sv},
    std::pair{"geklommen"sv, "klimmen"sv},   std::pair{"gelezen"sv, "lezen"sv},
    std::pair{"gelopen"sv, "lopen"sv},       std::pair{"gereden"sv, "rijden"sv},
    std::pair{"geschoten"sv, "schieten"sv},  std::pair{"geschreven"sv, "schrijven"sv},
    std::pair{"geslapen"sv, "slapen"sv},     std::pair{"gesneden"sv, "snijden"sv},
    std::pair{"gesprongen"sv, "springen"sv}, std::pair{"gevlogen"sv, "vliegen"sv},
    std::pair{"gevochten"sv, "vechten"sv},   std::pair{"gevouwen"sv, "vouwen"sv},
    std::pair{"geworpen"sv, "werpen"sv},     std::pair{"gezongen"sv, "zingen"sv},
    std::pair{"gezwommen"sv, "zwemmen"sv}};

// Words of their own, though there is such a verb: "gezond" is not about "zonnen".
constexpr std::array no_participles{"gebied"sv,  "gedicht"sv, "geduld"sv,   "geluid"sv,  "gerecht"sv,
                                    "gericht"sv, "gerust"sv,  "geschikt"sv, "gevecht"sv, "geweld"sv,
                                    "gewicht"sv, "gezicht"sv, "gezond"sv};

bool is_vowel(char c) {
  return "aeiou"sv.find(c) != std::string_view::npos;
}

// A long vowel is written once before an ending, a short one doubles the consonant, and f and s sound as v
// and z between vowels: "kook" and "koken", "ren" and "rennen", "reis" and "reizen".
std::vector<std::string> infinitives(std::string const& stem) {
  auto const last = stem.back();
  auto const before = stem.substr(0, stem.size() - 1);
  std::vector<std::string> all{stem + "en", stem + last + "en"};
  if (last == 'f' || last == 's') all.push_back(before + (last == 'f' ? "ven" : "zen"));
  auto const size = stem.size();
  if (size >= 3 && is_vowel(stem[size - 2]) && stem[size - 2] == stem[size - 3]) {
    auto const open = stem.substr(0, size - 2);
    all.push_back(open + last + "en");
    if (last == 'f' || last == 's') all.push_back(open + (last == 'f' ? "ven" : "zen"));
  }
  return all;
}

}  // namespace

std::vector<std::string> verbs_of_participle(std::string_view word) {
  constexpr std::size_t shortest = 6;
  if (word.size() < shortest || !word.starts_with("ge") || std::ranges::count(no_participles, word) > 0) {
    return {};
  }
  auto const known =
      std::ranges::find(irregular, word, &std::pair<std::string_view, std::string_view>::first);
  if (known != irregular.end()) return {std::string(known->second)};
  auto const rest = std::string(word.substr(2));
  // "geknutseld" and "gedanst"; and "gezet" of "zetten", whose t is its own.
  if (rest.back() != 'd' && rest.back() != 't') return {};
  auto all = infinitives(rest.substr(0, rest.size() - 1));
  std::ranges::move(infinitives(rest), std::back_inserter(all));
  return all;
}

}  // namespace wegwijzer::search
