// SPDX-License-Identifier: EUPL-1.2
#include "usecases/ground/picture.h"

#include <algorithm>
#include <fstream>

#include "base/check.h"
#include "exchange/basemap.h"
#include "tiles/picture.h"
#include "usecases/ground/streets.h"

namespace wegwijzer {

namespace {

constexpr int picture_pixels = 1'600;

// All streets, and a little around them; nothing when there are none.
std::optional<tiles::PictureWish> whole_map(Streets const& streets) {
  auto const& nodes = streets.columns().nodes;
  if (nodes.empty()) return std::nullopt;
  auto const [south, north] = std::ranges::minmax(nodes, {}, &GeoPoint::latitude);
  auto const [west, east] = std::ranges::minmax(nodes, {}, &GeoPoint::longitude);
  GeoPoint const middle{south.latitude / 2 + north.latitude / 2, west.longitude / 2 + east.longitude / 2};
  auto const corner = LocalPlane(middle).position({north.latitude, east.longitude});
  return tiles::PictureWish{.width = picture_pixels,
                            .height = picture_pixels,
                            .middle = middle,
                            .reach = Metres{std::max({corner.east, corner.north, 100.0}) * 1.02}};
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
  auto const map = choose_map(ground, wish.source, "--map");
  if (!map) return fail(map.error());
  auto streets = streets_of(ground, *map);
  auto frame = whole_map(streets);
  if (!frame) return fail(Fault::missing, "picture.no_streets");
  if (wish.around) frame->middle = *wish.around;
  if (wish.reach) frame->reach = *wish.reach;
  tiles::MapSources const sources{std::make_shared<tiles::MapSource const>(
      basemap_of(ground, map->source), std::make_shared<Streets const>(std::move(streets)))};
  auto const drawn = tiles::picture(sources, *frame);
  check(drawn.has_value(), "a frame says where");
  std::ofstream out(file, std::ios::binary);
  out << *drawn;
  out.close();
  if (out) return {};
  std::error_code ignored;
  std::filesystem::remove(file, ignored);
  return fail(Fault::unavailable, "export.cannot_write", {{"file", file.string()}});
}

}  // namespace wegwijzer
