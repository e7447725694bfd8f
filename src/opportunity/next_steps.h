// SPDX-License-Identifier: EUPL-1.2
// Always a next step: deepen or broaden (DOMAIN.md section 4), for a child of this age that lives here. In
// this first form a step exists when it fits the age and lies within the minutes; the other factors come with
// the funnel. What partners agreed on is a step too, whatever the definitions say, and comes first.
#pragma once

#include <optional>
#include <vector>

#include "atlas/atlas.h"
#include "opportunity/access.h"

namespace wegwijzer {

// Why it is a step, in facts that the page turns into a sentence. Where only the agreement makes it one,
// there is nothing about themes.
struct StepReason {
  std::optional<Index<Theme>>
      shared_theme{};  // of a deepening step: the theme of the new offering that is shared
  std::optional<Index<Theme>> new_theme{};  // of a broadening step
  bool later_stage = false;                 // else the same stage and a higher difficulty
  std::optional<Index<StepEdge>> edge{};    // says the same; with its evidence, and when it was confirmed
  bool agreed = false;                      // the edge is; else it is only proposed
  bool operator==(StepReason const&) const = default;
};

// How well the step suits this child, by the five factors; since whoever reads of it knows it, it is taken as
// known.
struct StepWorth {
  double experienced = 0;          // 0 to 1
  std::optional<Barrier> barrier;  // that stands most in the way; nothing when hardly any does
  bool operator==(StepWorth const&) const = default;
};

struct NextStep {
  Index<Offering> offering;
  std::optional<Tenths> travel;  // nothing: at home or online, or the home is not known
  StepReason reason;
  std::optional<StepWorth> worth{};  // nothing: the factors were not reckoned
  bool operator==(NextStep const&) const = default;
};

struct NextSteps {
  std::vector<NextStep> deeper;
  std::vector<NextStep> broader;

  bool dead_end() const { return deeper.empty() && broader.empty(); }
};

// For whom: reach of where the child starts (nothing when that is not known), age (nothing: any), what it
// needs, and the day it is.
struct Circumstances {
  Reach const* reach = nullptr;
  std::optional<int> age;
  Date today;
  bool free = false;        // only what is known to cost nothing
  std::uint8_t access = 0;  // bits as in OfferingFacts: all of these are needed
};

// True when `to` deepens `from`: they share a theme, and `to` has a later stage, or the same stage and is
// harder.
bool deepens(Atlas const& atlas, Index<Offering> from, Index<Offering> to);

// True when `to` broadens `from`: both say their themes, they share none, and `to` asks no prior step.
bool broadens(Atlas const& atlas, Index<Offering> from, Index<Offering> to);

// Every step in both directions, what is agreed first, then best first; O(offerings). What a child can only
// meet in school time, what is over or can no longer be joined, and what is of the same title at the same
// organisation is no next step. Where the start is not known, only steps of the same ecosystem are. All of
// this holds for what is agreed too, and so do the ages of the edge. An edge that is only proposed adds no
// step.
NextSteps next_steps(Atlas const& atlas, Index<Offering> from, Circumstances const& circumstances);

// What is agreed, then the first steps with as many different new themes as possible; at most `most`: a
// choice rather than a list.
std::vector<NextStep> varied(Atlas const& atlas, std::vector<NextStep> const& steps, std::size_t most);

}  // namespace wegwijzer
