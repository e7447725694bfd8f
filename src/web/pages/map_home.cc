// SPDX-License-Identifier: EUPL-1.2
// Where a coordinator begins: how much is on the map, what waits, and the ways to all of it.
#include "usecases/community/conflicts.h"
#include "usecases/hub/talk.h"
#include "web/contact_parts.h"
#include "web/handlers.h"
#include "web/map_start.h"
#include "web/parts.h"

namespace wegwijzer::web::pages {

namespace {

// The people, and of how many organisations a layer has nobody: the report says that both are needed.
Html way_to_people(View const& view, NetworkBench const& bench) {
  auto const& t = view.language;
  auto const list = view.page(contacts_path(bench.ecosystem));
  auto const counts = count_layers(*bench.reader);
  auto const lacking = [&](std::size_t count, Without without) {
    auto const key = "people.lack_" + text(without);
    if (count == 0) return Html();
    return html(R"(<p><a href="{}">{}</a></p>)", Url(list).with("without", text(without)),
                t.count(key.c_str(), static_cast<int>(count)));
  };
  return html(R"(<li><a href="{}">{}</a><p class="hint">{}</p>{}{}</li>)", list, t("people.way"),
              t("people.way_hint"), lacking(counts.without_green, Without::green),
              lacking(counts.without_orange, Without::orange));
}

}  // namespace

http::Response map_home(http::Request const&, View const& view, Desk const& desk,
                        PathArguments const& arguments) {
  auto const bench = network_bench(desk, arguments[0], accounts::Action::keep_map);
  if (!bench) return work_refused(view, bench.error());
  auto const& t = view.language;
  auto const conflicts = open_conflicts(*bench->reader).size();
  auto const suggestions = bench->reader->suggestions().count_waiting();
  auto const unanswered = long_unanswered(*bench->reader, view.moment.today).size();
  auto const at = [&](std::string const& path) { return view.page(bench->path() + path); };
  auto const ways =
      way(view, at("/table/organisation"), {"map_work.way_table", "map_work.way_table_hint"}) +
      way(view, at("/conflicts"), {"map_work.way_conflicts", "map_work.way_conflicts_hint"},
          that_wait(t, conflicts)) +
      way(view, at("/suggestions"), {"work_suggestion.title", "work_suggestion.hint"},
          that_wait(t, suggestions)) +
      way_to_people(view, *bench) + way(view, at("/asking"), {"work_asking.title", "work_asking.hint"}) +
      way(view, at("/stewards"), {"map_work.way_stewards", "map_work.way_stewards_hint"}) +
      way(view, at("/hubs"), {"work_hub.way", "work_hub.way_hint"},
          unanswered == 0 ? "" : t.count("work_hub.unanswered_long", static_cast<int>(unanswered))) +
      way(view, at("/notices"), {"work_notice.way", "work_notice.way_hint"}) +
      way(view, at("/duplicates"), {"duplicate.way", "duplicate.way_hint"}) +
      way(view, at("/landscape"), {"map_work.way_landscape", "map_work.way_landscape_hint"}) +
      way(view, at("/changes"), {"map_work.way_changes", "map_work.way_changes_hint"}) +
      way(view, at("/compare"), {"map_work.way_compare", "map_work.way_compare_hint"}) +
      (may(desk.asker(), accounts::Action::publish_map, bench->place())
           ? way(view, at("/open-data"), {"map_work.way_open_data", "map_work.way_open_data_hint"})
           : Html()) +
      way(view, view.page("/e/" + bench->ecosystem.slug + "/completeness"),
          {"map_work.way_completeness", "map_work.way_completeness_hint"}) +
      way(view, view.page("/workplace"), {"map_work.way_organisations", "map_work.way_organisations_hint"});
  return work_page(view, {.path = bench->path(),
                          .title = t("map_work.title", {{"network", bench->ecosystem.name}}),
                          .body = html(R"(<p class="lead">{}</p>)", t("map_work.lead")) +
                                  map_numbers(view, *bench) + html(R"(<ul class="ways">{}</ul>)", ways),
                          .back = t("work.title"),
                          .back_to = "/workplace"});
}

}  // namespace wegwijzer::web::pages
