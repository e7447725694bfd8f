// SPDX-License-Identifier: EUPL-1.2
#include "web/map_picture.h"

#include "tiles/map_source.h"
#include "tiles/tile_maker.h"
#include "web/phrases.h"
#include "web/query.h"

namespace wegwijzer::web {

namespace {

constexpr int width = 640;
constexpr int narrow_width = 360;
constexpr int narrow_height = 360;

Url sized(Url picture, int wide, int high) {
  return std::move(picture).with("width", std::to_string(wide)).with("height", std::to_string(high));
}

Url dark(Url picture) {
  return std::move(picture).with("look", "dark");
}

Url of_place(View const& view, Venue const& venue) {
  return view.page("/map/picture.svg").with("place", text(venue.point));
}

}  // namespace

Html map_picture(Url const& picture, std::string const& alternative, int height) {
  auto const narrow = sized(picture, narrow_width, narrow_height);
  auto const wide = sized(picture, width, height);
  return html(
      R"~(<picture><source media="(max-width: 40rem) and (prefers-color-scheme: dark)" srcset="{}" width="{}" height="{}">)~"
      R"~(<source media="(max-width: 40rem)" srcset="{}" width="{}" height="{}">)~"
      R"~(<source media="(prefers-color-scheme: dark)" srcset="{}">)~"
      R"~(<img src="{}" alt="{}" width="{}" height="{}" loading="lazy"></picture>)~",
      dark(narrow), narrow_width, narrow_height, narrow, narrow_width, narrow_height, dark(wide), wide,
      alternative, width, height);
}

Html surroundings(View const& view, Venue const& venue) {
  if (!view.atlas.map().box()) return {};
  auto const text = view.language("map.surroundings", {{"place", venue_name(view, venue)}});
  return html(R"(<div class="around">{}</div>)",
              map_picture(of_place(view, venue).with("reach", "400"), text, 300));
}

Html way_on_map(View const& view, OfferingQuery const& query, Venue const& venue) {
  if (!view.atlas.map().box()) return {};
  OfferingQuery from;
  from.home = query.home;
  from.mode = query.mode;
  from.age = query.age;
  auto const text = view.language("map.way", {{"place", venue_name(view, venue)}});
  return html(R"(<div class="around">{}</div>)",
              map_picture(with_query(of_place(view, venue), from), text, 400));
}

}  // namespace wegwijzer::web
