// SPDX-License-Identifier: EUPL-1.2
#include "exchange/street_files.h"

#include <algorithm>

#include "exchange/row_writer.h"

namespace wegwijzer {

namespace {

constexpr std::uint32_t version = 1;

struct OpenEdge {
  Index<Node> to;
  std::uint32_t tenths = 0;
  std::uint32_t millimetres = 0;
};

// Calls visit(edge) for each direction that may be passed from a node, until it says false.
template <class Visit>
bool each_open_edge(TravelTimes const& times, Index<Node> from, Visit visit) {
  auto const arcs = times.streets().arcs(from);
  auto const tenths = times.times_from(from);
  for (std::size_t at = 0; at < arcs.size(); ++at) {
    if (tenths[at] == never) continue;
    auto const millimetres = times.streets().edge(arcs[at].edge()).millimetres;
    if (!visit(OpenEdge{arcs[at].target(), static_cast<std::uint32_t>(tenths[at].count()), millimetres})) {
      return false;
    }
  }
  return true;
}

void add_little_endian(std::string& bytes, std::uint64_t number, unsigned size) {
  for (unsigned byte = 0; byte < size; ++byte) bytes += static_cast<char>(number >> (8 * byte) & 0xffU);
}

bool add_number_of_four_bytes(RowWriter& rows, std::uint32_t number) {
  add_little_endian(rows.row(), number, 4);
  return rows.end_row();
}

bool write_positions(RowWriter& rows, Streets const& streets) {
  auto const& nodes = streets.columns().nodes;
  auto const write = [&](auto coordinate) {
    return std::ranges::all_of(nodes, [&](GeoPoint node) {
      return add_number_of_four_bytes(rows, static_cast<std::uint32_t>(node.*coordinate));
    });
  };
  return write(&GeoPoint::latitude) && write(&GeoPoint::longitude);
}

bool write_first_edges(RowWriter& rows, TravelTimes const& times) {
  std::uint32_t edges = 0;
  for (std::size_t node = 0; node < times.streets().node_count(); ++node) {
    if (!add_number_of_four_bytes(rows, edges)) return false;
    each_open_edge(times, Index<Node>(node), [&](OpenEdge const&) { return ++edges > 0; });
  }
  return add_number_of_four_bytes(rows, edges);
}

template <class Value>
bool write_of_each_edge(RowWriter& rows, TravelTimes const& times, Value value) {
  for (std::size_t node = 0; node < times.streets().node_count(); ++node) {
    auto const write = [&](OpenEdge const& edge) { return add_number_of_four_bytes(rows, value(edge)); };
    if (!each_open_edge(times, Index<Node>(node), write)) return false;
  }
  return true;
}

bool write_edges(RowWriter& rows, TravelTimes const& times) {
  return write_of_each_edge(rows, times,
                            [](auto const& edge) { return static_cast<std::uint32_t>(edge.to.value()); }) &&
         write_of_each_edge(rows, times, [](auto const& edge) { return edge.tenths; }) &&
         write_of_each_edge(rows, times, [](auto const& edge) { return edge.millimetres; });
}

}  // namespace

Done write_vertices_csv(std::ostream& out, Streets const& streets, Progress const& progress) {
  RowWriter rows(out, streets.node_count(), progress);
  rows.row() += "id,latitude,longitude\n";
  for (std::size_t node = 0; node < streets.node_count(); ++node) {
    add_number(rows.row(), node);
    rows.row() += ',' + text(streets.node(Index<Node>(node))) + '\n';
    if (!rows.end_row()) break;
  }
  return rows.finish();
}

Done write_edges_csv(std::ostream& out, TravelTimes const& times, Progress const& progress) {
  RowWriter rows(out, open_edge_count(times), progress);
  rows.row() += "from,to,tenths,millimetres\n";
  bool goes_on = true;
  for (std::size_t node = 0; goes_on && node < times.streets().node_count(); ++node) {
    goes_on = each_open_edge(times, Index<Node>(node), [&](OpenEdge const& edge) {
      add_number(rows.row(), node);
      for (auto const number : {edge.to.value(), std::size_t{edge.tenths}, std::size_t{edge.millimetres}}) {
        add_number(rows.row() += ',', number);
      }
      rows.row() += '\n';
      return rows.end_row();
    });
  }
  return rows.finish();
}

Done write_streets_binary(std::ostream& out, TravelTimes const& times, Progress const& progress) {
  auto const nodes = times.streets().node_count();
  auto const edges = open_edge_count(times);
  RowWriter rows(out, 3 * nodes + 1 + 3 * edges, progress);
  rows.row() += "WWSTREET";
  add_little_endian(rows.row(), version, 4);
  add_little_endian(rows.row(), 0, 4);
  add_little_endian(rows.row(), nodes, 8);
  add_little_endian(rows.row(), edges, 8);
  // Each stops the next.
  static_cast<void>(write_positions(rows, times.streets()) && write_first_edges(rows, times) &&
                    write_edges(rows, times));
  return rows.finish();
}

std::uint64_t open_edge_count(TravelTimes const& times) {
  std::uint64_t count = 0;
  for (std::size_t node = 0; node < times.streets().node_count(); ++node) {
    auto const tenths = times.times_from(Index<Node>(node));
    count += tenths.size() - static_cast<std::size_t>(std::ranges::count(tenths, never));
  }
  return count;
}

}  // namespace wegwijzer
