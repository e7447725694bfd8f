// SPDX-License-Identifier: EUPL-1.2
// Accept-Language, Accept-Encoding and If-None-Match may hold anything; the answer is always one of ours.
#include <algorithm>

#include "base/check.h"
#include "fuzz/harness.h"
#include "http/compress.h"
#include "http/conditional.h"
#include "http/language.h"
#include "http/weighted.h"

namespace wegwijzer::http {

WEGWIJZER_HARNESS(accept)(std::uint8_t const* bytes, std::size_t size) {
  static constexpr std::string_view ours[] = {"nl", "en"};
  std::string_view const text(reinterpret_cast<char const*>(bytes), size);
  check(std::ranges::find(ours, best_language(text, ours)) != std::end(ours), "a language is one of ours");
  auto const list = weighted_list(text);
  check(std::ranges::is_sorted(list, std::ranges::greater(), &Weighted::thousandths),
        "the heaviest come first");
  for (auto const& item : list) {
    check(item.thousandths >= 0 && item.thousandths <= 1000, "a weight is 0 to 1");
  }
  accepts_gzip(text);
  check(!names_tag(text, "\"0\"") || text.find('*') != text.npos || text.find("\"0\"") != text.npos,
        "a tag is named literally");
  return 0;
}

}  // namespace wegwijzer::http
