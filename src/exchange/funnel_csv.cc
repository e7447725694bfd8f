// SPDX-License-Identifier: EUPL-1.2
#include "exchange/funnel_csv.h"

#include <fmt/format.h>

#include "exchange/cells.h"
#include "exchange/table.h"

namespace wegwijzer {

namespace {

constexpr std::array<std::string_view, 5> stage_headings{"within_reach", "known", "welcome", "possible",
                                                         "supported"};

std::vector<Column> funnel_columns() {
  std::vector<Column> columns{{"area", {}, true}, {"profile", {}, true}, {"children", {}, true}};
  for (auto const heading : stage_headings) columns.push_back({heading, {}, true});
  return columns;
}

// So high that no rounding comes above it.
constexpr double most_amount = 1e12;

std::string funnel_number(double value) {
  return fmt::format("{:.9g}", value);
}

Result<double> read_amount(std::string_view text) {
  auto const value = read_decimal(text);
  if (!value || (*value >= 0 && *value <= most_amount)) return value;
  return fail(Fault::invalid, "cell.decimal", {{"value", std::string(text)}});
}

FunnelRow read_funnel(Cells& cells) {
  FunnelRow row{cells.required("area", AreaCode::parse).value_or(AreaCode()),
                cells.required("profile", read_line).value_or(""),
                cells.required("children", read_amount).value_or(0),
                {}};
  for (std::size_t i = 0; i < row.left.size(); ++i) {
    row.left[i] = cells.required(stage_headings[i], read_amount).value_or(0);
  }
  return row;
}

}  // namespace

std::string write_funnel_csv(std::span<FunnelRow const> rows) {
  std::string table = "area,profile,children,within_reach,known,welcome,possible,supported\r\n";
  for (auto const& row : rows) {
    std::vector<std::string> cells{row.area.text(), row.profile, funnel_number(row.children)};
    for (auto const value : row.left) cells.push_back(funnel_number(value));
    table += csv_line(cells, ',');
  }
  return table;
}

Result<Import<FunnelRow>> read_funnel_csv(std::string_view bytes) {
  auto table = Table::open(bytes, funnel_columns());
  if (!table) return fail(table.error());
  return read_rows<FunnelRow>(*table, read_funnel);
}

}  // namespace wegwijzer
