// SPDX-License-Identifier: EUPL-1.2
#include "usecases/archive/open_data.h"

#include <nlohmann/json.hpp>
#include <unordered_map>

#include "exchange/columns.h"
#include "exchange/records_csv.h"
#include "exchange/write_geojson.h"
#include "usecases/community/any_record.h"
#include "usecases/community/past.h"

namespace wegwijzer {

namespace {

using Json = nlohmann::ordered_json;

constexpr char const* csv_type = "text/csv; charset=utf-8";
constexpr char const* places_name = "venues.geojson";
constexpr char const* columns_name = "columns.csv";
constexpr char const* package_name = "datapackage.json";

// The records of a kind at a moment that may go out under the licence.
template <class Thing>
std::vector<Thing> records_of(Reader& reader, OpenDataVersion const& version) {
  auto const history = reader.audit();
  std::unordered_map<std::string, std::vector<AuditEntry const*>> later;
  for (auto const& entry : history) {
    bool const counts = entry.record == record_name<Thing> && entry.at > version.at && !confirms(entry);
    if (counts) later[text(entry.id)].push_back(&entry);
  }
  std::vector<Thing> out;
  for (auto& thing : records<Thing>(reader).all()) {
    auto const changed = later.find(text(thing.id));
    auto then = changed == later.end() ? std::optional(std::move(thing)) : as_before(thing, changed->second);
    bool const of_osm = then && then->source.starts_with("osm:");
    bool const goes_out = then && !then->archived_on && (!of_osm || version.licence == OpenLicence::odbl);
    if (goes_out) out.push_back(*std::move(then));
  }
  return out;
}

template <class Thing>
std::vector<std::string> open_headings() {
  auto headings = record_headings<Thing>();
  std::erase_if(headings, [](std::string const& field) {
    // Of what is on the map nothing is archived, and how often it was kept tells nobody anything.
    return field == "archived_on" || field == "version" || !meaning_of(record_name<Thing>, field).open;
  });
  return headings;
}

template <class Thing>
std::string table_of(std::vector<Thing> const& all) {
  auto const headings = open_headings<Thing>();
  std::vector<RecordLine> lines;
  lines.reserve(all.size());
  for (auto const& thing : all) {
    RecordLine line;
    for (auto const& field : headings) {
      line.values.push_back(field == "id" ? FieldText(text(thing.id)) : text_of(thing, field));
    }
    lines.push_back(std::move(line));
  }
  return write_record_lines(headings, lines);
}

// Types by the names of the standard; a list is a text with "; " between its values.
std::string package_type(std::string const& type) {
  if (type == "list") return "string";
  return type == "geopoint" ? "string" : type;
}

template <class Thing>
Json resource() {
  auto fields = Json::array();
  for (auto const& field : open_headings<Thing>()) {
    auto const& meaning = meaning_of(record_name<Thing>, field);
    fields.push_back({{"name", field},
                      {"type", package_type(meaning.type)},
                      {"description", meaning.english},
                      {"description_nl", meaning.dutch}});
    if (meaning.type == "boolean") fields.back().update({{"trueValues", {"yes"}}, {"falseValues", {"no"}}});
  }
  return {{"name", record_plural<Thing>},
          {"path", std::string(record_plural<Thing>) + ".csv"},
          {"format", "csv"},
          {"encoding", "utf-8"},
          {"schema", {{"fields", fields}, {"primaryKey", "id"}}}};
}

std::string licence_address(OpenLicence licence) {
  if (licence == OpenLicence::cc0) return "https://creativecommons.org/publicdomain/zero/1.0/";
  if (licence == OpenLicence::cc_by) return "https://creativecommons.org/licenses/by/4.0/";
  return "https://opendatacommons.org/licenses/odbl/1-0/";
}

std::string package_of(Ecosystem const& ecosystem, OpenDataVersion const& version) {
  auto resources = Json::array();
  for_each_kind([&]<class Thing>(Kind<Thing>) { resources.push_back(resource<Thing>()); });
  return Json{{"name", "wegwijzer-" + ecosystem.slug},
              {"id", text(version.id)},
              {"title", ecosystem.name},
              {"version", text(local_date(version.at))},
              {"created", text(version.at)},
              {"description", version.note},
              {"licenses", {{{"name", text(version.licence)}, {"path", licence_address(version.licence)}}}},
              {"resources", resources}}
      .dump(1, ' ', false, Json::error_handler_t::replace);
}

template <class Thing>
std::string table_name() {
  return std::string(record_plural<Thing>) + ".csv";
}

}  // namespace

std::vector<std::string> open_file_names() {
  std::vector<std::string> names;
  for_each_kind([&]<class Thing>(Kind<Thing>) { names.push_back(table_name<Thing>()); });
  names.insert(names.end(), {places_name, columns_name, package_name});
  return names;
}

Result<OpenFile> open_file(Reader& reader, OpenDataVersion const& version, std::string const& name) {
  if (name == columns_name) return OpenFile{name, csv_type, std::string(columns_file())};
  if (name == package_name) {
    return OpenFile{name, "application/json", package_of(reader.ecosystem(), version)};
  }
  if (name == places_name) {
    return OpenFile{name, "application/geo+json", write_venues_geojson(records_of<Venue>(reader, version))};
  }
  Result<OpenFile> made = fail(Fault::missing, "open_data.no_such_file", {{"file", name}});
  for_each_kind([&]<class Thing>(Kind<Thing>) {
    if (name == table_name<Thing>()) {
      made = OpenFile{name, csv_type, table_of(records_of<Thing>(reader, version))};
    }
  });
  return made;
}

}  // namespace wegwijzer
