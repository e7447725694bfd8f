// SPDX-License-Identifier: EUPL-1.2
#include "usecases/ground/streets.h"

#include <algorithm>

#include "base/check.h"
#include "base/words.h"
#include "exchange/osm_pbf.h"
#include "streets/snapshot.h"

namespace wegwijzer {

namespace {

std::vector<GroundFile> maps_in(Ground& ground) {
  auto files = ground.files();
  std::erase_if(files, [](GroundFile const& file) { return file.kind != GroundKind::streets; });
  return files;
}

std::string names_of(std::vector<GroundFile> const& maps) {
  std::vector<std::string> names;
  for (auto const& map : maps) names.push_back(map.source);
  return joined(names, ", ");
}

}  // namespace

Result<GroundFile> choose_map(Ground& ground, std::string const& source, char const* option) {
  auto const maps = maps_in(ground);
  if (maps.empty()) return fail(Fault::missing, "picture.no_streets");
  if (source.empty() && maps.size() == 1) return maps.front();
  if (source.empty()) {
    return fail(Fault::invalid, "picture.which_map", {{"option", option}, {"names", names_of(maps)}});
  }
  auto const found = std::ranges::find(maps, source, &GroundFile::source);
  if (found != maps.end()) return *found;
  return fail(Fault::missing, "picture.map_missing", {{"name", source}, {"names", names_of(maps)}});
}

Streets streets_of(Ground& ground, GroundFile const& map) {
  auto streets = read_snapshot(ground.bytes(map));
  check(streets.has_value(), "the streets in the store cannot be read back");
  return *std::move(streets);
}

Result<std::shared_ptr<Streets const>> streets_of_file(std::filesystem::path const& osm,
                                                       Progress const& progress) {
  auto streets = read_osm_streets(osm, progress);
  if (!streets) return fail(streets.error());
  if (streets->edge_count() == 0) {
    return fail(Fault::invalid, "file.no_streets", {{"file", osm.filename().string()}});
  }
  return std::make_shared<Streets const>(*std::move(streets));
}

}  // namespace wegwijzer
