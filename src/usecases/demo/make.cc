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

template <class Value>
Value sound(Result<Value> value) {
  check(value.has_value(), "a file of the demo cannot be read");
  return *std::move(value);
}

void lay_the_ground(Writer& writer, DemoTown const& town) {
  ImportReport report;
  import_areas(writer, sound(read_areas_geojson(demo_file("areas.geojson"))), report);
  writer.ground().replace_place_names("demo", town.place_names);
  writer.ground().replace(GroundKind::streets, "demo", snapshot(*town.streets));
}

void fill(Writer& writer, Vocabulary const& vocabulary) {
  ImportReport report;
  auto const organisations = sound(read_organisations_csv(demo_file("organisations.csv"), vocabulary));
  check(import_organisations(writer, organisations, report).has_value(), "the demo cannot be imported");
  auto const offerings = sound(read_offerings_csv(demo_file("offerings.csv"), vocabulary));
  check(import_offerings(writer, offerings, report).has_value(), "the demo cannot be imported");
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
