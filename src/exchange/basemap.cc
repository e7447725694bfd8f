// SPDX-License-Identifier: EUPL-1.2
#include "exchange/basemap.h"

#include <optional>

#include "base/check.h"
#include "base/words.h"
#include "exchange/sealed_bytes.h"

namespace wegwijzer {

namespace {

constexpr Seal basemap_seal{"WGBM", 1, "basemap.damaged", "basemap.other_version"};

struct BasemapWriter : SealedWriter {
  BasemapWriter() : SealedWriter(basemap_seal) {}

  template <class Kind>
  void kind(Kind value) {
    byte(static_cast<std::uint8_t>(value));
  }

  void ring(Ring const& ring) {
    check(ring.size() >= 4 && ring.front() == ring.back(), "a ring of a basemap is closed");
    number(ring.size() - 1);
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) point(ring[i]);
  }

  void write(MapArea const& area) {
    kind(area.kind);
    number(area.outline.size());
    for (auto const& polygon : area.outline) {
      ring(polygon.outer);
      number(polygon.holes.size());
      for (auto const& hole : polygon.holes) ring(hole);
    }
  }

  void write(MapLine const& line) {
    kind(line.kind);
    number(line.line.size());
    for (auto const& at : line.line) point(at);
  }

  void write(MapLabel const& label) {
    kind(label.kind);
    text(label.name);
    point(label.point);
  }

  template <class Thing>
  void write(std::vector<Thing> const& things) {
    number(things.size());
    for (auto const& thing : things) write(thing);
  }
};

struct BasemapReader : SealedReader {
  explicit BasemapReader(SealedReader opened) : SealedReader(opened) {}

  template <class Kind>
  Kind kind(Kind last) {
    auto const value = byte();
    if (value > static_cast<std::uint8_t>(last)) return give_up(), Kind{};
    return static_cast<Kind>(value);
  }

  std::vector<GeoPoint> points(std::uint64_t least) {
    std::vector<GeoPoint> found;
    auto left = count();
    if (left < least) give_up();
    for (; left > 0 && !damaged(); --left) found.push_back(point());
    return found;
  }

  Ring ring() {
    auto found = points(3);
    if (!damaged()) found.push_back(found.front());
    return found;
  }

  Polygon polygon() {
    Polygon found{ring(), {}};
    for (auto left = count(); left > 0 && !damaged(); --left) found.holes.push_back(ring());
    return found;
  }

  void read(MapArea& area) {
    area.kind = kind(last_map_area_kind);
    for (auto left = count(); left > 0 && !damaged(); --left) area.outline.push_back(polygon());
  }

  void read(MapLine& line) {
    line.kind = kind(last_map_line_kind);
    line.line = points(2);
  }

  void read(MapLabel& label) {
    label.kind = kind(last_map_label_kind);
    label.name = text();
    if (!valid_utf8(label.name)) give_up();
    label.point = point();
  }

  template <class Thing>
  void read(std::vector<Thing>& things) {
    for (auto left = count(); left > 0 && !damaged(); --left) read(things.emplace_back());
  }
};

}  // namespace

std::string write_basemap(Basemap const& basemap) {
  BasemapWriter writer;
  writer.write(basemap.areas);
  writer.write(basemap.lines);
  writer.write(basemap.labels);
  return std::move(writer).sealed();
}

Result<Basemap> read_basemap(std::string_view bytes) {
  auto const opened = SealedReader::open(bytes, basemap_seal);
  if (!opened) return fail(opened.error());
  BasemapReader reader(*opened);
  Basemap basemap;
  reader.read(basemap.areas);
  reader.read(basemap.lines);
  reader.read(basemap.labels);
  if (!reader.at_end()) return fail(Fault::invalid, basemap_seal.damaged);
  return basemap;
}

}  // namespace wegwijzer
