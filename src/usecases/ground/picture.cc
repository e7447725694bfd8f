// SPDX-License-Identifier: EUPL-1.2
#include "usecases/ground/picture.h"

#include <algorithm>
#include <fstream>

#include "base/check.h"
#include "base/words.h"
#include "exchange/map_svg.h"
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

Result<GroundFile> wished(std::vector<GroundFile> const& maps, std::string const& source) {
  if (maps.empty()) return fail(Fault::missing, "picture.no_streets");
  if (source.empty() && maps.size() == 1) return maps.front();
  if (source.empty()) return fail(Fault::invalid, "picture.which_map", {{"names", names_of(maps)}});
  auto const found = std::ranges::find(maps, source, &GroundFile::source);
  if (found != maps.end()) return *found;
  return fail(Fault::missing, "picture.map_missing", {{"name", source}, {"names", names_of(maps)}});
}

Basemap basemap_of(Ground& ground, std::string const& source) {
  for (auto const& file : ground.files()) {
    if (file.kind != GroundKind::basemap || file.source != source) continue;
    auto basemap = read_basemap(ground.bytes(file));
    check(basemap.has_value(), "the basemap in the store cannot be read back");
    return *std::move(basemap);
  }
  return {};
}

}  // namespace

Done draw_picture(Ground& ground, PictureWish const& wish, std::filesystem::path const& file) {
  if (std::filesystem::exists(file))
    return fail(Fault::conflict, "demo.file_exists", {{"file", file.string()}});
  auto const map = wished(maps_in(ground), wish.source);
  if (!map) return fail(map.error());
  auto const streets = read_snapshot(ground.bytes(*map));
  check(streets.has_value(), "the streets in the store cannot be read back");
  auto frame = frame_around(*streets);
  if (!frame) return fail(Fault::missing, "picture.no_streets");
  if (wish.around) frame->middle = *wish.around;
  if (wish.reach) frame->half_width = *wish.reach;
  std::ofstream out(file, std::ios::binary);
  write_map_svg(out, *streets, basemap_of(ground, map->source), *frame);
  out.close();
  if (out) return {};
  std::error_code ignored;
  std::filesystem::remove(file, ignored);
  return fail(Fault::unavailable, "export.cannot_write", {{"file", file.string()}});
}

}  // namespace wegwijzer
