// SPDX-License-Identifier: EUPL-1.2
#include "storage/ground_tables.h"

#include <nlohmann/json.hpp>

#include "base/check.h"
#include "base/checksum.h"
#include "domain/pictures.h"

namespace wegwijzer {

namespace {

constexpr std::size_t part_size = 4U << 20;

nlohmann::json ring_json(Ring const& ring) {
  auto out = nlohmann::json::array();
  for (auto const& point : ring) {
    out.push_back(point.longitude);
    out.push_back(point.latitude);
  }
  return out;
}

Ring ring_of(nlohmann::json const& numbers) {
  Ring ring;
  for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) {
    ring.push_back({numbers[i + 1].get<std::int32_t>(), numbers[i].get<std::int32_t>()});
  }
  return ring;
}

// [[outer, hole, …], …], a ring being longitude, latitude, … in 1e-7 degree.
std::string outline_text(std::vector<Polygon> const& outline) {
  auto out = nlohmann::json::array();
  for (auto const& polygon : outline) {
    auto rings = nlohmann::json::array({ring_json(polygon.outer)});
    for (auto const& hole : polygon.holes) rings.push_back(ring_json(hole));
    out.push_back(std::move(rings));
  }
  return out.dump();
}

std::vector<Polygon> outline_of(std::string const& text) {
  std::vector<Polygon> outline;
  for (auto const& rings : nlohmann::json::parse(text)) {
    Polygon polygon;
    for (auto const& ring : rings) {
      if (polygon.outer.empty()) {
        polygon.outer = ring_of(ring);
      } else {
        polygon.holes.push_back(ring_of(ring));
      }
    }
    outline.push_back(std::move(polygon));
  }
  return outline;
}

Area area_of(sqlite::Run const& row) {
  Area area;
  auto code = AreaCode::parse(row.text(0));
  check(code.has_value(), "an area code in the store cannot be read back");
  area.code = *std::move(code);
  area.name = row.text(1);
  area.outline = outline_of(row.text(2));
  if (auto const label = GeoPoint::parse(row.text(3))) area.label = *label;
  area.figures = nlohmann::json::parse(row.text(4)).get<std::map<std::string, double>>();
  area.source = row.text(5);
  return area;
}

// What the new one does not know is kept from the old one.
Area merged(Area old, Area const& now) {
  if (!now.name.empty()) old.name = now.name;
  if (!now.outline.empty()) old.outline = now.outline, old.label = now.label;
  for (auto const& [name, value] : now.figures) old.figures[name] = value;
  old.source = now.source;
  return old;
}

PlaceName place_name_of(sqlite::Run const& row) {
  auto const kind = parse_choice<PlaceNameKind>(row.text(0));
  check(kind.has_value(), "a kind of place name in the store cannot be read back");
  return {*kind,
          row.text(1),
          row.text(2),
          {static_cast<std::int32_t>(row.number(3)), static_cast<std::int32_t>(row.number(4))}};
}

GroundFile ground_file_of(sqlite::Run const& row) {
  auto const kind = parse_choice<GroundKind>(row.text(0));
  check(kind.has_value(), "a kind of ground file in the store cannot be read back");
  return {*kind, row.text(1), row.number(2), row.text(3), row.number(4)};
}

}  // namespace

std::vector<Area> GroundTables::areas() {
  auto rows = database_.query("SELECT code, name, outline, label, figures, source FROM area ORDER BY code");
  std::vector<Area> areas;
  while (rows.step()) areas.push_back(area_of(rows));
  return areas;
}

std::optional<Area> GroundTables::area(AreaCode const& code) {
  auto row = database_.query("SELECT code, name, outline, label, figures, source FROM area WHERE code = ?1",
                             std::string_view(code.text()));
  if (!row.step()) return std::nullopt;
  return area_of(row);
}

bool GroundTables::save(Area const& area_now) {
  auto const before = area(area_now.code);
  auto const now = before ? merged(*before, area_now) : area_now;
  if (before == now) return false;
  database_.run(
      "INSERT INTO area (code, name, outline, label, figures, source) VALUES (?1, ?2, ?3, ?4, ?5, ?6) "
      "ON CONFLICT (code) DO UPDATE SET name = excluded.name, outline = excluded.outline, label = "
      "excluded.label, "
      "figures = excluded.figures, source = excluded.source",
      std::string_view(now.code.text()), std::string_view(now.name),
      std::string_view(outline_text(now.outline)), now.label ? std::optional(text(*now.label)) : std::nullopt,
      std::string_view(nlohmann::json(now.figures).dump()), std::string_view(now.source));
  return true;
}

std::vector<PlaceName> GroundTables::place_names() {
  auto rows = database_.query(
      "SELECT kind, name, context, latitude, longitude FROM place_name ORDER BY source, number");
  std::vector<PlaceName> names;
  while (rows.step()) names.push_back(place_name_of(rows));
  return names;
}

