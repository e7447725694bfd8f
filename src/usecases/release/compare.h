// SPDX-License-Identifier: EUPL-1.2
// Two releases of a place side by side: whether they may be compared, what changed, and what that comes from.
#pragma once

#include <optional>
#include <vector>

#include "domain/figure_release.h"
#include "exchange/figures_csv.h"
#include "opportunity/change_split.h"
#include "opportunity/intervals.h"

namespace wegwijzer {

// Nothing where a release does not have it.
struct VersionDifference {
  std::string indicator;
  std::optional<int> from;
  std::optional<int> to;
  bool operator==(VersionDifference const&) const = default;
};

struct ParameterDifference {
  std::string name;
  std::optional<double> from;
  std::optional<double> to;
  bool operator==(ParameterDifference const&) const = default;
};

// Whether a change is larger than what is not known about the parameters. Where both releases were reckoned
// with the same parameters and the same draws of these, the change was reckoned in each draw, and is sure
// when the middle nine in ten of these go the same way as it does itself, and three digits behind the point
// show it. Otherwise it is on the safe side: too small when one of the two figures lies within the margins of
// the other.
enum class Sureness {
  unknown,  // there are no margins
  too_small,
  sure
};

struct ComparedFigure {
  std::string indicator;
  std::string of;
  std::optional<FigureRow> from;
  std::optional<FigureRow> to;
  std::optional<double> change;     // only of one version, and of numbers with an end
  std::optional<Interval> margins;  // of the change; only of the same draws
  Sureness sureness = Sureness::unknown;
};

// Of a figure that people see. What the six causes over neighbourhoods and kinds of children leave of the
// change lies within neighbourhoods, so that all add up.
struct ExplainedChange {
  double before = 0;
  double after = 0;
  std::array<double, cause_count> causes{};
  double within_neighbourhoods = 0;
  std::optional<Interval> margins{};
  Sureness sureness = Sureness::unknown;

  double change() const { return after - before; }
};

struct ComparedReleases {
  FigureReleaseHead from;
  FigureReleaseHead to;
  std::vector<VersionDifference> versions;      // in which they differ
  std::vector<ParameterDifference> parameters;  // in which they differ
  bool other_areas = false;  // of more than one in fifty children only one of the two knows the area
  std::vector<ComparedFigure> figures;
  // Nothing where the figure has another version, or the areas are others.
  std::optional<ExplainedChange> mean;
  std::optional<ExplainedChange> gini;
  std::optional<ExplainedChange> theil;

  bool is_alike() const { return versions.empty() && parameters.empty() && !other_areas; }

  ComparedFigure const* find(std::string_view indicator, std::string_view of = "") const;
};

// Fails with "release.other_place", and with "release.unreadable" for one that this program did not write.
Result<ComparedReleases> compare_releases(FigureRelease const& from, FigureRelease const& to);

// All of it as a table: the figures, and below these the causes.
std::string comparison_csv(ComparedReleases const& compared);

}  // namespace wegwijzer
