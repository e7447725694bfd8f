// SPDX-License-Identifier: EUPL-1.2
#include "storage/sqlite_store.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <mutex>
#include <nlohmann/json.hpp>

#include "storage/account_tables.h"
#include "storage/cache_folder.h"
#include "storage/contact_table.h"
#include "storage/ground_tables.h"
#include "storage/migrations.h"
#include "storage/record_table.h"
#include "storage/release_table.h"
#include "storage/sqlite.h"
#include "storage/suggestion_tables.h"

namespace wegwijzer {

void add_audit_entry(Scope const& scope, Uuid id, AuditEntry const& entry) {
  scope.database.run(
      "INSERT INTO audit (ecosystem_id, id, at, actor, record, record_id, field, before_value, after_value, "
      "change_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
      std::string_view(scope.ecosystem), std::string_view(text(id)), std::string_view(text(entry.at)),
      std::string_view(entry.actor), std::string_view(entry.record), std::string_view(text(entry.id)),
      std::string_view(entry.field), entry.before, entry.after, to_field_text(entry.change));
}

void audit_field(Scope const& scope, Ids& ids, AuditEntry entry, std::string_view field, FieldText before,
                 FieldText after) {
  if (before == after) return;
  entry.field = field, entry.before = std::move(before), entry.after = std::move(after);
  add_audit_entry(scope, ids.next(), entry);
}

namespace {

using sqlite::Database;

template <class T>
T stored(Result<T> value) {
  check(value.has_value(), "a value in the store cannot be read back");
  return *std::move(value);
}

nlohmann::json fields_json(std::vector<FieldValue> const& values) {
  auto out = nlohmann::json::array();
  for (auto const& [name, value] : values) {
    out.push_back({name, value ? nlohmann::json(*value) : nlohmann::json()});
  }
  return out;
}

std::vector<FieldValue> fields_of(std::string const& text) {
  std::vector<FieldValue> values;
  for (auto const& pair : nlohmann::json::parse(text)) {
    auto const& value = pair.at(1);
    values.push_back(
        {pair.at(0).get<std::string>(), value.is_null() ? FieldText() : value.get<std::string>()});
  }
  return values;
}

Ecosystem ecosystem_of(sqlite::Run const& row) {
  Ecosystem ecosystem;
  ecosystem.id = stored(Id<Ecosystem>::parse(row.text(0)));
  ecosystem.slug = row.text(1);
  ecosystem.name = row.text(2);
  ecosystem.holiday_region = stored(parse_choice<HolidayRegion>(row.text(3)));
  ecosystem.is_public = stored(from_field_text<bool>(row.text(4)));
  ecosystem.origin = stored(parse_choice<Origin>(row.text(5)));
  ecosystem.colour = stored(from_field_text<std::optional<Colour>>(row.optional_text(6)));
  ecosystem.accent = stored(from_field_text<std::optional<Colour>>(row.optional_text(7)));
  ecosystem.logo = stored(from_field_text<std::optional<Picture>>(row.optional_text(8)));
  return ecosystem;
}

AuditEntry audit_entry_of(sqlite::Run const& row) {
  return {stored(parse_instant(row.text(0))),
          row.text(1),
          row.text(2),
          stored(parse_uuid(row.text(3))),
          row.text(4),
          row.optional_text(5),
          row.optional_text(6),
          stored(from_field_text<std::optional<Id<MapChange>>>(row.optional_text(7)))};
}

std::vector<Verdict> verdicts_in(sqlite::Run rows) {
  std::vector<Verdict> all;
  while (rows.step()) {
    Verdict verdict{rows.text(0),
                    stored(parse_uuid(rows.text(1))),
                    stored(parse_uuid(rows.text(2))),
                    stored(parse_choice<OneOrTwo>(rows.text(3))),
                    {},
                    {}};
    auto const grounds = rows.text(4);
    for (auto const line : split(grounds, '\n')) verdict.grounds.emplace_back(line);
    verdict.actor = rows.text(5);
    verdict.at = stored(parse_instant(rows.text(6)));
    verdict.change = stored(from_field_text<std::optional<Id<MapChange>>>(rows.optional_text(7)));
    all.push_back(std::move(verdict));
  }
  return all;
}

MapChange map_change_of(sqlite::Run const& row) {
  return {stored(Id<MapChange>::parse(row.text(0))),
          stored(parse_instant(row.text(1))),
          row.text(2),
          stored(parse_choice<MapChangeKind>(row.text(3))),
          row.text(4),
          stored(from_field_text<std::optional<Id<MapChange>>>(row.optional_text(5)))};
}

void save_ecosystem(Database& database, Ecosystem const& ecosystem) {
  database.run(
      "INSERT INTO ecosystem (id, slug, name, holiday_region, is_public, origin, colour, "
      "accent, logo) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) "
      "ON CONFLICT (id) DO UPDATE SET name = excluded.name, holiday_region = excluded.holiday_region, "
      "is_public = excluded.is_public, origin = excluded.origin, colour = excluded.colour, "
      "accent = excluded.accent, logo = excluded.logo",
      std::string_view(text(ecosystem.id)), std::string_view(ecosystem.slug),
      std::string_view(ecosystem.name), code(ecosystem.holiday_region), to_field_text(ecosystem.is_public),
      code(ecosystem.origin), to_field_text(ecosystem.colour), to_field_text(ecosystem.accent),
      to_field_text(ecosystem.logo));
}

void tell_of_change(Database& database) {
  database.script("UPDATE map_change SET number = number + 1");
}

std::int64_t change_number(Database& database) {
  auto row = database.query("SELECT number FROM map_change");
  row.step();
  return row.number(0);
}

// What takes the place of a store has a number that nobody saw of either.
void tell_of_replacement(Database& coming, std::int64_t going) {
  coming.run("UPDATE map_change SET number = max(number, ?1) + 1", going);
}

OfEveryKind<RecordTable> tables_of(Scope const& scope, Stamp const* stamp) {
  return std::apply(
      [&](auto... kind) {
        return OfEveryKind<RecordTable>(RecordTable<typename decltype(kind)::type>(scope, stamp)...);
      },
      OfEveryKind<Kind>());
}

OfEveryTalk<RecordTable> talk_tables_of(Scope const& scope, Stamp const* stamp) {
  return std::apply(
      [&](auto... kind) {
        return OfEveryTalk<RecordTable>(RecordTable<typename decltype(kind)::type>(scope, stamp)...);
      },
      OfEveryTalk<Kind>());
}

FigureReleaseHead release_head_of(sqlite::Run const& row) {
  return {stored(Id<FigureRelease>::parse(row.text(0))),
          stored(AreaCode::parse(row.text(1))),
          row.text(2),
          stored(parse_date(row.text(3))),
          row.text(4),
          row.text(5),
          row.text(6)};
}

constexpr auto const* only_writers = "only a writer has a stamp";

// Reading and writing share their queries; a writer only adds a stamp and a commit.
class Transaction : public Writer {
 public:
  Transaction(std::unique_ptr<Database> database, Ecosystem ecosystem)
      : database_(std::move(database)), ecosystem_(std::move(ecosystem)) {
    database_->script("BEGIN");
    // A deferred transaction fixes its view at the first read.
    database_->query("SELECT 1 FROM ecosystem").step();
  }

