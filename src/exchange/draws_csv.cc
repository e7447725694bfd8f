// SPDX-License-Identifier: EUPL-1.2
#include "exchange/draws_csv.h"

#include <fmt/format.h>

#include "exchange/cells.h"
#include "exchange/figures_csv.h"
#include "exchange/table.h"

namespace wegwijzer {

namespace {

std::vector<Column> draws_columns() {
  return {{"indicator", {}, true}, {"version", {}, true}, {"of", {}, true}, {"draws", {}, true}};
}

Result<std::vector<double>> read_draws(std::string_view text) {
  std::vector<double> draws;
  while (!text.empty()) {
    auto const end = std::min(text.find(' '), text.size());
    auto const draw = read_figure_number(text.substr(0, end));
    if (!draw) return fail(draw.error());
    draws.push_back(*draw);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return draws;
}

DrawnRow read_drawn(Cells& cells) {
  return {cells.required("indicator", read_line).value_or(""),
          cells.required("version", read_figure_version).value_or(1),
          cells.value("of", read_line).value_or(""),
          cells.required("draws", read_draws).value_or(std::vector<double>())};
}

}  // namespace

std::string write_draws_csv(std::span<DrawnRow const> rows) {
  std::string table = "indicator,version,of,draws\r\n";
  for (auto const& row : rows) {
    table += figure_heading(row.indicator, row.version, row.of);
    for (std::size_t i = 0; i < row.draws.size(); ++i) {
      table += (i == 0 ? "" : " ") + written_figure(row.draws[i]);
    }
    table += "\r\n";
  }
  return table;
}

Result<Import<DrawnRow>> read_draws_csv(std::string_view bytes) {
  auto table = Table::open(bytes, draws_columns());
  if (!table) return fail(table.error());
  return read_rows<DrawnRow>(*table, read_drawn);
}

}  // namespace wegwijzer
