// SPDX-License-Identifier: EUPL-1.2
// The names of a fictional country: towns, buurten, streets, roads, canals, parks.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "towns/draw.h"
#include "towns/plan.h"
#include "towns/word_lists.h"

namespace wegwijzer::towns {

class Names {
 public:
  Names(Plan const& plan, WordLists const& lists);

  std::string const& town(std::size_t town) const { return towns_[town]; }

  // The town in which, or nearest to which, a cell lies.
  std::size_t town_of(std::size_t cell) const { return town_of_[cell]; }

  // Of a cell in a town; in the country of the fields around it.
  std::string const& buurt(std::size_t cell) const { return buurten_[cell]; }

  // A line of streets within a cell has one name, and no other line in the cell has it.
  std::string street(std::size_t cell, std::uint32_t line) const;

  std::string const& road(std::uint32_t name) const { return roads_[name]; }

  std::string station(std::size_t town) const;  // "Station Waterdorp"

  std::string const& station_square() const { return lists_.station_square; }

  std::string const& green(std::size_t cell) const { return greens_[cell]; }

 private:
  struct Theme {
    std::uint32_t theme = 0;
    std::uint32_t first_stem = 0;
    std::uint32_t suffix = 0;
  };

  void name_towns();
  std::string any_town(Random& random) const;
  void find_towns();
  void name_cells();
  void name_streets();
  void name_roads();

  Plan const& plan_;
  WordLists const& lists_;
  std::vector<std::string> towns_;
  std::vector<std::size_t> town_of_;
  std::vector<std::string> buurten_;
  std::vector<std::string> greens_;
  std::vector<Theme> themes_;  // per cell; of an old core the place in the list of its streets
  std::vector<std::string> roads_;
};

// The word in the files for the period of a quarter: "postwar".
std::string_view period_word(Quarter quarter);

StreetNaming naming_of(Names const& names);  // that must outlive it

}  // namespace wegwijzer::towns
