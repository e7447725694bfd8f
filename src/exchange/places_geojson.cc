// SPDX-License-Identifier: EUPL-1.2
#include "exchange/places_geojson.h"

#include "base/words.h"
#include "exchange/geojson.h"
#include "exchange/inside_point.h"
#include "exchange/projection.h"
#include "exchange/venue_kinds.h"

namespace wegwijzer {

namespace {

OsmTags tags_of(Feature const& feature) {
  OsmTags tags;
  for (auto const& property : feature.properties) {
    auto const* text = std::get_if<std::string>(&property.value);
    if (text && !text->empty()) tags.add(property.name, *text);
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

std::optional<GeoPoint> point_of(Feature const& feature, Projection const& projection) {
  if (feature.point) return projection.point(*feature.point);
  auto const outline = projection.polygons(feature.polygons);
  return outline ? inside_point(*outline) : std::nullopt;
}

Result<std::optional<Venue>> venue_of(Feature const& feature, Vocabulary const& vocabulary,
                                      Projection const& projection) {
  auto venue = venue_of_tags(vocabulary.venue_kinds, tags_of(feature));
  if (!venue) return std::optional<Venue>();
  auto const reference = osm_reference(feature);
  if (reference.empty()) return fail(Fault::missing, "places.id_missing");
  auto const point = point_of(feature, projection);
  if (!point) return fail(Fault::missing, "places.point_missing");
  venue->source = "osm:" + reference;
  venue->point = *point;
  return venue;
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
  for (auto const& feature : collection->features) {
    auto venue = venue_of(feature, vocabulary, projection);
    if (!venue)
      out.problems.push_back(feature_problem(feature, std::move(venue.error())));
    else if (*venue)
      out.rows.push_back(std::move(**venue));
  }
  return out;
}

}  // namespace wegwijzer
