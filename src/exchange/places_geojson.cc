// SPDX-License-Identifier: EUPL-1.2
#include "exchange/places_geojson.h"

#include "base/words.h"
#include "exchange/geojson.h"
#include "exchange/osm_shape.h"
#include "exchange/osm_venues.h"
#include "exchange/projection.h"

namespace wegwijzer {

namespace {

std::vector<Tag> tags_of(Feature const& feature) {
  std::vector<Tag> tags;
  for (auto const& property : feature.properties) {
    auto const* text = std::get_if<std::string>(&property.value);
    if (text && !text->empty()) tags.push_back({property.name, *text});
  }
  return tags;
}

// "node/123", "n123" or a bare number, which in a file of points is a node.
std::string osm_reference(Feature const& feature) {
  auto id = feature.text({"@id", "osm_id", "id"});
  if (id.empty()) id = feature.id;
  auto const slash = id.find('/');
  auto const kind = slash == id.npos ? "" : id.substr(0, slash);
  auto const digits = slash == id.npos ? id : id.substr(slash + 1);
  auto const number = whole_number(digits);
  if (!number || *number <= 0) return {};
  if (kind.empty()) return (feature.point ? "node/" : "way/") + digits;
  return kind == "node" || kind == "way" || kind == "relation" ? id : "";
}

// Sets the point, and the outline of what is not a point.
Done locate(OsmThing& thing, Feature const& feature, Projection const& projection) {
  auto const missing = fail(Fault::missing, "places.point_missing");
  if (feature.point) {
    auto const point = projection.point(*feature.point);
    if (!point) return missing;
    thing.point = *point;
    return {};
  }
  auto outline = projection.polygons(feature.polygons);
  if (outline) thing.outline = *std::move(outline);
  auto const point = point_inside(thing.outline);
  if (!point) return missing;
  thing.point = *point;
  return {};
}

Done add_place(OsmVenues& venues, Feature const& feature, Vocabulary const& vocabulary,
               Projection const& projection) {
  auto const tags = tags_of(feature);
  OsmThing thing{"osm:" + osm_reference(feature), Tags(tags), tags.size(), {}};
  if (!venue_kind(vocabulary.venue_kinds, thing.tags)) return {};
  if (thing.source == "osm:") return fail(Fault::missing, "places.id_missing");
  if (auto const located = locate(thing, feature, projection); !located) return located;
  venues.add(thing);
  return {};
}

}  // namespace

Result<PlacesImport> read_places_geojson(std::string_view bytes, Vocabulary const& vocabulary) {
  auto collection = read_geojson(bytes);
  if (!collection) return fail(collection.error());
  auto const coordinates = coordinates_of(*collection);
  if (!coordinates) return fail(coordinates.error());
  Projection const projection(*coordinates);
  PlacesImport out;
  out.features = collection->features.size() + collection->problems.size();
  out.problems = std::move(collection->problems);
  OsmVenues venues(vocabulary.venue_kinds);
  for (auto const& feature : collection->features) {
    auto added = add_place(venues, feature, vocabulary, projection);
    if (!added) out.problems.push_back(feature_problem(feature, std::move(added.error())));
  }
  out.rows = std::move(venues).take();
  return out;
}

}  // namespace wegwijzer
