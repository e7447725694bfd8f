// SPDX-License-Identifier: EUPL-1.2
// The lists of words that names in fictional towns are made of: assets/towns/names.json.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace wegwijzer::towns {

using Words = std::vector<std::string>;

struct StreetTheme {
  Words stems;     // "Merel"
  Words suffixes;  // "straat"
  Words periods;   // "postwar", "seventies": where such names are given
};

struct WordLists {
  Words town_firsts, town_lasts, real_towns;  // a fictional town does not bear the name of a real one
  std::vector<StreetTheme> street_themes;
  Words core_streets, canals, main_roads, parks, waters, cycleways, rural_roads, first_names;
  std::string station, station_square;                // "Station {town}"
  std::map<std::string, Words, std::less<>> buurten;  // by period
  std::map<std::string, Words, std::less<>> words;    // "bird", "tool": for names of organisations
};

// The file comes with the program: a fault in it is a bug and throws.
WordLists read_word_lists(std::string_view json);

}  // namespace wegwijzer::towns
