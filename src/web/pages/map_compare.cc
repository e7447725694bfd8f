// SPDX-License-Identifier: EUPL-1.2
// The community map on two days beside each other: how much there was, and what was added, taken off or
// changed.
#include <algorithm>

#include "usecases/community/past.h"
#include "web/handlers.h"
#include "web/map_table.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/record_words.h"

namespace wegwijzer::web::pages {

namespace {

constexpr std::size_t most_different_shown = 300;

Html counts_table(View const& view, DaysCompared const& days, Date then, Date now) {
  auto const& t = view.language;
  auto const rows = each(days.counts, [&](CountThenAndNow const& one) {
    if (one.then == 0 && one.now == 0) return Html();
    auto const more = static_cast<std::int64_t>(one.now) - static_cast<std::int64_t>(one.then);
    return html(R"(<tr><th scope="row">{}</th><td>{}</td><td>{}</td><td>{}{}</td></tr>)",
                kind_plural(view, one.record), std::to_string(one.then), std::to_string(one.now),
                more > 0 ? "+" : "", std::to_string(more));
  });
  return html(
      R"(<table class="numbers"><caption>{}</caption><thead><tr><td></td><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>{}</tbody></table>)",
      t("map_work.on_map"), date_phrase(t, then), date_phrase(t, now), t("map_work.difference"), rows);
}

char const* difference_key(ThenAndNow::What what) {
  switch (what) {
    case ThenAndNow::What::made:
      return "map_work.was_made";
    case ThenAndNow::What::archived:
      return "map_work.was_archived";
    case ThenAndNow::What::restored:
      return "map_work.was_restored";
    case ThenAndNow::What::changed:
      break;
  }
  return "map_work.was_changed";
}

Html different_row(View const& view, NetworkBench const& bench, ThenAndNow const& one) {
  auto const words = [&](std::string const& field, FieldText const& value) {
    return field_words(view, *bench.reader, one.record, field, value);
  };
  auto const fields = each(one.fields, [&](ThenAndNow::FieldChange const& change) {
    return html("<dt>{}</dt><dd><del>{}</del> <ins>{}</ins></dd>", field_label(view, change.field),
                words(change.field, change.then), words(change.field, change.now));
  });
  return html(R"(<li><p><a href="{}">{}</a> <span class="hint">{} · {}</span></p>{}</li>)",
              view.page(record_path(bench, one.record, one.id)),
              one.name.empty() ? view.language("map_work.nameless") : one.name, kind_word(view, one.record),
              view.language(difference_key(one.what)),
              one.fields.empty() ? Html() : html("<dl>{}</dl>", fields));
}

Html day_field(View const& view, char const* name, char const* label, Date day) {
  return html(
      R"(<div class="field"><label for="{}">{}</label><input id="{}" name="{}" type="date" value="{}" max="{}" required></div>)",
      name, view.language(label), name, name, text(day), text(view.moment.today));
}

Html days_form(View const& view, std::string const& path, Date then, Date now) {
  return html(
      R"(<form method="get" action="{}" class="table-filters"><div class="filters">{}{}</div><p><button class="button primary" type="submit">{}</button></p></form>)",
      view.page(path), day_field(view, "then", "map_work.one_day", then),
      day_field(view, "now", "map_work.other_day", now), view.language("map_work.compare"));
}

}  // namespace

http::Response map_compare(http::Request const& request, View const& view, Desk const& desk,
                           PathArguments const& arguments) {
  auto const bench = network_bench(desk, arguments[0], accounts::Action::keep_map);
  if (!bench) return work_refused(view, bench.error());
  auto const today = view.moment.today;
  auto const day_in = [&](char const* name, Date otherwise) {
    auto const typed = request.query.first(name).value_or("");
    return typed.empty() ? Result<Date>(otherwise) : parse_date(typed);
  };
  auto const one = day_in("then", today - std::chrono::days(30)), other = day_in("now", today);
  if (!one || !other) return work_refused(view, {Fault::invalid, "map_work.day_wrong"});
  auto const [then, now] = std::minmax(*one, *other);
  auto const days = compare_days(*bench->reader, then, now);
  auto const& t = view.language;
  auto const path = bench->path() + "/compare";
  auto const shown = std::span(days.different).first(std::min(most_different_shown, days.different.size()));
  auto const rest = days.different.size() - shown.size();
  auto const list =
      html(R"(<ul class="changes">{}</ul>)",
           each(shown, [&](ThenAndNow const& row) { return different_row(view, *bench, row); })) +
      (rest == 0 ? Html()
                 : html(R"(<p class="hint">{}</p>)", t.count("map_work.and_more", static_cast<int>(rest))));
  return work_page(
      view,
      {.path = path,
       .title = t("map_work.way_compare"),
       .body = days_form(view, path, then, now) + counts_table(view, days, then, now) +
               html("<h2>{}</h2>", t.count("map_work.different", static_cast<int>(days.different.size()))) +
               list,
       .back = t("map_work.title", {{"network", bench->ecosystem.name}}),
       .back_to = bench->path()});
}

}  // namespace wegwijzer::web::pages
