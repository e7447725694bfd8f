// SPDX-License-Identifier: EUPL-1.2
#include "exchange/osm_pbf.h"

#include <algorithm>
#include <new>
#include <optional>
#include <osmium/area/assembler.hpp>
#include <osmium/area/multipolygon_manager.hpp>
#include <osmium/handler/check_order.hpp>
#include <osmium/handler/node_locations_for_ways.hpp>
#include <osmium/index/map/sparse_mem_array.hpp>
#include <osmium/io/pbf_input.hpp>
#include <osmium/visitor.hpp>
#include <span>
#include <string>
#include <utility>

#include "base/check.h"
#include "base/words.h"
#include "exchange/osm_basemap.h"
#include "exchange/osm_pieces.h"
#include "exchange/osm_place_names.h"
#include "exchange/osm_shape.h"
#include "exchange/osm_turns.h"
#include "exchange/osm_venues.h"
#include "streets/streets_builder.h"

namespace wegwijzer {

namespace {

using Locations = osmium::index::map::SparseMemArray<osmium::unsigned_object_id_type, osmium::Location>;
using LocationHandler = osmium::handler::NodeLocationsForWays<Locations, Locations>;
using AreaManager = osmium::area::MultipolygonManager<osmium::area::Assembler>;

std::optional<GeoPoint> point_of(osmium::Location location) {
  if (!location.valid()) return std::nullopt;
  return GeoPoint{location.y(), location.x()};
}

// Which closed ways and multipolygons are made into outlines: more than is kept, since a filter sees one tag.
osmium::TagsFilter outline_filter(std::vector<VenueKindRule> const& kinds) {
  osmium::TagsFilter filter{false};
  for (auto const* key :
       {"building", "natural", "landuse", "leisure", "waterway", "place", "addr:housenumber"}) {
    filter.add_rule(true, key);
  }
  filter.add_rule(true, "boundary", "national_park");
  filter.add_rule(true, "admin_level", "10");
  for (auto const* stop : {"station", "halt"}) filter.add_rule(true, "railway", stop);
  for (auto const& rule : kinds) {
    if (!rule.key.empty()) filter.add_rule(true, rule.key);
  }
  return filter;
}

// A text with a zero byte in it would make libosmium read beyond the tags of an object.
void refuse_zero_bytes(osmium::memory::Buffer const& buffer) {
  for (auto const& object : buffer.select<osmium::OSMObject>()) {
    auto const& tags = object.tags();
    auto const* const begin = tags.data() + sizeof(osmium::TagList);
    auto const* const end = tags.data() + tags.byte_size();
    bool const whole = begin == end || (std::count(begin, end, 0) % 2 == 0 && *(end - 1) == 0);
    if (!whole) throw osmium::pbf_error("a text with a zero byte in it");
  }
}

// Keeps the tags of the object at hand as Tags; what is not UTF-8 is left out.
class TagTexts {
 public:
  Tags of(osmium::TagList const& list) {
    tags_.clear();
    for (auto const& tag : list) {
      if (valid_utf8(tag.key()) && valid_utf8(tag.value())) tags_.push_back({tag.key(), tag.value()});
    }
    return Tags(tags_);
  }

  std::size_t count() const { return tags_.size(); }

 private:
  std::vector<Tag> tags_;
};

// People also live along a gated alley or a busway, but not along a motorway or on a station's platform.
bool has_street_name(Tags const& tags) {
  constexpr std::string_view others[] = {"",         "motorway", "motorway_link", "construction",
                                         "proposed", "raceway",  "platform",      "elevator",
                                         "corridor", "services", "rest_area",     "bus_stop"};
  return std::ranges::find(others, tags["highway"]) == std::end(others);
}

Ring ring_of(osmium::NodeRefList const& nodes) {
  Ring ring;
  for (auto const& node : nodes) ring.push_back({node.y(), node.x()});
  return ring;
}

std::vector<Polygon> outline_of(osmium::Area const& area) {
  std::vector<Polygon> outline;
  for (auto const& outer : area.outer_rings()) {
    Polygon polygon{ring_of(outer), {}};
    for (auto const& hole : area.inner_rings(outer)) polygon.holes.push_back(ring_of(hole));
    outline.push_back(std::move(polygon));
  }
  return outline;
}

// Takes what is wanted from each object of the file as it passes.
class Gathering : public osmium::handler::Handler {
 public:
  Gathering(std::vector<VenueKindRule> const& kinds, osmium::TagsFilter outlines)
      : venues_(kinds), outlines_(std::move(outlines)) {}

