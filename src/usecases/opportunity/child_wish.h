// SPDX-License-Identifier: EUPL-1.2
// Which children somebody asks about.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/audience.h"
#include "domain/offering.h"
#include "domain/vocabulary.h"
#include "opportunity/child_profile.h"

namespace wegwijzer {

// Of which children; nothing said: all of them.
struct ChildWish {
  std::optional<AgeRange> ages{};  // within 4 to 14
  std::optional<Going> going{};
  std::optional<Purse> purse{};
  std::optional<HomeLanguage> language{};
  std::optional<LanguageCode> tongue{};  // which other language
  std::vector<Access> needs{};           // all of these
  bool operator==(ChildWish const&) const = default;
};

std::string ages_text(AgeRange ages);  // "9", "9-11"

// The numbers of the standard profiles that fit; never none.
std::vector<std::size_t> profiles_of(ChildWish const& wish);

Particulars particulars_of(ChildWish const& wish, Vocabulary const& vocabulary);

// The children that a wish speaks of.
std::vector<ChildProfile> children_of(ChildWish const& wish, Vocabulary const& vocabulary);

}  // namespace wegwijzer
