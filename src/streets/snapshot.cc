// SPDX-License-Identifier: EUPL-1.2
//   "WWSTREET" | version, 4 bytes | checksum of the rest, 4 bytes (both little-endian) | the rest:
//   number of nodes, then each as its step from the one before; number of nodes with traffic lights, then
//   each as its step from the one before and which these are (not in version 1); number of names, then their
//   sizes; their letters; number of edges, then each edge with the points of its line between its ends. Which
// edges are busy is known from version 3 on, and which are unsafe on foot from version 4: those of an older
// one count as calm and safe until streets are imported. Numbers are variable-length (seven bits a byte, the
// least first), signed ones folded first (0, -1, 1, -2 …).
#include "streets/snapshot.h"

#include <zlib.h>

#include <algorithm>
#include <cstdint>
#include <utility>

namespace wegwijzer {

namespace {

constexpr std::string_view magic = "WWSTREET";
constexpr std::uint32_t version = 4;
constexpr std::uint32_t without_signals = 1;  // the first version
constexpr std::size_t header_size = 16;

std::uint32_t checksum(std::string_view bytes) {
  return static_cast<std::uint32_t>(
      crc32_z(0, reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size()));
}

std::string fixed(std::uint32_t number) {
  std::string bytes;
  for (unsigned shift = 0; shift < 32; shift += 8) bytes += static_cast<char>(number >> shift & 0xffU);
  return bytes;
}

std::uint32_t read_fixed(std::string_view bytes) {
  std::uint32_t number = 0;
  for (unsigned at = 0; at < 4; ++at) {
    number |= std::uint32_t{static_cast<unsigned char>(bytes[at])} << (8 * at);
  }
  return number;
}

class Writer {
 public:
  void number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7U) bytes_ += static_cast<char>(value | 0x80U);
    bytes_ += static_cast<char>(value);
  }

  void step(std::int64_t value) {
    number((static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63U));
  }

  void step(GeoPoint from, GeoPoint to) {
    step(std::int64_t{to.latitude} - from.latitude);
    step(std::int64_t{to.longitude} - from.longitude);
  }

  void letters(std::string_view text) { bytes_ += text; }

  std::string bytes() && { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// Reads what Writer wrote. After the first fault every number is zero and ok() is false.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  bool ok() const { return ok_; }

  void refuse() { fault(); }

  bool at_end() const { return ok_ && bytes_.empty(); }

  std::uint64_t number(std::uint64_t most) {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 63; shift += 7) {
      if (bytes_.empty()) return fault();
      auto const byte = static_cast<unsigned char>(bytes_.front());
      bytes_.remove_prefix(1);
      value |= std::uint64_t{byte & 0x7fU} << shift;
      if (byte < 0x80) return value <= most ? value : fault();
    }
    return fault();
  }

  // A number of things that take at least `bytes_each`, so that nobody reserves room for what is not there.
  std::size_t count(std::size_t bytes_each) { return number(bytes_.size() / bytes_each); }

