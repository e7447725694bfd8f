// SPDX-License-Identifier: EUPL-1.2
#include "usecases/demo/world_files.h"

#include <set>

#include "base/checksum.h"
#include "exchange/homes.h"
#include "exchange/whole_file.h"
#include "exchange/write_geojson.h"
#include "exchange/write_spreadsheets.h"
#include "usecases/demo/world_map.h"

namespace wegwijzer {

namespace {

using Path = std::filesystem::path;

Done write_areas(towns::World& world, Path const& file) {
  std::vector<Area> areas;
  for (std::size_t town = 0; town < world.town_count(); ++town) {
    std::ranges::move(world.areas(town), std::back_inserter(areas));
  }
  return write_whole(file, [&](std::ostream& out) -> Done {
    out << write_areas_geojson(areas);
    return {};
  });
}

// The drawings that the offerings name, beside their spreadsheet.
Done write_drawings(std::vector<Offering> const& offerings, Path const& folder) {
  std::set<std::string> named;
  for (auto const& offering : offerings) {
    for (auto const& picture : offering.pictures.all) named.insert(picture.checksum);
  }
  for (auto const bytes : towns::drawings()) {
    auto const sum = checksum(bytes);
    if (!named.contains(sum)) continue;
    auto const written = write_whole(folder / (sum + ".webp"), [&](std::ostream& out) -> Done {
      out << bytes;
      return {};
    });
    if (!written) return written;
  }
  return {};
}

Done write_inquiries(towns::World& world, std::size_t town, towns::Society const& society, Path const& file,
                     Vocabulary const& vocabulary) {
  return write_whole(file, [&](std::ostream& out) {
    return write_inquiries_spreadsheet(out, society.inquiries, society.organisations, world.areas(town),
                                       vocabulary);
  });
}

// A folder a town: within it the names of organisations are unique, as the spreadsheets ask.
Done write_town(towns::World& world, std::size_t town, Path const& folder, Vocabulary const& vocabulary) {
  std::error_code code;
  std::filesystem::create_directories(folder, code);
  if (code) return cannot_write(folder);
  auto const society = world.society(town);
  Homes homes;
  for (auto const& home : world.homes(town)) homes.add(home);
  return write_whole(folder / "organisations.csv",
                     [&](std::ostream& out) {
                       return write_organisations_spreadsheet(out, society.organisations, society.venues,
                                                              vocabulary);
                     })
      .and_then([&] {
        return write_whole(folder / "offerings.csv", [&](std::ostream& out) {
          return write_offerings_spreadsheet(out, society.offerings, society.organisations, society.venues,
                                             vocabulary);
        });
      })
      .and_then([&] { return write_drawings(society.offerings, folder); })
      .and_then([&] { return write_inquiries(world, town, society, folder / "inquiries.csv", vocabulary); })
      .and_then([&] {
        return write_whole(folder / "homes.csv", [&](std::ostream& out) -> Done {
          out << write_homes_csv(homes);
          return {};
        });
      });
}

Done write_towns(towns::World& world, Path const& folder, Vocabulary const& vocabulary,
                 std::function<bool()> const& go_on) {
  auto const part = free_beside(folder);
  std::error_code code;
  Done done;
  for (std::size_t town = 0; town < world.town_count() && done; ++town) {
    if (!go_on()) done = fail(Fault::conflict, "demo.stopped");
    if (done) done = write_town(world, town, part / world.slug(town), vocabulary);
  }
  if (done) std::filesystem::rename(part, folder, code);
  if (done && !code) return done;
  std::filesystem::remove_all(part, code);
  return done ? cannot_write(folder) : done;
}

}  // namespace

Done check_world_files(DemoOrder const& order) {
  std::set<Path> all;
  for (auto const& file : {order.osm, order.areas, order.csv}) {
    if (file.empty()) continue;
    if (!all.insert(file).second) {
      return fail(Fault::conflict, "demo.file_exists", {{"file", file.string()}});
    }
    if (auto const room = check_new_file(file); !room) return room;
  }
  return {};
}

Done write_world_files(towns::World& world, DemoOrder const& order, Vocabulary const& vocabulary,
                       Progress const& progress) {
  auto const go_on = [&] { return !progress || progress(1, 1); };
  Done done;
  if (!order.osm.empty()) done = write_osm(world, order.osm, vocabulary.venue_kinds, go_on);
  if (done && !order.areas.empty()) done = write_areas(world, order.areas);
  if (done && !order.csv.empty()) done = write_towns(world, order.csv, vocabulary, go_on);
  if (done) return done;
  std::error_code ignored;
  for (auto const& file : {order.osm, order.areas}) std::filesystem::remove(file, ignored);
  return done;
}

}  // namespace wegwijzer
