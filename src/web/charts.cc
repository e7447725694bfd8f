// SPDX-License-Identifier: EUPL-1.2
#include "web/charts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "tiles/mercator.h"

namespace wegwijzer::web {

namespace {

constexpr int bar_length = 200;  // units of its viewBox
constexpr double map_side = 600;
constexpr std::size_t columns_on_a_phone = 4;

int length_of(double value, double most) {
  return most > 0 ? static_cast<int>(std::lround(bar_length * std::clamp(value / most, 0.0, 1.0))) : 0;
}

// With an end at either side.
Html whisker(Interval const& between, double most) {
  constexpr int end = 2;
  auto const low = length_of(between.low, most);
  auto const high = std::max(length_of(between.high, most), low + end);
  return html(
      R"(<g class="between"><rect x="{}" y="4" width="{}" height="2"></rect><rect x="{}" y="1" width="{}" height="8"></rect>)"
      R"(<rect x="{}" y="1" width="{}" height="8"></rect></g>)",
      low, high - low, low, end, high - end, end);
}

Html bar(Bar const& row, double most, std::optional<double> mark = {}) {
  constexpr int width = 2;
  auto const line = mark ? html(R"(<rect class="mark" x="{}" width="{}" height="10"></rect>)",
                                std::min(length_of(*mark, most), bar_length - width), width)
                         : Html();
  return html(
      R"(<tr><th scope="row">{}</th><td class="bar"><svg viewBox="0 0 200 10" preserveAspectRatio="none" )"
      R"(aria-hidden="true" focusable="false"><rect width="{}" height="10"></rect>{}{}</svg></td><td>{}</td></tr>)",
      row.label, length_of(row.value, most), row.between ? whisker(*row.between, most) : Html(), line,
      row.said);
}

// From the world to the picture, so that all areas fit.
class MapFrame {
 public:
  MapFrame(Areas const& areas, std::vector<Shade> const& shades) {
    for (auto const& shade : shades) {
      for (auto const& polygon : areas[shade.area].outline) {
        for (auto const& point : polygon.outer) include(tiles::to_world(point));
      }
    }
  }

  bool empty() const { return low_x_ > high_x_; }

  int width() const { return static_cast<int>(std::ceil((high_x_ - low_x_) * scale())); }

  int height() const { return static_cast<int>(std::ceil((high_y_ - low_y_) * scale())); }

  // "M1 2L3 4Z": points that fall on the one before are left out.
  std::string path(std::vector<GeoPoint> const& ring) const {
    std::string out;
    int last_x = -1, last_y = -1;
    for (auto const& point : ring) {
      auto const world = tiles::to_world(point);
      auto const x = static_cast<int>(std::lround((world.x - low_x_) * scale()));
      auto const y = static_cast<int>(std::lround((world.y - low_y_) * scale()));
      if (x == last_x && y == last_y) continue;
      out += fmt::format("{}{} {}", out.empty() ? 'M' : 'L', x, y);
      last_x = x, last_y = y;
    }
    return out.empty() ? out : out + "Z";
  }

 private:
  void include(tiles::WorldPoint point) {
    low_x_ = std::min<double>(low_x_, point.x), high_x_ = std::max<double>(high_x_, point.x);
    low_y_ = std::min<double>(low_y_, point.y), high_y_ = std::max<double>(high_y_, point.y);
  }

  double scale() const { return map_side / std::max(1.0, std::max(high_x_ - low_x_, high_y_ - low_y_)); }

