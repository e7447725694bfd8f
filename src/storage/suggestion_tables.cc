// SPDX-License-Identifier: EUPL-1.2
#include "storage/suggestion_tables.h"

#include <sqlite3.h>

#include <nlohmann/json.hpp>

#include "base/check.h"

namespace wegwijzer {

namespace {

template <class T>
T as_stored(Result<T> value) {
  check(value.has_value(), "a value in the store cannot be read back");
  return *std::move(value);
}

// '' where there is none.
template <class T>
std::string text_or_none(std::optional<T> const& value) {
  return value ? text(*value) : std::string();
}

template <class Read>
auto read_or_none(std::string const& stored, Read read) -> std::optional<decltype(as_stored(read(stored)))> {
  if (stored.empty()) return std::nullopt;
  return as_stored(read(stored));
}

nlohmann::json json_of(FieldText const& value) {
  return value ? nlohmann::json(*value) : nlohmann::json();
}

FieldText field_text_of(nlohmann::json const& value) {
  return value.is_null() ? FieldText() : FieldText(value.get<std::string>());
}

std::string proposed_json(std::vector<ProposedField> const& fields) {
  auto out = nlohmann::json::array();
  for (auto const& [name, was, value] : fields) out.push_back({name, json_of(was), json_of(value)});
  return out.dump();
}

std::vector<ProposedField> proposed_of(std::string const& text) {
  std::vector<ProposedField> fields;
  for (auto const& one : nlohmann::json::parse(text)) {
    fields.push_back({one.at(0).get<std::string>(), field_text_of(one.at(1)), field_text_of(one.at(2))});
  }
  return fields;
}

std::string inquiry_json(std::vector<FieldValue> const& values) {
  auto out = nlohmann::json::array();
  for (auto const& [name, value] : values) out.push_back({name, json_of(value)});
  return out.dump();
}

std::vector<FieldValue> inquiry_of(std::string const& text) {
  std::vector<FieldValue> values;
  for (auto const& one : nlohmann::json::parse(text)) {
    values.push_back({one.at(0).get<std::string>(), field_text_of(one.at(1))});
  }
  return values;
}

Suggestion suggestion_of(sqlite::Run const& row) {
  Suggestion one;
  one.id = as_stored(Id<Suggestion>::parse(row.text(0)));
  one.version = row.number(1);
  one.from = as_stored(parse_choice<SuggestionFrom>(row.text(2)));
  one.said_by = read_or_none(row.text(3), Id<Organisation>::parse);
  one.page = row.text(4);
  one.kind = row.text(5);
  one.record = read_or_none(row.text(6), parse_uuid);
  one.place = row.text(7);
  one.area = read_or_none(row.text(8), AreaCode::parse);
  one.message = row.text(9);
  one.fields = proposed_of(row.text(10));
  one.received_on = as_stored(parse_date(row.text(11)));
  one.state = as_stored(parse_choice<SuggestionState>(row.text(12)));
  one.reason = row.text(13);
  one.decided_by = row.text(14);
  one.decided_on = read_or_none(row.text(15), parse_date);
  one.change = read_or_none(row.text(16), Id<MapChange>::parse);
  return one;
}

void bind(sqlite::Run& run, Suggestion const& one) {
  run.bind(one.version);
  run.bind(std::string_view(code(one.from)));
  run.bind(std::string_view(text_or_none(one.said_by)));
  run.bind(std::string_view(one.page));
  run.bind(std::string_view(one.kind));
  run.bind(std::string_view(text_or_none(one.record)));
  run.bind(std::string_view(one.place));
  run.bind(std::string_view(text_or_none(one.area)));
  run.bind(std::string_view(one.message));
  run.bind(std::string_view(proposed_json(one.fields)));
  run.bind(std::string_view(text(one.received_on)));
  run.bind(std::string_view(code(one.state)));
  run.bind(std::string_view(one.reason));
  run.bind(std::string_view(one.decided_by));
  run.bind(to_field_text(one.decided_on));
  run.bind(std::string_view(text_or_none(one.change)));
}

Asking asking_of(sqlite::Run const& row) {
  Asking one;
  one.id = as_stored(Id<Asking>::parse(row.text(0)));
  one.token = row.text(1);
  one.asked = as_stored(Id<Organisation>::parse(row.text(2)));
  one.what = {row.text(3), read_or_none(row.text(4), parse_uuid), row.text(5), inquiry_of(row.text(6))};
  one.asked_on = as_stored(parse_date(row.text(7)));
  one.ends = as_stored(parse_date(row.text(8)));
  one.asked_by = row.text(9);
  one.again = row.text(10) == "yes";
  one.state = as_stored(parse_choice<AskingState>(row.text(11)));
  one.answered_on = read_or_none(row.text(12), parse_date);
  return one;
}

}  // namespace

Result<Suggestion> SuggestionTable::find(Id<Suggestion> id) {
  auto row = scope_.database.query(
      "SELECT id, version, origin, said_by, page, kind, record_id, place, area, message, fields, "
      "received_on, "
      "state, reason, decided_by, decided_on, change_id FROM suggestion WHERE ecosystem_id = ?1 AND id = ?2",
      std::string_view(scope_.ecosystem), std::string_view(text(id)));
  if (!row.step()) return fail(Fault::missing, "suggestion.missing");
  return suggestion_of(row);
}

std::vector<Suggestion> SuggestionTable::all() {
  auto rows = scope_.database.query(
      "SELECT id, version, origin, said_by, page, kind, record_id, place, area, message, fields, "
      "received_on, "
      "state, reason, decided_by, decided_on, change_id FROM suggestion WHERE ecosystem_id = ?1 "
      "ORDER BY received_on, id",
      std::string_view(scope_.ecosystem));
  std::vector<Suggestion> all;
  while (rows.step()) all.push_back(suggestion_of(rows));
  return all;
}

std::vector<Suggestion> SuggestionTable::waiting() {
  auto rows = scope_.database.query(
      "SELECT id, version, origin, said_by, page, kind, record_id, place, area, message, fields, "
      "received_on, "
      "state, reason, decided_by, decided_on, change_id FROM suggestion WHERE ecosystem_id = ?1 "
      "AND state IN ('open', 'parked') ORDER BY received_on, id",
      std::string_view(scope_.ecosystem));
  std::vector<Suggestion> all;
  while (rows.step()) all.push_back(suggestion_of(rows));
  return all;
}

std::size_t SuggestionTable::count_waiting() {
  auto row = scope_.database.query(
      "SELECT count(*) FROM suggestion WHERE ecosystem_id = ?1 AND state IN ('open', 'parked')",
      std::string_view(scope_.ecosystem));
  row.step();
  return static_cast<std::size_t>(row.number(0));
}

Result<Suggestion> SuggestionTable::save(Suggestion suggestion) {
  auto const before = find(suggestion.id);
  if (suggestion.version != (before ? before->version : 0)) {
    return fail(Fault::conflict, "suggestion.changed_meanwhile");
  }
  ++suggestion.version;
  if (!before) {
    put_back(suggestion);
    return suggestion;
  }
  auto run = scope_.database.query(
      "UPDATE suggestion SET version = ?3, origin = ?4, said_by = ?5, page = ?6, kind = ?7, record_id = ?8, "
      "place = ?9, area = ?10, message = ?11, fields = ?12, received_on = ?13, state = ?14, reason = ?15, "
      "decided_by = ?16, decided_on = ?17, change_id = ?18 WHERE ecosystem_id = ?1 AND id = ?2",
      std::string_view(scope_.ecosystem), std::string_view(text(suggestion.id)));
  bind(run, suggestion);
  run.step();
  ++rows_written_;
  return suggestion;
}

void SuggestionTable::put_back(Suggestion const& suggestion) {
  auto run = scope_.database.query(
      "INSERT INTO suggestion (ecosystem_id, id, version, origin, said_by, page, kind, record_id, place, "
      "area, "
      "message, fields, received_on, state, reason, decided_by, decided_on, change_id) VALUES (?1, ?2, ?3, "
      "?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)",
      std::string_view(scope_.ecosystem), std::string_view(text(suggestion.id)));
  bind(run, suggestion);
  run.step();
  ++rows_written_;
}

void SuggestionTable::erase(Id<Suggestion> id) {
  scope_.database.run("DELETE FROM suggestion WHERE ecosystem_id = ?1 AND id = ?2",
                      std::string_view(scope_.ecosystem), std::string_view(text(id)));
  rows_written_ += sqlite3_changes(scope_.database.handle());
}

std::vector<Asking> AskingTable::all() {
  auto rows = scope_.database.query(
      "SELECT id, token, organisation, kind, record_id, field, inquiry, asked_on, ends, asked_by, again, "
      "state, "
      "answered_on FROM asking WHERE ecosystem_id = ?1 ORDER BY id",
      std::string_view(scope_.ecosystem));
  std::vector<Asking> all;
  while (rows.step()) all.push_back(asking_of(rows));
  return all;
}

std::optional<Asking> AskingTable::with_token(std::string_view token) {
  auto row = scope_.database.query(
      "SELECT id, token, organisation, kind, record_id, field, inquiry, asked_on, ends, asked_by, again, "
      "state, "
      "answered_on FROM asking WHERE ecosystem_id = ?1 AND token = ?2 AND token <> ''",
      std::string_view(scope_.ecosystem), token);
  if (!row.step()) return std::nullopt;
  return asking_of(row);
}

void AskingTable::save(Asking const& one) {
  auto run = scope_.database.query(
      "INSERT INTO asking (ecosystem_id, id, token, organisation, kind, record_id, field, inquiry, asked_on, "
      "ends, asked_by, again, state, answered_on) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, "
      "?13, ?14) ON CONFLICT (ecosystem_id, id) DO UPDATE SET token = excluded.token, state = "
      "excluded.state, "
      "answered_on = excluded.answered_on",
      std::string_view(scope_.ecosystem), std::string_view(text(one.id)), std::string_view(one.token),
      std::string_view(text(one.asked)), std::string_view(one.what.kind),
      std::string_view(text_or_none(one.what.record)), std::string_view(one.what.field),
      std::string_view(inquiry_json(one.what.inquiry)), std::string_view(text(one.asked_on)),
      std::string_view(text(one.ends)), std::string_view(one.asked_by),
      std::string_view(one.again ? "yes" : "no"), code(one.state), to_field_text(one.answered_on));
  run.step();
  ++rows_written_;
}

}  // namespace wegwijzer