  void node(osmium::Node const& node) {
    ++counts_.nodes;
    auto const point = point_of(node.location());
    if (node.tags().empty() || !point) return;
    auto const tags = texts_.of(node.tags());
    streets_.add_signals(node.id(), signals(tags));
    take({"osm:node/" + std::to_string(node.id()), tags, texts_.count(), *point});
  }

  void way(osmium::Way const& way) {
    ++counts_.ways;
    read_line(way);
    auto const tags = texts_.of(way.tags());
    if (!tags["highway"].empty()) ++counts_.highway_ways;
    auto const name = trimmed(tags["name"]);
    if (auto const use = street_use(tags)) streets_.add_way(points_, *use, name, way.id());
    if (has_street_name(tags) && line_.size() >= 2) names_.add_street(name, halfway(line_));
    draw_line(tags, line_, basemap_);
    expect_outline(way);
  }

  void relation(osmium::Relation const& relation) {
    ++counts_.relations;
    add_turn_bans(relation, texts_.of(relation.tags()), streets_, counts_.turn_bans);
  }

  void area(osmium::Area const& area) {
    ++outlines_made_;
    auto outline = outline_of(area);
    auto const tags = texts_.of(area.tags());
    auto const point = point_inside(outline);
    if (!point) return;
    take({(area.from_way() ? "osm:way/" : "osm:relation/") + std::to_string(area.orig_id()), tags,
          texts_.count(), *point, std::move(outline)});
  }

  void expect_outlines(std::uint64_t count) { outlines_expected_ += count; }

  OsmExtract extract() && {
    counts_.outlines_left_out = outlines_expected_ - std::min(outlines_expected_, outlines_made_);
    return {std::move(streets_).build(), std::move(venues_).take(), std::move(names_).take(),
            std::move(basemap_), counts_};
  }

 private:
  void take(OsmThing const& thing) {
    venues_.add(thing);
    names_.add(thing);
    draw(thing, basemap_);
  }

  void read_line(osmium::Way const& way) {
    points_.clear();
    line_.clear();
    for (auto const& node : way.nodes()) {
      auto const at = point_of(node.location());
      points_.push_back({node.ref(), at});
      if (at) line_.push_back(*at);
    }
    if (line_.size() < points_.size()) ++counts_.ways_with_missing_nodes;
  }

  void expect_outline(osmium::Way const& way) {
    bool const closed = way.nodes().size() > 3 && way.is_closed();
    if (closed && !way.tags().has_tag("area", "no") && osmium::tags::match_any_of(way.tags(), outlines_)) {
      ++outlines_expected_;
    }
  }

  OsmVenues venues_;
  OsmPlaceNames names_;
  Basemap basemap_;
  StreetsBuilder streets_;
  OsmCounts counts_;
  osmium::TagsFilter outlines_;
  std::uint64_t outlines_expected_ = 0;
  std::uint64_t outlines_made_ = 0;
  TagTexts texts_;
  std::vector<WayPoint> points_;  // of the way at hand
  std::vector<GeoPoint> line_;    // those of them that are known
};

// Takes nothing but the streets.
class GatheringStreets : public osmium::handler::Handler {
 public:
  void node(osmium::Node const& node) {
    met_nodes_ = true;
    if (!node.tags().empty()) streets_.add_signals(node.id(), signals(texts_.of(node.tags())));
  }

  void way(osmium::Way const& way) {
    auto const tags = texts_.of(way.tags());
    auto const use = street_use(tags);
    if (!use) return;
    points_.clear();
    for (auto const& node : way.nodes()) points_.push_back({node.ref(), point_of(node.location())});
    streets_.add_way(points_, *use, trimmed(tags["name"]), way.id());
  }

  void relation(osmium::Relation const& relation) {
    add_turn_bans(relation, texts_.of(relation.tags()), streets_, not_told_);
  }

  bool met_nodes() const { return met_nodes_; }

  Streets streets() && { return std::move(streets_).build(); }

 private:
  StreetsBuilder streets_;
  TagTexts texts_;
  std::vector<WayPoint> points_;  // of the way at hand
  TurnBanCounts not_told_;
  bool met_nodes_ = false;
};

class OsmFile {
 public:
  OsmFile(std::filesystem::path const& path, std::uint64_t readings, Progress const& progress)
      : path_(path),
        size_(std::filesystem::file_size(path)),
        in_all_(readings * size_),
        progress_(progress) {}

  // Hands every buffer of objects to `use`.
  template <class Use>
  Done read(osmium::osm_entity_bits::type kinds, Use use) {
    OsmPieces pieces(path_);
    while (true) {
      auto const piece = pieces.next();
      if (!piece) return fail(piece.error());
      if (!goes_on(pieces.bytes_read())) return fail(Fault::unavailable, "import.stopped");
      if (piece->empty()) break;
      if (auto const done = read_piece(*piece, kinds, use); !done) return done;
    }
    done_ += size_;
    return {};
  }

