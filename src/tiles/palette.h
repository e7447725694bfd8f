// SPDX-License-Identifier: EUPL-1.2
// The colours of the map, light and dark: warm and calm, so that what is to be found stands out. Contrast is
// a test.
#pragma once

#include <array>
#include <string_view>

#include "domain/basemap.h"
#include "streets/street_use.h"

namespace wegwijzer::tiles {

enum class Look { light, dark };

struct Palette {
  std::string_view land;
  std::string_view water, water_line;
  std::string_view wood, park, grass, nature;
  std::string_view building, building_edge;
  std::string_view main_street, through_street, street, street_edge;
  std::string_view path, cycleway, railway;
  std::string_view ink, soft_ink;           // names of places; of neighbourhoods and streets
  std::string_view water_ink, green_ink;    // names of waters and parks
  std::string_view halo;                    // around all names
  std::string_view dot, dot_edge, dot_ink;  // what is to be found
};

Palette const& palette(Look look);

// "#rrggbb" of an area.
std::string_view colour(Palette const& palette, MapAreaKind kind);

// From the ground up.
inline constexpr std::array areas_from_the_ground{MapAreaKind::nature_reserve, MapAreaKind::grass,
                                                  MapAreaKind::wood,           MapAreaKind::park,
                                                  MapAreaKind::water,          MapAreaKind::building};

// How wide a kind of street is drawn, at zoom 16, in CSS pixels.
struct StreetLook {
  enum class Paint { main_street, through_street, street, path, cycleway } paint;
  double width;
  bool edged;  // with a darker border
  bool dashed;
};

StreetLook look_of(StreetClass kind);
std::string_view colour(Palette const& palette, StreetLook::Paint paint);

// How much of that width is left at another zoom.
double width_at(double zoom);

// Contrast as WCAG 2.2 defines it, of two "#rrggbb".
double contrast(std::string_view a, std::string_view b);

}  // namespace wegwijzer::tiles
