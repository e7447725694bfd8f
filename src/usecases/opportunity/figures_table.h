// SPDX-License-Identifier: EUPL-1.2
// All figures about the inequality of a place as data: one a row, and beside it how they were reckoned.
#pragma once

#include <vector>

#include "exchange/draws_csv.h"
#include "exchange/figures_csv.h"
#include "exchange/method_json.h"
#include "opportunity/uncertainty.h"
#include "usecases/opportunity/opportunities.h"

namespace wegwijzer {

struct FiguresOfPlace {
  OpportunityModel const& model;
  std::optional<Index<Area>> place;  // nothing: all there is
  Population const& population;
  PlaceFigures const& figures;
  Uncertainty const* sure = nullptr;  // nothing: the figures have no intervals
};

// In the order of opportunity/indicators.h; what has nothing to be of, such as an area without these
// children, has no row.
std::vector<FigureRow> figure_rows(FiguresOfPlace const& of);

// The rows of spread_figures(): what needs no factor, lever or order of areas, and no area by itself.
std::vector<FigureRow> spread_rows(FiguresOfPlace const& of);

// What these figures were in each of the draws, but for those that were the same in all; and below these the
// draws of the parameters.
std::vector<DrawnRow> drawn_rows(FiguresOfPlace const& of,
                                 std::span<OpportunityParameters const> parameter_draws);

struct MethodQuestion {
  OpportunityModel const& model;
  Index<Area> place;
  std::string children;    // as text(ChildWish)
  std::size_t draws = 0;   // 0: no intervals
  std::uint64_t seed = 1;  // of the draws
  std::vector<MethodFile> files;
};

Method method_of(MethodQuestion const& question);

std::vector<MethodParameter> method_parameters(OpportunityParameters const& parameters);

std::string_view unit_name(Unit unit);

// What a page shows: the figures now, with intervals where they are of this very model.
struct PlaceData {
  Index<Area> place;
  std::vector<FigureRow> rows{};
  std::string csv{};
  Method method{};
  Margins margins = Margins::running;
  std::size_t draws_done = 0;  // of a job that runs

  bool has_intervals() const { return margins == Margins::there; }
};

// Without needs and tongues, which these figures do not know. Fails as inequality_to_tell().
Result<PlaceData> place_data(Opportunities const& opportunities, Index<Area> area, ChildWish const& wish);

}  // namespace wegwijzer
