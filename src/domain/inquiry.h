// SPDX-License-Identifier: EUPL-1.2
// An inquiry: somebody was asked what there is for children, and said. Only where this was done can the map
// say that there is nothing; `confirmed_on` is the day of the answer.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "domain/area.h"
#include "domain/audience.h"
#include "domain/choice.h"
#include "domain/code.h"
#include "domain/field.h"
#include "domain/organisation.h"
#include "domain/record.h"

namespace wegwijzer {

// `some`: there is something, in at least one of the areas and themes and for one of the ages.
enum class InquiryAnswer { none, some };

template <>
inline constexpr std::array choices<InquiryAnswer> = {std::pair{InquiryAnswer::none, "none"},
                                                      std::pair{InquiryAnswer::some, "some"}};

struct Inquiry : Record<Inquiry> {
  std::vector<AreaCode> areas;            // that were asked about; empty is everywhere
  std::vector<ThemeCode> themes;          // empty is all
  AgeRange ages;                          // of children
  std::optional<Id<Organisation>> asked;  // nothing: somebody without an organisation, such as a parent
  InquiryAnswer answer = InquiryAnswer::none;
  std::string note;  // about what there is, never about a child
  bool operator==(Inquiry const&) const = default;
};

// In a year clubs come and go (docs/parameters.md, assumption).
template <>
inline constexpr std::chrono::days goes_stale_after<Inquiry>{365};

template <>
inline constexpr std::string_view record_name<Inquiry> = "inquiry";
template <>
inline constexpr std::string_view record_plural<Inquiry> = "inquiries";

template <>
inline constexpr auto fields<Inquiry> = std::tuple{
    Field{"areas", &Inquiry::areas}, Field{"themes", &Inquiry::themes}, Field{"ages", &Inquiry::ages},
    Field{"asked", &Inquiry::asked}, Field{"answer", &Inquiry::answer}, Field{"note", &Inquiry::note},
};

inline std::string const& name_of(Inquiry const& inquiry) {
  return inquiry.note;
}

}  // namespace wegwijzer
