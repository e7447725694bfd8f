// SPDX-License-Identifier: EUPL-1.2
// check streets: the figures of the streets in the store beside those of real towns.
#include <algorithm>
#include <array>
#include <charconv>
#include <ostream>

#include "cli/commands.h"
#include "usecases/check/streets.h"

namespace wegwijzer::cli {

namespace {

using Row = std::vector<std::string>;

// Shares are shown as percentages, all else to one or two decimals.
bool is_share(std::string_view name) {
  constexpr std::array shares = {"squares", "named", "largest_part", "foot_blind", "proper_blind"};
  return name.find("arcs_") != name.npos || name.starts_with("class_") ||
         std::ranges::find(shares, name) != shares.end();
}

std::string number(Language const& language, std::string_view name, double value) {
  bool const share = is_share(name);
  double const shown = share ? value * 100 : value;
  std::array<char, 64> digits{};
  auto const [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), shown,
                                          std::chars_format::fixed, name.starts_with("detour") ? 2 : 1);
  std::string written(digits.data(), end);
  if (auto const point = written.find('.'); point != written.npos) {
    written.replace(point, 1, language("number.decimal_sign"));
  }
  return share ? written + " %" : written;
}

std::size_t width(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80; }));
}

// Numbers to the right; columns without a heading are words.
void show_aligned(std::ostream& out, std::vector<Row> const& rows) {
  std::vector<std::size_t> widths;
  for (auto const& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width(row[i]));
  }
  for (auto const& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      std::string const blanks(widths[i] - width(row[i]), ' ');
      line += rows.front()[i].empty() ? "  " + row[i] + blanks : "  " + blanks + row[i];
    }
    out << line.substr(0, line.find_last_not_of(' ') + 1) << '\n';
  }
}

// One pattern: a row per figure, each network here with how it compares, then the real networks.
class Report {
 public:
  Report(Context const& context, StreetFigures const& here)
      : context_(context), t_(context.language), here_(here), real_(real_streets()) {
    for (auto const& figure : here) add_once(networks_, figure.network);
  }

  void show() const {
    for (auto const pattern : street_patterns) show(pattern);
    for (auto const& network : networks_) show_tally(network);
    context_.out << t_("check.streets_samples", {{"pairs", std::to_string(pairs_per_pattern)},
                                                 {"homes", std::to_string(homes_per_pattern)}})
                 << '\n';
  }

 private:
  void show(StreetPattern pattern) const {
    Row names;
    for (auto const& figure : here_) {
      if (figure.pattern == pattern) add_once(names, figure.name);
    }
    if (names.empty()) return;
    std::vector<Row> rows{headings()};
    for (auto const& name : names) {
      if (is_anywhere(pattern, name)) rows.push_back(row_of(pattern, name));
    }
    context_.out << t_("street_pattern." + text(pattern)) << '\n';
    show_aligned(context_.out, rows);
    context_.out << '\n';
  }

  void show_tally(std::string const& network) const {
    std::size_t compared = 0, within = 0;
    for (auto const& figure : here_) {
      if (figure.network != network) continue;
      auto const with_real = compare(real_, figure).with_real;
      within += with_real == WithReal::within ? 1 : 0;
      compared += with_real == WithReal::too_few || with_real == WithReal::unknown ? 0 : 1;
    }
    context_.out << t_("check.streets_tally", {{"network", network},
                                               {"within", std::to_string(within)},
                                               {"compared", std::to_string(compared)}})
                 << '\n';
  }

  static void add_once(Row& names, std::string const& name) {
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
  }

  Row headings() const {
    Row row{""};
    for (auto const& network : networks_) {
      row.push_back(network);
      row.emplace_back();
    }
    for (auto const& real : real_.networks) row.push_back(real.name);
    return row;
  }

  // Of a class of street that nobody has there is no row.
  bool is_anywhere(StreetPattern pattern, std::string const& name) const {
    auto const is_it = [&](StreetFigure const& figure) {
      return figure.pattern == pattern && figure.name == name && figure.value != 0;
    };
    return std::ranges::any_of(here_, is_it) || std::ranges::any_of(real_.figures, is_it);
  }

  Row row_of(StreetPattern pattern, std::string const& name) const {
    Row row{t_("street_figure." + name)};
    for (auto const& network : networks_) {
      auto const* const figure = find_figure(here_, network, pattern, name);
      row.push_back(shown(figure));
      row.push_back(figure ? sentence(compare(real_, *figure), name) : "");
    }
    for (auto const& real : real_.networks) {
      auto const* const figure = find_figure(real_.figures, real.network, pattern, name);
      row.push_back(!figure || is_proof(real, *figure) ? shown(figure) : "(" + shown(figure) + ")");
    }
    return row;
  }

  std::string shown(StreetFigure const* figure) const {
    return figure ? number(t_, figure->name, figure->value) : "–";
  }

  std::string sentence(Comparison const& compared, std::string const& name) const {
    auto by = number(t_, name, compared.by);
    if (is_share(name)) by = t_("check.streets_points", {{"share", by.substr(0, by.find(' '))}});
    switch (compared.with_real) {
      case WithReal::within:
        return t_("check.streets_within");
      case WithReal::below:
        return t_("check.streets_below", {{"by", by}});
      case WithReal::above:
        return t_("check.streets_above", {{"by", by}});
      case WithReal::too_few:
        return t_("check.streets_too_few");
      case WithReal::unknown:
        return t_("check.streets_no_range");
    }
    return "";
  }

  Context const& context_;
  Language const& t_;
  StreetFigures const& here_;
  RealStreets const& real_;
  Row networks_;
};

}  // namespace

int check_streets(Context const& context, StreetsCheckOptions const& options) {
  auto const store = context.open_store(options.store, false);
  if (!store) return complain(context, store.error());
  auto const figures = check_streets(**store, Seed(options.seed), progress_on(context));
  if (context.shows_progress) context.err << '\r';
  if (!figures) return complain(context, figures.error());
  if (options.csv) {
    context.out << write_street_figures(*figures);
  } else {
    Report(context, *figures).show();
  }
  return 0;
}

}  // namespace wegwijzer::cli
