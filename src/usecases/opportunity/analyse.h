// SPDX-License-Identifier: EUPL-1.2
// The opportunities of every area and child profile of a store, written as a file; a profile at a time, so
// that a country fits in memory.
#pragma once

#include <filesystem>
#include <optional>

#include "ports/store.h"
#include "usecases/opportunity/table.h"
#include "usecases/step_count.h"

namespace wegwijzer {

enum class AnalysisStep : std::uint8_t { load, reach, reckon };

template <>
inline constexpr std::array choices<AnalysisStep> = {std::pair{AnalysisStep::load, "load"},
                                                     std::pair{AnalysisStep::reach, "reach"},
                                                     std::pair{AnalysisStep::reckon, "reckon"}};

using AnalysisWatch = StepWatch<AnalysisStep>;

struct AnalysisOrder {
  OpportunityParameters parameters;
  std::optional<AreaCode> area;  // only what lies in it
  bool all_children = false;     // one row for an area instead of one for each profile
  unsigned threads = 1;
};

struct Analysed {
  std::size_t home_areas = 0;
  std::size_t offerings = 0;
  std::size_t rows = 0;
};

// Fails with "analyse.no_homes", "area.missing", "file.stopped" and as writing a new file does.
Result<Analysed> analyse(Store& store, std::shared_ptr<Vocabulary const> vocabulary, Date today,
                         AnalysisOrder const& order, std::filesystem::path const& file,
                         AnalysisWatch const& watch);

}  // namespace wegwijzer
