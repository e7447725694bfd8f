// SPDX-License-Identifier: EUPL-1.2
// Cells that people fill in, read into values; the error says what right input looks like.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/check.h"
#include "base/result.h"
#include "base/time.h"
#include "base/words.h"
#include "domain/audience.h"
#include "domain/price.h"

namespace wegwijzer {

// A word of the files and the value it stands for; the first word of a value is the one that is written.
template <class Value>
struct WordFor {
  std::string_view word;
  Value value;
};

// By folded word; fails with "cell.choice", which names the words to choose from.
template <class Words>
auto read_said(Words const& words, std::string_view text)
    -> Result<std::remove_cvref_t<decltype(words[0].value)>> {
  auto const wanted = folded(text);
  std::vector<std::string> allowed;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (folded(words[i].word) == wanted) return words[i].value;
    if (i == 0 || words[i].value != words[i - 1].value) allowed.emplace_back(words[i].word);
  }
  return fail(Fault::invalid, "cell.choice",
              {{"value", std::string(text)}, {"allowed", joined(allowed, ", ")}});
}

template <class Words, class Value>
std::string said(Words const& words, Value const& value) {
  for (auto const& [word, meaning] : words) {
    if (meaning == value) return std::string(word);
  }
  throw Broken("a value without a word");
}

Result<std::string> read_line(std::string_view text);  // at most 200 bytes, breaks become blanks
Result<std::string> read_text(std::string_view text);  // at most 5,000 bytes
Result<std::string> read_link(std::string_view text);  // http(s); "www.club.nl" gets https:// before it
Result<std::string> read_email(std::string_view text);
Result<std::string> read_phone(std::string_view text);
Result<Date> read_past_day(std::string_view text, Date today);  // "9-9-2026"; today or before it
Result<bool> read_yes_no(std::string_view text);
Result<AgeRange> read_ages(std::string_view text);        // "8-12", "8 tot en met 12 jaar", "vanaf 8"
Result<SchoolGroups> read_groups(std::string_view text);  // "5-8", "groep 5 t/m 8"
Result<Euro> read_price(std::string_view text);           // "12,50", "€ 5", "gratis"
Result<double> read_decimal(std::string_view text);       // "52,0116" or "52.0116"
Result<double> read_latitude(std::string_view text);      // in degrees, -90..90
Result<double> read_longitude(std::string_view text);     // in degrees, -180..180
Result<std::int64_t> read_count(std::string_view text, std::int64_t least, std::int64_t most);

std::string said_yes_no(bool value);  // "ja" or "nee"
std::string said_price(Euro amount);  // "12,50" or "gratis"

}  // namespace wegwijzer
