// SPDX-License-Identifier: EUPL-1.2
// A report for a council or a neighbourhood team: always two pages of A4, with an answer, pictures of numbers
// and tables. What does not fit is set in smaller letters, or loses its last rows where the report allows it.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/time.h"
#include "print/bar_chart.h"
#include "print/house_style.h"
#include "print/table.h"

namespace wegwijzer::print {

// What to do, and what it brings.
struct ReportChange {
  std::string title;
  std::string by;
  std::string what;
  std::string gain;
};

using ReportChanges = std::vector<ReportChange>;

struct ReportSection {
  std::string heading;  // may be empty
  std::vector<std::string> sentences{};
  std::variant<std::monostate, BarChart, Table, ReportChanges> shown{};
  // The last rows are left out where there is no room, down to so many; nothing: all of them stay.
  std::optional<std::size_t> rows_at_least{};
};

// A section over the whole width, or two side by side.
struct ReportBand {
  ReportSection first;
  std::optional<ReportSection> beside{};
  double share = 0.5;  // of the width, for the first of two
};

struct ReportPage {
  std::string name;  // "Bladzijde 1 van 2"
  std::vector<ReportBand> bands;
};

struct Report {
  std::string language;
  bool right_to_left = false;
  std::string title;
  std::string for_whom;
  std::string how_many;  // live there
  std::string notice;    // "Dit is een voorbeeld"; may be empty
  std::string answer;
  std::string explanation;  // of the words in the answer
  std::array<ReportPage, 2> pages;
  std::string more_title;
  std::optional<WayTo> more;
  std::vector<std::string> closing;  // how and from what it was made
  Instant made_at;
};

Printed report(Report const& report);

}  // namespace wegwijzer::print