  Transaction(std::unique_ptr<Database> database, Ecosystem ecosystem, Actor actor, Instant at, Ids& ids)
      : database_(std::move(database)),
        ecosystem_(std::move(ecosystem)),
        stamp_(Stamp{std::move(actor), at, ids}) {
    database_->script("BEGIN IMMEDIATE");
    if (!database_->query("SELECT 1 FROM ecosystem WHERE id = ?1", std::string_view(text(ecosystem_.id)))
             .step()) {
      save_ecosystem(*database_, ecosystem_);
      add(known(stamp_, only_writers).entry("ecosystem", ecosystem_.id.uuid()));
    }
  }

  ~Transaction() override {
    if (!committed_) sqlite3_exec(database_->handle(), "ROLLBACK", nullptr, nullptr, nullptr);
  }

  Ecosystem const& ecosystem() const override { return ecosystem_; }

  OfEveryKind<ShownRecords> shown() override {
    return std::apply([](auto&... table) { return OfEveryKind<ShownRecords>(table...); }, tables_);
  }

  OfEveryKind<ChangedRecords> kept() override {
    return std::apply([](auto&... table) { return OfEveryKind<ChangedRecords>(table...); }, tables_);
  }

  OfEveryTalk<ShownRecords> talk() override {
    return std::apply([](auto&... table) { return OfEveryTalk<ShownRecords>(table...); }, talk_tables_);
  }

