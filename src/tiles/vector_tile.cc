// SPDX-License-Identifier: EUPL-1.2
#include "tiles/vector_tile.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <protozero/pbf_writer.hpp>

#include "tiles/whole_points.h"

namespace wegwijzer::tiles {

namespace {

// Field numbers of the specification.
namespace field {
enum : protozero::pbf_tag_type { tile_layer = 3 };

enum : protozero::pbf_tag_type { layer_name = 1, layer_feature, layer_key, layer_value, layer_extent };

enum : protozero::pbf_tag_type { layer_version = 15 };

enum : protozero::pbf_tag_type { value_text = 1 };

enum : protozero::pbf_tag_type { feature_tags = 2, feature_type, feature_geometry };
}  // namespace field

enum class GeometryType : std::uint8_t { points = 1, lines = 2, polygons = 3 };

// The commands of section 4.3: each point is told as the step from the one before.
class Geometry {
 public:
  void point(WholePoint point) {
    command(1, 1);
    step_to(point);
  }

  void line(WholePath const& line) {
    point(line.front());
    steps(line);
  }

  void ring(WholePath ring, bool clockwise) {
    if ((twice_signed_area(ring) > 0) != clockwise) std::ranges::reverse(ring);
    point(ring.front());
    steps(ring);
    command(7, 1);
  }

  std::vector<std::uint32_t> const& numbers() const { return numbers_; }

 private:
  void steps(WholePath const& path) {
    command(2, path.size() - 1);
    for (std::size_t i = 1; i < path.size(); ++i) step_to(path[i]);
  }

  void command(unsigned id, std::size_t count) {
    numbers_.push_back(static_cast<std::uint32_t>(count << 3U) | id);
  }

  void step_to(WholePoint point) {
    numbers_.push_back(protozero::encode_zigzag32(point.x - at_.x));
    numbers_.push_back(protozero::encode_zigzag32(point.y - at_.y));
    at_ = point;
  }

  std::vector<std::uint32_t> numbers_;
  WholePoint at_;
};

// Writes itself into the tile at the end, unless it has no features.
class Layer {
 public:
  explicit Layer(char const* name) : name_(name) {}

  void feature(GeometryType type, Geometry const& geometry, std::string_view kind,
               std::string_view name = {}) {
    if (geometry.numbers().empty()) return;
    std::vector<std::uint32_t> tags{0, value(kind)};
    if (!name.empty()) tags.insert(tags.end(), {1, value(name)});
    protozero::pbf_writer writer(features_.emplace_back());
    writer.add_packed_uint32(field::feature_tags, tags.begin(), tags.end());
    writer.add_enum(field::feature_type, static_cast<std::int32_t>(type));
    writer.add_packed_uint32(field::feature_geometry, geometry.numbers().begin(), geometry.numbers().end());
  }

  void write(std::string& tile) const {
    if (features_.empty()) return;
    protozero::pbf_writer in_tile(tile);
    protozero::pbf_writer layer(in_tile, field::tile_layer);
    layer.add_uint32(field::layer_version, 2);
    layer.add_string(field::layer_name, name_);
    for (auto const& feature : features_) layer.add_message(field::layer_feature, feature);
    for (auto const* key : {"kind", "name"}) layer.add_string(field::layer_key, key);
    for (auto const text : values_) {
      protozero::pbf_writer value(layer, field::layer_value);
      value.add_string(field::value_text, text.data(), text.size());
    }
    layer.add_uint32(field::layer_extent, static_cast<std::uint32_t>(tile_extent));
  }

 private:
  std::uint32_t value(std::string_view text) {
    auto const [at, is_new] = numbers_.try_emplace(text, static_cast<std::uint32_t>(values_.size()));
    if (is_new) values_.push_back(text);
    return at->second;
  }

