// SPDX-License-Identifier: EUPL-1.2
// Which turns riders of a bicycle may not make, as relations of OpenStreetMap tell it.
#pragma once

#include <osmium/osm/relation.hpp>

#include "exchange/osm_pbf.h"
#include "streets/street_use.h"
#include "streets/streets_builder.h"

namespace wegwijzer {

// A `restriction` that binds bicycles at one node. Left out: those for other vehicles or at certain hours,
// those that lead over a way instead of a node, and bans on turning round, since one may get off and turn
// anywhere. Walkers are not bound.
void add_turn_bans(osmium::Relation const& relation, Tags const& tags, StreetsBuilder& streets,
                   TurnBanCounts& counts);

}  // namespace wegwijzer
