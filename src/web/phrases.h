// SPDX-License-Identifier: EUPL-1.2
// Values of the domain as people say them, in the visitor's language.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "usecases/offering/find.h"
#include "web/view.h"

namespace wegwijzer::web {

std::string day_phrase(Language const& language, Date day);       // "woensdag 25 november 2026"
std::string date_phrase(Language const& language, Date day);      // "25 november 2026"
std::string hours_phrase(Language const& language, Hours hours);  // "14:00–15:30"
std::string schedule_phrase(Language const& language,
                            Schedule const& schedule);  // sentences; "" when not said
std::string next_phrase(Language const& language, Occurrence const& next,
                        Date today);  // "morgen 14:00–15:30"
std::string travel_phrase(Language const& language, Tenths travel,
                          Mode mode);                                   // "12 minuten fietsen", rounded up
std::string minutes_phrase(Language const& language, Minutes minutes);  // "12 minuten"
std::string price_phrase(Language const& language, std::optional<Price> const& price);
std::string for_whom_phrase(Language const& language, Offering const& offering);  // "8 tot en met 12 jaar"
std::string distance_phrase(Language const& language, Metres metres);             // "350 m", "1,2 km"
// "Dit is een voorbeeld (Merelvoorde). …" when some of these are made up; else empty.
std::string made_up_phrase(View const& view, std::vector<Index<Offering>> const& offerings);
std::string theme_name(View const& view, Index<Theme> theme);
std::string theme_name(View const& view, Theme const& theme);
std::string spoken_name(View const& view, LanguageCode const& code);  // "Turks"
std::string fund_name(View const& view, Fund const& fund);
std::string theme_names(View const& view, ThemeSet const& themes);  // "robotica, programmeren"
std::string venue_kind_name(View const& view, VenueKind const& kind);
std::string venue_kind_phrase(View const& view,
                              VenueKind const& kind);  // empty for what is of no kind we know
std::string venue_name(View const& view,
                       Venue const& venue);      // its kind and neighbourhood where it has no name
std::string address_phrase(Venue const& venue);  // "Kerkstraat 1, Delft"

// "Van de kinderen die antwoord gaven, voelden zich ongeveer 3 op de 4 welkom (…)."
std::string felt_welcome_phrase(Language const& language, FeltWelcome const& felt);

// "stage." and Stage::introduce give the sentence "stage.introduce".
template <Choice Enum>
std::string choice_phrase(Language const& language, char const* prefix, Enum value) {
  return language(prefix + text(value));
}

std::string sentence_case(std::string text);  // "elke dag" gives "Elke dag"
std::string joined_phrase(Language const& language, std::vector<std::string> const& parts);  // "a, b en c"
char const* separator_key(std::size_t place,
                          std::size_t count);  // of what stands before the place-th of them

}  // namespace wegwijzer::web
