// SPDX-License-Identifier: EUPL-1.2
// A fictional world (src/towns) for tests and benchmarks of the other layers: its streets, or its whole
// atlas.
#pragma once

#include <memory>

#include "atlas/atlas.h"
#include "base/check.h"
#include "exchange/vocabulary_csv.h"
#include "usecases/demo/world_map.h"

namespace wegwijzer {

class MadeWorld {
 public:
  // Of so many children of 4 to 12 in so many towns.
  explicit MadeWorld(std::size_t children, std::size_t towns = 1, std::uint64_t seed = 1)
      : words_(towns::read_world_words(*vocabulary_, date(2026, 11, 24))),
        world_({seed, towns, children}, words_, 2) {}

  towns::World& world() { return world_; }

  std::shared_ptr<Streets const> streets() {
    if (!streets_) {
      auto map = map_of(world_, [] { return true; });
      check(map.has_value(), "nobody stopped the drawing");
      streets_ = std::make_shared<Streets const>(std::move(map->streets));
    }
    return streets_;
  }

  Atlas atlas() { return Atlas(source()); }

  // What the atlas is made of, for a test to change.
  AtlasSource source() {
    AtlasSource source;
    source.vocabulary = vocabulary_;
    for (std::size_t town = 0; town < world_.town_count(); ++town) {
      source.records.push_back(records(town));
      std::ranges::move(world_.areas(town), std::back_inserter(source.areas));
      std::ranges::move(world_.place_names(town), std::back_inserter(source.place_names));
      source.homes.push_back(homes(town));
    }
    source.street_maps = {std::make_shared<StreetMap const>("made", 1, streets())};
    return source;
  }

 private:
  Homes homes(std::size_t town) {
    Homes homes;
    for (auto const& home : world_.homes(town)) homes.add(home);
    return homes;
  }

  EcosystemRecords records(std::size_t town) {
    auto society = world_.society(town);
    EcosystemRecords records;
    records.ecosystem.id = Id<Ecosystem>(uuid_v7(town + 1, 0, 0));
    records.ecosystem.slug = world_.slug(town);
    records.ecosystem.name = world_.names().town(town);
    records.ecosystem.origin = Origin::fictional;
    records.organisations = std::move(society.organisations);
    records.venues = std::move(society.venues);
    records.offerings = std::move(society.offerings);
    records.network.collaborations = std::move(society.collaborations);
    records.network.channels = std::move(society.channels);
    records.network.routes = std::move(society.routes);
    records.network.steps = std::move(society.steps);
    records.network.inquiries = std::move(society.inquiries);
    return records;
  }

  std::shared_ptr<Vocabulary const> vocabulary_ =
      std::make_shared<Vocabulary const>(read_embedded_vocabulary());
  towns::WorldWords words_;
  towns::World world_;
  std::shared_ptr<Streets const> streets_;
};

}  // namespace wegwijzer
