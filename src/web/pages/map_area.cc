// SPDX-License-Identifier: EUPL-1.2
// Where a steward begins: one part of the map, what waits there, and what was not looked at for longest.
#include <algorithm>

#include "web/handlers.h"
#include "web/map_start.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/record_words.h"
#include "web/suggestion_bench.h"

namespace wegwijzer::web::pages {

namespace {

constexpr std::size_t most_to_begin_with = 10;

struct ToLookAt {
  std::string kind;
  TableRow row;
};

// Never looked at first, then the longest ago; places before who is in them.
std::vector<ToLookAt> longest_ago(View const& view, NetworkBench const& bench) {
  std::vector<ToLookAt> all;
  for (auto const* kind : {"venue", "organisation", "offering"}) {
    for (auto& row :
         table_rows(*bench.reader, kind, query_of(view, bench, Standing::stale), {}, view.moment.today)) {
      all.push_back({kind, std::move(row)});
    }
  }
  std::ranges::stable_sort(all, {}, [](ToLookAt const& one) { return one.row.confirmed_on; });
  if (all.size() > most_to_begin_with) all.resize(most_to_begin_with);
  return all;
}

Html to_look_at(View const& view, NetworkBench const& bench, ToLookAt const& one) {
  auto const& t = view.language;
  auto const when = one.row.confirmed_on
                        ? t("map_work.stale_since", {{"day", date_phrase(t, *one.row.confirmed_on)}})
                        : t("map_work.standing_never_confirmed");
  return html(R"(<li><a href="{}">{}</a> <span class="hint">{} · {}</span></li>)",
              view.page(record_path(bench, one.kind, one.row.id)),
              one.row.name.empty() ? t("map_work.nameless") : one.row.name, t("map_work.kind_" + one.kind),
              when);
}

Html to_begin_with(View const& view, NetworkBench const& bench) {
  auto const& t = view.language;
  auto const all = longest_ago(view, bench);
  if (all.empty()) return html("<p>{}</p>", t("map_work.area_all_right"));
  return html("<h2>{}</h2><p>{}</p><ul>{}</ul>", t("map_work.area_begin"), t("map_work.area_begin_text"),
              each(all, [&](ToLookAt const& one) { return to_look_at(view, bench, one); }));
}

Html ways_in_area(View const& view, Desk const& desk, NetworkBench const& bench) {
  auto const waiting = waiting_in_area(view, desk, bench.ecosystem, *bench.reader, *bench.area);
  auto const code = text(*bench.area);
  return way(view, view.page(bench.path() + "/suggestions").with("area", code),
             {"work_suggestion.title", "map_work.area_suggestions_hint"}, that_wait(view.language, waiting)) +
         way(view, view.page(bench.path() + "/records/venue/new").with("area", code),
             {"map_work.add_venue", "map_work.area_add_hint"}) +
         way(view, view.page("/e/" + bench.ecosystem.slug + "/completeness/" + code),
             {"map_work.way_completeness", "map_work.area_completeness_hint"});
}

}  // namespace

http::Response map_area(http::Request const&, View const& view, Desk const& desk,
                        PathArguments const& arguments) {
  auto const code = AreaCode::parse(arguments[1]);
  auto const known = code && view.atlas.areas().find(*code);
  auto const bench = network_bench(desk, arguments[0], accounts::Action::keep_area,
                                   known ? std::optional(*code) : std::nullopt);
  if (!bench) return work_refused(view, bench.error());
  if (!known) return work_refused(view, {Fault::missing, "page.missing"});
  auto const& t = view.language;
  bool const whole = keeps_whole_map(desk.asker(), bench->ecosystem);
  return work_page(
      view, {.path = area_path(*bench, *code),
             .title = t("map_work.area_title", {{"area", name_of_area(view, *code)}}),
             .body = html(R"(<p class="lead">{}</p>)", t("map_work.area_lead")) + map_numbers(view, *bench) +
                     html(R"(<ul class="ways">{}</ul>)", ways_in_area(view, desk, *bench)) +
                     to_begin_with(view, *bench),
             .back = whole ? t("map_work.stewards") : t("work.title"),
             .back_to = whole ? bench->path() + "/stewards" : "/workplace"});
}

}  // namespace wegwijzer::web::pages
