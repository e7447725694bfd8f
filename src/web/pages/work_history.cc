// SPDX-License-Identifier: EUPL-1.2
// Who changed what of a record, the last change first.
#include <algorithm>

#include "domain/record_kinds.h"
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
  if (confirms(entry)) {
    return html("<dt>{}</dt><dd>{} <span class=\"hint\">{}</span></dd>", field_label(view, entry.field),
                words(entry.after), t("work_history.confirmed"));
  }
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

using Organisations = std::vector<Id<Organisation>>;

template <class Thing>
Organisations of_optional(Thing const& thing) {
  return thing.organisation ? Organisations{*thing.organisation} : Organisations();
}

// Whose record it is; none: the network's.
Organisations owners(Reader&, Organisation const& one) {
  return {one.id};
}

Organisations owners(Reader&, Offering const& one) {
  return {one.organisation};
}

Organisations owners(Reader&, Hub const& one) {
  return {one.organisation};
}

Organisations owners(Reader&, Venue const& one) {
  return of_optional(one);
}

Organisations owners(Reader&, Channel const& one) {
  return of_optional(one);
}

Organisations owners(Reader&, Collaboration const& one) {
  return {one.from, one.to};
}

Organisations owners(Reader& reader, StepEdge const& one) {
  Organisations both;
  for (auto const end : {one.from, one.to}) {
    if (auto const offering = reader.offerings().find(end)) both.push_back(offering->organisation);
  }
  return both;
}

template <class Thing>
Organisations owners(Reader&, Thing const&) {
  return {};
}

// A record of whatever kind, as its history needs it.
struct Subject {
  std::string_view kind;
  Uuid id;
  std::string name;
  Organisations owners;
};

template <class Thing>
std::optional<Subject> subject_of(Reader& reader, std::string const& text_of_id) {
  auto const id = Id<Thing>::parse(text_of_id);
  auto const found = id ? records<Thing>(reader).find(*id) : fail(Fault::missing, "record.missing");
  if (!found) return std::nullopt;
  return Subject{record_name<Thing>, id->uuid(), std::string(name_of(*found)), owners(reader, *found)};
}

std::optional<Subject> subject_of(Reader& reader, std::string const& kind, std::string const& id) {
  std::optional<Subject> found;
  for_each_kind([&]<class Thing>(Kind<Thing>) {
    if (kind == record_name<Thing>) found = subject_of<Thing>(reader, id);
  });
  return found;
}

// The network's own people may, and those of each organisation whose record it is.
bool may_see(Desk const& desk, Ecosystem const& ecosystem, Subject const& subject) {
  auto const may_at = [&](std::optional<Id<Organisation>> organisation) {
    return may(desk.asker(), accounts::Action::see_history, {ecosystem.id, organisation});
  };
  return may_at(std::nullopt) || std::ranges::any_of(subject.owners, may_at);
}

std::pair<std::string, std::string> way_back(View const& view, Reader& reader, Ecosystem const& ecosystem,
                                             Subject const& subject) {
  auto const owner = subject.owners.empty() ? fail(Fault::missing, "record.missing")
                                            : reader.organisations().find(subject.owners.front());
  if (!owner) return {view.language("work.title"), "/workplace"};
  return {owner->name, "/workplace/" + ecosystem.slug + "/organisations/" + text(owner->id)};
}

http::Response show_history(View const& view, Desk const& desk, Reader& reader, Ecosystem const& ecosystem,
                            Subject const& subject) {
  auto changes = changes_of(reader.audit(subject.kind, subject.id));
  if (changes.size() > most_changes) changes.resize(most_changes);
  auto const accounts = desk.store.accounts();
  auto const rows =
      each(changes, [&](Change const& one) { return change_row(view, *accounts, reader, one); });
  auto const [back, back_to] = way_back(view, reader, ecosystem, subject);
  auto const& t = view.language;
  auto const name = subject.name.empty() ? t("record_kind." + std::string(subject.kind)) : subject.name;
  return work_page(view, {.path = history_path(ecosystem, subject.kind, subject.id),
                          .title = t("work_history.title", {{"name", name}}),
                          .body = html(R"(<ul class="changes">{}</ul>)", rows),
                          .back = back,
                          .back_to = back_to});
}

}  // namespace

http::Response record_history(http::Request const&, View const& view, Desk const& desk,
                              PathArguments const& arguments) {
  Error const missing{Fault::missing, "page.missing"};
  auto const all = desk.store.ecosystems();
  auto const ecosystem = std::ranges::find(all, arguments[0], &Ecosystem::slug);
  if (ecosystem == all.end()) return work_refused(view, missing);
  auto const reader = desk.store.reader(*ecosystem);
  auto const subject = subject_of(*reader, arguments[1], arguments[2]);
  if (!subject) return work_refused(view, missing);
  if (!may_see(desk, *ecosystem, *subject)) return work_refused(view, {Fault::forbidden, "account.may_not"});
  return show_history(view, desk, *reader, *ecosystem, *subject);
}

}  // namespace wegwijzer::web::pages
