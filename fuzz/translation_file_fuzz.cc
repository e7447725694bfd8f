// SPDX-License-Identifier: EUPL-1.2
// Translation files: what is read can be said, whatever its tables claim.
#include <cstdint>

#include "base/check.h"
#include "fuzz/harness.h"
#include "language/language.h"

namespace wegwijzer {

WEGWIJZER_HARNESS(translation_file)(std::uint8_t const* bytes, std::size_t size) {
  std::string_view const file(reinterpret_cast<char const*>(bytes), size);
  auto const sentences = read_sentences(file);
  if (!sentences) return 0;
  (void)missing_keys(*sentences, *sentences);
  auto const language = Language::read("qaa", file, nullptr);
  if (!language) return 0;
  for (auto const& [key, texts] : *sentences) {
    (void)(*language)(key);
    (void)language->count(key.c_str(), 2);
  }
  check((*language)("no.such_key") == "no.such_key" || sentences->contains("no.such_key"),
        "a missing key shows itself");
  return 0;
}

}  // namespace wegwijzer
