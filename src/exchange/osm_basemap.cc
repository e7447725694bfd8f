// SPDX-License-Identifier: EUPL-1.2
#include "exchange/osm_basemap.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/words.h"

namespace wegwijzer {

namespace {

template <class Kind>
struct DrawingRule {
  std::string_view key;
  std::string_view value;
  Kind kind;
};

constexpr auto area_rules = std::to_array<DrawingRule<MapAreaKind>>({
    {"natural", "water", MapAreaKind::water},
    {"waterway", "riverbank", MapAreaKind::water},
    {"waterway", "dock", MapAreaKind::water},
    {"landuse", "reservoir", MapAreaKind::water},
    {"landuse", "basin", MapAreaKind::water},
    {"natural", "wood", MapAreaKind::wood},
    {"landuse", "forest", MapAreaKind::wood},
    {"leisure", "park", MapAreaKind::park},
    {"leisure", "garden", MapAreaKind::park},
    {"leisure", "playground", MapAreaKind::park},
    {"leisure", "golf_course", MapAreaKind::park},
    {"landuse", "recreation_ground", MapAreaKind::park},
    {"landuse", "village_green", MapAreaKind::park},
    {"landuse", "allotments", MapAreaKind::park},
    {"landuse", "cemetery", MapAreaKind::park},
    {"landuse", "grass", MapAreaKind::grass},
    {"landuse", "meadow", MapAreaKind::grass},
    {"natural", "grassland", MapAreaKind::grass},
    {"natural", "heath", MapAreaKind::grass},
    {"natural", "scrub", MapAreaKind::grass},
    {"natural", "wetland", MapAreaKind::grass},
    {"leisure", "nature_reserve", MapAreaKind::nature_reserve},
    {"boundary", "national_park", MapAreaKind::nature_reserve},
});

constexpr auto line_rules = std::to_array<DrawingRule<MapLineKind>>({
    {"waterway", "river", MapLineKind::river},
    {"waterway", "canal", MapLineKind::river},
    {"waterway", "stream", MapLineKind::stream},
    {"waterway", "ditch", MapLineKind::stream},
    {"waterway", "drain", MapLineKind::stream},
    {"railway", "rail", MapLineKind::railway},
    {"railway", "light_rail", MapLineKind::railway},
    {"railway", "narrow_gauge", MapLineKind::railway},
    {"railway", "subway", MapLineKind::railway},
    {"railway", "tram", MapLineKind::tram},
});

constexpr auto label_rules = std::to_array<DrawingRule<MapLabelKind>>({
    {"place", "city", MapLabelKind::city},
    {"place", "town", MapLabelKind::town},
    {"place", "village", MapLabelKind::village},
    {"place", "hamlet", MapLabelKind::hamlet},
    {"place", "suburb", MapLabelKind::suburb},
    {"place", "quarter", MapLabelKind::suburb},
    {"place", "neighbourhood", MapLabelKind::neighbourhood},
    {"railway", "station", MapLabelKind::station},
    {"railway", "halt", MapLabelKind::station},
});

template <class Rules>
auto kind_of(Tags const& tags, Rules const& rules) -> std::optional<decltype(rules[0].kind)> {
  auto const found =
      std::ranges::find_if(rules, [&](auto const& rule) { return tags[rule.key] == rule.value; });
  if (found == rules.end()) return std::nullopt;
  return found->kind;
}

bool underground(Tags const& tags) {
  auto const tunnel = tags["tunnel"];
  return (!tunnel.empty() && tunnel != "no") || tags["location"] == "underground";
}

std::optional<MapAreaKind> area_kind(Tags const& tags) {
  if (underground(tags)) return std::nullopt;
  auto const building = tags["building"];
  if (!building.empty() && building != "no") return MapAreaKind::building;
  return kind_of(tags, area_rules);
}

std::optional<MapLabelKind> label_of_area(MapAreaKind kind) {
  if (kind == MapAreaKind::water) return MapLabelKind::water;
  if (kind == MapAreaKind::building) return std::nullopt;
  return MapLabelKind::park;
}

void label(MapLabelKind kind, OsmThing const& thing, Basemap& basemap) {
  auto const name = trimmed(thing.tags["name"]);
  if (!name.empty()) basemap.labels.push_back({kind, std::string(name), thing.point});
}

}  // namespace

void draw(OsmThing const& thing, Basemap& basemap) {
  // A town that also has an outline has a node for its name, so outlines of towns get no label.
  auto const point = kind_of(thing.tags, label_rules);
  if (point && (thing.outline.empty() || *point == MapLabelKind::station)) label(*point, thing, basemap);
  if (thing.outline.empty()) return;
  auto const kind = area_kind(thing.tags);
  if (!kind) return;
  basemap.areas.push_back({*kind, thing.outline});
  if (auto const name = label_of_area(*kind)) label(*name, thing, basemap);
}

void draw_line(Tags const& tags, std::span<GeoPoint const> line, Basemap& basemap) {
  auto const kind = kind_of(tags, line_rules);
  if (kind && !underground(tags) && line.size() >= 2) {
    basemap.lines.push_back({*kind, {line.begin(), line.end()}});
  }
}

}  // namespace wegwijzer