std::vector<std::string> GroundTables::place_name_sources() {
  auto rows = database_.query("SELECT DISTINCT source FROM place_name ORDER BY source");
  std::vector<std::string> sources;
  while (rows.step()) sources.push_back(rows.text(0));
  return sources;
}

std::vector<PlaceName> GroundTables::place_names(std::string_view source) {
  auto rows = database_.query(
      "SELECT kind, name, context, latitude, longitude FROM place_name WHERE source = ?1 ORDER BY number",
      source);
  std::vector<PlaceName> names;
  while (rows.step()) names.push_back(place_name_of(rows));
  return names;
}

bool GroundTables::replace_place_names(std::string_view source, std::vector<PlaceName> const& names) {
  if (place_names(source) == names) return false;
  database_.run("DELETE FROM place_name WHERE source = ?1", source);
  std::int64_t number = 0;
  for (auto const& name : names) {
    database_.run(
        "INSERT INTO place_name (source, number, kind, name, context, latitude, longitude) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        source, number++, code(name.kind), std::string_view(name.name), std::string_view(name.context),
        std::int64_t{name.point.latitude}, std::int64_t{name.point.longitude});
  }
  return true;
}

std::vector<GroundFile> GroundTables::files() {
  auto rows =
      database_.query("SELECT kind, source, version, checksum, size FROM ground_file ORDER BY kind, source");
  std::vector<GroundFile> files;
  while (rows.step()) files.push_back(ground_file_of(rows));
  return files;
}

std::optional<GroundFile> GroundTables::file(GroundKind kind, std::string_view source) {
  auto row = database_.query(
      "SELECT kind, source, version, checksum, size FROM ground_file WHERE kind = ?1 AND source = ?2",
      code(kind), source);
  if (!row.step()) return std::nullopt;
  return ground_file_of(row);
}

std::string GroundTables::bytes(GroundFile const& file) {
  std::string bytes;
  bytes.reserve(static_cast<std::size_t>(file.size));
  auto rows = database_.query("SELECT bytes FROM ground_part WHERE kind = ?1 AND source = ?2 ORDER BY part",
                              code(file.kind), std::string_view(file.source));
  while (rows.step()) bytes += rows.bytes(0);
  check(checksum(bytes) == file.checksum, "a ground file in the store is damaged");
  return bytes;
}

bool GroundTables::replace(GroundKind kind, std::string_view source, std::string_view bytes) {
  auto const sum = checksum(bytes);
  auto const before = file(kind, source);
  if (before && before->checksum == sum) return false;
  auto const version = before ? before->version : 0;
  database_.run("DELETE FROM ground_part WHERE kind = ?1 AND source = ?2", code(kind), source);
  for (std::size_t at = 0, part = 0; at < bytes.size(); at += part_size, ++part) {
    database_.run("INSERT INTO ground_part (kind, source, part, bytes) VALUES (?1, ?2, ?3, ?4)", code(kind),
                  source, static_cast<std::int64_t>(part), sqlite::Blob(bytes.substr(at, part_size)));
  }
  database_.run(
      "INSERT INTO ground_file (kind, source, version, checksum, size) VALUES (?1, ?2, ?3, ?4, ?5) "
      "ON CONFLICT (kind, source) DO UPDATE SET version = excluded.version, checksum = excluded.checksum, "
      "size = excluded.size",
      code(kind), source, version + 1, std::string_view(sum), static_cast<std::int64_t>(bytes.size()));
  return true;
}

// By the names of their files. The ground is of all ecosystems, so here a query asks for all.
std::set<std::string> GroundTables::pictures_in_use() {
  auto rows = database_.query(
      "SELECT pictures FROM offering WHERE pictures <> '' UNION SELECT logo FROM ecosystem WHERE logo <> ''");
  std::set<std::string> names;
  while (rows.step()) {
    auto const shown = Pictures::parse(rows.text(0));
    check(shown.has_value(), "pictures in the store can be read back");
    for (auto const& picture : shown->all) {
      for (auto const width : picture_widths(picture.width)) names.insert(picture_name(picture, width));
    }
  }
  return names;
}

void GroundTables::forget_pictures_without_use() {
  auto const in_use = pictures_in_use();
  for (auto const& file : files()) {
    if (file.kind != GroundKind::picture || in_use.contains(file.source)) continue;
    std::string_view const source = file.source;
    database_.run("DELETE FROM ground_part WHERE kind = ?1 AND source = ?2", code(file.kind), source);
    database_.run("DELETE FROM ground_file WHERE kind = ?1 AND source = ?2", code(file.kind), source);
  }
}

}  // namespace wegwijzer