 private:
  bool goes_on(std::uint64_t bytes) const { return !progress_ || progress_(done_ + bytes, in_all_); }

  template <class Use>
  Done read_piece(std::string const& piece, osmium::osm_entity_bits::type kinds, Use& use) const {
    osmium::io::Reader reader(osmium::io::File(piece.data(), piece.size(), "pbf"), kinds,
                              osmium::io::read_meta::no);
    if (reader.header().has_multiple_object_versions()) {
      return fail(Fault::invalid, "osm.history", {{"file", path_.filename().string()}});
    }
    while (auto buffer = reader.read()) {
      refuse_zero_bytes(buffer);
      use(buffer);
    }
    reader.close();
    return {};
  }

  std::filesystem::path path_;
  std::uint64_t size_;
  std::uint64_t in_all_;
  Progress const& progress_;
  std::uint64_t done_ = 0;  // by earlier readings
};

Done read_relations(OsmFile& file, AreaManager& areas) {
  osmium::handler::CheckOrder order;
  auto const done = file.read(osmium::osm_entity_bits::relation,
                              [&](osmium::memory::Buffer& buffer) { osmium::apply(buffer, order, areas); });
  areas.prepare_for_lookup();
  return done;
}

// Where the nodes of ways lie.
class NodePlaces {
 public:
  NodePlaces() { handler_.ignore_errors(); }

  LocationHandler& handler() { return handler_; }

 private:
  Locations positive_;
  Locations negative_;  // a file that comes out of an editor has those
  LocationHandler handler_{positive_, negative_};
};

Done read_all(OsmFile& file, AreaManager& areas, Gathering& gathering) {
  NodePlaces places;
  osmium::handler::CheckOrder order;
  auto& assembled = areas.handler([&](osmium::memory::Buffer&& buffer) { osmium::apply(buffer, gathering); });
  auto const done = file.read(osmium::osm_entity_bits::nwr, [&](osmium::memory::Buffer& buffer) {
    osmium::apply(buffer, order, places.handler(), gathering, assembled);
  });
  areas.flush_output();
  return done;
}

tl::unexpected<Error> empty(std::filesystem::path const& path) {
  return fail(Fault::invalid, "osm.empty", {{"file", path.filename().string()}});
}

Result<OsmExtract> read(std::filesystem::path const& path, std::vector<VenueKindRule> const& kinds,
                        Progress const& progress) {
  OsmFile file(path, 2, progress);
  osmium::area::AssemblerConfig config;
  config.create_empty_areas = false;
  AreaManager areas(config, outline_filter(kinds));
  if (auto const done = read_relations(file, areas); !done) return fail(done.error());
  Gathering gathering(kinds, outline_filter(kinds));
  gathering.expect_outlines(areas.relations_database().size());
  if (auto const done = read_all(file, areas, gathering); !done) return fail(done.error());
  auto extract = std::move(gathering).extract();
  if (extract.counts.nodes == 0) return empty(path);
  return extract;
}

Result<Streets> read_streets_of(std::filesystem::path const& path, Progress const& progress) {
  OsmFile file(path, 1, progress);
  NodePlaces places;
  osmium::handler::CheckOrder order;
  GatheringStreets gathering;
  auto const done = file.read(osmium::osm_entity_bits::nwr, [&](osmium::memory::Buffer& buffer) {
    osmium::apply(buffer, order, places.handler(), gathering);
  });
  if (!done) return fail(done.error());
  if (!gathering.met_nodes()) return empty(path);
  return std::move(gathering).streets();
}

// What a library throws at a wrong file is an error that can be told.
template <class Read>
std::invoke_result_t<Read> told(std::filesystem::path const& path, Read read) {
  auto const name = path.filename().string();
  try {
    return read();
  } catch (Broken const&) {
    throw;
  } catch (std::bad_alloc const&) {
    throw;
  } catch (osmium::out_of_order_error const&) {
    return fail(Fault::invalid, "osm.not_sorted", {{"file", name}});
  } catch (std::exception const& error) {  // libosmium, protozero and zlib each have their own
    return fail(Fault::invalid, "osm.not_readable", {{"file", name}, {"why", error.what()}});
  }
}

}  // namespace

Result<OsmExtract> read_osm_pbf(std::filesystem::path const& path, std::vector<VenueKindRule> const& kinds,
                                Progress const& progress) {
  return told(path, [&] { return read(path, kinds, progress); });
}

Result<Streets> read_osm_streets(std::filesystem::path const& path, Progress const& progress) {
  return told(path, [&] { return read_streets_of(path, progress); });
}

}  // namespace wegwijzer
