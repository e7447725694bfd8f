// SPDX-License-Identifier: EUPL-1.2
// Codes of vocabularies that are data, not code: themes, funds, kinds of place, languages.
#pragma once

#include <algorithm>
#include <compare>
#include <string>
#include <string_view>

#include "base/result.h"

namespace wegwijzer {

// One word of lower case letters, digits and dashes, at most 60 long; codes of different vocabularies do not
// mix.
template <class Vocabulary>
class Code {
 public:
  Code() = default;

  static Result<Code> parse(std::string_view text) {
    auto const allowed = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    if (text.empty() || text.size() > 60 || !std::ranges::all_of(text, allowed)) {
      return fail(Fault::invalid, "code.invalid", {{"value", std::string(text)}});
    }
    return Code(std::string(text));
  }

  std::string const& text() const { return text_; }

  auto operator<=>(Code const&) const = default;

 private:
  explicit Code(std::string text) : text_(std::move(text)) {}

  std::string text_;
};

using ThemeCode = Code<struct Theme>;
using FundCode = Code<struct Fund>;
using VenueKind = Code<struct VenueKinds>;
using LanguageCode = Code<struct Languages>;  // ISO 639-1: nl, en, ar, tr, pl, uk …

template <class Vocabulary>
std::string text(Code<Vocabulary> const& code) {
  return code.text();
}

}  // namespace wegwijzer
