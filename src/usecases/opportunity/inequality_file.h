// SPDX-License-Identifier: EUPL-1.2
// How unequal opportunities are in every gemeente of a store and in all of these together, written as a file;
// a gemeente at a time, so that a country fits in memory.
#pragma once

#include <filesystem>
#include <optional>

#include "domain/vocabulary.h"
#include "opportunity/parameter_draws.h"
#include "ports/store.h"
#include "usecases/step_count.h"

namespace wegwijzer {

enum class InequalityStep : std::uint8_t { load, reach, reckon, draw };

template <>
inline constexpr std::array choices<InequalityStep> = {
    std::pair{InequalityStep::load, "load"}, std::pair{InequalityStep::reach, "reach"},
    std::pair{InequalityStep::reckon, "reckon"}, std::pair{InequalityStep::draw, "draw"}};

using InequalityWatch = StepWatch<InequalityStep>;

struct InequalityOrder {
  OpportunityParameters parameters{};
  std::optional<AreaCode> area{};  // only this one, that lies in no other
  std::size_t draws = 0;           // 0: without margins
  std::uint64_t seed = 1;
  unsigned threads = 1;
};

struct InequalityWritten {
  std::size_t places = 0;
  std::size_t rows = 0;
};

// Of all children. The rows of a place are those of figures_csv.h with its code before them; of all places
// together, without a code, there is what needs no factor or lever. Fails with "area.missing",
// "release.not_whole", "opportunity.nobody", "file.stopped" and as writing a new file does.
Result<InequalityWritten> write_inequality(Store& store, std::shared_ptr<Vocabulary const> vocabulary,
                                           Date today, InequalityOrder const& order,
                                           std::filesystem::path const& file, InequalityWatch const& watch);

}  // namespace wegwijzer
