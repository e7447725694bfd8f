// SPDX-License-Identifier: EUPL-1.2
// Where a coordinator begins: how much is on the map, what waits, and the ways to all of it.
#include "usecases/community/conflicts.h"
#include "usecases/community/table.h"
#include "usecases/hub/talk.h"
#include "web/handlers.h"
#include "web/map_table.h"
#include "web/parts.h"

namespace wegwijzer::web::pages {

namespace {

std::size_t count_of(View const& view, Reader& reader, std::string const& record, TableQuery const& query) {
  return table_rows(reader, record, query, {}, view.moment.today).size();
}

Url table_url(View const& view, NetworkBench const& bench, std::string const& record,
              std::vector<std::pair<std::string, std::string>> const& asked = {}) {
  auto url = view.page(table_path(bench, record));
  for (auto const& [name, value] : asked) url = std::move(url).with(name, value);
  return url;
}

Html kind_row(View const& view, NetworkBench const& bench, std::string const& record) {
  auto& reader = *bench.reader;
  auto const link = [&](std::size_t count, std::vector<std::pair<std::string, std::string>> const& asked) {
    return html(R"(<td><a href="{}">{}</a></td>)", table_url(view, bench, record, asked),
                std::to_string(count));
  };
  return html(R"(<tr><th scope="row">{}</th>{}{}{}</tr>)", kind_plural(view, record),
              link(count_of(view, reader, record, {}), {}),
              link(count_of(view, reader, record, {.standing = Standing::stale}), {{"standing", "stale"}}),
              link(count_of(view, reader, record, {.standing = Standing::never_confirmed}),
                   {{"standing", "never_confirmed"}}));
}

Html numbers(View const& view, NetworkBench const& bench) {
  auto const& t = view.language;
  Html rows;
  for (auto const* record : {"organisation", "venue", "offering", "collaboration"}) {
    rows += kind_row(view, bench, record);
  }
  return html(
      R"(<table class="numbers"><caption>{}</caption><thead><tr><td></td><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>{}</tbody></table>)",
      t("map_work.on_map"), t("map_work.standing_on_map"), t("map_work.standing_stale"),
      t("map_work.standing_never_confirmed"), rows);
}

struct Way {
  char const* name;
  char const* hint;
};

Html way(View const& view, Url const& to, Way const& key, std::string const& count = "") {
  auto const& t = view.language;
  auto const waits = count.empty() ? Html() : html(R"( <strong class="count">{}</strong>)", count);
  return html(R"(<li><a href="{}">{}</a>{}<p class="hint">{}</p></li>)", to, t(key.name), waits, t(key.hint));
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
          conflicts == 0 ? "" : t.count("map_work.wait", static_cast<int>(conflicts))) +
      way(view, at("/suggestions"), {"work_suggestion.title", "work_suggestion.hint"},
          suggestions == 0 ? "" : t.count("map_work.wait", static_cast<int>(suggestions))) +
      way(view, at("/asking"), {"work_asking.title", "work_asking.hint"}) +
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
                                  numbers(view, *bench) + html(R"(<ul class="ways">{}</ul>)", ways),
                          .back = t("work.title"),
                          .back_to = "/workplace"});
}

}  // namespace wegwijzer::web::pages
