// SPDX-License-Identifier: EUPL-1.2
#include "exchange/areas.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <unordered_map>

#include "exchange/area_figures.h"
#include "exchange/cells.h"
#include "exchange/geojson.h"
#include "exchange/osm_shape.h"
#include "exchange/projection.h"
#include "exchange/table.h"

namespace wegwijzer {

namespace {

// The most detailed code first: a buurt also names the wijk and gemeente that it lies in.
constexpr auto code_names = {"code",     "statcode",     "gwb_code_10", "buurtcode",    "buurt_code",
                             "bu_code",  "buurtCode",    "wijkcode",    "wijk_code",    "wk_code",
                             "wijkCode", "gemeentecode", "gm_code",     "gemeenteCode", "cbs_code",
                             "gwb_code", "identificatie"};
constexpr auto name_names = {"name",     "statnaam",     "naam",     "buurtnaam",    "buurt_naam",
                             "bu_naam",  "buurtNaam",    "wijknaam", "wijk_naam",    "wk_naam",
                             "wijkNaam", "gemeentenaam", "gm_naam",  "gemeenteNaam", "regio"};

constexpr auto gemeente_names = {"muni_name", "gemeentenaam", "gemeenteNaam", "gm_naam"};

template <class Names>
std::string first_text(Feature const& feature, Names const& names) {
  for (std::string_view const name : names) {
    if (auto found = feature.text(name); !found.empty()) return found;
  }
  return {};
}

std::map<std::string, double> figures_of(Feature const& feature) {
  AreaFigures figures;
  for (auto const& property : feature.properties) {
    if (auto const* number = std::get_if<double>(&property.value)) figures.add(property.name, *number);
    if (auto const* text = std::get_if<std::string>(&property.value)) figures.add(property.name, *text);
  }
  return figures.figures();
}

Result<Area> area_of(Feature const& feature, Projection const& projection) {
  auto code = AreaCode::parse(first_text(feature, code_names));
  if (!code) return fail(code.error());
  auto figures = figures_of(feature);
  if (feature.polygons.empty() && figures.empty()) {
    return fail(Fault::missing, "area.outline_missing", {{"code", code->text()}});
  }
  auto outline = projection.polygons(feature.polygons);
  if (!outline) return fail(Fault::invalid, "geojson.outside_the_world");
  Area area;
  area.name = first_text(feature, name_names);
  area.outline = std::move(*outline);
  area.label = point_inside(area.outline);
  area.figures = std::move(figures);
  area.source = feature.text("source");
  if (area.source.empty()) area.source = "cbs:" + code->text();
  area.code = std::move(*code);
  return area;
}

// Islands and stretches of water are published as features of their own under the same code.
class AreasByCode {
 public:
  void add(Area area) {
    auto const [at, is_new] = positions_.emplace(area.code.text(), areas_.size());
    if (is_new) return areas_.push_back(std::move(area));
    auto& known = areas_[at->second];
    std::ranges::move(area.outline, std::back_inserter(known.outline));
    known.figures.merge(area.figures);
    known.label = point_inside(known.outline);
  }

  // The gemeente that a wijk or buurt says it lies in: known by its name, until it comes with an outline of
  // its own.
  void name_gemeente(AreaCode const& part, std::string const& name) {
    if (!name.empty() && part.kind() != AreaKind::gemeente) {
      gemeenten_.emplace(*AreaCode::parse("GM" + part.text().substr(2, 4)), name);
    }
  }

  std::vector<Area> take() && {
    for (auto const& [code, name] : gemeenten_) {
      if (positions_.contains(code.text())) continue;
      areas_.push_back({code, name, {}, {}, {}, "cbs:" + code.text()});
    }
    return std::move(areas_);
  }

 private:
  std::vector<Area> areas_;
  std::map<AreaCode, std::string> gemeenten_;
  std::unordered_map<std::string, std::size_t> positions_;
};

}  // namespace

Result<Import<Area>> read_areas_geojson(std::string_view bytes) {
  auto collection = read_geojson(bytes);
  if (!collection) return fail(collection.error());
  auto const coordinates = coordinates_of(*collection);
  if (!coordinates) return fail(coordinates.error());
  Projection const projection(*coordinates);
  AreasByCode areas;
  Import<Area> out{{}, std::move(collection->problems)};
  for (auto const& feature : collection->features) {
    auto area = area_of(feature, projection);
    if (!area) {
      out.problems.push_back(feature_problem(feature, std::move(area.error())));
      continue;
    }
    areas.name_gemeente(area->code, first_text(feature, gemeente_names));
    areas.add(std::move(*area));
  }
  out.rows = std::move(areas).take();
  return out;
}

Result<Import<Area>> read_areas_csv(std::string_view bytes) {
  auto table = Table::open(
      bytes,
      {{"code",
        {"gwb_code_10", "gwb_code", "buurt_code", "wijk_code", "gm_code", "statcode", "regiocode",
         "Regiocode (gemeente, wijk, buurt) (code)"},
        true},
       {"naam", {"name", "regio", "statnaam", "Wijken en buurten", "buurt_name", "wijknaam", "buurtnaam"}}});
  if (!table) return fail(table.error());
  return read_rows<Area>(*table, [&](Cells& cells) {
    Area area;
    area.code = cells.required("code", AreaCode::parse).value_or(AreaCode());
    area.name = cells["naam"];
    AreaFigures figures;
    cells.for_each_cell([&](std::string_view heading, std::string_view cell) { figures.add(heading, cell); });
    area.figures = figures.figures();
    area.source = "cbs:" + area.code.text();
    return area;
  });
}

}  // namespace wegwijzer
