// SPDX-License-Identifier: EUPL-1.2
#include "towns/phrases.h"

#include "base/check.h"

namespace wegwijzer::towns {

namespace {

constexpr int tries = 10;

std::string_view chosen(std::string_view options, Random& random) {
  std::vector<std::string_view> all;
  while (true) {
    auto const bar = options.find('|');
    all.push_back(options.substr(0, bar));
    if (bar == options.npos) break;
    options.remove_prefix(bar + 1);
  }
  return all[random.below(all.size())];
}

}  // namespace

std::string phrase(std::string_view pattern, SlotWord const& word, Random& random) {
  std::string said;
  while (!pattern.empty()) {
    auto const open = pattern.find_first_of("[{");
    said += pattern.substr(0, open);
    if (open == pattern.npos) break;
    auto const close = pattern.find(pattern[open] == '[' ? ']' : '}', open);
    check(close != pattern.npos, "a pattern of a sentence is not closed");
    auto const inside = pattern.substr(open + 1, close - open - 1);
    said += pattern[open] == '[' ? phrase(chosen(inside, random), word, random) : word(inside);
    pattern.remove_prefix(close + 1);
  }
  return said;
}

std::string FreshSentences::say(std::vector<std::string> const& patterns, std::size_t first,
                                std::size_t count, SlotWord const& word, Random& random) {
  std::string text, last;
  std::size_t told = 0;
  for (std::size_t i = 0; i < patterns.size() && told < count; ++i) {
    auto const& pattern = patterns[(first + i) % patterns.size()];
    for (int attempt = 0; attempt < tries; ++attempt) {
      last = phrase(pattern, word, random);
      if (!said_.insert(last).second) continue;
      if (told++ > 0) text += ' ';
      text += last;
      break;
    }
  }
  return told > 0 ? text : last;
}

}  // namespace wegwijzer::towns
