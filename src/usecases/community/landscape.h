// SPDX-License-Identifier: EUPL-1.2
// What a network has and lacks, counted for a meeting: organisations by sector and level, activities by
// subject, stage and age, and where the map says too little. Of what is on the map only.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "atlas/themes.h"
#include "ports/store.h"

namespace wegwijzer {

inline constexpr int youngest_counted = 4, oldest_counted = 14;

struct SubjectCount {
  Index<Theme> subject;                                       // one of Themes::subjects()
  std::array<std::size_t, choices<Stage>.size()> by_stage{};  // in the order of Stage
  std::size_t without_stage = 0;
  bool operator==(SubjectCount const&) const = default;
};

// What somebody could fill in.
struct MissingFact {
  std::string record;
  std::string field;
  std::size_t missing = 0;
  std::size_t of = 0;
  bool operator==(MissingFact const&) const = default;
};

struct Landscape {
  std::size_t organisations = 0;
  std::size_t providers = 0;
  std::size_t venues = 0;
  std::size_t offerings = 0;
  std::array<std::size_t, choices<Sector>.size()> by_sector{};
  std::array<std::size_t, choices<Level>.size()> by_level{};
  std::array<std::size_t, choices<TargetGroup>.size()> by_target_group{};
  std::array<std::size_t, choices<Threshold>.size()> by_threshold{};
  std::vector<SubjectCount> subjects;  // an activity counts for each subject that it is about
  std::array<std::size_t, oldest_counted - youngest_counted + 1>
      by_age{};  // an activity for each age it is for
  std::size_t without_subject = 0;
  std::size_t without_ages = 0;
  std::vector<std::string> without_partner;  // organisations that work together with nobody, by name
  std::vector<MissingFact> missing;          // most first
};

Landscape landscape_of(Reader& reader, Themes const& themes);

}  // namespace wegwijzer
