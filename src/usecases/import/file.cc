// SPDX-License-Identifier: EUPL-1.2
#include "usecases/import/file.h"

#include <fstream>
#include <iterator>

#include "exchange/areas.h"
#include "exchange/basemap.h"
#include "exchange/osm_pbf.h"
#include "exchange/places_geojson.h"
#include "exchange/postcodes_csv.h"
#include "exchange/schools_geojson.h"
#include "streets/snapshot.h"
#include "usecases/import/areas.h"
#include "usecases/import/spreadsheets.h"
#include "usecases/import/venues.h"

namespace wegwijzer {

namespace {

using Path = std::filesystem::path;

struct Asked {
  Writer& writer;
  Path file;
  Vocabulary const& vocabulary;
  Progress const& progress;
};

Result<std::string> bytes_of(Path const& file) {
  std::ifstream in(file, std::ios::binary);
  auto const missing = fail(Fault::missing, "import.file_missing", {{"file", file.string()}});
  if (!in || std::filesystem::is_directory(file)) return missing;
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (in.bad()) return missing;
  return bytes;
}

// What the ground remembers a file by: importing the next edition under the same name replaces it.
std::string source_of(Path const& file) {
  return file.filename().string();
}

Result<ImportReport> import_osm(Asked const& asked) {
  auto extract = read_osm_pbf(asked.file, asked.vocabulary.venue_kinds, asked.progress);
  if (!extract) return fail(extract.error());
  ImportReport report;
  report.counts = {{"nodes", extract->counts.nodes},
                   {"ways", extract->counts.ways},
                   {"relations", extract->counts.relations},
                   {"highway_ways", extract->counts.highway_ways},
                   {"street_edges", extract->streets.edge_count()},
                   {"place_names", extract->place_names.size()}};
  auto const source = source_of(asked.file);
  auto& ground = asked.writer.ground();
  ground.replace(GroundKind::streets, source, snapshot(extract->streets));
  ground.replace(GroundKind::basemap, source, write_basemap(extract->basemap));
  ground.replace_place_names(source, extract->place_names);
  if (auto const done = import_venues(asked.writer, std::move(extract->venues), report); !done)
    return fail(done.error());
  return report;
}

Result<ImportReport> import_areas_file(Asked const& asked, std::string const& bytes) {
  auto const is_json = bytes.find_first_not_of(" \t\r\n\xef\xbb\xbf") != bytes.npos &&
                       bytes[bytes.find_first_not_of(" \t\r\n\xef\xbb\xbf")] == '{';
  auto areas = is_json ? read_areas_geojson(bytes) : read_areas_csv(bytes);
  if (!areas) return fail(areas.error());
  ImportReport report;
  import_areas(asked.writer, *std::move(areas), report);
  return report;
}

Result<ImportReport> import_schools(Asked const& asked, std::string const& bytes) {
  auto schools = read_schools_geojson(bytes);
  if (!schools) return fail(schools.error());
  ImportReport report;
  report.problems = std::move(schools->problems);
  for (auto& school : schools->rows) {
    auto const organisation = merge_from_source(asked.writer, std::move(school.organisation));
    if (!organisation) return fail(organisation.error());
    report.count(*organisation);
    school.venue.organisation = organisation->thing.id;
    auto const venue = merge_from_source(asked.writer, std::move(school.venue));
    if (!venue) return fail(venue.error());
    report.kept.insert(report.kept.end(), venue->kept.begin(), venue->kept.end());
  }
  return report;
}

Result<ImportReport> import_places(Asked const& asked, std::string const& bytes) {
  auto places = read_places_geojson(bytes, asked.vocabulary);
  if (!places) return fail(places.error());
  ImportReport report;
  report.problems = std::move(places->problems);
  if (auto const done = import_venues(asked.writer, std::move(places->rows), report); !done)
    return fail(done.error());
  return report;
}

Result<ImportReport> import_postcodes(Asked const& asked, std::string const& bytes) {
  auto postcodes = read_postcodes_csv(bytes);
  if (!postcodes) return fail(postcodes.error());
  ImportReport report;
  bool const changed = asked.writer.ground().replace_place_names(source_of(asked.file), postcodes->rows);
  (changed ? report.added : report.unchanged) = postcodes->rows.size();
  report.problems = std::move(postcodes->problems);
  return report;
}

template <class Row>
Result<ImportReport> import_rows(Asked const& asked, Result<Import<Row>> rows,
                                 Done (*import)(Writer&, Import<Row>, ImportReport&)) {
  if (!rows) return fail(rows.error());
  ImportReport report;
  if (auto const done = import(asked.writer, *std::move(rows), report); !done) return fail(done.error());
  return report;
}

Result<ImportReport> read_and_import(Asked const& asked, ImportFormat format) {
  if (format == ImportFormat::osm) return import_osm(asked);
  auto const bytes = bytes_of(asked.file);
  if (!bytes) return fail(bytes.error());
  switch (format) {
    case ImportFormat::areas:
      return import_areas_file(asked, *bytes);
    case ImportFormat::schools:
      return import_schools(asked, *bytes);
    case ImportFormat::places:
      return import_places(asked, *bytes);
    case ImportFormat::postcodes:
      return import_postcodes(asked, *bytes);
    case ImportFormat::organisations:
      return import_rows(asked, read_organisations_csv(*bytes, asked.vocabulary), import_organisations);
    case ImportFormat::offerings:
      return import_rows(asked, read_offerings_csv(*bytes, asked.vocabulary), import_offerings);
    case ImportFormat::osm:
      break;
  }
  return fail(Fault::invalid, "import.format_unknown", {{"value", text(format)}});
}

}  // namespace

Result<ImportReport> import_file(Writer& writer, ImportFormat format, Path const& file,
                                 Vocabulary const& vocabulary, Progress const& progress) {
  return read_and_import({writer, file, vocabulary, progress}, format);
}

}  // namespace wegwijzer
