// SPDX-License-Identifier: EUPL-1.2
#include "towns/map_patch.h"

#include <array>

namespace wegwijzer::towns {

namespace {

using Row = std::array<Tag, 3>;

constexpr std::array<Row, way_kind_count> way_tags = {{
    {},
    {{{"highway", "motorway"}, {"oneway", "no"}}},
    {{{"highway", "trunk"}, {"foot", "no"}, {"bicycle", "no"}}},
    {{{"highway", "primary"}, {"bicycle", "use_sidepath"}}},
    {{{"highway", "secondary"}, {"bicycle", "use_sidepath"}}},
    {{{"highway", "tertiary"}}},
    {{{"highway", "tertiary"}, {"cycleway:both", "lane"}}},
    {{{"highway", "tertiary"}, {"maxspeed", "60"}, {"sidewalk", "no"}}},
    {{{"highway", "residential"}}},
    {{{"highway", "living_street"}}},
    {{{"highway", "pedestrian"}, {"bicycle", "yes"}}},
    {{{"highway", "unclassified"}}},
    {{{"highway", "service"}}},
    {{{"highway", "track"}}},
    {{{"highway", "cycleway"}, {"foot", "yes"}}},
    {{{"highway", "footway"}}},
    {{{"highway", "steps"}, {"ramp:bicycle", "yes"}}},
    {{{"highway", "path"}}},
    {{{"railway", "rail"}}},
    {{{"waterway", "river"}}},
    {{{"waterway", "canal"}}},
    {{{"waterway", "ditch"}}},
}};

constexpr std::array<Row, 8> shape_tags = {{
    {{{"natural", "water"}}},
    {{{"natural", "wood"}}},
    {{{"leisure", "park"}}},
    {{{"landuse", "grass"}}},
    {{{"landuse", "meadow"}}},
    {{{"leisure", "playground"}}},
    {{{"leisure", "pitch"}}},
    {{{"building", "yes"}}},
}};

std::span<Tag const> filled(Row const& row) {
  std::size_t count = 0;
  while (count < row.size() && !row[count].key.empty()) ++count;
  return std::span(row).first(count);
}

}  // namespace

std::span<Tag const> tags_of(WayKind kind) {
  return filled(way_tags[static_cast<std::size_t>(kind)]);
}

std::span<Tag const> tags_of(ShapeKind kind) {
  return filled(shape_tags[static_cast<std::size_t>(kind)]);
}

}  // namespace wegwijzer::towns
