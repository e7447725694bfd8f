// SPDX-License-Identifier: EUPL-1.2
// The words by which an offering is found: its own texts, and what is known of it, as words that people type.
#pragma once

#include <string>
#include <vector>

#include "atlas/areas.h"
#include "atlas/catalogue.h"
#include "atlas/themes.h"
#include "search/completions.h"
#include "search/word_index.h"

namespace wegwijzer {

// The fields of the index, in this order. Practical: ages, days, price, access, form and language.
enum class OfferingText { title, themes, wider_themes, organisation, place, summary, expect, practical };

inline constexpr std::size_t offering_text_count = 8;

enum class CompletionKind : std::uint8_t { theme, word, organisation, title };

class OfferingWords {
 public:
  OfferingWords() = default;
  OfferingWords(Catalogue const& catalogue, Themes const& themes, Areas const& areas,
                Vocabulary const& vocabulary);

  // Document i is offering i.
  search::WordIndex const& index() const { return index_; }

  search::Completions const& completions() const { return completions_; }

 private:
  search::WordIndex index_;
  search::Completions completions_;
};

std::vector<search::Field> const& offering_fields();  // by OfferingText

// The texts of an offering by OfferingText.
std::vector<std::string> offering_texts(Catalogue const& catalogue, Themes const& themes, Areas const& areas,
                                        Vocabulary const& vocabulary, Index<Offering> offering);

}  // namespace wegwijzer
