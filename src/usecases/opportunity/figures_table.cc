// SPDX-License-Identifier: EUPL-1.2
#include "usecases/opportunity/figures_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <set>

#include "base/checksum.h"
#include "opportunity/indicators.h"
#include "opportunity/parameter_draws.h"
#include "usecases/opportunity/table.h"

namespace wegwijzer {

namespace {

double number_of(std::optional<double> value) {
  return value.value_or(std::numeric_limits<double>::infinity());  // a Palma without end
}

bool is_spread(std::span<double const> draws) {
  return std::ranges::any_of(draws, [&](double one) { return one != draws.front(); });
}

class FiguresWriting {
 public:
  explicit FiguresWriting(FiguresOfPlace const& of)
      : of_(of), areas_(of.model.atlas().areas()), population_(of.population) {}

  std::vector<FigureRow> run() {
    whole();
    levels();
    areas();
    groups();
    factors();
    levers();
    parameters();
    return std::move(rows_);
  }

  std::vector<FigureRow> run_spread() {
    whole();
    levels();
    groups();
    return std::move(rows_);
  }

  std::vector<DrawnRow> drawn() && { return std::move(drawn_); }

 private:
  // What `take` gives of figures, and of the lowest and highest that they may be.
  template <class Take>
  void add(Indicator const& indicator, std::string part, Take take) {
    auto& row = rows_.emplace_back(FigureRow{
        std::string(indicator.name), indicator.version, std::move(part), take(of_.figures), {}, {}});
    if (!of_.sure) return;
    row.low = take(of_.sure->low);
    row.high = take(of_.sure->high);
    DrawnRow drawn{row.indicator, row.version, row.of, {}};
    for (auto const& figures : of_.sure->drawn) drawn.draws.push_back(number_of(take(figures)));
    if (is_spread(drawn.draws)) drawn_.push_back(std::move(drawn));
  }

  // A share of the draws, of which there is no interval.
  void add_share(Indicator const& indicator, std::string_view part, double share) {
    rows_.push_back({std::string(indicator.name), indicator.version, std::string(part), share, {}, {}});
  }

  void whole() {
    add(indicator("children"), "", [](PlaceFigures const& f) { return f.children; });
    add(indicator("mean"), "", [](PlaceFigures const& f) { return f.spread.mean; });
    add(indicator("gini"), "", [](PlaceFigures const& f) { return f.spread.gini; });
    add(indicator("palma"), "", [](PlaceFigures const& f) {
      return f.spread.mean > 0 ? std::optional(number_of(f.spread.palma)) : std::nullopt;
    });
    for (std::size_t i = 0; i < atkinson_aversions.size(); ++i) {
      add(indicator("atkinson"), fmt::format("{:g}", atkinson_aversions[i]),
          [i](PlaceFigures const& f) { return f.spread.atkinson[i]; });
    }
    add(indicator("theil"), "", [](PlaceFigures const& f) { return f.spread.theil; });
    for (std::size_t i = 0; i < of_.figures.spread.tenths.size(); ++i) {
      add(indicator("tenth"), std::to_string(i + 1),
          [i](PlaceFigures const& f) { return f.spread.tenths[i]; });
    }
  }

  // The smallest kind that areas have so many steps below the place, as far as steps go.
  std::string kind_at(std::size_t level) const {
    auto kind = AreaKind::gemeente;
    for (auto const area : population_.areas) {
      std::vector<AreaKind> kinds;
      for (std::optional at = area; at && at != of_.place; at = areas_.around(*at)) {
        kinds.push_back(areas_[*at].code.kind());
      }
      if (!kinds.empty()) kind = std::max(kind, kinds[kinds.size() - 1 - std::min(level, kinds.size() - 1)]);
    }
    return text(kind);
  }

  void levels() {
    for (std::size_t i = 0; i < of_.figures.theil_between.size(); ++i) {
      add(indicator("theil_between"), kind_at(i), [i](PlaceFigures const& f) { return f.theil_between[i]; });
    }
    for (auto const& [trait, name] : choices<Trait>) {
      add(indicator("theil_between_groups"), std::string(name), [at = trait](PlaceFigures const& f) {
        return f.theil_between_groups[static_cast<std::size_t>(at)];
      });
    }
  }

  std::string code(std::size_t area) const { return areas_[population_.areas[area]].code.text(); }

  void areas() {
    for (std::size_t i = 0; i < population_.areas.size(); ++i) {
      if (of_.figures.area_children[i] <= 0) continue;
      add(indicator("amount"), code(i), [i](PlaceFigures const& f) { return f.area_means[i]; });
      add(indicator("area_children"), code(i), [i](PlaceFigures const& f) { return f.area_children[i]; });
    }
    for (std::size_t i = 0; i < population_.in_order.size(); ++i) rank(i);
  }

  // Areas that are equal have the same place.
  void rank(std::size_t i) {
    auto const& means = of_.figures.area_means;
    auto const area = population_.in_order[i];
    auto const before =
        std::ranges::count_if(population_.in_order, [&](auto other) { return means[other] < means[area]; });
    auto const& indicator_of_rank = indicator("rank");
    auto& row = rows_.emplace_back(FigureRow{std::string(indicator_of_rank.name),
                                             indicator_of_rank.version,
                                             code(area),
                                             static_cast<double>(before + 1),
                                             {},
                                             {}});
    if (!of_.sure) return;
    row.low = static_cast<double>(of_.sure->ranks[i].low);
    row.high = static_cast<double>(of_.sure->ranks[i].high);
    add_share(indicator("among_least"), code(area), of_.sure->among_least[i]);
  }

