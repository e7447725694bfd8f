// SPDX-License-Identifier: EUPL-1.2
// Who changed what of a record, the last change first; and the ten questions about who is welcome.
#include <algorithm>

#include "web/handlers.h"
#include "web/phrases.h"
#include "web/record_words.h"
#include "web/work_parts.h"

namespace wegwijzer::web::pages {

namespace {

constexpr std::size_t most_changes = 300;  // the last ones

// What one person changed at one moment.
struct Change {
  Instant at;
  std::string actor;
  std::vector<AuditEntry> fields;
};

std::vector<Change> changes_of(std::vector<AuditEntry> const& entries) {
  std::vector<Change> all;
  for (auto const& entry : entries) {
    if (all.empty() || all.back().at != entry.at || all.back().actor != entry.actor) {
      all.push_back({entry.at, entry.actor, {}});
    }
    all.back().fields.push_back(entry);
  }
  std::ranges::reverse(all);
  return all;
}

Html field_change(View const& view, Reader& reader, AuditEntry const& entry) {
  auto const& t = view.language;
  if (entry.field.empty()) return html("<dt>{}</dt><dd></dd>", t("work_history.made"));
  auto const words = [&](FieldText const& value) {
    return field_words(view, reader, entry.record, entry.field, value);
  };
  return html("<dt>{}</dt><dd><del>{}</del> <ins>{}</ins></dd>", field_label(view, entry.field),
              words(entry.before), words(entry.after));
}

Html change_row(View const& view, Accounts& accounts, Reader& reader, Change const& change) {
  auto const& t = view.language;
  auto const who = actor_name(view, accounts, change.actor);
  auto const when = day_phrase(t, local_date(change.at)) + " " + text(local_time(change.at));
  return html("<li><p><strong>{}</strong> <span class=\"hint\">{}</span></p><dl>{}</dl></li>", who, when,
              each(change.fields, [&](AuditEntry const& one) { return field_change(view, reader, one); }));
}

http::Response history(View const& view, Desk const& desk, Workbench const& bench, std::string_view record,
                       Uuid id, std::string const& name, std::string const& path) {
  auto changes = changes_of(bench.reader->audit(record, id));
  if (changes.size() > most_changes) changes.resize(most_changes);
  auto const accounts = desk.store.accounts();
  return work_page(
      view,
      {.path = path + "/history",
       .title = view.language("work_history.title", {{"name", name}}),
       .body = html(
           R"(<ul class="changes">{}</ul>)",
           each(changes, [&](Change const& one) { return change_row(view, *accounts, *bench.reader, one); })),
       .back = bench.organisation.name,
       .back_to = bench.path()});
}

}  // namespace

http::Response offering_history(http::Request const&, View const& view, Desk const& desk,
                                PathArguments const& arguments) {
  auto const at = offering_bench(desk, arguments[0], arguments[1], accounts::Action::see_history);
  if (!at) return work_refused(view, at.error());
  return history(view, desk, at->bench, record_name<Offering>, at->offering.id.uuid(), at->offering.title,
                 at->bench.path(at->offering.id));
}

http::Response organisation_history(http::Request const&, View const& view, Desk const& desk,
                                    PathArguments const& arguments) {
  auto const bench = workbench(desk, arguments[0], arguments[1], accounts::Action::see_history);
  if (!bench) return work_refused(view, bench.error());
  return history(view, desk, *bench, record_name<Organisation>, bench->organisation.id.uuid(),
                 bench->organisation.name, bench->path());
}

}  // namespace wegwijzer::web::pages
