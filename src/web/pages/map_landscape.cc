// SPDX-License-Identifier: EUPL-1.2
// The landscape of a network for a meeting: on the screen, and on paper by printing the page.
#include <algorithm>

#include "usecases/community/landscape.h"
#include "web/charts.h"
#include "web/handlers.h"
#include "web/map_table.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/record_words.h"
#include "web/venue_map.h"

namespace wegwijzer::web::pages {

namespace {

constexpr std::size_t most_dots = 100, most_names = 60, most_missing = 12;

// The most first; what there is none of is told as well, since that is what a meeting is about.
template <class Enum, class Counts>
Html count_table(View const& view, char const* caption, char const* field, Counts const& counts) {
  std::vector<std::pair<std::size_t, std::string>> rows;
  for (auto const& [value, code] : choices<Enum>) {
    rows.emplace_back(counts[static_cast<std::size_t>(value)],
                      choice_words(view, record_name<Organisation>, field, std::string(code)));
  }
  std::ranges::stable_sort(rows, std::ranges::greater(), &std::pair<std::size_t, std::string>::first);
  if (rows.front().first == 0) {
    return html("<section><p><strong>{}</strong></p><p>{}</p></section>", view.language(caption),
                view.language("map_work.nobody_said"));
  }
  return html(R"(<table class="numbers"><caption>{}</caption><tbody>{}</tbody></table>)",
              view.language(caption), each(rows, [](auto const& row) {
                return html(R"(<tr><th scope="row">{}</th><td>{}</td></tr>)", row.second,
                            std::to_string(row.first));
              }));
}

Html cell(std::size_t count) {
  return count == 0 ? html(R"(<td class="none"><strong>0</strong></td>)")
                    : html("<td>{}</td>", std::to_string(count));
}

// Where a subject has a beginning and no more, a path ends.
Html subjects_table(View const& view, Landscape const& landscape) {
  auto const& t = view.language;
  auto const heads = each(choices<Stage>, [&](auto const& one) {
    return html(R"(<th scope="col">{}</th>)", choice_phrase(t, "stage.", one.first));
  });
  auto const rows = each(landscape.subjects, [&](SubjectCount const& one) {
    return html(R"(<tr><th scope="row">{}</th>{}{}</tr>)", theme_name(view, one.subject),
                each(one.by_stage, [](std::size_t count) { return cell(count); }),
                html("<td>{}</td>", std::to_string(one.without_stage)));
  });
  return html(
      R"(<div class="wide" role="region" tabindex="0" aria-label="{}"><table class="numbers"><caption>{}</caption><thead><tr><td></td>{}<th scope="col">{}</th></tr></thead><tbody>{}</tbody></table></div>)",
      t("map_work.subjects"), t("map_work.subjects"), heads, t("map_work.stage_not_said"), rows);
}

Html ages_table(View const& view, Landscape const& landscape) {
  Html heads, cells;
  for (int age = youngest_counted; age <= oldest_counted; ++age) {
    heads += html(R"(<th scope="col">{}</th>)", std::to_string(age));
    cells += cell(landscape.by_age[static_cast<std::size_t>(age - youngest_counted)]);
  }
  auto const& t = view.language;
  return html(
      R"(<div class="wide" role="region" tabindex="0" aria-label="{}"><table class="numbers"><caption>{}</caption><thead><tr><th scope="row">{}</th>{}</tr></thead><tbody><tr><th scope="row">{}</th>{}</tr></tbody></table></div>)",
      t("map_work.ages"), t("map_work.ages"), t("map_work.age"), heads, t("map_work.kinds_offering"), cells);
}

Html gaps(View const& view, NetworkBench const& bench, Landscape const& landscape) {
  auto const& t = view.language;
  auto const shown = std::span(landscape.missing).first(std::min(most_missing, landscape.missing.size()));
  auto const missing = each(shown, [&](MissingFact const& one) {
    auto const where = view.page(table_path(bench, one.record)).with("f." + one.field, "-");
    return html(R"(<li><a href="{}">{}</a></li>)", where,
                t("map_work.missing_of", {{"field", field_label(view, one.field)},
                                          {"kind", kind_plural(view, one.record)},
                                          {"count", std::to_string(one.missing)},
                                          {"of", std::to_string(one.of)}}));
  });
  auto const names =
      std::span(landscape.without_partner).first(std::min(most_names, landscape.without_partner.size()));
  auto const rest = landscape.without_partner.size() - names.size();
  auto const alone =
      names.empty()
          ? Html()
          : html("<h3>{}</h3><p>{}{}</p>",
                 t.count("map_work.without_partner", static_cast<int>(landscape.without_partner.size())),
                 joined_phrase(t, {names.begin(), names.end()}),
                 rest == 0 ? Html() : html(" {}", t.count("map_work.and_more", static_cast<int>(rest))));
  return html("<h2>{}</h2><ul>{}</ul><ul><li>{}</li><li>{}</li></ul>{}", t("map_work.gaps"), missing,
              t.count("map_work.without_subject", static_cast<int>(landscape.without_subject)),
              t.count("map_work.without_ages", static_cast<int>(landscape.without_ages)), alone);
}

Html places_map(View const& view, Reader& reader) {
  std::vector<GeoPoint> points;
  for (auto const& venue : reader.venues().all()) {
    if (!venue.archived_on && venue.organisation && points.size() < most_dots) points.push_back(venue.point);
  }
  return map_of_points(view, points);
}

}  // namespace

http::Response map_landscape(http::Request const&, View const& view, Desk const& desk,
                             PathArguments const& arguments) {
  auto const bench = network_bench(desk, arguments[0], accounts::Action::keep_map);
  if (!bench) return work_refused(view, bench.error());
  auto const all = landscape_of(*bench->reader, view.atlas.themes());
  auto const& t = view.language;
  auto const lead = t("map_work.landscape_lead", {{"day", date_phrase(t, view.moment.today)},
                                                  {"organisations", std::to_string(all.organisations)},
                                                  {"providers", std::to_string(all.providers)},
                                                  {"venues", std::to_string(all.venues)},
                                                  {"offerings", std::to_string(all.offerings)}});
  auto const body =
      html(R"(<p class="lead">{}</p><p class="hint no-print">{}</p>)", lead, t("map_work.print_it")) +
      subjects_table(view, all) + ages_table(view, all) +
      html(R"(<div class="side-by-side">{}{}{}{}</div>)",
           count_table<Sector>(view, "map_work.by_sector", "sector", all.by_sector),
           count_table<Level>(view, "map_work.by_level", "level", all.by_level),
           count_table<TargetGroup>(view, "map_work.by_target_group", "target_groups", all.by_target_group),
           count_table<Threshold>(view, "map_work.by_threshold", "thresholds", all.by_threshold)) +
      gaps(view, *bench, all) + places_map(view, *bench->reader);
  return work_page(view, {.path = bench->path() + "/landscape",
                          .title = t("map_work.landscape", {{"network", bench->ecosystem.name}}),
                          .body = body,
                          .back = t("map_work.title", {{"network", bench->ecosystem.name}}),
                          .back_to = bench->path()});
}

}  // namespace wegwijzer::web::pages
