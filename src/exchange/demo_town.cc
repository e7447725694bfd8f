// SPDX-License-Identifier: EUPL-1.2
#include "exchange/demo_town.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "base/check.h"
#include "base/words.h"
#include "streets/drawing.h"

namespace wegwijzer {

namespace {

using Row = std::vector<std::string_view>;

std::vector<Row> rows_of(std::string_view csv) {
  std::vector<Row> rows;
  for (auto const line : split(csv, '\n')) {
    Row cells;
    for (auto rest = line;; rest.remove_prefix(rest.find(';') + 1)) {
      cells.push_back(trimmed(rest.substr(0, rest.find(';'))));
      if (rest.find(';') == rest.npos) break;
    }
    rows.push_back(std::move(cells));
  }
  rows.erase(rows.begin());  // the headings
  return rows;
}

double number(std::string_view cell) {
  return static_cast<double>(known(whole_number(cell), "a position of the demo is not a number"));
}

// The drawing as a map: sign (column, row) lies 100 m east and south of the one before.
class Sheet {
 public:
  explicit Sheet(GeoPoint origin) : plane_(origin) {}

  GeoPoint point(double column, double row) const { return plane_.point({column * 100, -row * 100}); }

  double column(GeoPoint point) const { return plane_.position(point).east / 100; }

  double row(GeoPoint point) const { return -plane_.position(point).north / 100; }

 private:
  LocalPlane plane_;
};

struct NamedLine {
  std::string name;
  double from_column, from_row, to_column, to_row;

  bool holds(double column, double row) const {
    auto const between = [](double value, double one, double other) {
      return value > std::min(one, other) - 0.1 && value < std::max(one, other) + 0.1;
    };
    return between(column, from_column, to_column) && between(row, from_row, to_row);
  }
};

std::vector<NamedLine> named_lines(std::string_view csv) {
  std::vector<NamedLine> lines;
  for (auto const& row : rows_of(csv)) {
    lines.push_back(
        {std::string(row.at(0)), number(row.at(1)), number(row.at(2)), number(row.at(3)), number(row.at(4))});
  }
  return lines;
}

// Every edge whose middle lies on a named line carries that name.
std::shared_ptr<Streets const> with_names(Streets const& drawn, Sheet const& sheet,
                                          std::vector<NamedLine> const& lines) {
  auto columns = drawn.columns();
  columns.first_letter = {0, 0};
  columns.letters.clear();
  for (auto const& line : lines) {
    columns.letters += line.name;
    columns.first_letter.push_back(static_cast<std::uint32_t>(columns.letters.size()));
  }
  for (std::size_t i = 0; i < columns.edges.size(); ++i) {
    auto& edge = columns.edges[i];
    auto const from = drawn.node(edge.from), to = drawn.node(edge.to);
    auto const column = (sheet.column(from) + sheet.column(to)) / 2,
               row = (sheet.row(from) + sheet.row(to)) / 2;
    auto const named =
        std::ranges::find_if(lines, [&](NamedLine const& line) { return line.holds(column, row); });
    edge.name =
        Index<StreetName>(named == lines.end() ? 0 : static_cast<std::size_t>(named - lines.begin()) + 1);
  }
  auto streets = Streets::of(std::move(columns));
  check(streets.has_value(), "the streets of the demo do not fit together");
  return std::make_shared<Streets const>(*std::move(streets));
}

std::vector<PlaceName> names_of_places(std::string_view csv, Sheet const& sheet) {
  std::vector<PlaceName> names;
  for (auto const& row : rows_of(csv)) {
    auto const kind = parse_choice<PlaceNameKind>(row.at(0));
    check(kind.has_value(), "a place name of the demo is of an unknown kind");
    names.push_back({*kind, std::string(row.at(1)), std::string(row.at(2)),
                     sheet.point(number(row.at(3)), number(row.at(4)))});
  }
  return names;
}

Ecosystem ecosystem_of(nlohmann::json const& about) {
  Ecosystem ecosystem;
  ecosystem.slug = about.at("slug").get<std::string>();
  ecosystem.name = about.at("name").get<std::string>();
  auto const region = parse_choice<HolidayRegion>(about.at("holiday_region").get<std::string>());
  check(region.has_value(), "the holiday region of the demo is not known");
  ecosystem.holiday_region = *region;
  if (about.at("fictional").get<bool>()) ecosystem.origin = Origin::fictional;
  return ecosystem;
}

}  // namespace

DemoTown read_demo_town(std::string_view about_json, std::string_view drawing, std::string_view streets_csv,
                        std::string_view place_names_csv) {
  auto const about = nlohmann::json::parse(about_json);
  auto const& origin = about.at("drawing").at("origin");
  auto const corner =
      GeoPoint::of_degrees(origin.at("latitude").get<double>(), origin.at("longitude").get<double>());
  auto const drawn = read_drawing(drawing, corner);
  check(drawn.has_value(), "the drawing of the demo cannot be read");
  Sheet const sheet(corner);
  return {ecosystem_of(about), with_names(*drawn->streets, sheet, named_lines(streets_csv)),
          names_of_places(place_names_csv, sheet)};
}

}  // namespace wegwijzer
