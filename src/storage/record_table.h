// SPDX-License-Identifier: EUPL-1.2
// A record's table, made from its field list: what is stored is exactly what src/domain names.
#pragma once

#include <fmt/format.h>

#include <map>
#include <string>
#include <vector>

#include "base/check.h"
#include "ports/clock.h"
#include "ports/store.h"
#include "storage/sqlite.h"

namespace wegwijzer {

struct Scope {
  sqlite::Database& database;
  std::string ecosystem;  // its id as text
};

struct Stamp {
  Actor actor;
  Instant at;
  Ids& ids;
  std::optional<Id<MapChange>> change{};  // what the lines are part of

  AuditEntry entry(std::string_view record, Uuid id) const {
    return {at, actor.name, std::string(record), id, {}, {}, {}, change};
  }
};

void add_audit_entry(Scope const& scope, Uuid id, AuditEntry const& entry);

// One line when the field is not the same any more.
void audit_field(Scope const& scope, Ids& ids, AuditEntry entry, std::string_view field, FieldText before,
                 FieldText after);

template <class Thing>
struct RecordSql {
  std::string select = "SELECT id, version, source, confirmed_on, archived_on";
  std::string all, by_id, by_source, insert, update;
  std::map<std::string_view, std::string> by_field;

  RecordSql() {
    std::string columns, places, sets;
    int place = 7;
    for_each_field<Thing>([&](auto const& field) {
      columns += fmt::format(", {}", field.name);
      places += fmt::format(", ?{}", place);
      sets += fmt::format(", {} = ?{}", field.name, place++);
    });
    auto const from =
        fmt::format("{}{} FROM {} WHERE ecosystem_id = ?1", select, columns, record_name<Thing>);
    all = from + " ORDER BY id";
    for_each_field<Thing>([&](auto const& field) {
      by_field[field.name] = fmt::format("{} AND {} = ?2 ORDER BY id", from, field.name);
    });
    by_id = from + " AND id = ?2";
    by_source = from + " AND source = ?2 AND source <> ''";
    insert = fmt::format(
        "INSERT INTO {} (ecosystem_id, id, version, source, confirmed_on, archived_on{}) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6{})",
        record_name<Thing>, columns, places);
    update = fmt::format(
        "UPDATE {} SET version = ?3, source = ?4, confirmed_on = ?5, archived_on = ?6{} "
        "WHERE ecosystem_id = ?1 AND id = ?2",
        record_name<Thing>, sets);
  }

  static RecordSql const& text() {
    static RecordSql const sql;
    return sql;
  }
};

template <class Thing>
Thing read_record(sqlite::Run const& row) {
  Thing thing;
  auto const stored = [](auto result) {
    check(result.has_value(), "a value in the store cannot be read back");
    return *std::move(result);
  };
  thing.id = stored(Id<Thing>::parse(row.text(0)));
  thing.version = row.number(1);
  thing.source = row.text(2);
  thing.confirmed_on = stored(from_field_text<std::optional<Date>>(row.optional_text(3)));
  thing.archived_on = stored(from_field_text<std::optional<Date>>(row.optional_text(4)));
  int column = 5;
  for_each_field<Thing>([&](auto const& field) {
    check(set_field(thing, field, row.optional_text(column++)).has_value(),
          "a value in the store cannot be read back");
  });
  return thing;
}

// A line for each field that is not the same.
template <class Thing>
void audit_fields(Scope const& scope, Ids& ids, AuditEntry entry, Thing const& before, Thing const& after) {
  for_each_field<Thing>([&](auto const& field) {
    audit_field(scope, ids, entry, field.name, to_field_text(before.*field.member),
                to_field_text(after.*field.member));
  });
}

template <class Thing>
bool reads_back(Thing const& thing) {
  Thing again;
  bool same = true;
  for_each_field<Thing>([&](auto const& field) {
    same = same && set_field(again, field, to_field_text(thing.*field.member)).has_value();
  });
  return same;
}

template <class Thing>
class RecordTable : public KeptRecords<Thing> {
 public:
  explicit RecordTable(Scope scope, Stamp const* stamp = nullptr) : scope_(std::move(scope)), stamp_(stamp) {}

  Result<Thing> find(Id<Thing> id) override {
    auto row = query(sql().by_id, text(id));
    if (!row.step()) return fail(Fault::missing, "record.missing");
    return read_record<Thing>(row);
  }

  std::vector<Thing> all() override {
    auto rows =
        scope_.database.query(sqlite::Sql::of_field_list(sql().all), std::string_view(scope_.ecosystem));
    std::vector<Thing> things;
    while (rows.step()) things.push_back(read_record<Thing>(rows));
    return things;
  }

  std::optional<Thing> from_source(std::string_view source) override {
    auto row = query(sql().by_source, source);
    if (!row.step()) return std::nullopt;
    return read_record<Thing>(row);
  }

  std::vector<Thing> with(std::string_view field, std::string_view value) override {
    auto const found = sql().by_field.find(field);
    check(found != sql().by_field.end(), "records are looked for by a field of theirs");
    auto rows = query(found->second, value);
    std::vector<Thing> things;
    while (rows.step()) things.push_back(read_record<Thing>(rows));
    return things;
  }

  Result<Thing> save(Thing thing) override {
    check(stamp_, "only a writer saves");
    auto const before = find(thing.id);
    if (thing.version != (before ? before->version : 0)) {
      return fail(Fault::conflict, "record.changed_meanwhile");
    }
    // Else nobody could open the store any more.
    if (!reads_back(thing)) return fail(Fault::invalid, "record.cannot_be_kept");
    ++thing.version;
    auto const rows = scope_.database.rows_changed();
    audit(before ? &*before : nullptr, thing);
    write(before ? sql().update : sql().insert, thing);
    rows_written_ += scope_.database.rows_changed() - rows;
    return thing;
  }

  void put_back(Thing const& thing) override {
    write(sql().insert, thing);
    ++rows_written_;
  }

  // Its own and those of its history.
  int rows_written() const { return rows_written_; }

 private:
  static RecordSql<Thing> const& sql() { return RecordSql<Thing>::text(); }

  sqlite::Run query(std::string const& sql, std::string_view value) {
    return scope_.database.query(sqlite::Sql::of_field_list(sql), std::string_view(scope_.ecosystem), value);
  }

  void write(std::string const& sql, Thing const& thing) {
    auto run = query(sql, text(thing.id));
    run.bind(thing.version);
    run.bind(std::string_view(thing.source));
    run.bind(to_field_text(thing.confirmed_on));
    run.bind(to_field_text(thing.archived_on));
    for_each_field<Thing>([&](auto const& field) { run.bind(to_field_text(thing.*field.member)); });
    run.step();
  }

  // A new record is one line; a change is a line per changed field.
  void audit(Thing const* before, Thing const& after) {
    auto const entry = stamp_->entry(record_name<Thing>, after.id.uuid());
    if (!before) return add_audit_entry(scope_, stamp_->ids.next(), entry);
    auto const compare = [&](std::string_view field, FieldText was, FieldText is) {
      audit_field(scope_, stamp_->ids, entry, field, std::move(was), std::move(is));
    };
    compare("source", before->source, after.source);
    compare("confirmed_on", to_field_text(before->confirmed_on), to_field_text(after.confirmed_on));
    compare("archived_on", to_field_text(before->archived_on), to_field_text(after.archived_on));
    audit_fields(scope_, stamp_->ids, entry, *before, after);
  }

  Scope scope_;
  Stamp const* stamp_;
  int rows_written_ = 0;
};

}  // namespace wegwijzer
