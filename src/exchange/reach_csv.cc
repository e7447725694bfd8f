// SPDX-License-Identifier: EUPL-1.2
#include "exchange/reach_csv.h"

#include <fmt/format.h>

#include "exchange/csv.h"
#include "exchange/row_writer.h"

namespace wegwijzer {

namespace {

// The id as a cell with the comma behind it.
std::string cell_of(Door const& door) {
  auto const line = csv_line({door.id, ""}, ',');
  return line.substr(0, line.size() - 2);
}

std::vector<std::string> cells_of(std::span<Door const> doors) {
  std::vector<std::string> cells;
  cells.reserve(doors.size());
  for (auto const& door : doors) cells.push_back(cell_of(door));
  return cells;
}

std::uint64_t pairs_in(std::span<std::vector<Hit> const> rows) {
  std::uint64_t pairs = 0;
  for (auto const& row : rows) pairs += row.size();
  return pairs;
}

bool write_row(RowWriter& rows, std::string const& home, std::vector<std::string> const& venues,
               std::vector<Hit> const& hits) {
  for (auto const& [venue, time] : hits) {
    rows.row().append(home).append(venues[venue.value()]);
    add_number(rows.row(), static_cast<std::uint64_t>(time.count()));
    rows.row() += '\n';
    if (!rows.end_row()) return false;
  }
  return true;
}

}  // namespace

Done write_reach_csv(std::ostream& out, std::span<Door const> homes, std::span<Door const> venues,
                     std::span<std::vector<Hit> const> rows, Progress const& progress) {
  auto const venue_cells = cells_of(venues);
  RowWriter writer(out, pairs_in(rows), progress);
  writer.row() += "home,venue,tenths\n";
  for (std::size_t home = 0; home < homes.size(); ++home) {
    if (!write_row(writer, cell_of(homes[home]), venue_cells, rows[home])) break;
  }
  return writer.finish();
}

Done write_reach_counts_csv(std::ostream& out, std::span<Door const> homes,
                            std::span<VenuesReached const> reached, WithWeighted with,
                            Progress const& progress) {
  RowWriter writer(out, homes.size(), progress);
  writer.row() += with == WithWeighted::yes ? "home,venues,weighted\n" : "home,venues\n";
  for (std::size_t home = 0; home < homes.size(); ++home) {
    writer.row() += cell_of(homes[home]);
    add_number(writer.row(), reached[home].venues);
    if (with == WithWeighted::yes) writer.row() += fmt::format(",{:.6f}", reached[home].weighted);
    writer.row() += '\n';
    if (!writer.end_row()) break;
  }
  return writer.finish();
}

}  // namespace wegwijzer
