// SPDX-License-Identifier: EUPL-1.2
// A collaboration: two organisations do something together, or one does something for the other.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "domain/field.h"
#include "domain/level.h"
#include "domain/organisation.h"
#include "domain/record.h"

namespace wegwijzer {

// `from` refers to `to`, coordinates it, funds it, hosts it, advises it, is part of it; works_together has no
// direction.
enum class CollaborationKind { works_together, refers_to, coordinates, funds, hosts, advises, part_of };

template <>
inline constexpr std::array choices<CollaborationKind> = {
    std::pair{CollaborationKind::works_together, "works_together"},
    std::pair{CollaborationKind::refers_to, "refers_to"},
    std::pair{CollaborationKind::coordinates, "coordinates"},
    std::pair{CollaborationKind::funds, "funds"},
    std::pair{CollaborationKind::hosts, "hosts"},
    std::pair{CollaborationKind::advises, "advises"},
    std::pair{CollaborationKind::part_of, "part_of"}};

struct Collaboration : Record<Collaboration> {
  Id<Organisation> from;
  Id<Organisation> to;
  CollaborationKind kind = CollaborationKind::works_together;
  std::optional<Level> level;
  std::string about;      // Dutch
  std::string about_en;   // English
  std::string reference;  // where a publication says it: "deel 3, Tilburg, Partners"; empty when none does
  bool operator==(Collaboration const&) const = default;
};

template <>
inline constexpr std::string_view record_name<Collaboration> = "collaboration";
template <>
inline constexpr std::string_view record_plural<Collaboration> = "collaborations";

template <>
inline constexpr auto fields<Collaboration> = std::tuple{
    Field{"from_organisation", &Collaboration::from},
    Field{"to_organisation", &Collaboration::to},
    Field{"kind", &Collaboration::kind},
    Field{"level", &Collaboration::level},
    Field{"about", &Collaboration::about},
    Field{"about_en", &Collaboration::about_en},
    Field{"reference", &Collaboration::reference},
};

inline std::string const& name_of(Collaboration const& collaboration) {
  return collaboration.about;
}

}  // namespace wegwijzer
