// SPDX-License-Identifier: EUPL-1.2
// Reading text that people typed: trimming, splitting, and folding so that "Één Straat" finds "een straat".
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wegwijzer {

std::string_view trimmed(std::string_view text);  // without blanks (also no-break spaces) at both ends
std::vector<std::string_view> split(std::string_view text,
                                    char separator);  // trimmed parts, empty ones left out
std::string joined(std::vector<std::string> const& parts, std::string_view separator);
std::string lower_case(std::string_view text);  // of a to z only
std::string folded(std::string_view text);  // lower case, no accents, runs of other signs as one blank; UTF-8

// A word of a text, folded, and the bytes of the text that it was made from.
struct FoldedWord {
  std::string text;
  std::size_t begin = 0;
  std::size_t end = 0;
  bool operator==(FoldedWord const&) const = default;
};

std::vector<FoldedWord> folded_words(std::string_view text);  // the words of folded(text), one by one
std::string slug(std::string_view text);  // folded, with dashes: "Het Spoor & Co" gives "het-spoor-co"
bool valid_utf8(std::string_view text);
std::optional<std::int64_t> whole_number(std::string_view text);  // digits only, with an optional minus

}  // namespace wegwijzer
