// SPDX-License-Identifier: EUPL-1.2
// Writes what reach_bench measures on into a folder: `streets` (a snapshot), `homes` and `venues` (a latitude
// and a longitude a line). reach_world FOLDER CHILDREN TOWNS [ORGANISATIONS]: a fictional country, its
// buurten as homes. reach_world FOLDER MAP.osm.pbf HOMES VENUES: a real one, with places drawn by lot on its
// streets.
#include <fmt/format.h>

#include <filesystem>
#include <fstream>

#include "base/random.h"
#include "exchange/osm_pbf.h"
#include "exchange/vocabulary_csv.h"
#include "streets/snapshot.h"
#include "usecases/demo/world_map.h"

namespace wegwijzer {

namespace {

using Points = std::vector<GeoPoint>;

struct Ground {
  Streets streets;
  Points homes;
  Points venues;
};

Ground fictional(towns::WorldSize const& size, double organisations) {
  auto const vocabulary = read_embedded_vocabulary();
  auto words = towns::read_world_words(vocabulary, date(2026, 11, 24));
  words.repertoire.organisations = organisations;
  towns::World world(size, words, 2);
  Points homes, venues;
  auto map = map_of(world, [] { return true; });
  for (auto const& buurt : world.territory().buurten) homes.push_back(world.earth(buurt.middle));
  for (std::size_t town = 0; town < world.town_count(); ++town) {
    for (auto const& venue : world.society(town).venues) venues.push_back(venue.point);
  }
  return {std::move(map->streets), std::move(homes), std::move(venues)};
}

Points by_lot(Streets const& streets, Random random, std::size_t size) {
  Points points;
  for (auto const& nodes = streets.columns().nodes; points.size() < size;) {
    points.push_back(nodes[random.below(nodes.size())]);
  }
  return points;
}

Ground real(std::filesystem::path const& map, std::size_t homes, std::size_t venues) {
  auto extract = read_osm_pbf(map, {});
  if (!extract) throw std::runtime_error(extract.error().key);
  auto& streets = extract->streets;
  auto const homes_by_lot = by_lot(streets, Seed(1).stream("homes"), homes);
  auto const venues_by_lot = by_lot(streets, Seed(1).stream("venues"), venues);
  return {std::move(streets), homes_by_lot, venues_by_lot};
}

void write(std::filesystem::path const& file, Points const& points) {
  std::ofstream out(file);
  for (auto const point : points) out << point.latitude << ' ' << point.longitude << '\n';
}

int run(std::vector<std::string> const& words) {
  if (words.size() < 3) {
    fmt::print("reach_world FOLDER CHILDREN TOWNS [ORGANISATIONS], or FOLDER MAP.osm.pbf HOMES VENUES\n");
    return 2;
  }
  std::filesystem::path const folder(words[0]);
  std::filesystem::create_directories(folder);
  auto const ground = words[1].ends_with(".pbf") ? real(words[1], std::stoul(words[2]),
                                                        words.size() > 3 ? std::stoul(words[3]) : 700)
                                                 : fictional({1, std::stoul(words[2]), std::stoul(words[1])},
                                                             words.size() > 3 ? std::stod(words[3]) : 1);
  std::ofstream(folder / "streets", std::ios::binary) << snapshot(ground.streets);
  write(folder / "homes", ground.homes);
  write(folder / "venues", ground.venues);
  fmt::print("{} nodes, {} edges, {} homes, {} venues\n", ground.streets.node_count(),
             ground.streets.edge_count(), ground.homes.size(), ground.venues.size());
  return 0;
}

}  // namespace

}  // namespace wegwijzer

int main(int count, char** words) {
  return wegwijzer::run({words + 1, words + count});
}
