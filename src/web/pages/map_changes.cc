// SPDX-License-Identifier: EUPL-1.2
// What was changed in one go, the last first, and taking it back.
#include <algorithm>

#include "usecases/community/any_record.h"
#include "usecases/community/edits.h"
#include "usecases/community/merge_records.h"
#include "web/duplicate_parts.h"
#include "web/handlers.h"
#include "web/map_table.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/record_words.h"

namespace wegwijzer::web::pages {

namespace {

constexpr std::size_t most_changes_shown = 100, most_lines_shown = 200;

std::size_t records_of(std::vector<AuditEntry> const& entries) {
  std::vector<Uuid> ids;
  for (auto const& entry : entries) ids.push_back(entry.id);
  std::ranges::sort(ids);
  return static_cast<std::size_t>(std::ranges::unique(ids).begin() - ids.begin());
}

Html line_of(View const& view, NetworkBench const& bench, AuditEntry const& entry) {
  auto const words = [&](FieldText const& value) {
    return field_words(view, *bench.reader, entry.record, entry.field, value);
  };
  auto const link = html(R"(<a href="{}">{}</a>)", view.page(record_path(bench, entry.record, entry.id)),
                         record_title(view, *bench.reader, entry.record, entry.id));
  if (entry.field.empty()) return html("<li>{}: {}</li>", link, view.language("work_history.made"));
  return html("<li>{} · {}: <del>{}</del> <ins>{}</ins></li>", link, field_label(view, entry.field),
              words(entry.before), words(entry.after));
}

// Of records of the map: what partners say to each other moves along and is told of where they say it.
Html lines_of(View const& view, NetworkBench const& bench, std::vector<AuditEntry> entries) {
  auto const& t = view.language;
  std::erase_if(entries, [](AuditEntry const& entry) { return !with_kind(entry.record, [](auto) {}); });
  auto const shown = std::span(entries).first(std::min(most_lines_shown, entries.size()));
  auto const rest = entries.size() - shown.size();
  return html(
      R"(<details class="more"><summary>{}</summary><ul>{}</ul>{}</details>)", t("map_work.what_changed"),
      each(shown, [&](AuditEntry const& entry) { return line_of(view, bench, entry); }),
      rest == 0 ? Html()
                : html(R"(<p class="hint">{}</p>)", t.count("map_work.and_more", static_cast<int>(rest))));
}

Html undo_button(View const& view, Desk const& desk, NetworkBench const& bench, Id<MapChange> change) {
  return account_form(view, desk, bench.path() + "/changes/" + text(change) + "/undo", {},
                      view.language("map_work.undo"), "button");
}

Html change_row(View const& view, Desk const& desk, NetworkBench const& bench,
                std::vector<MapChange> const& all, MapChange const& change) {
  auto const& t = view.language;
  auto const entries = bench.reader->audit(change.id);
  auto const when = day_phrase(t, local_date(change.at)) + " " + text(local_time(change.at));
  auto const undone = is_undone(all, change.id);
  return html(R"(<li id="{}"><p><strong>{}</strong> {}</p><p class="hint">{} · {} · {}</p>{}{}</li>)",
              "change-" + text(change.id), choice_phrase(t, "map_work.change_", change.kind), change.about,
              actor_name(view, *desk.store.accounts(), change.actor), when,
              t.count("map_work.records", static_cast<int>(records_of(entries))),
              lines_of(view, bench, entries),
              undone ? html(R"(<p class="hint">{}</p>)", t("map_work.is_undone"))
                     : undo_button(view, desk, bench, change.id));
}

int number_in(http::Request const& request, char const* name) {
  return static_cast<int>(std::clamp<std::int64_t>(
      whole_number(request.query.first(name).value_or("")).value_or(0), 0, 1'000'000));
}

// On with the table that somebody was working in.
Html back_to_table(View const& view, NetworkBench const& bench, http::Request const& request) {
  auto const query = http::Parameters::parse(request.query.first("query").value_or(""));
  auto const asked = asked_table(view, std::string(request.query.first("kind").value_or("")),
                                 query.value_or(http::Parameters()));
  if (!asked) return {};
  auto const to = with_parameters(view.page(table_path(bench, asked->record)), asked->parameters());
  return html(R"(<p><a href="{}">{}</a></p>)", to,
              view.language("map_work.back_to_table", {{"kind", kind_plural(view, asked->record)}}));
}

// After a change: what was done, what was left, and back again.
Html done_now(View const& view, Desk const& desk, NetworkBench const& bench, http::Request const& request,
              std::vector<MapChange> const& all) {
  auto const id = Id<MapChange>::parse(request.query.first("done").value_or(""));
  auto const found = id ? std::ranges::find(all, *id, &MapChange::id) : all.end();
  if (found == all.end()) return {};
  auto const& t = view.language;
  auto const left = number_in(request, "left");
  auto const told = html("<p>{}</p>", t.count("map_work.done", number_in(request, "records"))) +
                    (left == 0 ? Html() : html("<p>{}</p>", t.count("map_work.left", left)));
  return html(R"(<div class="notice" role="status">{}{}{}</div>)", told, back_to_table(view, bench, request),
              undo_button(view, desk, bench, *id));
}

}  // namespace

http::Response map_changes(http::Request const& request, View const& view, Desk const& desk,
                           PathArguments const& arguments) {
  auto const bench = network_bench(desk, arguments[0], accounts::Action::keep_map);
  if (!bench) return work_refused(view, bench.error());
  auto const all = bench->reader->changes();
  auto const shown = std::span(all).first(std::min(most_changes_shown, all.size()));
  auto const& t = view.language;
  auto const list =
      all.empty()
          ? html("<p>{}</p>", t("map_work.no_changes"))
          : html(R"(<ul class="changes">{}</ul>)",
                 each(shown, [&](MapChange const& one) { return change_row(view, desk, *bench, all, one); }));
  return work_page(view, {.path = bench->path() + "/changes",
                          .title = t("map_work.changes"),
                          .body = done_now(view, desk, *bench, request, all) +
                                  html(R"(<p class="lead">{}</p>)", t("map_work.changes_lead")) + list,
                          .back = t("map_work.title", {{"network", bench->ecosystem.name}}),
                          .back_to = bench->path()});
}

http::Response undo_map_change(http::Request const&, View const& view, Desk const& desk,
                               PathArguments const& arguments) {
  auto const bench = network_bench(desk, arguments[0], accounts::Action::keep_map);
  if (!bench) return work_refused(view, bench.error());
  auto const id = Id<MapChange>::parse(arguments[1]);
  if (!id) return work_refused(view, {Fault::missing, "map_work.change_missing"});
  auto const writer = writer_of(desk, *bench, accounts::Action::keep_map);
  if (!writer) return work_refused(view, writer.error());
  auto const roles = roles_given(**writer, *id);
  auto const undone = undo_change(**writer, *id, view.moment.today);
  if (!undone) return work_refused(view, undone.error());
  (*writer)->commit();
  take_roles(desk, roles);
  return to_map_changes(view, *bench, undone->change, undone->applied);
}

}  // namespace wegwijzer::web::pages
