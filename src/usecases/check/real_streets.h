// SPDX-License-Identifier: EUPL-1.2
// The figures of real street networks that go with the program (docs/realism.md), and how others compare.
#pragma once

#include <string>
#include <vector>

#include "usecases/check/street_figures.h"

namespace wegwijzer {

struct RealNetwork {
  std::string network;
  std::string name;  // "Delft"
  // What says nothing about real streets here: how such figures begin, as "class_" or "core:" or
  // "core:named".
  std::vector<std::string> no_proof;
};

Result<Import<RealNetwork>> read_real_networks(std::string_view bytes);

struct RealStreets {
  std::vector<RealNetwork> networks;
  StreetFigures figures;
};

RealStreets const& real_streets();

// Whether that figure of a real network says something about real streets.
bool is_proof(RealNetwork const& network, StreetFigure const& figure);

enum class WithReal {
  within,  // the range of the real networks
  below,
  above,
  too_few,  // crossings, streets or homes to say anything
  unknown   // no real network proves anything
};

struct Comparison {
  WithReal with_real = WithReal::unknown;
  double by = 0;  // how far outside the range
};

Comparison compare(RealStreets const& real, StreetFigure const& figure);

}  // namespace wegwijzer
