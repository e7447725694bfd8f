// SPDX-License-Identifier: EUPL-1.2
// A fact: what a published source says about an ecosystem, in our own words, with the place where it says so.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "domain/field.h"
#include "domain/level.h"
#include "domain/organisation.h"
#include "domain/record.h"

namespace wegwijzer {

enum class FactKind {
  about,  // the ecosystem as a whole
  role,   // what an organisation is to it
  activity,
  product,
  meeting,
  intervention,
  funding,
  route,
  finding,
  plan
};

template <>
inline constexpr std::array choices<FactKind> = {
    std::pair{FactKind::about, "about"},       std::pair{FactKind::role, "role"},
    std::pair{FactKind::activity, "activity"}, std::pair{FactKind::product, "product"},
    std::pair{FactKind::meeting, "meeting"},   std::pair{FactKind::intervention, "intervention"},
    std::pair{FactKind::funding, "funding"},   std::pair{FactKind::route, "route"},
    std::pair{FactKind::finding, "finding"},   std::pair{FactKind::plan, "plan"}};

struct Fact : Record<Fact> {
  FactKind kind = FactKind::finding;
  std::optional<Level> level;
  std::vector<Id<Organisation>> organisations;  // that it is about; may be empty
  std::string dutch;
  std::string english;
  std::string reference;  // "deel 3, Tilburg, Partners"
  bool operator==(Fact const&) const = default;
};

template <>
inline constexpr std::string_view record_name<Fact> = "fact";
template <>
inline constexpr std::string_view record_plural<Fact> = "facts";

template <>
inline constexpr auto fields<Fact> = std::tuple{
    Field{"kind", &Fact::kind},
    Field{"level", &Fact::level},
    Field{"organisations", &Fact::organisations},
    Field{"dutch", &Fact::dutch},
    Field{"english", &Fact::english},
    Field{"reference", &Fact::reference},
};

inline std::string const& name_of(Fact const& fact) {
  return fact.dutch;
}

}  // namespace wegwijzer
