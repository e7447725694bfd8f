// SPDX-License-Identifier: EUPL-1.2
// The vocabularies of assets/vocabulary, read from their CSV files.
#pragma once

#include <string_view>

#include "domain/vocabulary.h"
#include "exchange/import.h"

namespace wegwijzer {

Result<Import<Theme>> read_themes(std::string_view bytes);  // a theme comes after the one above it
Result<Import<Fund>> read_funds(std::string_view bytes);
Result<Import<SpokenLanguage>> read_languages(std::string_view bytes);
Result<Import<VenueKindRule>> read_venue_kinds(std::string_view bytes);
Result<Import<HolidayPeriod>> read_school_holidays(std::string_view bytes);
Result<Import<Synonym>> read_synonyms(std::string_view bytes);

// The vocabulary that comes with the program; a fault in it is a bug and throws.
Vocabulary read_embedded_vocabulary();

// By code, Dutch or English name, folded. Fail with "cell.…_unknown" and the nearest known word.
Result<ThemeCode> read_theme(Vocabulary const& vocabulary, std::string_view text);
Result<FundCode> read_fund(Vocabulary const& vocabulary, std::string_view text);
Result<LanguageCode> read_language(Vocabulary const& vocabulary, std::string_view text);
Result<VenueKind> read_venue_kind(Vocabulary const& vocabulary, std::string_view text);

// The Dutch name; the code itself when the vocabulary does not have it.
std::string dutch_name(Vocabulary const& vocabulary, ThemeCode const& code);
std::string dutch_name(Vocabulary const& vocabulary, FundCode const& code);
std::string dutch_name(Vocabulary const& vocabulary, LanguageCode const& code);
std::string dutch_name(Vocabulary const& vocabulary, VenueKind const& code);

}  // namespace wegwijzer
