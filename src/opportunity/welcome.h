// SPDX-License-Identifier: EUPL-1.2
// Factor 3: is it for me? (DOMAIN.md section 4.) A list of what makes a child feel welcome before it comes,
// as far as the provider says so: what nobody said counts as not so (docs/decisions/0009). And how welcome
// children felt who came, where that is known.
#pragma once

#include <array>
#include <bitset>
#include <optional>

#include "atlas/catalogue.h"
#include "domain/felt_welcome.h"
#include "domain/vocabulary.h"
#include "opportunity/child_profile.h"
#include "opportunity/parameters.h"

namespace wegwijzer {

enum class WelcomeItem { expect, people, language, trial, place, area, safety, role_models };

template <>
inline constexpr std::array choices<WelcomeItem> = {
    std::pair{WelcomeItem::expect, "expect"},     std::pair{WelcomeItem::people, "people"},
    std::pair{WelcomeItem::language, "language"}, std::pair{WelcomeItem::trial, "trial"},
    std::pair{WelcomeItem::place, "place"},       std::pair{WelcomeItem::area, "area"},
    std::pair{WelcomeItem::safety, "safety"},     std::pair{WelcomeItem::role_models, "role_models"}};

inline constexpr std::size_t welcome_item_count = choices<WelcomeItem>.size();
using WelcomeItems = std::bitset<welcome_item_count>;

// What is so of an offering for whoever it is; `language`, `area` and `role_models` are left out.
WelcomeItems welcome_items(Catalogue const& catalogue, Index<Offering> offering);

// Whether families know such a place already.
bool is_trusted(Venue const& venue);

// Whether a language of the child is spoken; `dutch` is the bit of Dutch in OfferingFacts::languages. Where
// nobody said which are spoken it is Dutch.
bool speaks_with(OfferingFacts const& facts, ChildProfile const& child, std::uint32_t dutch);

// Whether it meets somebody like itself there, as the provider says (docs/decisions/0045).
bool meets_role_models(Offering const& offering, ChildProfile const& child, bool in_own_area);

// How much an item counts, of the sum of all.
double welcome_points(WelcomeItem item, OpportunityParameters const& parameters);

// The share that felt welcome; nothing where it is not known, or too long ago.
std::optional<double> still_counting(std::optional<FeltWelcome> const& felt, Date today,
                                     OpportunityParameters const& parameters);

// Between welcome_at_least and 1. Where the share that felt welcome is not known it is left out: it counts
// neither for nor against.
double welcome(WelcomeItems items, std::optional<double> felt_welcome,
               OpportunityParameters const& parameters);

// The bit of a language in OfferingFacts::languages; none when the vocabulary does not have it.
std::uint32_t language_bit(Vocabulary const& vocabulary, LanguageCode code);
std::uint32_t dutch_in(Vocabulary const& vocabulary);

}  // namespace wegwijzer
