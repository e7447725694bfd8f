// SPDX-License-Identifier: EUPL-1.2
#include "usecases/demo/make.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"
#include "base/embedded.h"
#include "exchange/areas.h"
#include "exchange/demo_town.h"
#include "streets/snapshot.h"
#include "usecases/import/areas.h"
#include "usecases/import/spreadsheets.h"

namespace wegwijzer {

namespace {

std::string_view demo_file(char const* name) {
  return embedded_file(assets_files(), std::string("demo/") + name);
}

// The rows of a file of ours, in which nothing may be wrong.
template <class Row>
std::vector<Row> sound(Result<Import<Row>> file) {
  check(file.has_value() && file->problems.empty(), "a file of the demo cannot be read");
  return std::move(file->rows);
}

void lay_the_ground(Writer& writer, DemoTown const& town) {
  writer.ground().replace_place_names("demo", town.place_names);
  writer.ground().replace(GroundKind::streets, "demo", snapshot(*town.streets));
}

// The files of the demo say every year and were checked when they were written, whatever day it is now.
void fill(Writer& writer, Vocabulary const& vocabulary) {
  ImportReport report;
  auto const kept = [](Done const& done) { check(done.has_value(), "the demo cannot be imported"); };
  kept(import_areas(writer, sound(read_areas_geojson(demo_file("areas.geojson"))), report));
  kept(import_organisations(
      writer, sound(read_organisations_csv(demo_file("organisations.csv"), vocabulary, Date::max())),
      report));
  kept(import_offerings(
      writer, sound(read_offerings_csv(demo_file("offerings.csv"), vocabulary, Date::max())), report));
  check(report.problems.empty(), "a row of the demo is wrong");
}

}  // namespace

Result<Ecosystem> make_demo(Store& store, Vocabulary const& vocabulary, Ids& ids) {
  auto const town = read_demo_town(demo_file("about.json"), demo_file("town.txt"), demo_file("streets.csv"),
                                   demo_file("place_names.csv"));
  auto ecosystem = town.ecosystem;
  auto const all = store.ecosystems();
  if (std::ranges::find(all, ecosystem.slug, &Ecosystem::slug) != all.end()) {
    return fail(Fault::conflict, "demo.already_there", {{"name", ecosystem.name}});
  }
  ecosystem.id = Id<Ecosystem>(ids.next());
  auto const writer = store.writer(ecosystem, {"demo"});
  lay_the_ground(*writer, town);
  fill(*writer, vocabulary);
  writer->commit();
  return ecosystem;
}

}  // namespace wegwijzer
