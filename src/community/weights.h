// SPDX-License-Identifier: EUPL-1.2
// How much each likeness weighs, as bits (logarithms of 2) of evidence after I. Fellegi and A. Sunter, A
// theory for record linkage, Journal of the American Statistical Association 64, 1969: log2(m / u), with m
// the share of true duplicates that agree, and u that of other pairs. u is counted where it can be: what many
// records have says little. Every number is a row of docs/parameters.md.
#pragma once

#include <cstddef>

namespace wegwijzer::community {

// All evidence is weighed as if the duplicate were looked for among so many records, so that a pair does not
// look more or less alike when records are added that have nothing to do with it.
inline constexpr double region = 1000;
inline constexpr double duplicates_per_record = 0.1;
// A pair is shown from this chance on.
inline constexpr double shown_from = 0.7;

// Only what something leads to is compared: less than this far apart, or with something that at most so many
// have.
inline constexpr double lead_metres = 200;
inline constexpr std::size_t lead_most = 60;

// A value that at least two have: the share of duplicates that agree on it, and how many others are to be
// expected to have it even where none does.
struct Agreement {
  double share;
  double expected_others;
};

inline constexpr Agreement words_to_the_letter{0.6, 0.04};
inline constexpr Agreement word_to_the_letter{0.5, 0.15};
inline constexpr Agreement name_of_words{0.7, 0.1};
inline constexpr Agreement name_of_one_word{0.7, 0.5};
inline constexpr Agreement name_of_street{0.7, 20};
inline constexpr Agreement name_of_kind_only{0.3, 2};
inline constexpr Agreement name_alike{0.15, 0.3};
inline constexpr Agreement name_in_name{0.1, 0.5};
inline constexpr Agreement phone{0.6, 0.05};
inline constexpr Agreement mail{0.5, 0.05};
inline constexpr Agreement page{0.5, 0.1};
inline constexpr Agreement site{0.5, 0.3};
inline constexpr Agreement address{0.5, 0.5};

// Duplicates lie so often within so many metres, and not within the band before it.
struct Band {
  double metres;
  double share;
  double expected_others;
};

inline constexpr Band bands[] = {{25, 0.5, 0.5}, {75, 0.25, 1}, {200, 0.15, 2}, {500, 0.05, 4}};

// In bits. Contact details depend on each other, as those of a chain do, so the best counts whole and the
// others for a part; so do place and contact details of what has different names, as in a shared building.
inline constexpr double further_contact = 0.25;
inline constexpr double place_beside_other_name = 0.25;
// What has one telephone at two addresses is two places of one organisation.
inline constexpr double contact_of_two_places = 0;
inline constexpr double contact_far_apart = 0.5;
inline constexpr double which_branch = -5;
inline constexpr double most_of_name_in_name = 7;
inline constexpr double other_words = -11;
inline constexpr double wholly_other_name = -12;
inline constexpr double unnamed = -4;
inline constexpr double name_of_organisation = -1.5;
inline constexpr double kinds_say_otherwise = -16;
inline constexpr double other_venue_kind = -6;
inline constexpr double club_on_its_ground = -1;
inline constexpr double kinds_that_mix = -2;
inline constexpr double most_of_kind = 4;
inline constexpr double other_creed = -8;
inline constexpr double beyond_bands = -5;
inline constexpr double beyond_a_kilometre = -8;
inline constexpr double organisations_far_apart = -4;
inline constexpr double other_address = -2.5;
inline constexpr double same_address_far_apart = -4;
inline constexpr double other_phone = -1;
inline constexpr double other_site = -2;
inline constexpr double same_organisation = 2;
inline constexpr double other_organisation = -3;
inline constexpr double one_register = -8;

// A word of the place itself ("Delft") counts for so much of a name.
inline constexpr double word_of_the_town = 0.2;

}  // namespace wegwijzer::community
