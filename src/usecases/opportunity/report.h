// SPDX-License-Identifier: EUPL-1.2
// One area: how much is left after each factor, which barrier stops whom, what would help most, how it goes
// on from one activity to the next, and the offerings behind every number.
#pragma once

#include <vector>

#include "opportunity/ends.h"
#include "opportunity/one_more.h"
#include "usecases/opportunity/overview.h"

namespace wegwijzer {

// Children who may meet other barriers than the rest.
enum class Group { all, little_money, other_language, on_foot, with_parent };

template <>
inline constexpr std::array choices<Group> = {
    std::pair{Group::all, "all"}, std::pair{Group::little_money, "little_money"},
    std::pair{Group::other_language, "other_language"}, std::pair{Group::on_foot, "on_foot"},
    std::pair{Group::with_parent, "with_parent"}};

inline constexpr std::size_t group_count = choices<Group>.size();

// Of what would be left without the barrier, the share that it takes away.
struct Stopped {
  Group group = Group::all;
  std::array<double, barrier_count> shares{};
};

struct OpportunityReport {
  AreaOpportunity here;
  AreaOpportunity whole;         // of the gemeente, the same children
  std::size_t areas = 0;         // of this kind in the gemeente
  std::size_t place = 0;         // of this one among them, 1 has least
  std::vector<Stopped> stopped;  // the groups that the wish leaves open
  Diversity subjects;
  Diversity stages;
  // Of an area of at most most_homes, which all but gemeenten have: what lies behind it. Of larger ones
  // nothing.
  std::vector<OfferingPart> parts;  // most experienced first
  std::vector<Change> changes;      // to one offering each, best first
  std::array<double, lever_count> levers{};
  std::vector<OneMore> one_more;      // where one more activity would add most, best first
  std::optional<Index<Theme>> least;  // the subject of which there is least; of equal ones the first
  std::vector<OfferingEnds> ends;     // those from which most children cannot go deeper first
};

// Home areas of an area that is taken apart while somebody waits.
inline constexpr std::size_t most_homes = 400;

// Nothing when nobody lives there.
std::optional<OpportunityReport> opportunity_report(Opportunities const& opportunities, Index<Area> area,
                                                    ChildWish const& wish, std::size_t most_changes);

// Which of the subjects, by number, an addition would make the rest most varied with (Hill number of order
// 1).
std::size_t most_varied_with(std::span<double const> amounts, double addition);

}  // namespace wegwijzer
