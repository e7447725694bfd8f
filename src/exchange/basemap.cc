// SPDX-License-Identifier: EUPL-1.2
#include "exchange/basemap.h"

#include <zlib.h>

#include <optional>

#include "base/check.h"
#include "base/words.h"

namespace wegwijzer {

namespace {

// "WGBM", a version, the content and a CRC-32 of all before it. The content is whole numbers as varints
// (seven bits a byte, the lowest first); a point is the difference to the point before it, zigzag coded, so
// most take three or four bytes.
constexpr std::string_view mark = "WGBM";
constexpr std::uint8_t version = 1;
constexpr std::size_t checksum_size = 4;
constexpr std::size_t least_size = mark.size() + 1 + checksum_size;

std::uint32_t checksum(std::string_view bytes) {
  auto const* const begin = reinterpret_cast<unsigned char const*>(bytes.data());
  return static_cast<std::uint32_t>(crc32_z(0, begin, bytes.size()));
}

struct BasemapWriter {
  std::string bytes;
  GeoPoint before{};

  void number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) bytes += static_cast<char>(value | 0x80);
    bytes += static_cast<char>(value);
  }

  void difference(std::int64_t from, std::int64_t to) {
    auto const step = to - from;
    number(static_cast<std::uint64_t>(step) << 1 ^ static_cast<std::uint64_t>(step >> 63));
  }

  void point(GeoPoint at) {
    difference(before.latitude, at.latitude);
    difference(before.longitude, at.longitude);
    before = at;
  }

  template <class Kind>
  void kind(Kind value) {
    bytes += static_cast<char>(value);
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
    number(label.name.size());
    bytes += label.name;
    point(label.point);
  }

  template <class Thing>
  void write(std::vector<Thing> const& things) {
    number(things.size());
    for (auto const& thing : things) write(thing);
  }
};

// Reads what BasemapWriter wrote. Once something is wrong it reads only zeros and `damaged` stays true.
struct BasemapReader {
  std::string_view bytes;
  GeoPoint before{};
  bool damaged = false;

  void give_up() {
    damaged = true;
    bytes = {};
  }

  std::uint8_t byte() {
    if (bytes.empty()) return give_up(), 0;
    auto const value = static_cast<std::uint8_t>(bytes.front());
    bytes.remove_prefix(1);
    return value;
  }

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 63; shift += 7) {
      auto const part = byte();
      value |= std::uint64_t{part & 0x7fU} << shift;
      if (part < 0x80) return value;
    }
    return give_up(), 0;
  }

  // How many things follow; each takes a byte or more, so damaged bytes cannot ask for much memory.
  std::uint64_t count(std::uint64_t least = 0) {
    auto const value = number();
    if (value < least || value > bytes.size()) return give_up(), 0;
    return value;
  }

  std::int32_t moved(std::int32_t from, std::int64_t limit) {
    auto const coded = number();
    auto const step = static_cast<std::int64_t>(coded >> 1) ^ -static_cast<std::int64_t>(coded & 1);
    if (step < -2 * limit || step > 2 * limit) return give_up(), 0;
    auto const to = from + step;
    if (to < -limit || to > limit) return give_up(), 0;
    return static_cast<std::int32_t>(to);
  }

  GeoPoint point() {
    before.latitude = moved(before.latitude, 900'000'000);
    before.longitude = moved(before.longitude, 1'800'000'000);
    return before;
  }

  template <class Kind>
  Kind kind(Kind last) {
    auto const value = byte();
    if (value > static_cast<std::uint8_t>(last)) return give_up(), Kind{};
    return static_cast<Kind>(value);
  }

  std::vector<GeoPoint> points(std::uint64_t least) {
    std::vector<GeoPoint> found;
    for (auto left = count(least); left > 0 && !damaged; --left) found.push_back(point());
    return found;
  }

  Ring ring() {
    auto found = points(3);
    if (!damaged) found.push_back(found.front());
    return found;
  }

  Polygon polygon() {
    Polygon found{ring(), {}};
    for (auto left = count(); left > 0 && !damaged; --left) found.holes.push_back(ring());
    return found;
  }

  void read(MapArea& area) {
    area.kind = kind(last_map_area_kind);
    for (auto left = count(); left > 0 && !damaged; --left) area.outline.push_back(polygon());
  }

  void read(MapLine& line) {
    line.kind = kind(last_map_line_kind);
    line.line = points(2);
  }

  void read(MapLabel& label) {
    label.kind = kind(last_map_label_kind);
    auto const size = count();
    label.name = bytes.substr(0, size);
    bytes.remove_prefix(size);
    if (!valid_utf8(label.name)) give_up();
    label.point = point();
  }

  template <class Thing>
  void read(std::vector<Thing>& things) {
    for (auto left = count(); left > 0 && !damaged; --left) read(things.emplace_back());
  }
};

std::uint32_t little_endian(std::string_view bytes) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < checksum_size; ++i) {
    value |= std::uint32_t{static_cast<std::uint8_t>(bytes[i])} << (8 * i);
  }
  return value;
}

// The content between head and checksum, when both are right.
Result<std::string_view> content(std::string_view bytes) {
  if (bytes.size() < least_size || !bytes.starts_with(mark)) return fail(Fault::invalid, "basemap.damaged");
  auto const sealed = bytes.substr(0, bytes.size() - checksum_size);
  if (little_endian(bytes.substr(sealed.size())) != checksum(sealed)) {
    return fail(Fault::invalid, "basemap.damaged");
  }
  if (static_cast<std::uint8_t>(bytes[mark.size()]) != version) {
    return fail(Fault::invalid, "basemap.other_version");
  }
  return sealed.substr(mark.size() + 1);
}

}  // namespace

std::string write_basemap(Basemap const& basemap) {
  BasemapWriter writer{std::string(mark)};
  writer.bytes += static_cast<char>(version);
  writer.write(basemap.areas);
  writer.write(basemap.lines);
  writer.write(basemap.labels);
  auto const sum = checksum(writer.bytes);
  for (std::size_t i = 0; i < checksum_size; ++i) writer.bytes += static_cast<char>(sum >> (8 * i));
  return std::move(writer.bytes);
}

Result<Basemap> read_basemap(std::string_view bytes) {
  auto const inside = content(bytes);
  if (!inside) return fail(inside.error());
  BasemapReader reader{*inside};
  Basemap basemap;
  reader.read(basemap.areas);
  reader.read(basemap.lines);
  reader.read(basemap.labels);
  if (reader.damaged || !reader.bytes.empty()) return fail(Fault::invalid, "basemap.damaged");
  return basemap;
}

}  // namespace wegwijzer
