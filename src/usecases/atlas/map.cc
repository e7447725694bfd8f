// SPDX-License-Identifier: EUPL-1.2
#include "usecases/atlas/map.h"

#include <algorithm>

#include "base/check.h"
#include "base/checksum.h"
#include "exchange/basemap.h"

namespace wegwijzer {

namespace {

constexpr char drawn_as[] = "1";  // one more when the same map gives other tiles than before

// Tiles are kept by browsers for a year, so their address must tell also two stores apart.
std::string version_of(std::vector<GroundFile> const& files) {
  std::string all = drawn_as;
  for (auto const& file : files) {
    if (file.kind != GroundKind::streets && file.kind != GroundKind::basemap) continue;
    all += file.kind == GroundKind::streets ? "\nstreets " : "\nbasemap ";
    all.append(file.source).append(" ").append(file.checksum);
  }
  return checksum(all).substr(0, 16);
}

Basemap basemap_of(Ground& ground, std::vector<GroundFile> const& files, std::string const& source) {
  auto const found = std::ranges::find_if(files, [&](GroundFile const& file) {
    return file.kind == GroundKind::basemap && file.source == source;
  });
  if (found == files.end()) return {};
  auto basemap = read_basemap(ground.bytes(*found));
  check(basemap.has_value(), "the basemap in the store cannot be read back");
  return *std::move(basemap);
}

}  // namespace

std::shared_ptr<tiles::TileMaker const> load_map(Ground& ground,
                                                 std::vector<std::shared_ptr<StreetMap const>> const& maps,
                                                 std::shared_ptr<tiles::TileMaker const> before) {
  auto const files = ground.files();
  auto version = version_of(files);
  if (before && before->version() == version) return before;
  tiles::MapSources sources;
  for (auto const& map : maps) {
    sources.push_back(std::make_shared<tiles::MapSource const>(basemap_of(ground, files, map->source()),
                                                               map->shared_streets()));
  }
  return std::make_shared<tiles::TileMaker const>(std::move(version), std::move(sources));
}

}  // namespace wegwijzer
