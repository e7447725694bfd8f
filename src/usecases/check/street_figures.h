// SPDX-License-Identifier: EUPL-1.2
// The figures of a street network by name, as they are shown, written down and compared.
#pragma once

#include <string>
#include <vector>

#include "domain/choice.h"
#include "exchange/import.h"
#include "streets/shape_of_streets.h"

namespace wegwijzer {

template <>
inline constexpr std::array choices<StreetPattern> = {std::pair{StreetPattern::everywhere, "everywhere"},
                                                      std::pair{StreetPattern::built_up, "built_up"},
                                                      std::pair{StreetPattern::core, "core"},
                                                      std::pair{StreetPattern::grid, "grid"},
                                                      std::pair{StreetPattern::cul_de_sac, "cul_de_sac"},
                                                      std::pair{StreetPattern::edge, "edge"},
                                                      std::pair{StreetPattern::rural, "rural"}};

struct StreetFigure {
  std::string network;  // the name of the file it was imported from
  StreetPattern pattern = StreetPattern::everywhere;
  std::string name;        // "foot_arcs_3"
  double value = 0;        // to four decimals
  std::size_t sample = 0;  // of how many things it was made
  bool operator==(StreetFigure const&) const = default;
};

using StreetFigures = std::vector<StreetFigure>;

void add_shape(StreetFigures& figures, std::string const& network, ShapeOfStreets const& shape);
// `name`: "bike_library".
void add_minutes(StreetFigures& figures, std::string const& network, std::string const& name,
                 PerPattern<Spread> const& minutes);

std::string write_street_figures(StreetFigures const& figures);
Result<Import<StreetFigure>> read_street_figures(std::string_view bytes);

StreetFigure const* find_figure(StreetFigures const& figures, std::string_view network, StreetPattern pattern,
                                std::string_view name);

}  // namespace wegwijzer
