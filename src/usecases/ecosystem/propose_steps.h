// SPDX-License-Identifier: EUPL-1.2
// The program proposes next steps to the partners of an ecosystem. What they agreed on, what still waits for
// them and what they refused (archived) stays as it is, so doing it twice changes nothing.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "domain/vocabulary.h"
#include "exchange/progress.h"
#include "ports/store.h"

namespace wegwijzer {

// A proposal in the facts from which its evidence is written.
struct StepProposal {
  Id<Offering> from;
  Id<Offering> to;
  std::string from_title;
  std::string to_title;
  Direction direction = Direction::deepen;
  bool later_stage = false;  // of what deepens; else it is harder
  std::string theme;         // in Dutch: what they share, or what is new
  bool same_place = false;
  Minutes walk{};  // from the one place to the other, rounded up
  bool operator==(StepProposal const&) const = default;
};

// In the order of venues. `progress` counts venues; it fails with "propose.stopped" when that says false, and
// with "streets.none" when the store has no streets.
Result<std::vector<StepProposal>> propose_steps(Store& store, Ecosystem const& ecosystem,
                                                std::shared_ptr<Vocabulary const> vocabulary, Date today,
                                                Progress const& progress);

using EvidenceOf = std::function<std::string(StepProposal const&)>;

// The writer is not yet committed. Gives what was kept: not what somebody decided since it was reckoned, nor
// what leads from or to an offering that was archived since.
std::vector<StepEdge> keep_proposals(Writer& writer, std::vector<StepProposal> const& proposals,
                                     EvidenceOf const& evidence);

}  // namespace wegwijzer
