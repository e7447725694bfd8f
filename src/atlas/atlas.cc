// SPDX-License-Identifier: EUPL-1.2
#include "atlas/atlas.h"

namespace wegwijzer {

namespace {

std::vector<GeoPoint> points_of(Catalogue const& catalogue) {
  std::vector<GeoPoint> points;
  points.reserve(catalogue.venues().size());
  for (auto const& venue : catalogue.venues()) points.push_back(venue.point);
  return points;
}

std::shared_ptr<tiles::TileMaker const> no_map() {
  return std::make_shared<tiles::TileMaker const>("none", tiles::MapSources());
}

}  // namespace

Atlas::Atlas(AtlasSource source)
    : vocabulary_(std::move(source.vocabulary)),
      themes_(vocabulary_->themes),
      areas_(std::move(source.areas)),
      catalogue_(std::move(source.records), *vocabulary_, themes_, areas_),
      words_(catalogue_, themes_, areas_, *vocabulary_),
      gazetteer_(source.place_names, areas_),
      streets_(std::move(source.street_maps), points_of(catalogue_)),
      map_(source.map ? std::move(source.map) : no_map()),
      homes_(std::move(source.homes)) {}

}  // namespace wegwijzer
