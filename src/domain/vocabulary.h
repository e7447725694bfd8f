// SPDX-License-Identifier: EUPL-1.2
// Words that are data, not code: themes, kinds of venue, funds, languages, each with a Dutch and an English
// name.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "domain/choice.h"
#include "domain/code.h"
#include "domain/holidays.h"

namespace wegwijzer {

struct Names {
  std::string dutch;
  std::string english;
  bool operator==(Names const&) const = default;
};

struct Theme {
  ThemeCode code;
  std::optional<ThemeCode> above;  // robotics is below technology
  Names names;
  bool operator==(Theme const&) const = default;
};

// Who asks a fund to pay.
enum class Applicant { parent, professional, school, provider, nobody };

template <>
inline constexpr std::array choices<Applicant> = {
    std::pair{Applicant::parent, "parent"}, std::pair{Applicant::professional, "professional"},
    std::pair{Applicant::school, "school"}, std::pair{Applicant::provider, "provider"},
    std::pair{Applicant::nobody, "nobody"}};

struct Fund {
  FundCode code;
  Names names;
  Names about;  // what it pays, in a sentence
  std::string website;
  bool is_pass = false;  // one shows it
  Applicant applies = Applicant::parent;
  Names needs;  // what to do and to have at hand
  bool operator==(Fund const&) const = default;
};

// How a kind of venue is recognised in OpenStreetMap: the first rule whose tag matches wins.
struct VenueKindRule {
  VenueKind kind;
  Names names;
  std::string key;          // empty: no tag says it, only people do
  std::string value;        // "*": any value but "no"
  bool named_only = false;  // without a name it is not shown: an unnamed "sport=…" pitch says too little
  bool operator==(VenueKindRule const&) const = default;
};

struct SpokenLanguage {
  LanguageCode code;
  Names names;
  bool operator==(SpokenLanguage const&) const = default;
};

// A word that people type for what offerings are called otherwise: "gamen" for "games maken".
struct Synonym {
  std::string words;               // one or a few
  std::vector<std::string> means;  // any of them; each one word or a few
  bool operator==(Synonym const&) const = default;
};

// All words that are data. They come with the program (assets/vocabulary) and are the same for everyone.
struct Vocabulary {
  std::vector<Theme> themes;
  std::vector<Fund> funds;
  std::vector<SpokenLanguage> languages;
  std::vector<VenueKindRule> venue_kinds;
  std::vector<HolidayPeriod> holidays;
  std::vector<Synonym> synonyms;
};

// True when one theme is the same as, above or below the other (DOMAIN.md section 4).
bool related(std::vector<Theme> const& themes, ThemeCode const& one, ThemeCode const& other);

}  // namespace wegwijzer
