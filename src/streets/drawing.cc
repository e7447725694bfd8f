// SPDX-License-Identifier: EUPL-1.2
#include "streets/drawing.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "base/check.h"
#include "streets/streets_builder.h"

namespace wegwijzer {

namespace {

constexpr int metres_per_sign = 100;
constexpr std::string_view known_signs = " ~.+-|><^v=#%!*";
constexpr std::string_view joined_all_round = "+=#%!*";
constexpr std::string_view from_special_to_ordinary = "*#=!%><^v-|+";

bool is_place(char sign) {
  return (sign >= 'A' && sign <= 'Z') || (sign >= '0' && sign <= '9');
}

bool contains(std::string_view signs, char sign) {
  return signs.find(sign) != std::string_view::npos;
}

bool is_crossing(char sign) {
  return is_place(sign) || contains(joined_all_round, sign);
}

struct Axis {
  int right;
  int down;
  std::string_view joined;  // the signs of a street along this axis
  std::string_view with;    // open to cycling along it
  std::string_view against;
};

constexpr Axis across{1, 0, "-><", ">", "<"};
constexpr Axis downwards{0, 1, "|^v", "v", "^"};

bool is_joined(char sign, Axis const& axis) {
  return is_crossing(sign) || contains(axis.joined, sign);
}

struct Cell {
  int column = 0;
  int row = 0;

  Cell next(Axis const& axis) const { return {column + axis.right, row + axis.down}; }

  Cell previous(Axis const& axis) const { return {column - axis.right, row - axis.down}; }
};

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (bool more = true; more;) {
    auto const end = text.find('\n');
    lines.push_back(text.substr(0, end));
    more = end != std::string_view::npos;
    if (more) text.remove_prefix(end + 1);
  }
  return lines;
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(' ') == std::string_view::npos;
}

std::vector<std::string_view> without_margins(std::vector<std::string_view> lines) {
  lines.erase(lines.begin(), std::ranges::find_if_not(lines, is_blank));
  std::size_t indent = std::string_view::npos;
  for (auto const line : lines) indent = std::min(indent, line.find_first_not_of(' '));
  for (auto& line : lines) line.remove_prefix(std::min(indent, line.size()));
  return lines;
}

StreetUse use_of(char sign, Axis const& axis) {
  StreetUse street{StreetClass::residential, Surface::paved, {true, true, true, true}};
  if (contains(axis.with, sign)) street.passage.bike_backward = false;
  if (contains(axis.against, sign)) street.passage.bike_forward = false;
  if (sign == '=') {
    return {StreetClass::cycleway, Surface::paved, {.bike_forward = true, .bike_backward = true}};
  }
  if (sign == '#') return {StreetClass::footway, Surface::paved, {.foot = true, .push = true}};
  if (sign == '*') street.kind = StreetClass::ferry;
  street.busy = sign == '%' || sign == '!';
  street.unsafe_on_foot = sign == '!';
  return street;
}

class Town {
 public:
  Town(std::vector<std::string_view> lines, GeoPoint origin) : lines_(std::move(lines)), plane_(origin) {}

  Result<Drawing> read() && {
    for (auto const cell : cells()) {
      if (auto const read = read_cell(cell); !read) return fail(read.error());
    }
    return Drawing{std::make_shared<Streets>(std::move(builder_).build()), std::move(places_)};
  }

 private:
  char sign(Cell cell) const {
    if (cell.row < 0 || cell.column < 0 || cell.row >= static_cast<int>(lines_.size())) return ' ';
    auto const line = lines_[static_cast<std::size_t>(cell.row)];
    return cell.column < static_cast<int>(line.size()) ? line[static_cast<std::size_t>(cell.column)] : ' ';
  }

  std::vector<Cell> cells() const {
    std::vector<Cell> all;
    for (int row = 0; row < static_cast<int>(lines_.size()); ++row) {
      for (int column = 0; column < static_cast<int>(lines_[static_cast<std::size_t>(row)].size());
           ++column) {
        all.push_back({column, row});
      }
    }
    return all;
  }

  Done read_cell(Cell cell) {
    char const found = sign(cell);
    if (!is_place(found) && !contains(known_signs, found)) {
      return fail(Fault::invalid, "drawing.unknown_sign", {{"value", std::string(1, found)}});
    }
    if (is_place(found) && !places_.emplace(found, point(cell)).second) {
      return fail(Fault::invalid, "drawing.place_twice", {{"value", std::string(1, found)}});
    }
    for (auto const& axis : {across, downwards}) {
      if (begins(cell, axis)) draw_from(cell, axis);
    }
    return {};
  }

  // What lies between a cell and the next one; nothing when they are not joined.
  std::optional<char> between(Cell cell, Axis const& axis) const {
    char const here = sign(cell);
    char const there = sign(cell.next(axis));
    if (!is_joined(here, axis) || !is_joined(there, axis)) return std::nullopt;
    return rank(here) < rank(there) ? here : there;
  }

  static std::size_t rank(char sign) {
    return std::min(from_special_to_ordinary.find(sign), std::size_t{99});
  }

  // A street goes on through a cell that is no crossing, as long as it stays of one kind.
  bool goes_on(Cell cell, Axis const& axis) const {
    auto const before = between(cell.previous(axis), axis);
    auto const after = between(cell, axis);
    return !is_crossing(sign(cell)) && before && after && use_of(*before, axis) == use_of(*after, axis);
  }

  bool begins(Cell cell, Axis const& axis) const { return between(cell, axis) && !goes_on(cell, axis); }

  void draw_from(Cell begin, Axis const& axis) {
    auto const use = use_of(known(between(begin, axis), "a street begins where there is one"), axis);
    Cell end = begin.next(axis);
    int signs = 1;
    for (; goes_on(end, axis); ++signs) end = end.next(axis);
    builder_.add_edge(way_point(begin), way_point(end), Metres{static_cast<double>(signs * metres_per_sign)},
                      use, street_name(begin, axis));
  }

  static std::string street_name(Cell cell, Axis const& axis) {
    return axis.right ? "Dwarsstraat " + std::to_string(cell.row + 1)
                      : "Langestraat " + std::to_string(cell.column + 1);
  }

  WayPoint way_point(Cell cell) const {
    return {std::int64_t{cell.row} * 1'000'000 + cell.column, point(cell)};
  }

  GeoPoint point(Cell cell) const {
    return plane_.point({static_cast<double>(cell.column * metres_per_sign),
                         -static_cast<double>(cell.row * metres_per_sign)});
  }

  std::vector<std::string_view> lines_;
  LocalPlane plane_;
  StreetsBuilder builder_;
  std::map<char, GeoPoint> places_;
};

}  // namespace

Result<Drawing> read_drawing(std::string_view text, GeoPoint origin) {
  return Town(without_margins(lines_of(text)), origin).read();
}

}  // namespace wegwijzer