  void groups() {
    for (std::size_t i = 0; i < child_groups().size(); ++i) {
      if (!are_enough(of_.figures.group_children[i])) continue;
      auto const group = text(child_groups()[i].trait) + ":" + child_groups()[i].value;
      add(indicator("group_amount"), group, [i](PlaceFigures const& f) { return f.group_means[i]; });
      add(indicator("group_children"), group, [i](PlaceFigures const& f) { return f.group_children[i]; });
    }
  }

  void factors() {
    for (std::size_t i = 0; i < factor_count; ++i) {
      auto const name = text(static_cast<Factor>(i));
      add(indicator("gini_share"), name, [i](PlaceFigures const& f) { return f.shares[i]; });
      add(indicator("gini_made_equal"), name, [i](PlaceFigures const& f) { return f.made_equal[i]; });
      if (of_.sure) add_share(indicator("largest_share"), name, of_.sure->largest[i]);
    }
  }

  void levers() {
    for (std::size_t i = 0; i < lever_count; ++i) {
      auto const name = text(static_cast<Lever>(i));
      add(indicator("lever_mean"), name, [i](PlaceFigures const& f) { return f.levers[i].mean; });
      add(indicator("lever_least_fifth"), name,
          [i](PlaceFigures const& f) { return f.levers[i].least_fifth; });
      add(indicator("lever_gini"), name, [i](PlaceFigures const& f) { return f.levers[i].gini; });
      if (of_.sure) add_share(indicator("lever_best"), name, of_.sure->best[i]);
    }
  }

  void parameters() {
    if (!of_.sure) return;
    for (std::size_t i = 0; i < of_.sure->varied.size(); ++i) {
      auto const name = of_.sure->varied[i]->name;
      auto const share = [&](Outcome outcome) {
        return of_.sure->sensitivities[static_cast<std::size_t>(outcome)].shares[i];
      };
      add_share(indicator("unsure_mean"), name, share(Outcome::mean));
      add_share(indicator("unsure_gini"), name, share(Outcome::gini));
    }
  }

  FiguresOfPlace const& of_;
  Areas const& areas_;
  Population const& population_;
  std::vector<FigureRow> rows_;
  std::vector<DrawnRow> drawn_;
};

std::vector<std::string> sources_of(Atlas const& atlas) {
  std::set<std::string> sources;
  for (auto const& map : atlas.streets().maps()) sources.insert(map->source());
  for (auto const& area : atlas.areas().all()) sources.insert(area.source);
  sources.erase("");
  return {sources.begin(), sources.end()};
}

}  // namespace

std::vector<FigureRow> figure_rows(FiguresOfPlace const& of) {
  return FiguresWriting(of).run();
}

std::vector<FigureRow> spread_rows(FiguresOfPlace const& of) {
  return FiguresWriting(of).run_spread();
}

std::vector<DrawnRow> drawn_rows(FiguresOfPlace const& of,
                                 std::span<OpportunityParameters const> parameter_draws) {
  FiguresWriting writing(of);
  writing.run();
  auto rows = std::move(writing).drawn();
  if (!of.sure) return rows;
  for (auto const* const parameter : of.sure->varied) {
    auto& row =
        rows.emplace_back(DrawnRow{std::string(drawn_parameter), 1, std::string(parameter->name), {}});
    for (auto const& draw : parameter_draws) row.draws.push_back(draw.*parameter->value);
  }
  return rows;
}

std::string_view unit_name(Unit unit) {
  switch (unit) {
    case Unit::share:
      return "share";
    case Unit::minutes:
      return "minutes";
    case Unit::metres:
      return "metres";
    case Unit::euros:
      return "euros";
    case Unit::months:
      return "months";
    case Unit::weight:
      return "weight";
  }
  return "";
}

std::vector<MethodParameter> method_parameters(OpportunityParameters const& parameters) {
  OpportunityParameters const usual;
  std::vector<MethodParameter> all;
  for (auto const& one : opportunity_parameters()) {
    auto const value = parameters.*one.value;
    auto const range = drawn_range(one, value);
    all.push_back({one.name, value, usual.*one.value, unit_name(one.unit), range.low, range.high});
  }
  return all;
}

Method method_of(MethodQuestion const& question) {
  auto const& atlas = question.model.atlas();
  Method method;
  method.day = question.model.today();
  method.place = atlas.areas()[question.place].code;
  method.place_name = atlas.areas()[question.place].name;
  method.children = question.children;
  for (auto const& one : indicators) {
    method.indicators.push_back({one.name, one.version, one.unit, one.of, one.about, one.source});
  }
  method.parameters = method_parameters(question.model.parameters());
  method.intervals = text(question.draws > 0 ? Margins::there : Margins::running);
  method.draws = question.draws;
  method.seed = question.seed;
  method.share_of_draws = usual_share_of_draws;
  method.files = question.files;
  method.sources = sources_of(atlas);
  method.made_up = method.sources == std::vector{std::string(made_up_source)};
  return method;
}

Result<PlaceData> place_data(Opportunities const& opportunities, Index<Area> area, ChildWish const& wish) {
  auto const found = inequality_to_tell(opportunities, area, wish);
  if (!found) return fail(found.error());
  auto meant = wish;
  meant.needs.clear();
  meant.tongue.reset();
  auto const& model = opportunities.model();
  auto const place = model.atlas().areas().outermost(area);
  auto const* const sure = found->sure.get();
  PlaceData data{.place = place,
                 .rows = figure_rows({model, place, *found->population, *found->figures, sure}),
                 .margins = found->margins,
                 .draws_done = found->draws_done};
  data.csv = write_figures_csv(data.rows);
  data.method = method_of(
      {model, place, text(meant), sure ? sure->draws : 0, 1, {{"figures.csv", checksum(data.csv)}}});
  data.method.intervals = text(found->margins);
  return data;
}

}  // namespace wegwijzer