  OfEveryTalk<ChangedRecords> kept_talk() override {
    return std::apply([](auto&... table) { return OfEveryTalk<ChangedRecords>(table...); }, talk_tables_);
  }

  GroundWriter& ground() override { return ground_; }

  Releases& releases() override { return releases_; }

  KeptReleases& kept_releases() override { return releases_; }

  Suggestions& suggestions() override { return suggestions_; }

  KeptSuggestions& kept_suggestions() override { return suggestions_; }

  Askings& askings() override { return askings_; }

  KeptAskings& kept_askings() override { return askings_; }

  Contacts& contacts() override { return contacts_; }

  KeptContacts& kept_contacts() override { return contacts_; }

  std::vector<Said> said() override {
    auto rows = database_->query(
        "SELECT record, source, fields FROM said WHERE ecosystem_id = ?1 ORDER BY record, source", scope());
    std::vector<Said> all;
    while (rows.step()) all.push_back({rows.text(0), rows.text(1), fields_of(rows.text(2))});
    return all;
  }

  std::optional<Said> said(std::string_view record, std::string_view source) override {
    auto row =
        database_->query("SELECT fields FROM said WHERE ecosystem_id = ?1 AND record = ?2 AND source = ?3",
                         scope(), record, source);
    if (!row.step()) return std::nullopt;
    return Said{std::string(record), std::string(source), fields_of(row.text(0))};
  }

  std::vector<AuditEntry> audit() override {
    return audit_entries(
        database_->query("SELECT at, actor, record, record_id, field, before_value, after_value, change_id "
                         "FROM audit WHERE ecosystem_id = ?1 ORDER BY at, id",
                         scope()));
  }

  std::vector<AuditEntry> audit(std::string_view record, Uuid id) override {
    return audit_entries(database_->query(
        "SELECT at, actor, record, record_id, field, before_value, after_value, change_id FROM audit "
        "WHERE ecosystem_id = ?1 AND record = ?2 AND record_id = ?3 ORDER BY at, id",
        scope(), record, std::string_view(text(id))));
  }

  std::vector<AuditEntry> audit(Id<MapChange> change) override {
    return audit_entries(
        database_->query("SELECT at, actor, record, record_id, field, before_value, after_value, change_id "
                         "FROM audit WHERE ecosystem_id = ?1 AND change_id = ?2 ORDER BY at, id",
                         scope(), std::string_view(text(change))));
  }

  std::vector<MapChange> changes() override {
    auto rows = database_->query(
        "SELECT id, at, actor, kind, about, undoes FROM change WHERE ecosystem_id = ?1 "
        "ORDER BY at DESC, id DESC",
        scope());
    std::vector<MapChange> all;
    while (rows.step()) all.push_back(map_change_of(rows));
    return all;
  }

  std::vector<SavedView> saved_views() override {
    auto rows = database_->query(
        "SELECT id, name, kind, query FROM saved_view WHERE ecosystem_id = ?1 ORDER BY name, id", scope());
    std::vector<SavedView> all;
    while (rows.step()) {
      all.push_back({stored(Id<SavedView>::parse(rows.text(0))), rows.text(1), rows.text(2), rows.text(3)});
    }
    return all;
  }

  std::vector<SourceConflict> source_conflicts() override {
    auto rows = database_->query(
        "SELECT record, source, field FROM source_conflict WHERE ecosystem_id = ?1 "
        "ORDER BY record, source, field",
        scope());
    std::vector<SourceConflict> all;
    while (rows.step()) all.push_back({rows.text(0), rows.text(1), rows.text(2)});
    return all;
  }

  std::vector<Verdict> verdicts() override {
    return verdicts_in(
        database_->query("SELECT record, one, other, says, grounds, actor, at, change_id FROM verdict "
                         "WHERE ecosystem_id = ?1 ORDER BY record, one, other",
                         scope()));
  }

  std::vector<Verdict> verdicts(std::string_view record, Uuid one) override {
    return verdicts_in(
        database_->query("SELECT record, one, other, says, grounds, actor, at, change_id FROM verdict "
                         "WHERE ecosystem_id = ?1 AND record = ?2 AND one = ?3 ORDER BY other",
                         scope(), record, std::string_view(text(one))));
  }

