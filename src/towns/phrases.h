// SPDX-License-Identifier: EUPL-1.2
// Sentences from patterns: "{leader} laat zien hoe een [worm|slak] eet." A choice in brackets may hold slots.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/random.h"

namespace wegwijzer::towns {

// The word for a slot; asked anew each time a slot occurs.
using SlotWord = std::function<std::string(std::string_view slot)>;

std::string phrase(std::string_view pattern, SlotWord const& word, Random& random);

// Sees to it that no sentence is said twice in one town.
class FreshSentences {
 public:
  // So many patterns said after each other, beginning at this one; fewer, or none, when there is nothing new
  // left to say.
  std::string say(std::vector<std::string> const& patterns, std::size_t first, std::size_t count,
                  SlotWord const& word, Random& random);

 private:
  bool is_fresh(std::string_view text);  // remembers its sentences when all of them are new

  std::set<std::string, std::less<>> said_;
};

}  // namespace wegwijzer::towns
