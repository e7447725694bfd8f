// SPDX-License-Identifier: EUPL-1.2
// A fictional country, ready to be taken piece by piece: its map, areas, people and what they offer. The same
// for one seed and day on any number of threads.
#pragma once

#include <functional>
#include <vector>

#include "towns/draw.h"
#include "towns/society.h"

namespace wegwijzer::towns {

struct WorldWords {
  WordLists lists;
  KeyFigures figures;
  Repertoire repertoire;
};

// Reads the lists that come with the program.
WorldWords read_world_words(Vocabulary const& vocabulary, Date today);

class World {
 public:
  // The words must outlive it.
  World(WorldSize const& size, WorldWords const& words, std::size_t threads);
  World(World const&) = delete;
  World& operator=(World const&) = delete;

  Plan const& plan() const { return met_.plan; }

  Names const& names() const { return names_; }

  Territory const& territory() const { return territory_; }

  std::size_t town_count() const { return plan().towns.size(); }

  // Hands over the map patch by patch, in the order of cells, the strips last; drawn by all threads. Ends
  // early, and gives false, when `take` does.
  bool draw(std::function<bool(MapPatch&&)> const& take);

  // The rest, town by town. What needs doors draws the map first, if nobody did.
  std::string slug(std::size_t town) const;  // its name as part of an address

  GeoPoint earth(Point plan) const { return on_earth(ground_.bent(plan)); }

  std::vector<Area> areas(std::size_t town) const;
  std::vector<PlaceName> place_names(std::size_t town);
  std::vector<Home> homes(std::size_t town);
  Society society(std::size_t town);

 private:
  std::vector<CellDoors> const& doors();

  WorldWords const& words_;
  std::size_t threads_;
  MetPlan met_;
  GroundShape ground_;
  Names names_;
  Territory territory_;
  StreetNaming naming_;
  std::vector<CellDoors> doors_;
};

}  // namespace wegwijzer::towns