  std::vector<OpenDataVersion> open_data_versions() override {
    auto rows = database_->query(
        "SELECT id, at, licence, note, actor FROM open_data_version WHERE ecosystem_id = ?1 "
        "ORDER BY at DESC, id DESC",
        scope());
    std::vector<OpenDataVersion> all;
    while (rows.step()) {
      all.push_back({stored(Id<OpenDataVersion>::parse(rows.text(0))), stored(parse_instant(rows.text(1))),
                     stored(parse_choice<OpenLicence>(rows.text(2))), rows.text(3), rows.text(4)});
    }
    return all;
  }

  void remember(Said const& said) override {
    database_->run(
        "INSERT INTO said (ecosystem_id, record, source, fields) VALUES (?1, ?2, ?3, ?4) "
        "ON CONFLICT (ecosystem_id, record, source) DO UPDATE SET fields = excluded.fields",
        scope(), std::string_view(said.record), std::string_view(said.source),
        std::string_view(fields_json(said.fields).dump()));
  }

  void add(AuditEntry const& entry) override { add_audit_entry(scope_, next_uuid(), entry); }

  void note(std::string_view what, std::string_view name, FieldText before, FieldText after) override {
    auto const& stamp = known(stamp_, only_writers);
    audit_field(scope_, stamp.ids, stamp.entry(what, ecosystem_.id.uuid()), name, std::move(before),
                std::move(after));
  }

  void describe(Ecosystem const& ecosystem) override {
    check(ecosystem.id == ecosystem_.id, "a writer describes its own ecosystem only");
    save_ecosystem(*database_, ecosystem);
    auto const& stamp = known(stamp_, only_writers);
    audit_fields(scope_, stamp.ids, stamp.entry("ecosystem", ecosystem.id.uuid()), ecosystem_, ecosystem);
    ecosystem_ = ecosystem;
  }

  Id<MapChange> begin(MapChangeKind kind, std::string_view about,
                      std::optional<Id<MapChange>> undoes) override {
    check(stamp_.has_value(), only_writers);
    stamp_->change = new_id<MapChange>();
    put_back(MapChange{*stamp_->change, stamp_->at, stamp_->actor.name, kind, std::string(about), undoes});
    return *stamp_->change;
  }

  void put_back(MapChange const& change) override {
    database_->run(
        "INSERT INTO change (ecosystem_id, id, at, actor, kind, about, undoes) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        scope(), std::string_view(text(change.id)), std::string_view(text(change.at)),
        std::string_view(change.actor), code(change.kind), std::string_view(change.about),
        to_field_text(change.undoes));
  }

  void confirm_field(std::string_view record, Uuid id, std::string_view field, FieldText value) override {
    auto entry = known(stamp_, only_writers).entry(record, id);
    entry.field = field, entry.before = value, entry.after = std::move(value);
    add(entry);
  }

  void keep(SavedView const& view) override {
    database_->run(
        "INSERT INTO saved_view (ecosystem_id, id, name, kind, query) VALUES (?1, ?2, ?3, ?4, ?5) "
        "ON CONFLICT (ecosystem_id, id) DO UPDATE SET name = excluded.name, kind = excluded.kind, "
        "query = excluded.query",
        scope(), std::string_view(text(view.id)), std::string_view(view.name), std::string_view(view.kind),
        std::string_view(view.query));
  }

  void forget(Id<SavedView> view) override {
    database_->run("DELETE FROM saved_view WHERE ecosystem_id = ?1 AND id = ?2", scope(),
                   std::string_view(text(view)));
  }

  void put_back(OpenDataVersion const& version) override {
    database_->run(
        "INSERT INTO open_data_version (ecosystem_id, id, at, licence, note, actor) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        scope(), std::string_view(text(version.id)), std::string_view(text(version.at)),
        code(version.licence), std::string_view(version.note), std::string_view(version.actor));
  }

  OpenDataVersion publish_open_data(OpenLicence licence, std::string_view note) override {
    auto const& stamp = known(stamp_, only_writers);
    OpenDataVersion version{new_id<OpenDataVersion>(), stamp.at, licence, std::string(note),
                            stamp.actor.name};
    put_back(version);
    return version;
  }

  void note(SourceConflict const& conflict) override {
    database_->run(
        "INSERT INTO source_conflict (ecosystem_id, record, source, field) VALUES (?1, ?2, ?3, ?4) "
        "ON CONFLICT DO NOTHING",
        scope(), std::string_view(conflict.record), std::string_view(conflict.source),
        std::string_view(conflict.field));
  }