  std::uint32_t below_2_32() { return static_cast<std::uint32_t>(number(0xffff'ffff)); }

  std::int64_t step() {
    auto const folded = number(std::uint64_t{1} << 34U);
    return static_cast<std::int64_t>(folded >> 1U) ^ -static_cast<std::int64_t>(folded & 1U);
  }

  GeoPoint point_after(GeoPoint from) {
    auto const latitude = coordinate(from.latitude + step());
    return {latitude, coordinate(from.longitude + step())};
  }

  std::string_view letters(std::size_t size) {
    if (size > bytes_.size()) size = fault();
    auto const text = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return text;
  }

 private:
  std::uint64_t fault() {
    ok_ = false;
    bytes_ = {};
    return 0;
  }

  std::int32_t coordinate(std::int64_t value) {
    bool const fits = value >= INT32_MIN && value <= INT32_MAX;
    return static_cast<std::int32_t>(fits ? value : static_cast<std::int64_t>(fault()));
  }

  std::string_view bytes_;
  bool ok_ = true;
};

std::uint64_t bits(Passage const& passage) {
  return (passage.foot ? 1U : 0U) | (passage.bike_forward ? 2U : 0U) | (passage.bike_backward ? 4U : 0U) |
         (passage.push ? 8U : 0U);
}

Passage passage_of(std::uint64_t bits) {
  return {(bits & 1U) != 0, (bits & 2U) != 0, (bits & 4U) != 0, (bits & 8U) != 0};
}

constexpr std::uint64_t has_crossing = 64;
constexpr std::uint64_t is_turning = 128;
constexpr std::uint64_t is_busy_here = 256;
constexpr std::uint64_t is_unsafe_to_walk = 512;

void write(Writer& writer, StreetUse const& use) {
  auto const surface = static_cast<std::uint64_t>(use.surface) << 4U;
  writer.number(static_cast<std::uint64_t>(use.kind));
  writer.number(bits(use.passage) | surface | (use.crossing > Tenths(0) ? has_crossing : 0) |
                (use.turning ? is_turning : 0) | (use.busy ? is_busy_here : 0) |
                (use.unsafe_on_foot ? is_unsafe_to_walk : 0));
  if (use.crossing > Tenths(0)) writer.number(static_cast<std::uint64_t>(use.crossing.count()));
}

StreetUse read_use(Reader& reader) {
  auto const kind = static_cast<StreetClass>(reader.number(static_cast<std::uint64_t>(last_street_class)));
  auto const rest = reader.number(2 * is_unsafe_to_walk - 1);
  StreetUse use{kind,
                static_cast<Surface>(rest >> 4U & 3U),
                passage_of(rest),
                (rest & is_turning) != 0,
                (rest & is_busy_here) != 0,
                (rest & is_unsafe_to_walk) != 0};
  if ((rest & has_crossing) != 0) use.crossing = Tenths(static_cast<std::int32_t>(reader.number(INT32_MAX)));
  return use;
}

void write_nodes(Writer& writer, StreetColumns const& columns) {
  writer.number(columns.nodes.size());
  GeoPoint before{};
  for (auto const node : columns.nodes) writer.step(std::exchange(before, node), node);
}

void read_nodes(Reader& reader, StreetColumns& columns) {
  columns.nodes.resize(reader.count(2));
  GeoPoint before{};
  for (auto& node : columns.nodes) before = node = reader.point_after(before);
}

std::uint64_t bits(Signals const& signals) {
  return (signals.on_foot ? 1U : 0U) | (signals.riding_along ? 2U : 0U) | (signals.riding_against ? 4U : 0U);
}

void write_signals(Writer& writer, StreetColumns const& columns) {
  auto const here = [](Signals const& signals) { return !signals.none(); };
  writer.number(static_cast<std::uint64_t>(std::ranges::count_if(columns.signals, here)));
  std::size_t before = 0;
  for (std::size_t node = 0; node < columns.signals.size(); ++node) {
    if (!here(columns.signals[node])) continue;
    writer.number(node - std::exchange(before, node));
    writer.number(bits(columns.signals[node]));
  }
}

void read_signals(Reader& reader, StreetColumns& columns) {
  auto const size = reader.count(2);
  if (size > 0) columns.signals.resize(columns.nodes.size());
  std::size_t node = 0;
  for (std::size_t at = 0; at < size && reader.ok(); ++at) {
    node += reader.number(columns.nodes.size());
    auto const bits = reader.number(7);
    if (node >= columns.nodes.size()) return reader.refuse();
    columns.signals[node] = {(bits & 1U) != 0, (bits & 2U) != 0, (bits & 4U) != 0};
  }
}

void write_names(Writer& writer, StreetColumns const& columns) {
  writer.number(columns.first_letter.size() - 1);
  for (std::size_t name = 1; name < columns.first_letter.size(); ++name) {
    writer.number(columns.first_letter[name] - columns.first_letter[name - 1]);
  }
  writer.letters(columns.letters);
}

void read_names(Reader& reader, StreetColumns& columns) {
  columns.first_letter.assign(reader.count(1) + 1, 0);
  for (std::size_t name = 1; name < columns.first_letter.size(); ++name) {
    columns.first_letter[name] = columns.first_letter[name - 1] + static_cast<std::uint32_t>(reader.count(1));
  }
  columns.letters = reader.letters(columns.first_letter.back());
}

void write_line(Writer& writer, std::span<GeoPoint const> line) {
  writer.number(line.size() - 2);
  for (std::size_t at = 1; at + 1 < line.size(); ++at) writer.step(line[at - 1], line[at]);
}

void write_edges(Writer& writer, Streets const& streets) {
  writer.number(streets.edge_count());
  std::int64_t from = 0;
  for (std::size_t at = 0; at < streets.edge_count(); ++at) {
    auto const& edge = streets.edge(Index<Edge>(at));
    auto const begin = static_cast<std::int64_t>(edge.from.value());
    writer.step(begin - std::exchange(from, begin));
    writer.step(static_cast<std::int64_t>(edge.to.value()) - begin);
    writer.number(edge.millimetres);
    writer.number(edge.name.value());
    write(writer, edge.use);
    write_line(writer, streets.line(Index<Edge>(at)));
  }
}

Index<Node> node_of(std::int64_t number, StreetColumns const& columns, bool& known) {
  known = known && number >= 0 && number < static_cast<std::int64_t>(columns.nodes.size());
  return Index<Node>(known ? static_cast<std::size_t>(number) : 0);
}

// False when an end of the edge is no node.
bool read_edge(Reader& reader, StreetColumns& columns, std::int64_t& from) {
  bool known = reader.ok();
  Edge edge;
  edge.from = node_of(from += reader.step(), columns, known);
  edge.to = node_of(from + reader.step(), columns, known);
  if (!known) return false;
  edge.millimetres = reader.below_2_32();
  edge.name = Index<StreetName>(reader.below_2_32());
  edge.use = read_use(reader);
  columns.edges.push_back(edge);
  columns.points.push_back(columns.nodes[edge.from.value()]);
  for (auto between = reader.count(2); between > 0; --between) {
    columns.points.push_back(reader.point_after(columns.points.back()));
  }
  columns.points.push_back(columns.nodes[edge.to.value()]);
  columns.first_point.push_back(static_cast<std::uint32_t>(columns.points.size()));
  return reader.ok();
}

bool read_edges(Reader& reader, StreetColumns& columns) {
  auto const size = reader.count(7);
  columns.edges.reserve(size);
  columns.first_point.reserve(size + 1);
  std::int64_t from = 0;
  for (std::size_t edge = 0; edge < size; ++edge) {
    if (!read_edge(reader, columns, from)) return false;
  }
  return true;
}

tl::unexpected<Error> damaged() {
  return fail(Fault::invalid, "streets.snapshot_damaged");
}

Result<StreetColumns> read_columns(std::string_view bytes, std::uint32_t written_as) {
  Reader reader(bytes);
  StreetColumns columns;
  read_nodes(reader, columns);
  if (written_as > without_signals) read_signals(reader, columns);
  read_names(reader, columns);
  if (!read_edges(reader, columns) || !reader.at_end()) return damaged();
  return columns;
}

}  // namespace

std::string snapshot(Streets const& streets) {
  Writer writer;
  write_nodes(writer, streets.columns());
  write_signals(writer, streets.columns());
  write_names(writer, streets.columns());
  write_edges(writer, streets);
  auto const rest = std::move(writer).bytes();
  return std::string(magic) + fixed(version) + fixed(checksum(rest)) + rest;
}

Result<Streets> read_snapshot(std::string_view bytes) {
  bool const ours = bytes.size() >= header_size && bytes.starts_with(magic);
  auto const written_as = ours ? read_fixed(bytes.substr(8)) : 0;
  if (written_as < without_signals || written_as > version)
    return fail(Fault::invalid, "streets.snapshot_version");
  auto const rest = bytes.substr(header_size);
  if (read_fixed(bytes.substr(12)) != checksum(rest)) return damaged();
  return read_columns(rest, written_as).and_then(Streets::of).map_error([](Error const&) {
    return damaged().value();
  });
}

}  // namespace wegwijzer
