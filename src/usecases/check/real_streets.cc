// SPDX-License-Identifier: EUPL-1.2
#include "usecases/check/real_streets.h"

#include <algorithm>
#include <optional>

#include "base/check.h"
#include "base/embedded.h"
#include "base/words.h"
#include "exchange/table.h"

namespace wegwijzer {

namespace {

// A figure that was made of less says nothing.
constexpr std::size_t smallest_sample = 30;

RealNetwork network_of(Cells& cells) {
  RealNetwork found{std::string(cells["network"]), std::string(cells["name"]), {}};
  for (auto const prefix : split(cells["no_proof"], ' ')) found.no_proof.emplace_back(prefix);
  return found;
}

template <class Row>
std::vector<Row> embedded(char const* path, Result<Import<Row>> (*read)(std::string_view)) {
  auto list = read(embedded_file(assets_files(), path));
  check(list && list->problems.empty(), path);
  return std::move(list->rows);
}

struct Range {
  double lowest = 0;
  double highest = 0;
};

std::optional<Range> range_of(RealStreets const& real, StreetPattern pattern, std::string_view name) {
  std::optional<Range> range;
  for (auto const& network : real.networks) {
    auto const* const figure = find_figure(real.figures, network.network, pattern, name);
    if (!figure || !is_proof(network, *figure)) continue;
    if (!range) range = Range{figure->value, figure->value};
    range = Range{std::min(range->lowest, figure->value), std::max(range->highest, figure->value)};
  }
  return range;
}

}  // namespace

Result<Import<RealNetwork>> read_real_networks(std::string_view bytes) {
  return Table::open(bytes, {{"network", {}, true}, {"name", {}, true}, {"no_proof", {}, true}})
      .map([](Table table) { return read_rows<RealNetwork>(table, network_of); });
}

RealStreets const& real_streets() {
  static RealStreets const real{embedded("towns/real_sources.csv", read_real_networks),
                                embedded("towns/real_networks.csv", read_street_figures)};
  return real;
}

bool is_proof(RealNetwork const& network, StreetFigure const& figure) {
  auto const in_pattern = text(figure.pattern) + ":" + figure.name;
  auto const is_excepted = [&](auto const& begin) {
    return figure.name.starts_with(begin) || in_pattern.starts_with(begin);
  };
  return figure.sample >= smallest_sample && std::ranges::none_of(network.no_proof, is_excepted);
}

Comparison compare(RealStreets const& real, StreetFigure const& figure) {
  if (figure.sample < smallest_sample) return {WithReal::too_few};
  auto const range = range_of(real, figure.pattern, figure.name);
  if (!range) return {WithReal::unknown};
  if (figure.value < range->lowest) return {WithReal::below, range->lowest - figure.value};
  if (figure.value > range->highest) return {WithReal::above, figure.value - range->highest};
  return {WithReal::within};
}

}  // namespace wegwijzer