  void settle(SourceConflict const& conflict) override {
    database_->run(
        "DELETE FROM source_conflict WHERE ecosystem_id = ?1 AND record = ?2 AND source = ?3 AND field = ?4",
        scope(), std::string_view(conflict.record), std::string_view(conflict.source),
        std::string_view(conflict.field));
  }

  void put_back(Verdict const& verdict) override {
    database_->run(
        "INSERT INTO verdict (ecosystem_id, record, one, other, says, grounds, actor, at, change_id) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT (ecosystem_id, record, one, other) DO "
        "UPDATE SET "
        "says = excluded.says, grounds = excluded.grounds, actor = excluded.actor, at = excluded.at, "
        "change_id = excluded.change_id",
        scope(), std::string_view(verdict.record), std::string_view(text(verdict.one)),
        std::string_view(text(verdict.other)), code(verdict.says),
        std::string_view(joined(verdict.grounds, "\n")), std::string_view(verdict.actor),
        std::string_view(text(verdict.at)), to_field_text(verdict.change));
  }

  void decide(std::string_view record, Uuid one, Uuid other, OneOrTwo says,
              std::vector<std::string> const& grounds) override {
    auto const& stamp = known(stamp_, only_writers);
    put_back(
        Verdict{std::string(record), one, other, says, grounds, stamp.actor.name, stamp.at, stamp.change});
  }

  void take_back(Verdict const& verdict) override {
    database_->run("DELETE FROM verdict WHERE ecosystem_id = ?1 AND record = ?2 AND one = ?3 AND other = ?4",
                   scope(), std::string_view(verdict.record), std::string_view(text(verdict.one)),
                   std::string_view(text(verdict.other)));
  }

  void commit() override {
    if (changed_the_map()) tell_of_change(*database_);
    database_->script("COMMIT");
    committed_ = true;
  }

 protected:
  Uuid next_uuid() override { return known(stamp_, only_writers).ids.next(); }

 private:
  // What others say of it, are asked, or say to each other is not on it, nor are its people: a flood of that
  // builds no atlas anew.
  bool changed_the_map() const {
    auto const talk =
        std::apply([](auto const&... table) { return (table.rows_written() + ...); }, talk_tables_);
    return database_->rows_changed() !=
           suggestions_.rows_written() + askings_.rows_written() + contacts_.rows_written() + talk;
  }

  std::string_view scope() const { return scope_.ecosystem; }

  static std::vector<AuditEntry> audit_entries(sqlite::Run rows) {
    std::vector<AuditEntry> all;
    while (rows.step()) all.push_back(audit_entry_of(rows));
    return all;
  }

  std::unique_ptr<Database> database_;
  Ecosystem ecosystem_;
  std::optional<Stamp> stamp_;
  bool committed_ = false;
  Scope scope_{*database_, text(ecosystem_.id)};
  OfEveryKind<RecordTable> tables_ = tables_of(scope_, stamp_ ? &*stamp_ : nullptr);
  OfEveryTalk<RecordTable> talk_tables_ = talk_tables_of(scope_, stamp_ ? &*stamp_ : nullptr);
  GroundTables ground_{*database_};
  ReleaseTable releases_{scope_};
  SuggestionTable suggestions_{scope_};
  AskingTable askings_{scope_};
  ContactTable contacts_{scope_, stamp_ ? &*stamp_ : nullptr};
};

class GroundView : public GroundTables {
 public:
  explicit GroundView(std::unique_ptr<Database> database)
      : GroundTables(*database), database_(std::move(database)) {
    database_->script("BEGIN");
  }

 private:
  std::unique_ptr<Database> database_;
};

// Copies every page of `from` over `to`; `to` changes in one transaction.
void copy_database(Database& from, Database& to) {
  auto* const backup = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
  if (!backup) throw sqlite::Failure(sqlite3_errmsg(to.handle()));
  auto const stepped = sqlite3_backup_step(backup, -1);
  sqlite3_backup_finish(backup);
  if (stepped != SQLITE_DONE) throw sqlite::Failure(sqlite3_errstr(stepped));
}

std::vector<std::string> problems_of(Database& database) {
  std::vector<std::string> problems;
  auto rows = database.query("PRAGMA integrity_check");
  while (rows.step()) {
    if (rows.text(0) != "ok") problems.push_back(rows.text(0));
  }
  auto orphans = database.query("PRAGMA foreign_key_check");
  while (orphans.step()) {
    problems.push_back(
        fmt::format("{} row {} refers to a missing {}", orphans.text(0), orphans.number(1), orphans.text(2)));
  }
  return problems;
}

tl::unexpected<Error> in_file(Error error, std::filesystem::path const& file) {
  error.arguments.push_back({"file", file.string()});
  return fail(std::move(error));
}

bool looks_like_a_store(Database& database) {
  return database.query("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'ecosystem'").step();
}

// Nobody's file is lost by a slip of the pen: only a store is replaced by a backup.
bool may_be_replaced(std::filesystem::path const& file) {
  if (!std::filesystem::exists(file)) return true;
  auto const there = Database::open(file, sqlite::Mode::look);
  return there && looks_like_a_store(**there);
}

// A database beside the store that is gone when its user is, with its write-ahead log.
struct TemporaryFile {
  std::filesystem::path path;