  double low_x_ = std::numeric_limits<double>::max();
  double low_y_ = std::numeric_limits<double>::max();
  double high_x_ = std::numeric_limits<double>::lowest();
  double high_y_ = std::numeric_limits<double>::lowest();
};

Html outline(Area const& area, Shade const& shade, std::string const& kind, MapFrame const& frame) {
  std::string path;
  for (auto const& polygon : area.outline) {
    path += frame.path(polygon.outer);
    for (auto const& hole : polygon.holes) path += frame.path(hole);
  }
  return html(R"(<path class="shade-{}" fill-rule="evenodd" d="{}"><title>{}: {}</title></path>)", kind, path,
              area.name, shade.said);
}

Html legend_entry(std::string const& kind, std::string const& said) {
  return html(R"(<li><svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">)"
              R"(<rect class="shade-{}" width="20" height="20"></rect></svg>{}</li>)",
              kind, said);
}

Html legend(View const& view, double most, bool some_have_too_few) {
  auto const& t = view.language;
  auto const digits = most < 1 ? 2 : 1;
  Html items;
  for (std::size_t i = 0; i < shade_count; ++i) {
    auto const from = most * static_cast<double>(i) / shade_count;
    auto const to = most * static_cast<double>(i + 1) / shade_count;
    items += legend_entry(std::to_string(i), t("chart.between", {{"low", decimal(t, from, digits)},
                                                                 {"high", decimal(t, to, digits)}}));
  }
  if (some_have_too_few) items += legend_entry("none", t("chart.too_few"));
  return html(R"(<ul class="legend">{}</ul>)", items);
}

Html table_of_bars(std::string const& caption, std::vector<Bar> const& rows, double whole,
                   std::optional<double> mark) {
  double longest = whole;
  for (auto const& row : rows) {
    if (std::isfinite(row.value)) longest = std::max(longest, row.value);
    if (row.between && std::isfinite(row.between->high)) longest = std::max(longest, row.between->high);
  }
  return html(R"(<table class="bars"><caption>{}</caption><tbody>{}</tbody></table>)", caption,
              each(rows, [&](Bar const& row) { return bar(row, longest, mark); }));
}

}  // namespace

Html bars(std::string const& caption, std::vector<Bar> const& rows, double whole) {
  return table_of_bars(caption, rows, whole, {});
}

Html bars_against_average(std::string const& caption, std::vector<Bar> const& rows) {
  return table_of_bars(caption, rows, 1, 1);
}

Html data_table(Language const& language, std::string const& caption, std::vector<Column> const& columns,
                Html const& rows, std::string_view kind) {
  auto const heads = each(columns, [](Column const& column) {
    return column.words ? html(R"(<th scope="col" class="words">{}</th>)", column.heading)
                        : html(R"(<th scope="col">{}</th>)", column.heading);
  });
  return html(
      R"(<div class="wide" role="region" tabindex="0" aria-label="{}"><table class="{}{}"><caption><span>{}</span>)"
      R"(<span class="sideways" aria-hidden="true">{}</span></caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>)",
      caption, kind, columns.size() > columns_on_a_phone ? " many" : "", caption, language("chart.sideways"),
      heads, rows);
}

std::size_t shade_of(double value, double most) {
  if (most <= 0 || value <= 0) return 0;
  return std::min(shade_count - 1, static_cast<std::size_t>(value / most * shade_count));
}

Shade with_too_few(View const& view, Index<Area> area) {
  return {area, std::nullopt, view.language("chart.too_few")};
}

Html shaded_map(View const& view, std::string const& title, std::vector<Shade> const& areas) {
  MapFrame const frame(view.atlas.areas(), areas);
  if (frame.empty()) return {};
  double most = 0;
  for (auto const& shade : areas) most = std::max(most, shade.value.value_or(0));
  auto const told = [](Shade const& shade) { return shade.value.has_value(); };
  if (std::ranges::none_of(areas, told)) return {};
  auto const shapes = each(areas, [&](Shade const& shade) {
    auto const kind = shade.value ? std::to_string(shade_of(*shade.value, most)) : "none";
    return outline(view.atlas.areas()[shade.area], shade, kind, frame);
  });
  return html(R"(<figure class="shaded"><svg viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>)"
              R"(<figcaption>{}</figcaption></figure>)",
              frame.width(), frame.height(), title, shapes,
              legend(view, most, !std::ranges::all_of(areas, told)));
}

std::string decimal(Language const& language, double value, int digits) {
  auto text = fmt::format("{:.{}f}", value, digits);
  if (auto const point = text.find('.'); point != text.npos) {
    text.replace(point, 1, language("number.decimal_sign"));
  }
  return text;
}

std::string two_digits(Language const& language, double value) {
  if (value < 0.0005) return "0";
  return decimal(language, value, value < 0.0995 ? 3 : value < 0.995 ? 2 : value < 9.95 ? 1 : 0);
}

std::string percentage(Language const& language, double share) {
  if (!std::isfinite(share)) return "–";
  auto const percent = std::lround(share * 100);
  bool const not_quite_all = percent == 100 && share < 1 - 1e-9;
  auto const number =
      not_quite_all ? decimal(language, std::min(99.9, share * 100)) : std::to_string(percent);
  return language("number.percent", {{"number", number}});
}

}  // namespace wegwijzer::web
