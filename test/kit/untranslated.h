// SPDX-License-Identifier: EUPL-1.2
// Keys that a page shows because no language has a text for them, such as "asking.what_street".
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "language/languages.h"

namespace wegwijzer {

// The first words of keys: "asking" of "asking.what_street".
inline std::set<std::string, std::less<>> key_families() {
  std::set<std::string, std::less<>> families;
  for (auto const& [key, texts] : Languages::compiled_in().first().sentences()) {
    families.insert(key.substr(0, key.find('.')));
  }
  return families;
}

// What is read: the text between tags, without scripts and styles.
inline std::string text_between_tags(std::string_view page) {
  std::string text;
  for (std::size_t at = 0; at < page.size();) {
    if (page[at] != '<') {
      text += page[at++];
      continue;
    }
    auto const closing = page.substr(at).starts_with("<script")  ? "</script>"
                         : page.substr(at).starts_with("<style") ? "</style>"
                                                                 : ">";
    auto const end = page.find(closing, at);
    if (end == page.npos) break;
    at = end + std::string_view(closing).size();
    text += ' ';
  }
  return text;
}

inline bool is_untranslated(std::string_view word) {
  static auto const families = key_families();
  auto const dot = word.find('.');
  return dot != word.npos && dot + 1 < word.size() && families.contains(word.substr(0, dot)) &&
         !word.ends_with(".example");
}

inline std::vector<std::string> untranslated(std::string_view page) {
  static constexpr std::string_view of_keys = "abcdefghijklmnopqrstuvwxyz0123456789_.";
  static constexpr std::string_view around = " \n\t()\"'“”‘’:;!?";
  std::vector<std::string> found;
  auto const text = text_between_tags(page);
  for (auto begin = text.find_first_not_of(around); begin != text.npos;) {
    auto const end = std::min(text.find_first_of(around, begin), text.size());
    std::string_view word = std::string_view(text).substr(begin, end - begin);
    while (word.ends_with('.') || word.ends_with(',')) word.remove_suffix(1);
    if (word.find_first_not_of(of_keys) == word.npos && is_untranslated(word)) found.emplace_back(word);
    begin = text.find_first_not_of(around, end);
  }
  return found;
}

}  // namespace wegwijzer
