// SPDX-License-Identifier: EUPL-1.2
#include "web/map_start.h"

#include "web/record_words.h"

namespace wegwijzer::web {

TableQuery query_of(View const& view, NetworkBench const& bench, Standing standing) {
  TableQuery query{.standing = standing};
  auto const area = bench.area ? view.atlas.areas().find(*bench.area) : std::nullopt;
  if (area) query.within = within_area(view, *area);
  return query;
}

Url table_url(View const& view, NetworkBench const& bench, std::string const& record,
              std::optional<Standing> standing) {
  auto url = view.page(table_path(bench, record));
  if (standing) url = std::move(url).with("standing", text(*standing));
  return bench.area ? std::move(url).with("area", text(*bench.area)) : url;
}

namespace {

Html count_cell(View const& view, NetworkBench const& bench, std::string const& record, Standing standing) {
  auto const count =
      table_rows(*bench.reader, record, query_of(view, bench, standing), {}, view.moment.today).size();
  auto const asked = standing == Standing::on_map ? std::nullopt : std::optional(standing);
  return html(R"(<td><a href="{}">{}</a></td>)", table_url(view, bench, record, asked),
              std::to_string(count));
}

Html kind_row(View const& view, NetworkBench const& bench, std::string const& record) {
  return html(R"(<tr><th scope="row">{}</th>{}{}{}</tr>)", kind_plural(view, record),
              count_cell(view, bench, record, Standing::on_map),
              count_cell(view, bench, record, Standing::stale),
              count_cell(view, bench, record, Standing::never_confirmed));
}

}  // namespace

Html map_numbers(View const& view, NetworkBench const& bench) {
  auto const& t = view.language;
  Html rows;
  for (auto const* record : {"organisation", "venue", "offering"}) rows += kind_row(view, bench, record);
  if (!bench.area) rows += kind_row(view, bench, "collaboration");
  return html(
      R"(<table class="numbers"><caption>{}</caption><thead><tr><td></td><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>{}</tbody></table>)",
      t("map_work.on_map"), t("map_work.standing_on_map"), t("map_work.standing_stale"),
      t("map_work.standing_never_confirmed"), rows);
}

Html way(View const& view, Url const& to, Way const& key, std::string const& count) {
  auto const& t = view.language;
  auto const waits = count.empty() ? Html() : html(R"( <strong class="count">{}</strong>)", count);
  return html(R"(<li><a href="{}">{}</a>{}<p class="hint">{}</p></li>)", to, t(key.name), waits, t(key.hint));
}

std::string that_wait(Language const& t, std::size_t count) {
  return count == 0 ? "" : t.count("map_work.wait", static_cast<int>(count));
}

}  // namespace wegwijzer::web
