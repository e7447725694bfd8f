// SPDX-License-Identifier: EUPL-1.2
// The map of an atlas as tiles: drawn when they are asked for, the last ones kept. Immutable but for what it
// keeps, safe to ask from several threads.
#pragma once

#include <cstddef>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "tiles/drawing.h"

namespace wegwijzer::tiles {

// Tiles kept in memory, the one asked for longest ago forgotten first.
class TileCache {
 public:
  explicit TileCache(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  using Bytes = std::shared_ptr<std::string const>;

  Bytes find(TileAddress address);  // nothing when it is not kept
  void keep(TileAddress address, Bytes tile);
  std::size_t bytes() const;

 private:
  struct Kept {
    TileAddress address;
    Bytes tile;
  };

  static std::size_t size_of(Kept const& kept);

  std::size_t most_bytes_;
  mutable std::mutex changing_;
  std::size_t bytes_ = 0;
  std::list<Kept> recent_;  // the latest first
  std::map<TileAddress, std::list<Kept>::iterator> places_;
};

class TileMaker {
 public:
  static constexpr std::size_t largest_tile = std::size_t{384} * 1024;  // bytes, before compression

  // `version` changes with the sources; it goes into the address of each tile.
  TileMaker(std::string version, MapSources sources);

  std::string const& version() const { return version_; }

  MapSources const& sources() const { return sources_; }

  std::optional<WorldBox> const& box() const { return box_; }  // nothing when there is no map

  // Empty when nothing is there; nothing when it lies outside the map altogether.
  TileCache::Bytes tile(TileAddress address) const;

 private:
  std::string version_;
  MapSources sources_;
  std::optional<WorldBox> box_;
  mutable TileCache cache_;
};

// One tile, not kept. Of a tile that would be too large the detail of an earlier zoom.
std::string make_tile(MapSources const& sources, TileAddress address,
                      std::size_t largest = TileMaker::largest_tile);

}  // namespace wegwijzer::tiles
