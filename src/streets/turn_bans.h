// SPDX-License-Identifier: EUPL-1.2
// Turns that riders may not make, put into the graph itself by splitting the junction, so that nothing that
// searches it needs to know of them.
#pragma once

#include <span>

#include "streets/streets.h"

namespace wegwijzer {

// Riders who arrive at the node by the one edge may not leave it by the other.
struct TurnBan {
  Index<Edge> from;
  Index<Node> via;
  Index<Edge> to;
};

// The last metres of a street with a ban can no longer be ridden towards the junction. Riders turn by a copy
// of these metres, which ends at a node of its own, and from there by copies of the first metres of every
// street that they may turn into. Who gets off may walk through as before, where one may push a bicycle; who
// turns into a street may also turn round in it, some metres on.
//
// A ban is left out where the edge by which one arrives begins and ends at the junction, is a ferry, or is
// too short to be cut. Nodes and edges get other numbers, along the curve as before; without a ban nothing
// changes.
StreetColumns ban_turns(StreetColumns columns, std::span<TurnBan const> bans);

}  // namespace wegwijzer
