// SPDX-License-Identifier: EUPL-1.2
// Organisations by name and sector, in the order of their names.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "atlas/atlas.h"

namespace wegwijzer {

struct OrganisationQuery {
  std::string name{};  // a part of it; empty for all
  std::optional<Sector> sector{};
  std::optional<Index<Ecosystem>> ecosystem{};  // nothing: of all, but those of whom only a report tells
  bool operator==(OrganisationQuery const&) const = default;
};

struct FoundOrganisations {
  std::vector<Index<Organisation>> organisations;
  // How many there would be with this sector instead; sectors without any are left out.
  std::vector<std::pair<Sector, std::size_t>> sectors;
};

FoundOrganisations find_organisations(Atlas const& atlas, OrganisationQuery const& query);

// Whether a text holds the name that was typed, however it is written.
bool has_name(std::string_view text, std::string_view typed);

}  // namespace wegwijzer
