// SPDX-License-Identifier: EUPL-1.2
// Past participles: "geknutseld", "gezwommen". The stemmer knows only endings.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wegwijzer::search {

// The verbs that this can be a participle of, each as its infinitive, the likeliest first; not all of them
// need be words. None for what merely begins with "ge": "gebouw", "gedicht".
std::vector<std::string> verbs_of_participle(std::string_view folded_word);

}  // namespace wegwijzer::search
