// SPDX-License-Identifier: EUPL-1.2
// The immutable in-memory snapshot of all public ecosystems of a store: it answers every visitor's question.
// Built whole after a change and swapped in, so that no reader waits; streets that did not change are shared.
#pragma once

#include <memory>
#include <vector>

#include "atlas/areas.h"
#include "atlas/catalogue.h"
#include "atlas/gazetteer.h"
#include "atlas/offering_words.h"
#include "atlas/street_maps.h"
#include "atlas/themes.h"
#include "domain/homes.h"
#include "domain/vocabulary.h"
#include "tiles/tile_maker.h"

namespace wegwijzer {

struct AtlasSource {
  std::vector<EcosystemRecords> records;
  std::vector<Area> areas;
  std::vector<PlaceName> place_names;
  std::vector<std::shared_ptr<StreetMap const>> street_maps;
  std::shared_ptr<Vocabulary const> vocabulary;
  std::shared_ptr<tiles::TileMaker const> map{};  // nothing: an empty map
  std::vector<Homes> homes{};                     // of one source each
};

class Atlas {
 public:
  explicit Atlas(AtlasSource source);

  Vocabulary const& vocabulary() const { return *vocabulary_; }

  Themes const& themes() const { return themes_; }

  Areas const& areas() const { return areas_; }

  Catalogue const& catalogue() const { return catalogue_; }

  OfferingWords const& words() const { return words_; }

  Network const& network() const { return catalogue_.network(); }

  Gazetteer const& gazetteer() const { return gazetteer_; }

  StreetMaps const& streets() const { return streets_; }

  std::vector<Homes> const& homes() const { return homes_; }

  tiles::TileMaker const& map() const { return *map_; }

  std::shared_ptr<tiles::TileMaker const> const& shared_map() const { return map_; }

 private:
  std::shared_ptr<Vocabulary const> vocabulary_;
  Themes themes_;
  Areas areas_;
  Catalogue catalogue_;
  OfferingWords words_;
  Gazetteer gazetteer_;
  StreetMaps streets_;
  std::shared_ptr<tiles::TileMaker const> map_;
  std::vector<Homes> homes_;
};

}  // namespace wegwijzer
