// SPDX-License-Identifier: EUPL-1.2
#include "towns/phrases.h"

#include <algorithm>

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

// The sentences of a text, each with its mark at the end.
std::vector<std::string_view> sentences(std::string_view text) {
  std::vector<std::string_view> all;
  while (!text.empty()) {
    auto end = text.find_first_of(".!?");
    while (end != text.npos && end + 1 < text.size() && text[end + 1] != ' ')
      end = text.find_first_of(".!?", end + 1);
    all.push_back(text.substr(0, end == text.npos ? end : end + 1));
    text.remove_prefix(std::min(text.size(), all.back().size() + 1));
  }
  return all;
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

bool FreshSentences::is_fresh(std::string_view text) {
  auto const all = sentences(text);
  if (std::ranges::any_of(all, [&](std::string_view one) { return said_.contains(one); })) return false;
  said_.insert(all.begin(), all.end());
  return true;
}

std::string FreshSentences::say(std::vector<std::string> const& patterns, std::size_t first,
                                std::size_t count, SlotWord const& word, Random& random) {
  std::string text;
  std::size_t told = 0;
  for (std::size_t i = 0; i < patterns.size() && told < count; ++i) {
    auto const& pattern = patterns[(first + i) % patterns.size()];
    for (int attempt = 0; attempt < tries; ++attempt) {
      auto const said = phrase(pattern, word, random);
      if (!is_fresh(said)) continue;
      if (told++ > 0) text += ' ';
      text += said;
      break;
    }
  }
  return text;
}

}  // namespace wegwijzer::towns