  char const* name_;
  std::vector<std::string> features_;
  std::vector<std::string_view> values_;
  std::map<std::string_view, std::uint32_t> numbers_;
};

// Of an outline whose outer ring is too small nothing is left; a hole without area is no hole.
void add(Outline const& outline, Geometry& geometry) {
  auto outer = whole_ring(outline.outer);
  if (outer.empty()) return;
  geometry.ring(std::move(outer), true);
  for (auto const& hole : outline.holes) {
    if (auto ring = whole_ring(hole); !ring.empty()) geometry.ring(std::move(ring), false);
  }
}

void add_areas(Drawing const& drawing, MapAreaKind kind, Layer& layer) {
  Geometry geometry;
  for (auto const& outline : drawing.of(kind)) add(outline, geometry);
  layer.feature(GeometryType::polygons, geometry, kind_word(kind));
}

Geometry lines_of(std::vector<Path> const& paths) {
  std::vector<WholePath> lines;
  for (auto const& path : paths) {
    if (auto line = whole_line(path); line.size() >= 2) lines.push_back(std::move(line));
  }
  Geometry geometry;
  for (auto const& line : joined(std::move(lines))) geometry.line(line);
  return geometry;
}

Layer areas(char const* name, Drawing const& drawing, std::initializer_list<MapAreaKind> kinds) {
  Layer layer(name);
  for (auto const kind : kinds) add_areas(drawing, kind, layer);
  return layer;
}

Layer lines(char const* name, Drawing const& drawing, std::initializer_list<MapLineKind> kinds) {
  Layer layer(name);
  for (auto const kind : kinds) {
    layer.feature(GeometryType::lines, lines_of(drawing.of(kind)), kind_word(kind));
  }
  return layer;
}

Layer streets(Drawing const& drawing) {
  Layer layer("streets");
  for (auto const& [key, paths] : drawing.streets) {
    layer.feature(GeometryType::lines, lines_of(paths), kind_word(key.first), key.second);
  }
  return layer;
}

bool in_tile(Point at) {
  return at.x >= 0 && at.y >= 0 && at.x < tile_extent && at.y < tile_extent;
}

// A name in the buffer is that of the neighbour, which writes it there.
Layer labels(Drawing const& drawing) {
  Layer layer("labels");
  for (auto const& [kind, name, at] : drawing.labels) {
    if (!in_tile(at)) continue;
    Geometry geometry;
    geometry.point({static_cast<std::int32_t>(at.x), static_cast<std::int32_t>(at.y)});
    layer.feature(GeometryType::points, geometry, kind_word(kind), name);
  }
  return layer;
}

}  // namespace

std::string vector_tile(Drawing const& drawing) {
  std::string tile;
  areas("green", drawing,
        {MapAreaKind::nature_reserve, MapAreaKind::grass, MapAreaKind::wood, MapAreaKind::park})
      .write(tile);
  areas("water", drawing, {MapAreaKind::water}).write(tile);
  areas("buildings", drawing, {MapAreaKind::building}).write(tile);
  lines("waterways", drawing, {MapLineKind::river, MapLineKind::stream}).write(tile);
  lines("railways", drawing, {MapLineKind::railway, MapLineKind::tram}).write(tile);
  streets(drawing).write(tile);
  labels(drawing).write(tile);
  return tile;
}

std::string_view kind_word(MapAreaKind kind) {
  constexpr std::string_view words[] = {"water", "wood", "park", "grass", "nature_reserve", "building"};
  return words[static_cast<std::size_t>(kind)];
}

std::string_view kind_word(MapLineKind kind) {
  constexpr std::string_view words[] = {"river", "stream", "railway", "tram"};
  return words[static_cast<std::size_t>(kind)];
}

std::string_view kind_word(MapLabelKind kind) {
  constexpr std::string_view words[] = {"city",          "town", "village", "hamlet", "suburb",
                                        "neighbourhood", "park", "water",   "station"};
  return words[static_cast<std::size_t>(kind)];
}

std::string_view kind_word(StreetClass kind) {
  constexpr std::string_view words[] = {
      "unknown",      "motorway",    "trunk",         "primary",    "secondary", "tertiary",
      "unclassified", "residential", "living_street", "pedestrian", "service",   "track",
      "path",         "bridleway",   "footway",       "cycleway",   "steps",     "ferry"};
  return words[static_cast<std::size_t>(kind)];
}

}  // namespace wegwijzer::tiles
