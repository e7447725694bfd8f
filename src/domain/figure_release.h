// SPDX-License-Identifier: EUPL-1.2
// Figures about the inequality of a place as they were on a day, kept as they were told: never changed
// afterwards. What was done in between is seen by comparing two.
#pragma once

#include <string>

#include "base/id.h"
#include "base/time.h"
#include "domain/area.h"

namespace wegwijzer {

struct FigureRelease;

struct FigureReleaseHead {
  Id<FigureRelease> id;
  AreaCode area;
  std::string area_name;
  Date day{};
  std::string note;      // why it was made, or of what scenario it is; or empty
  std::string versions;  // of the indicators: "1", "1, gini 2"
  std::string checksum;  // of the files, see checksum_of()
  bool operator==(FigureReleaseHead const&) const = default;
};

struct FigureReleaseFiles {
  std::string figures;     // CSV, exchange/figures_csv.h
  std::string method;      // JSON, exchange/method_json.h
  std::string parameters;  // CSV, exchange/parameters_csv.h
  std::string funnel;      // CSV, exchange/funnel_csv.h
  std::string draws;       // CSV, exchange/draws_csv.h
  bool operator==(FigureReleaseFiles const&) const = default;
};

struct FigureRelease {
  FigureReleaseHead head;
  FigureReleaseFiles files;
  bool operator==(FigureRelease const&) const = default;
};

// Of its head but for id and checksum, and of all files, where one ends and the next begins included.
std::string checksum_of(FigureRelease const& release);

}  // namespace wegwijzer
