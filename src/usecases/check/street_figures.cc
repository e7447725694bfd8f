// SPDX-License-Identifier: EUPL-1.2
#include "usecases/check/street_figures.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/check.h"
#include "exchange/table.h"

namespace wegwijzer {

namespace {

// The figures of one network and one pattern.
class Adding {
 public:
  Adding(StreetFigures& figures, std::string const& network, StreetPattern pattern)
      : figures_(figures), network_(network), pattern_(pattern) {}

  void add(std::string name, double value, std::size_t sample) {
    if (sample == 0) return;
    figures_.push_back({network_, pattern_, std::move(name), std::round(value * 1e4) / 1e4, sample});
  }

  void add_share(std::string name, double part, double whole, std::size_t sample) {
    if (whole > 0) add(std::move(name), part / whole, sample);
  }

 private:
  StreetFigures& figures_;
  std::string const& network_;
  StreetPattern pattern_;
};

void add_crossings(Adding& to, std::string const& prefix, CrossingFigures const& of, double km2) {
  for (std::size_t i = 0; i < of.with_arcs.size(); ++i) {
    to.add_share(prefix + "arcs_" + std::to_string(i + 1), static_cast<double>(of.with_arcs[i]),
                 static_cast<double>(of.crossings), of.crossings);
  }
  to.add(prefix + "length_mean", of.link.mean, of.link.count);
  to.add(prefix + "length_low", of.link.low, of.link.count);
  to.add(prefix + "length_median", of.link.median, of.link.count);
  to.add(prefix + "length_high", of.link.high, of.link.count);
  to.add_share(prefix + "blind", of.blind, of.metres, of.link.count);
  to.add_share(prefix + "crossings_per_km2", static_cast<double>(of.crossings), km2, of.crossings);
  to.add_share(prefix + "km_per_km2", of.metres / 1000, km2, of.link.count);
}

constexpr std::array class_names = {"unknown",  "motorway",     "trunk",       "primary",       "secondary",
                                    "tertiary", "unclassified", "residential", "living_street", "pedestrian",
                                    "service",  "track",        "path",        "bridleway",     "footway",
                                    "cycleway", "steps"};
static_assert(class_names.size() == static_cast<std::size_t>(StreetClass::ferry));

void add_pattern(Adding& to, StreetPattern pattern, PatternFigures const& of, std::size_t all_squares) {
  // Fields and woods between two towns say nothing about a town: no density of everything together.
  double const km2 =
      pattern == StreetPattern::everywhere ? 0 : static_cast<double>(of.squares) * Squares::km2;
  if (pattern != StreetPattern::everywhere) {
    to.add_share("squares", static_cast<double>(of.squares), static_cast<double>(all_squares), all_squares);
  }
  add_crossings(to, "foot_", of.on_foot, km2);
  add_crossings(to, "proper_", of.proper, km2);
  to.add_share("largest_part", static_cast<double>(of.in_largest_part),
               static_cast<double>(of.on_foot.crossings), of.on_foot.crossings);
  to.add("detour_mean", of.detour.mean, of.detour.count);
  to.add("detour_median", of.detour.median, of.detour.count);
  to.add_share("named", of.named, of.metres, of.edges);
  for (std::size_t i = 0; i < class_names.size(); ++i) {
    to.add_share(std::string("class_") + class_names[i], of.metres_of_class[i], of.metres, of.edges);
  }
}

std::vector<Column> figure_columns() {
  return {{"network", {}, true},
          {"pattern", {}, true},
          {"figure", {}, true},
          {"value", {}, true},
          {"sample", {}, true}};
}

std::string four_decimals(double value) {
  std::array<char, 64> digits{};
  auto const [end, error] =
      std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed, 4);
  check(error == std::errc(), "a figure fits in 64 digits");
  return {digits.data(), end};
}

template <class Number>
Result<Number> read_number(std::string_view text) {
  Number value{};
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc() && end == text.data() + text.size()) return value;
  return fail(Fault::invalid, "cell.decimal", {{"value", std::string(text)}});
}

StreetFigure figure_of(Cells& cells) {
  return {std::string(cells["network"]),
          cells.required("pattern", parse_choice<StreetPattern>).value_or(StreetPattern::everywhere),
          std::string(cells["figure"]), cells.required("value", read_number<double>).value_or(0),
          cells.required("sample", read_number<std::size_t>).value_or(0)};
}

}  // namespace

void add_shape(StreetFigures& figures, std::string const& network, ShapeOfStreets const& shape) {
  auto const squares = shape.patterns.count(StreetPattern::everywhere);
  for (std::size_t i = 0; i < street_patterns.size(); ++i) {
    Adding to(figures, network, street_patterns[i]);
    add_pattern(to, street_patterns[i], shape.figures[i], squares);
  }
}

void add_minutes(StreetFigures& figures, std::string const& network, std::string const& name,
                 PerPattern<Spread> const& minutes) {
  for (std::size_t i = 0; i < street_patterns.size(); ++i) {
    Adding to(figures, network, street_patterns[i]);
    to.add(name + "_median", minutes[i].median, minutes[i].count);
    to.add(name + "_high", minutes[i].high, minutes[i].count);
  }
}

std::string write_street_figures(StreetFigures const& figures) {
  return written_table(figure_columns(), figures, [](StreetFigure const& figure) {
    return std::vector{figure.network, text(figure.pattern), figure.name, four_decimals(figure.value),
                       std::to_string(figure.sample)};
  });
}

Result<Import<StreetFigure>> read_street_figures(std::string_view bytes) {
  return Table::open(bytes, figure_columns()).map([](Table table) {
    return read_rows<StreetFigure>(table, figure_of);
  });
}

StreetFigure const* find_figure(StreetFigures const& figures, std::string_view network, StreetPattern pattern,
                                std::string_view name) {
  auto const found = std::ranges::find_if(figures, [&](StreetFigure const& figure) {
    return figure.network == network && figure.pattern == pattern && figure.name == name;
  });
  return found == figures.end() ? nullptr : &*found;
}

}  // namespace wegwijzer
