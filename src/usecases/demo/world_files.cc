// SPDX-License-Identifier: EUPL-1.2
#include "usecases/demo/world_files.h"

#include <fstream>

#include "exchange/write_geojson.h"
#include "usecases/demo/world_map.h"

namespace wegwijzer {

namespace {

tl::unexpected<Error> cannot_write(std::filesystem::path const& file) {
  std::error_code ignored;
  std::filesystem::remove(file, ignored);
  return fail(Fault::unavailable, "export.cannot_write", {{"file", file.string()}});
}

Done write_areas(towns::World& world, std::filesystem::path const& file) {
  std::vector<Area> areas;
  for (std::size_t town = 0; town < world.town_count(); ++town) {
    std::ranges::move(world.areas(town), std::back_inserter(areas));
  }
  std::ofstream out(file, std::ios::binary);
  out << write_areas_geojson(areas);
  out.close();
  if (!out) return cannot_write(file);
  return {};
}

}  // namespace

Done write_world_files(towns::World& world, DemoOrder const& order, Vocabulary const& vocabulary,
                       Progress const& progress) {
  auto const go_on = [&] { return !progress || progress(1, 1); };
  if (!order.osm.empty()) {
    if (auto const done = write_osm(world, order.osm, vocabulary.venue_kinds, go_on); !done) return done;
  }
  if (!order.areas.empty()) {
    if (auto const done = write_areas(world, order.areas); !done) return done;
  }
  return {};
}

}  // namespace wegwijzer
