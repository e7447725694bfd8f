// SPDX-License-Identifier: EUPL-1.2
// The statistical areas of a fictional country: every cell of a town is a buurt, the fields around it are
// buurten of a few cells; buurten lie in wijken, wijken in one gemeente a town. With the people in them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "domain/area.h"
#include "towns/ground_shape.h"
#include "towns/key_figures.h"
#include "towns/names.h"

namespace wegwijzer::towns {

struct BuurtPlan {
  AreaCode code;
  std::string name;
  std::vector<std::uint32_t> cells;
  std::size_t town = 0;
  std::size_t wijk = 0;  // its place in Territory::wijken
  Quarter quarter = Quarter::field;
  Point middle;
  double inhabitants = 0;
  std::size_t children_4_12 = 0;
  std::map<std::string, double> figures;  // by CBS's names, without those that follow from size
};

struct WijkPlan {
  AreaCode code;
  std::string name;
  std::size_t town = 0;
  std::vector<std::size_t> buurten;
};

struct Territory {
  std::vector<BuurtPlan> buurten;  // by town
  std::vector<WijkPlan> wijken;
  std::vector<AreaCode> gemeenten;         // per town
  std::vector<std::size_t> buurt_of_cell;  // of a cell in the world
};

// The sum of children of 4 to 12 is exactly what was asked for.
Territory settle(Plan const& plan, Names const& names, KeyFigures const& figures, WorldSize const& size);

// Buurten, wijken and gemeente of a town, with outline and figures.
std::vector<Area> areas_of(Plan const& plan, GroundShape const& ground, Territory const& territory,
                           Names const& names, std::size_t town);

}  // namespace wegwijzer::towns
