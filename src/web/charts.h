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

struct Column {
  std::string heading;
  bool words = false;  // not numbers, and so read from the start
};

// The rows are <tr>s. Where it is wider than the page it moves within itself, also by keyboard, and says so.
Html data_table(Language const& language, std::string const& caption, std::vector<Column> const& columns,
                Html const& rows, std::string_view kind = "numbers");

struct Shade {
  Index<Area> area;
  double value = 0;
  std::string said;
};

inline constexpr std::size_t shade_count = 5;

// 0 to 4: by fifths of the largest value.
std::size_t shade_of(double value, double most);

// The outlines of areas, the more the darker, with a legend. Empty when no outline is known.
Html shaded_map(View const& view, std::string const& title, std::vector<Shade> const& areas);

std::string decimal(Language const& language, double value, int digits = 1);  // "24,5"
std::string percentage(Language const& language, double share);  // "24%"; "–" for no end; 100% for all

}  // namespace wegwijzer::web
