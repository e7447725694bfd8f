// SPDX-License-Identifier: EUPL-1.2
// Pictures of numbers, each of which is a table as well: bars, and a map of areas in five shades.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "opportunity/intervals.h"
#include "web/view.h"

namespace wegwijzer::web {

struct Bar {
  Html label;
  double value = 0;
  std::string said;                   // the value, as it is read
  std::optional<Interval> between{};  // a line over the bar, from one end to the other
};

// A table whose rows have bars, the longest for the largest finite value or end of an interval, or for
// `whole` when that is more.
Html bars(std::string const& caption, std::vector<Bar> const& rows, double whole = 0);

// Shares of an average, with a mark where that is: at 100%.
Html bars_against_average(std::string const& caption, std::vector<Bar> const& rows);

struct Column {
  std::string heading;
  bool words = false;  // not numbers, and so read from the start
};

// The rows are <tr>s. Where it is wider than the page it moves within itself, also by keyboard, and says so.
Html data_table(Language const& language, std::string const& caption, std::vector<Column> const& columns,
                Html const& rows, std::string_view kind = "numbers");

// An area with too few children to say anything about has no value, and is drawn in grey.
struct Shade {
  Index<Area> area;
  std::optional<double> value;
  std::string said;
};

Shade with_too_few(View const& view, Index<Area> area);

inline constexpr std::size_t shade_count = 5;

// 0 to 4: by fifths of the largest value.
std::size_t shade_of(double value, double most);

// The outlines of areas, the more the darker, with a legend. Empty when no outline or no value is known.
Html shaded_map(View const& view, std::string const& title, std::vector<Shade> const& areas);

std::string decimal(Language const& language, double value, int digits = 1);  // "24,5"

// "24"; "2,4"; "0,24"; "0,024": two digits that mean something, down to a thousandth.
std::string two_digits(Language const& language, double value);
std::string percentage(Language const& language, double share);  // "24%"; "–" for no end; 100% for all

}  // namespace wegwijzer::web
