// SPDX-License-Identifier: EUPL-1.2
// Vocabularies: the rules of a list hold for whatever is read.
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "exchange/vocabulary_csv.h"
#include "fuzz/harness.h"

namespace wegwijzer {

WEGWIJZER_HARNESS(vocabulary_csv)(std::uint8_t const* bytes, std::size_t size) {
  std::string_view const text(reinterpret_cast<char const*>(bytes), size);
  (void)read_funds(text);
  (void)read_languages(text);
  (void)read_venue_kinds(text);
  (void)read_school_holidays(text);
  (void)read_synonyms(text);
  auto const themes = read_themes(text);
  if (!themes) return 0;
  for (auto const& theme : themes->rows) check(!theme.code.text().empty(), "a theme has a code");
  return 0;
}

}  // namespace wegwijzer
