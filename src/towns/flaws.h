// SPDX-License-Identifier: EUPL-1.2
// Plants in a fictional town what every real map has: things recorded twice, look-alikes that are two,
// sources that contradict each other, and what is stale or missing. It says what it planted, so that can be
// counted what of it is found.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "domain/audit.h"
#include "domain/choice.h"
#include "towns/society.h"

namespace wegwijzer::towns {

enum class PlantedFlaw {
  // Recorded twice:
  mapped,          // a place of an organisation, drawn by mappers too
  mapped_twice,    // drawn by mappers as a point and as a building
  typed_again,     // an organisation with its place
  without_place,   // an organisation, typed again without a place
  in_register,     // a school, also in the list of schools
  placed_wrongly,  // where somebody looked its address up, some streets away
  renamed,         // the old name and the new
  // Two things:
  branch,           // of one library or childcare, elsewhere in town
  same_building,    // two schools
  school_and_care,  // childcare in a school of that name
  hall_and_club,    // that plays in it
  other_creed,      // two schools of one name
  other_sport,      // two clubs of one name beside each other
  department,       // two of one club
  numbered,         // first and second
  same_street       // two playgrounds
};

struct PlantedPair {
  PlantedFlaw flaw;
  std::string_view record;  // "organisation" or "venue"
  Uuid one;                 // the lower id
  Uuid other;
  bool operator==(PlantedPair const&) const = default;
};

struct PlantedFact {
  std::string_view record;
  Uuid id;
  std::string field;  // empty: of the whole record
  bool operator==(PlantedFact const&) const = default;
};

struct PlantedFlaws {
  std::vector<PlantedPair> duplicates;  // every pair, also of three that are one
  std::vector<PlantedPair> lookalikes;
  std::vector<PlantedFact> contradictions;  // a source says otherwise than what somebody wrote
  std::vector<PlantedFact> stale;
  std::vector<PlantedFact> missing;
  std::vector<Said> said;  // what the sources said last time
};

// Adds about one record for each eight there are. The same for one seed.
PlantedFlaws plant_flaws(Society& society, std::string const& town, std::uint64_t seed, Date today);

}  // namespace wegwijzer::towns

namespace wegwijzer {

template <>
inline constexpr std::array choices<towns::PlantedFlaw> = {
    std::pair{towns::PlantedFlaw::mapped, "mapped"},
    std::pair{towns::PlantedFlaw::mapped_twice, "mapped_twice"},
    std::pair{towns::PlantedFlaw::typed_again, "typed_again"},
    std::pair{towns::PlantedFlaw::without_place, "without_place"},
    std::pair{towns::PlantedFlaw::in_register, "in_register"},
    std::pair{towns::PlantedFlaw::placed_wrongly, "placed_wrongly"},
    std::pair{towns::PlantedFlaw::renamed, "renamed"},
    std::pair{towns::PlantedFlaw::branch, "branch"},
    std::pair{towns::PlantedFlaw::same_building, "same_building"},
    std::pair{towns::PlantedFlaw::school_and_care, "school_and_care"},
    std::pair{towns::PlantedFlaw::hall_and_club, "hall_and_club"},
    std::pair{towns::PlantedFlaw::other_creed, "other_creed"},
    std::pair{towns::PlantedFlaw::other_sport, "other_sport"},
    std::pair{towns::PlantedFlaw::department, "department"},
    std::pair{towns::PlantedFlaw::numbered, "numbered"},
    std::pair{towns::PlantedFlaw::same_street, "same_street"}};

}  // namespace wegwijzer
