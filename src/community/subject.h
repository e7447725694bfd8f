// SPDX-License-Identifier: EUPL-1.2
// What is compared of an organisation or a venue.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "community/name_parts.h"
#include "domain/organisation.h"
#include "domain/venue.h"

namespace wegwijzer::community {

enum class SubjectKind { organisation, venue };

struct Subject {
  Uuid id;
  std::string name;
  std::vector<std::string> other_names{};  // of its organisation, or of its only venue
  SaidKinds kinds{};                       // by its kind of place, or its sector
  std::vector<GeoPoint> points{};
  std::vector<std::string> addresses{};
  std::vector<std::string> towns{};
  std::vector<std::string> phones{};
  std::vector<std::string> mails{};
  std::vector<std::string> websites{};
  std::string official_list{};  // "duo": each thing is in it once
  std::optional<Uuid> organisation{};
};

// Those that are not archived, in the order of their ids.
std::vector<Subject> subjects(std::span<Organisation const> organisations, std::span<Venue const> venues,
                              SubjectKind kind);

}  // namespace wegwijzer::community
