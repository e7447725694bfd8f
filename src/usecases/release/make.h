// SPDX-License-Identifier: EUPL-1.2
// Reckons the figures about a place with their margins, and keeps them in the store as a release.
#pragma once

#include "domain/vocabulary.h"
#include "opportunity/parameter_draws.h"
#include "ports/store.h"
#include "usecases/step_count.h"

namespace wegwijzer {

enum class ReleaseStep : std::uint8_t { load, reach, reckon, draw };

template <>
inline constexpr std::array choices<ReleaseStep> = {
    std::pair{ReleaseStep::load, "load"}, std::pair{ReleaseStep::reach, "reach"},
    std::pair{ReleaseStep::reckon, "reckon"}, std::pair{ReleaseStep::draw, "draw"}};

using ReleaseWatch = StepWatch<ReleaseStep>;

struct ReleaseOrder {
  OpportunityParameters parameters{};
  AreaCode area{};  // one that lies in no other
  std::size_t draws = usual_draws;
  std::uint64_t seed = 1;
  std::string note{};
  unsigned threads = 1;
};

// Of all children. Fails with "area.missing", "release.not_whole", "opportunity.nobody",
// "inequality.too_few", as reading a line does for the note, and with "file.stopped": then nothing is kept.
Result<FigureReleaseHead> make_release(Store& store, Id<FigureRelease> id,
                                       std::shared_ptr<Vocabulary const> vocabulary, Date today,
                                       ReleaseOrder const& order, ReleaseWatch const& watch);

// The parameters as a file that `serve` and `release` take.
std::string parameters_csv(OpportunityParameters const& parameters);

}  // namespace wegwijzer