  explicit TemporaryFile(std::filesystem::path where) : path(std::move(where)) { remove(); }

  TemporaryFile(TemporaryFile const&) = delete;
  TemporaryFile& operator=(TemporaryFile const&) = delete;

  ~TemporaryFile() { remove(); }

  void remove() const {
    std::error_code ignored;
    for (auto const* end : {"", "-wal", "-shm"}) {
      std::filesystem::remove(std::filesystem::path(path).concat(end), ignored);
    }
  }
};

class SqliteStore : public Store {
 public:
  SqliteStore(std::filesystem::path file, std::unique_ptr<Database> watcher, Clock const& clock, Ids& ids)
      : file_(std::move(file)), watcher_(std::move(watcher)), clock_(clock), ids_(ids) {}

  std::vector<Ecosystem> ecosystems() override {
    auto const database = open(sqlite::Mode::read);
    auto rows = database->query(
        "SELECT id, slug, name, holiday_region, is_public, origin, colour, accent, logo FROM ecosystem ORDER "
        "BY slug");
    std::vector<Ecosystem> all;
    while (rows.step()) all.push_back(ecosystem_of(rows));
    return all;
  }

  void put_back(Ecosystem const& ecosystem) override {
    auto const database = open(sqlite::Mode::write);
    save_ecosystem(*database, ecosystem);
    tell_of_change(*database);
  }

  std::unique_ptr<Reader> reader(Ecosystem const& ecosystem) override {
    return std::make_unique<Transaction>(open(sqlite::Mode::read), ecosystem);
  }

  std::unique_ptr<Writer> writer(Ecosystem const& ecosystem, Actor actor) override {
    return std::make_unique<Transaction>(open(sqlite::Mode::write), ecosystem, std::move(actor), clock_.now(),
                                         ids_);
  }

  std::unique_ptr<Accounts> accounts() override { return read_accounts(open(sqlite::Mode::read)); }

  std::unique_ptr<KeptAccounts> change_accounts() override {
    return wegwijzer::change_accounts(open(sqlite::Mode::write), ids_);
  }

  std::unique_ptr<Outbox> outbox() override {
    return outbox_of([this] { return open(sqlite::Mode::write); });
  }

  std::unique_ptr<Ground> ground() override { return std::make_unique<GroundView>(open(sqlite::Mode::read)); }

  std::shared_ptr<Cache> cache() override {
    return std::make_shared<CacheFolder>(std::filesystem::path(file_).concat(".cache"));
  }

  std::vector<FigureReleaseHead> figure_releases() override {
    auto const database = open(sqlite::Mode::read);
    auto rows = database->query(
        "SELECT id, area, area_name, day, note, versions, checksum FROM figure_release ORDER BY id");
    std::vector<FigureReleaseHead> all;
    while (rows.step()) all.push_back(release_head_of(rows));
    return all;
  }

  Result<FigureRelease> figure_release(Id<FigureRelease> id) override {
    auto const database = open(sqlite::Mode::read);
    auto row = database->query(
        "SELECT id, area, area_name, day, note, versions, checksum, figures, method, parameters, funnel, "
        "draws FROM figure_release WHERE id = ?1",
        std::string_view(text(id)));
    if (!row.step()) return fail(Fault::missing, "release.missing");
    FigureRelease release{release_head_of(row),
                          {row.text(7), row.text(8), row.text(9), row.text(10), row.text(11)}};
    if (checksum_of(release) == release.head.checksum) return release;
    return fail(Fault::unavailable, "release.unreadable", {{"id", text(id)}});
  }

