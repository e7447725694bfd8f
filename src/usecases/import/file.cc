// SPDX-License-Identifier: EUPL-1.2
#include "usecases/import/file.h"

#include <algorithm>
#include <set>

#include "exchange/areas.h"
#include "exchange/basemap.h"
#include "exchange/osm_pbf.h"
#include "exchange/places_geojson.h"
#include "exchange/postcodes_csv.h"
#include "exchange/schools_geojson.h"
#include "exchange/whole_file.h"
#include "streets/snapshot.h"
#include "usecases/import/areas.h"
#include "usecases/import/inquiries.h"
#include "usecases/import/pictures.h"
#include "usecases/import/schools.h"
#include "usecases/import/spreadsheets.h"
#include "usecases/import/venues.h"

namespace wegwijzer {

namespace {

using Path = std::filesystem::path;

// What the ground remembers a file by: importing the next edition under the same name replaces it.
std::string source_of(Path const& file) {
  return file.filename().string();
}

// All that is derived from the file is made before anybody waits for the writer.
struct OsmRead {
  std::string source;
  std::string streets;
  std::string basemap;
  std::vector<PlaceName> place_names;
  std::vector<Venue> venues;
  ImportReport report;
};

FieldText checksum_of(Writer& writer, GroundKind kind, std::string const& source) {
  auto const file = writer.ground().file(kind, source);
  return file ? FieldText(file->checksum) : std::nullopt;
}

// A map has no fields: its history is that of the checksum of its bytes.
void replace(Writer& writer, GroundKind kind, std::string const& source, std::string const& bytes) {
  auto before = checksum_of(writer, kind, source);
  writer.ground().replace(kind, source, bytes);
  writer.note(text(kind), source, std::move(before), checksum_of(writer, kind, source));
}

Result<ImportReport> keep(Writer& writer, OsmRead osm) {
  replace(writer, GroundKind::streets, osm.source, osm.streets);
  replace(writer, GroundKind::basemap, osm.source, osm.basemap);
  writer.ground().replace_place_names(osm.source, osm.place_names);
  if (auto const done = import_venues(writer, std::move(osm.venues), osm.report); !done) {
    return fail(done.error());
  }
  return osm.report;
}

Result<ReadImport> read_osm(Path const& file, Vocabulary const& vocabulary, Progress const& progress) {
  auto extract = read_osm_pbf(file, vocabulary.venue_kinds, progress);
  if (!extract) return fail(extract.error());
  ImportReport report;
  report.counts = {{"nodes", extract->counts.nodes},
                   {"ways", extract->counts.ways},
                   {"relations", extract->counts.relations},
                   {"highway_ways", extract->counts.highway_ways},
                   {"turn_bans", extract->counts.turn_bans.read},
                   {"turn_bans_left_out", extract->counts.turn_bans.left_out},
                   {"street_edges", extract->streets.edge_count()},
                   {"place_names", extract->place_names.size()}};
  OsmRead osm{source_of(file),
              snapshot(extract->streets),
              write_basemap(extract->basemap),
              std::move(extract->place_names),
              std::move(extract->venues),
              std::move(report)};
  return [osm = std::move(osm)](Writer& writer) mutable { return keep(writer, std::move(osm)); };
}

using ArchiveMissing = std::function<Done(Writer&, ImportReport&)>;

template <class Thing>
Done note(Result<std::vector<Thing>> archived, ImportReport& report) {
  if (!archived) return fail(archived.error());
  for (auto const& thing : *archived) report.archived.push_back(name_of(thing));
  return {};
}

ArchiveMissing archive_organisations(Date today) {
  return [today](Writer& writer, ImportReport& report) {
    return note(archive_missing<Organisation>(writer, organisation_source(""), report.spoken_of, today),
                report);
  };
}

ArchiveMissing archive_schools(Date today) {
  return [today](Writer& writer, ImportReport& report) {
    return note(archive_missing<Organisation>(writer, "duo:", report.spoken_of, today), report);
  };
}

// The file of a club speaks of that club only.
ArchiveMissing archive_offerings(Date today) {
  return [today](Writer& writer, ImportReport& report) -> Done {
    std::set<std::string> prefixes;
    for (auto const& source : report.spoken_of) prefixes.insert(source.substr(0, source.rfind('/') + 1));
    for (auto const& prefix : prefixes) {
      auto const done = note(archive_missing<Offering>(writer, prefix, report.spoken_of, today), report);
      if (!done) return done;
    }
    return {};
  };
}

// What was read of a file of rows, kept by `import(writer, rows, report)`.
template <class Rows, class ImportRows>
Result<ReadImport> rows_for(Result<Rows> rows, ImportRows const& import, ArchiveMissing const& archive = {}) {
  if (!rows) return fail(rows.error());
  return [rows = *std::move(rows), import, archive](Writer& writer) mutable -> Result<ImportReport> {
    ImportReport report;
    report.problems = std::move(rows.problems);
    if (auto const done = import(writer, std::move(rows.rows), report); !done) return fail(done.error());
    // A row that was not read may be what seems to be missing.
    if (!archive || !std::ranges::all_of(report.problems, &Problem::row_kept)) return report;
    if (auto const done = archive(writer, report); !done) return fail(done.error());
    return report;
  };
}

Result<Import<Area>> read_areas(std::string const& bytes) {
  auto const first = bytes.find_first_not_of(" \t\r\n\xef\xbb\xbf");
  bool const is_json = first != bytes.npos && bytes[first] == '{';
  return is_json ? read_areas_geojson(bytes) : read_areas_csv(bytes);
}

Done import_postcodes(Writer& writer, std::string const& source, std::vector<PlaceName> const& postcodes,
                      ImportReport& report) {
  bool const changed = writer.ground().replace_place_names(source, postcodes);
  (changed ? report.added : report.unchanged) = postcodes.size();
  if (changed) writer.note("postcodes", source, std::nullopt, std::to_string(postcodes.size()));
  return {};
}

// The pictures lie beside the file.
Result<ReadImport> offerings_for(Result<Import<OfferingRow>> read, Path const& file,
                                 ArchiveMissing const& archive) {
  if (!read) return fail(read.error());
  auto made = read_pictures(file.parent_path(), read->rows, read->problems);
  auto const import = [made = std::move(made)](Writer& writer, std::vector<OfferingRow> rows,
                                               ImportReport& report) {
    keep_pictures(writer.ground(), made);
    return import_offerings(writer, std::move(rows), report).map([&] {
      writer.ground().forget_pictures_without_use();
    });
  };
  return rows_for(std::move(read), import, archive);
}

}  // namespace

Result<ReadImport> read_import(ImportFormat format, Path const& file, Vocabulary const& vocabulary,
                               ImportChoices choices, Progress const& progress) {
  bool const says_all = format == ImportFormat::organisations || format == ImportFormat::offerings ||
                        format == ImportFormat::schools;
  if (choices.archive_missing && !says_all) return fail(Fault::invalid, "import.archive_not_here");
  auto const archiving = [choices](ArchiveMissing archive) {
    return choices.archive_missing ? std::move(archive) : ArchiveMissing();
  };
  if (format == ImportFormat::osm) return read_osm(file, vocabulary, progress);
  auto const bytes = read_whole(file);
  if (!bytes) return fail(bytes.error());
  switch (format) {
    case ImportFormat::areas:
      return rows_for(read_areas(*bytes), import_areas);
    case ImportFormat::schools:
      return rows_for(read_schools_geojson(*bytes), import_schools,
                      archiving(archive_schools(choices.today)));
    case ImportFormat::places:
      return rows_for(read_places_geojson(*bytes, vocabulary), import_venues);
    case ImportFormat::postcodes:
      return rows_for(
          read_postcodes_csv(*bytes),
          [source = source_of(file)](Writer& writer, auto const& postcodes, ImportReport& report) {
            return import_postcodes(writer, source, postcodes, report);
          });
    case ImportFormat::organisations:
      return rows_for(read_organisations_csv(*bytes, vocabulary, choices.today), import_organisations,
                      archiving(archive_organisations(choices.today)));
    case ImportFormat::offerings:
      return offerings_for(read_offerings_csv(*bytes, vocabulary, choices.today), file,
                           archiving(archive_offerings(choices.today)));
    case ImportFormat::inquiries:
      return rows_for(read_inquiries_csv(*bytes, vocabulary, choices.today), import_inquiries);
    case ImportFormat::osm:
      break;
  }
  return fail(Fault::invalid, "import.format_unknown", {{"value", text(format)}});
}

}  // namespace wegwijzer
