// SPDX-License-Identifier: EUPL-1.2
// How sure the figures about a place are: all of them reckoned again and again, each time with other values
// for all parameters at once (parameter_draws.h).
#pragma once

#include <functional>

#include "opportunity/intervals.h"
#include "opportunity/parameter_draws.h"
#include "opportunity/place_figures.h"
#include "opportunity/sensitivity.h"

namespace wegwijzer {

// A figure whose spread over the draws is taken apart.
enum class Outcome { mean, gini };

template <>
inline constexpr std::array choices<Outcome> = {std::pair{Outcome::mean, "mean"},
                                                std::pair{Outcome::gini, "gini"}};

struct Uncertainty {
  std::size_t draws = 0;
  std::vector<PlaceFigures> drawn;  // by draw; a Palma without end is infinite
  PlaceFigures low;                 // of each figure by itself: nine in ten draws lie between this
  PlaceFigures high;                // and this
  std::vector<RankInterval> ranks;  // by Population::in_order; 1 has least
  std::vector<double> among_least;  // the share of the draws in which it is in the fifth of these areas
                                    // that has least
  std::vector<Parameter const*> varied;
  std::array<Sensitivity, choices<Outcome>.size()> sensitivities;  // by varied parameter
  std::array<double, lever_count> best{};  // the share of the draws in which no lever helps the fifth of the
                                           // children with least more
  std::array<double, factor_count> largest{};  // in which no factor has a larger share in Gini
};

// Told how many draws are done, from whatever thread; an exception stops the work.
using DrawWatch = std::function<void(std::size_t done)>;

struct DrawOrder {
  std::size_t draws = usual_draws;
  Seed seed{1};
  unsigned threads = 1;            // each has a model of its own
  std::size_t most_homes = 1'000;  // of more a sample is drawn (sample_of), in all places together
};

// The same on any number of threads. Nothing when no such child lives there, at least in one of the draws.
// Where the homes are a sample, each draw is put right by what the sample says otherwise than all homes, with
// the usual parameters: figures by their ratio, shares of factors by their difference.
std::optional<Uncertainty> uncertainty(OpportunityModel const& model, Population const& population,
                                       DrawOrder const& order, DrawWatch const& watch = {});

struct PlaceToDraw {
  Population const* population = nullptr;
  PlaceFigures const* figures = nullptr;  // with the usual parameters, where they are known
};

// Of several places in the same draws. A model that looked as far as any draw does is taken as it is.
std::vector<std::optional<Uncertainty>> uncertainty_of_places(OpportunityModel const& model,
                                                              std::span<PlaceToDraw const> places,
                                                              DrawOrder const& order,
                                                              DrawWatch const& watch = {});

// The same with the longest journey of any of these draws.
OpportunityParameters looking_as_far(OpportunityParameters parameters, DrawOrder const& order);

// Calls visit(figure) for every number in them, always in the same order.
void for_each_figure(PlaceFigures& figures, std::function<void(double&)> const& visit);

}  // namespace wegwijzer
