// SPDX-License-Identifier: EUPL-1.2
#include "tiles/tile_maker.h"

#include "tiles/vector_tile.h"

namespace wegwijzer::tiles {

namespace {

constexpr std::size_t most_kept = std::size_t{64} * 1024 * 1024;
constexpr std::size_t bookkeeping = 160;  // about what a tile costs beside its bytes

// Half a CSS pixel, which nobody sees; what is stretched beyond the last zoom is kept as it is.
double tolerance_at(TileAddress address) {
  return address.zoom < last_zoom ? 4 : 0.5;
}

}  // namespace

std::size_t TileCache::size_of(Kept const& kept) {
  return kept.tile->size() + bookkeeping;
}

TileCache::Bytes TileCache::find(TileAddress address) {
  std::scoped_lock const lock(changing_);
  auto const found = places_.find(address);
  if (found == places_.end()) return nullptr;
  recent_.splice(recent_.begin(), recent_, found->second);
  return found->second->tile;
}

void TileCache::keep(TileAddress address, Bytes tile) {
  std::scoped_lock const lock(changing_);
  if (places_.contains(address)) return;
  recent_.push_front({address, std::move(tile)});
  places_[address] = recent_.begin();
  bytes_ += size_of(recent_.front());
  while (bytes_ > most_bytes_) {
    bytes_ -= size_of(recent_.back());
    places_.erase(recent_.back().address);
    recent_.pop_back();
  }
}

std::size_t TileCache::bytes() const {
  std::scoped_lock const lock(changing_);
  return bytes_;
}

TileMaker::TileMaker(std::string version, MapSources sources)
    : version_(std::move(version)), sources_(std::move(sources)), cache_(most_kept) {
  for (auto const& source : sources_) {
    if (!source->box()) continue;
    box_ = box_ ? around(*box_, *source->box()) : *source->box();
  }
}

TileCache::Bytes TileMaker::tile(TileAddress address) const {
  if (!box_ || !meet(address.box(), *box_)) return nullptr;
  if (auto kept = cache_.find(address)) return kept;
  // Two threads may draw the same tile at once; that costs less than waiting for each other.
  auto made = std::make_shared<std::string const>(make_tile(sources_, address));
  cache_.keep(address, made);
  return made;
}

std::string make_tile(MapSources const& sources, TileAddress address, std::size_t largest) {
  auto const frame = Frame::of(address);
  std::string tile;
  for (auto detail = address.zoom; detail >= 0; --detail) {
    tile = vector_tile(draw(sources, frame, {detail, tolerance_at(address)}));
    if (tile.size() <= largest) break;
  }
  return tile;
}

}  // namespace wegwijzer::tiles
