// SPDX-License-Identifier: EUPL-1.2
#include "usecases/release/compare.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

#include "exchange/csv.h"
#include "exchange/draws_csv.h"
#include "exchange/funnel_csv.h"
#include "exchange/parameters_csv.h"
#include "usecases/opportunity/table.h"

namespace wegwijzer {

namespace {

// Of which figure, and in which version.
using DrawnFigure = std::tuple<std::string, int, std::string>;
using Draws = std::map<DrawnFigure, std::vector<double>>;

struct ReadRelease {
  std::vector<FigureRow> figures;
  std::map<std::string, double> parameters;
  std::vector<FunnelCell> cells;
  Draws draws;
};

template <class Row>
Result<std::vector<Row>> without_problems(Result<Import<Row>> read, FigureRelease const& release) {
  if (read && read->problems.empty()) return std::move(read->rows);
  return fail(Fault::invalid, "release.unreadable", {{"id", text(release.head.id)}});
}

// Any names and values: the release may be of a program with other parameters.
Result<std::vector<ParameterLine>> parameters_of(FigureRelease const& release) {
  auto const all = [](std::string const&, double) -> Done { return {}; };
  return without_problems(read_parameters_csv(release.files.parameters, all), release);
}

Result<std::vector<FunnelCell>> cells_of_release(FigureRelease const& release) {
  auto const rows = without_problems(read_funnel_csv(release.files.funnel), release);
  if (!rows) return fail(rows.error());
  std::map<std::string, std::size_t> numbers;
  for (std::size_t i = 0; i < standard_profiles().size(); ++i) numbers[text(standard_profiles()[i])] = i;
  std::vector<FunnelCell> cells;
  for (auto const& row : *rows) {
    auto const known = numbers.find(row.profile);
    if (known == numbers.end()) {
      return fail(Fault::invalid, "release.unreadable", {{"id", text(release.head.id)}});
    }
    cells.push_back({row.area, known->second, row.children, row.left});
  }
  return cells;
}

Result<ReadRelease> read(FigureRelease const& release) {
  auto figures = without_problems(read_figures_csv(release.files.figures), release);
  if (!figures) return fail(figures.error());
  auto const parameters = parameters_of(release);
  if (!parameters) return fail(parameters.error());
  auto cells = cells_of_release(release);
  if (!cells) return fail(cells.error());
  auto drawn = release.files.draws.empty() ? Result<std::vector<DrawnRow>>(std::vector<DrawnRow>())
                                           : without_problems(read_draws_csv(release.files.draws), release);
  if (!drawn) return fail(drawn.error());
  ReadRelease found{*std::move(figures), {}, *std::move(cells), {}};
  for (auto& row : *drawn) found.draws[{row.indicator, row.version, row.of}] = std::move(row.draws);
  for (auto const& line : *parameters) found.parameters[line.name] = line.value;
  return found;
}

// By key what each of two has; nothing where one lacks it.
template <class Key, class Value>
std::map<Key, std::pair<std::optional<Value>, std::optional<Value>>> beside_each_other(
    std::map<Key, Value> const& from, std::map<Key, Value> const& to) {
  std::map<Key, std::pair<std::optional<Value>, std::optional<Value>>> both;
  for (auto const& [key, value] : from) both[key].first = value;
  for (auto const& [key, value] : to) both[key].second = value;
  return both;
}

std::map<std::string, int> versions_of(std::vector<FigureRow> const& rows) {
  std::map<std::string, int> versions;
  for (auto const& row : rows) versions[row.indicator] = row.version;
  return versions;
}

std::vector<VersionDifference> other_versions(ReadRelease const& from, ReadRelease const& to) {
  std::vector<VersionDifference> found;
  for (auto const& [name, both] : beside_each_other(versions_of(from.figures), versions_of(to.figures))) {
    if (both.first != both.second) found.push_back({name, both.first, both.second});
  }
  return found;
}

std::vector<ParameterDifference> other_parameters(ReadRelease const& from, ReadRelease const& to) {
  std::vector<ParameterDifference> found;
  for (auto const& [name, both] : beside_each_other(from.parameters, to.parameters)) {
    if (both.first != both.second) found.push_back({name, both.first, both.second});
  }
  return found;
}

std::map<DrawnFigure, std::vector<double>> drawn_parameters(Draws const& draws) {
  std::map<DrawnFigure, std::vector<double>> found;
  for (auto const& [figure, values] : draws) {
    if (std::get<0>(figure) == drawn_parameter) found[figure] = values;
  }
  return found;
}

// Both were reckoned in the same worlds. Not so where a parameter was set otherwise: a draw takes it from
// its range, and does not know by how much it was changed.
bool have_the_same_draws(ReadRelease const& from, ReadRelease const& to) {
  auto const drawn = drawn_parameters(from.draws);
  return !drawn.empty() && other_parameters(from, to).empty() && drawn == drawn_parameters(to.draws);
}

bool has_margins(FigureRow const& row) {
  return row.value && row.low && row.high;
}

bool lies_within(double value, FigureRow const& margins) {
  return *margins.low <= value && value <= *margins.high;
}

Sureness sureness_of(FigureRow const& from, FigureRow const& to) {
  if (!has_margins(from) || !has_margins(to)) return Sureness::unknown;
  bool const alike = *from.value == *to.value || lies_within(*from.value, to) || lies_within(*to.value, from);
  return alike ? Sureness::too_small : Sureness::sure;
}

// Of the change in each draw.
std::optional<Interval> margins_of_change(ComparedFigure const& figure, Draws const& from, Draws const& to) {
  DrawnFigure const key{figure.indicator, figure.to->version, figure.of};
  auto const before = from.find(key), after = to.find(key);
  if (before == from.end() || after == to.end()) return std::nullopt;
  std::vector<double> changes;
  for (std::size_t i = 0; i < std::min(before->second.size(), after->second.size()); ++i) {
    changes.push_back(after->second[i] - before->second[i]);
  }
  bool const all_end =
      !changes.empty() && std::ranges::all_of(changes, [](double c) { return std::isfinite(c); });
  return all_end ? std::optional(interval(std::move(changes))) : std::nullopt;
}

// With three digits behind the point, as pages do, it is nothing.
constexpr double too_small_to_tell = 0.0005;

Sureness sureness_of(double change, Interval const& margins) {
  bool const goes_one_way = change > 0 ? margins.low > 0 : margins.high < 0;
  return goes_one_way && std::abs(change) >= too_small_to_tell ? Sureness::sure : Sureness::too_small;
}

// Only figures of one version are subtracted.
void subtract(ComparedFigure& figure) {
  if (!figure.from || !figure.to || figure.from->version != figure.to->version) return;
  if (!figure.from->value || !figure.to->value) return;
  auto const change = *figure.to->value - *figure.from->value;
  if (!std::isfinite(change)) return;
  figure.change = as_written(change);
  figure.sureness = sureness_of(*figure.from, *figure.to);
}

// In the order of the later release, then what only the earlier one has.
std::vector<ComparedFigure> side_by_side(ReadRelease const& from, ReadRelease const& to) {
  std::map<std::pair<std::string, std::string>, FigureRow> before;
  for (auto const& row : from.figures) before[{row.indicator, row.of}] = row;
  std::vector<ComparedFigure> figures;
  bool const same_draws = have_the_same_draws(from, to);
  for (auto const& row : to.figures) {
    auto& figure = figures.emplace_back(ComparedFigure{row.indicator, row.of, {}, row, {}, {}});
    if (auto const found = before.extract({row.indicator, row.of})) figure.from = found.mapped();
    subtract(figure);
    if (!figure.change || !same_draws) continue;
    figure.margins = margins_of_change(figure, from.draws, to.draws);
    if (figure.margins) figure.sureness = sureness_of(*figure.change, *figure.margins);
  }
  for (auto const& row : from.figures) {
    if (before.contains({row.indicator, row.of})) {
      figures.push_back({row.indicator, row.of, row, {}, {}, {}});
    }
  }
  return figures;
}

// The share of the children of one release whose area the other does not have.
double of_other_areas(std::vector<FunnelCell> const& cells, std::vector<FunnelCell> const& others) {
  std::set<AreaCode> known;
  for (auto const& cell : others) known.insert(cell.area);
  double all = 0, unknown = 0;
  for (auto const& cell : cells) {
    all += cell.children;
    if (!known.contains(cell.area)) unknown += cell.children;
  }
  return all > 0 ? unknown / all : 0;
}

// A new division would else be told as children who moved.
bool has_other_areas(ReadRelease const& from, ReadRelease const& to) {
  return of_other_areas(from.cells, to.cells) > 0.02 || of_other_areas(to.cells, from.cells) > 0.02;
}

std::optional<ExplainedChange> explained(ComparedFigure const* figure, SplitChange const& split) {
  if (!figure || !figure->change) return std::nullopt;
  ExplainedChange change{*figure->from->value, *figure->to->value, split.shares, 0,
                         figure->margins,      figure->sureness};
  change.within_neighbourhoods =
      change.change() - std::accumulate(split.shares.begin(), split.shares.end(), 0.0);
  return change;
}

std::string number_or_none(std::optional<double> value) {
  return value ? table_number(*value) : "";
}

std::optional<double> value_in(std::optional<FigureRow> const& row) {
  return row ? row->value : std::nullopt;
}

std::optional<double> low_of(std::optional<Interval> const& margins) {
  return margins ? std::optional(margins->low) : std::nullopt;
}

std::optional<double> high_of(std::optional<Interval> const& margins) {
  return margins ? std::optional(margins->high) : std::nullopt;
}

std::string_view said(Sureness sureness) {
  if (sureness == Sureness::unknown) return "";
  return sureness == Sureness::sure ? "yes" : "too small to be sure";
}

// The words of ours begin with a letter and numbers are no formulas, so nothing needs guarding.
std::string comparison_row(std::initializer_list<std::string_view> cells) {
  return fmt::format("{}\r\n", fmt::join(cells, ","));
}

std::string causes_csv(char const* name, std::optional<ExplainedChange> const& change) {
  if (!change) return "";
  std::string rows;
  for (auto const& [cause, of] : choices<ChangeCause>) {
    rows += comparison_row({name, of, "", "",
                            table_number(as_written(change->causes[static_cast<std::size_t>(cause)])), "", "",
                            ""});
  }
  return rows + comparison_row({name, "within_neighbourhoods", "", "",
                                table_number(as_written(change->within_neighbourhoods)), "", "", ""});
}

}  // namespace

ComparedFigure const* ComparedReleases::find(std::string_view indicator, std::string_view of) const {
  auto const found = std::ranges::find_if(
      figures, [&](ComparedFigure const& one) { return one.indicator == indicator && one.of == of; });
  return found == figures.end() ? nullptr : &*found;
}

Result<ComparedReleases> compare_releases(FigureRelease const& from, FigureRelease const& to) {
  if (from.head.area != to.head.area) return fail(Fault::invalid, "release.other_place");
  auto const before = read(from);
  if (!before) return fail(before.error());
  auto const after = read(to);
  if (!after) return fail(after.error());
  ComparedReleases compared{from.head,
                            to.head,
                            other_versions(*before, *after),
                            other_parameters(*before, *after),
                            has_other_areas(*before, *after),
                            side_by_side(*before, *after),
                            {},
                            {},
                            {}};
  if (compared.other_areas) return compared;
  if (auto const split = change_split(before->cells, after->cells)) {
    compared.mean = explained(compared.find("mean"), split->mean);
    compared.gini = explained(compared.find("gini"), split->gini);
    compared.theil = explained(compared.find("theil"), split->theil);
  }
  return compared;
}

std::string comparison_csv(ComparedReleases const& compared) {
  std::string table = "what,of,from,to,change,change_low,change_high,sure\r\n";
  for (auto const& one : compared.figures) {
    table += comparison_row({one.indicator, one.of, number_or_none(value_in(one.from)),
                             number_or_none(value_in(one.to)), number_or_none(one.change),
                             number_or_none(low_of(one.margins)), number_or_none(high_of(one.margins)),
                             said(one.sureness)});
  }
  return table + causes_csv("change_of_mean", compared.mean) + causes_csv("change_of_gini", compared.gini) +
         causes_csv("change_of_theil", compared.theil);
}

}  // namespace wegwijzer
