// SPDX-License-Identifier: EUPL-1.2
// Streets for other programs, as one profile may pass them: crossings with their position, and each direction
// of a street that the profile may pass with its time and length.
//
// One binary form, little-endian, that can be mapped into memory as it lies there:
//
//   offset 0   8 letters  WWSTREET
//          8   uint32     version of the form, 1
//         12   uint32     0
//         16   uint64     n, the number of vertices
//         24   uint64     m, the number of directed edges
//         32   int32[n]   latitude in ten-millionths of a degree
//              int32[n]   longitude
//              uint32[n+1] where the edges from a vertex begin; the last is m
//              uint32[m]  to which vertex an edge leads
//              uint32[m]  its time in tenths of a second
//              uint32[m]  its length in millimetres
#pragma once

#include <iosfwd>

#include "base/result.h"
#include "exchange/progress.h"
#include "streets/travel_times.h"

namespace wegwijzer {

// Columns id,latitude,longitude. All of these fail with "file.stopped" when the progress says so.
Done write_vertices_csv(std::ostream& out, Streets const& streets, Progress const& progress);

// Columns from,to,tenths,millimetres; by the vertex from which they lead.
Done write_edges_csv(std::ostream& out, TravelTimes const& times, Progress const& progress);

Done write_streets_binary(std::ostream& out, TravelTimes const& times, Progress const& progress);

std::uint64_t open_edge_count(TravelTimes const& times);  // directed, that the profile may pass

}  // namespace wegwijzer