  Done add(FigureRelease const& release) override {
    if (this->figure_release(release.head.id)) return fail(Fault::conflict, "release.there_already");
    auto const& [head, files] = release;
    auto const database = open(sqlite::Mode::write);
    database->run(
        "INSERT INTO figure_release (id, area, area_name, day, note, versions, checksum, figures, "
        "method, parameters, funnel, draws) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        std::string_view(text(head.id)), std::string_view(text(head.area)), std::string_view(head.area_name),
        std::string_view(text(head.day)), std::string_view(head.note), std::string_view(head.versions),
        std::string_view(head.checksum), std::string_view(files.figures), std::string_view(files.method),
        std::string_view(files.parameters), std::string_view(files.funnel), std::string_view(files.draws));
    tell_of_change(*database);
    return {};
  }

  std::int64_t change_sequence() override {
    std::scoped_lock const lock(watching_);
    return change_number(*watcher_);
  }

  Done backup(std::filesystem::path const& to) override {
    if (!may_be_replaced(to)) return fail(Fault::conflict, "backup.not_replaced", {{"file", to.string()}});
    auto const part = std::filesystem::path(to).concat(".part");
    std::filesystem::remove(part);
    {
      auto target = Database::open(part, sqlite::Mode::write);
      if (!target) return fail(target.error());
      auto const source = open(sqlite::Mode::read);
      copy_database(*source, **target);
      // One file that can be carried away: no write-ahead log beside it.
      (*target)->script("PRAGMA journal_mode=DELETE");
    }
    std::filesystem::rename(part, to);  // a backup is there whole or not at all
    return {};
  }

  Done restore(std::filesystem::path const& from) override {
    if (!std::filesystem::exists(from)) {
      return fail(Fault::missing, "store.missing", {{"file", from.string()}});
    }
    auto const source = Database::open(from, sqlite::Mode::look);
    if (!source) return fail(source.error());
    TemporaryFile const copy(std::filesystem::path(file_).concat(".restore"));
    auto const checked = Database::open(copy.path, sqlite::Mode::write);
    if (!checked) return fail(checked.error());
    copy_database(**source, **checked);
    if (auto const usable = migrate(**checked, IfEmpty::refuse); !usable) {
      return in_file(usable.error(), from);
    }
    if (!problems_of(**checked).empty()) {
      return fail(Fault::invalid, "store.damaged", {{"file", from.string()}});
    }
    tell_of_replacement(**checked, change_sequence());
    copy_database(**checked, *open(sqlite::Mode::write));
    return {};
  }

  Done replace(std::function<Done(Store&)> const& fill) override {
    TemporaryFile const beside(std::filesystem::path(file_).concat(".beside"));
    auto const store = open_store(beside.path, IfMissing::create, clock_, ids_);
    if (!store) return fail(store.error());
    if (auto const filled = fill(**store); !filled) return filled;
    auto const source = Database::open(beside.path, sqlite::Mode::write);
    if (!source) return fail(source.error());
    tell_of_replacement(**source, change_sequence());
    copy_database(**source, *open(sqlite::Mode::write));
    return {};
  }

  std::vector<std::string> integrity_problems() override { return problems_of(*open(sqlite::Mode::read)); }

 private:
  std::unique_ptr<Database> open(sqlite::Mode mode) {
    auto database = Database::open(file_, mode);
    if (!database) throw sqlite::Failure("the store cannot be opened any more: " + file_.string());
    return *std::move(database);
  }

  std::filesystem::path file_;
  std::mutex watching_;
  std::unique_ptr<Database> watcher_;
  Clock const& clock_;
  Ids& ids_;
};

}  // namespace

Result<std::unique_ptr<Store>> open_store(std::filesystem::path const& file, IfMissing if_missing,
                                          Clock const& clock, Ids& ids) {
  if (if_missing == IfMissing::refuse && !std::filesystem::exists(file)) {
    return fail(Fault::missing, "store.missing", {{"file", file.string()}});
  }
  auto database = Database::open(file, sqlite::Mode::write);
  if (!database) return fail(database.error());
  auto const if_empty = if_missing == IfMissing::create ? IfEmpty::make : IfEmpty::refuse;
  if (auto const usable = migrate(**database, if_empty); !usable) return in_file(usable.error(), file);
  return std::make_unique<SqliteStore>(file, *std::move(database), clock, ids);
}

}  // namespace wegwijzer
