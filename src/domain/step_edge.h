// SPDX-License-Identifier: EUPL-1.2
// A next-step edge: who did one offering can go on with another. Partners agree on it, or somebody proposes
// it.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "domain/audience.h"
#include "domain/field.h"
#include "domain/offering.h"
#include "domain/record.h"

namespace wegwijzer {

enum class Direction { deepen, broaden };

template <>
inline constexpr std::array choices<Direction> = {std::pair{Direction::deepen, "deepen"},
                                                  std::pair{Direction::broaden, "broaden"}};

enum class Proposer { partner, program };

template <>
inline constexpr std::array choices<Proposer> = {std::pair{Proposer::partner, "partner"},
                                                 std::pair{Proposer::program, "program"}};

// Between two offerings there is at most one. Who refuses it archives it, so that it is not proposed again.
struct StepEdge : Record<StepEdge> {
  Id<Offering> from;
  Id<Offering> to;
  Direction direction = Direction::deepen;
  std::optional<AgeRange> ages;  // for whom it is, where that is less than for whom both offerings are
  bool agreed_by_from = false;   // by the provider of the one
  bool agreed_by_to = false;     // and of the other
  Proposer proposed_by = Proposer::partner;
  std::string evidence;  // why it is a good step, in Dutch: about the offerings, never about a child
  bool operator==(StepEdge const&) const = default;
};

template <>
inline constexpr std::string_view record_name<StepEdge> = "next_step";
template <>
inline constexpr std::string_view record_plural<StepEdge> = "next_steps";

template <>
inline constexpr auto fields<StepEdge> = std::tuple{
    Field{"from_offering", &StepEdge::from},
    Field{"to_offering", &StepEdge::to},
    Field{"direction", &StepEdge::direction},
    Field{"ages", &StepEdge::ages},
    Field{"agreed_by_from", &StepEdge::agreed_by_from},
    Field{"agreed_by_to", &StepEdge::agreed_by_to},
    Field{"proposed_by", &StepEdge::proposed_by},
    Field{"evidence", &StepEdge::evidence},
};

// Both providers said yes; what lies within one organisation needs one yes.
inline bool agreed(StepEdge const& edge, Id<Organisation> from, Id<Organisation> to) {
  return from == to ? edge.agreed_by_from || edge.agreed_by_to : edge.agreed_by_from && edge.agreed_by_to;
}

inline std::string const& name_of(StepEdge const& edge) {
  return edge.evidence;
}

}  // namespace wegwijzer
