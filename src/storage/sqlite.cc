// SPDX-License-Identifier: EUPL-1.2
#include "storage/sqlite.h"

#include <fmt/format.h>
#include <sqlite3.h>

namespace wegwijzer::sqlite {

namespace {

[[noreturn]] void broken(sqlite3* handle, std::string_view doing) {
  throw Failure(fmt::format("{}: {}", doing, sqlite3_errmsg(handle)));
}

void expect_ok(int code, sqlite3* handle, std::string_view doing) {
  if (code != SQLITE_OK) broken(handle, doing);
}

tl::unexpected<Error> cannot_open(sqlite3* handle, std::filesystem::path const& file) {
  return fail(Fault::unavailable, "store.cannot_open",
              {{"file", file.string()}, {"why", sqlite3_errmsg(handle)}});
}

tl::unexpected<Error> not_writable(std::filesystem::path const& file) {
  return fail(Fault::unavailable, "store.not_writable", {{"file", file.string()}});
}

// How long a writer waits for the one before it: longer than any import's last step.
constexpr int busy_milliseconds = 60'000;

}  // namespace

Run::~Run() {
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
}

void Run::bind(std::int64_t value) {
  expect_ok(sqlite3_bind_int64(statement_, ++bound_, value), sqlite3_db_handle(statement_), "bind");
}

void Run::bind(std::string_view value) {
  auto const* text = value.data() ? value.data() : "";
  expect_ok(sqlite3_bind_text64(statement_, ++bound_, text, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8),
            sqlite3_db_handle(statement_), "bind");
}

void Run::bind(std::optional<std::string> const& value) {
  if (value) return bind(std::string_view(*value));
  expect_ok(sqlite3_bind_null(statement_, ++bound_), sqlite3_db_handle(statement_), "bind");
}

void Run::bind(Blob blob) {
  auto const bytes = blob.bytes();
  expect_ok(sqlite3_bind_blob64(statement_, ++bound_, bytes.data() ? bytes.data() : "", bytes.size(),
                                SQLITE_TRANSIENT),
            sqlite3_db_handle(statement_), "bind");
}

bool Run::step() {
  auto const code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) broken(sqlite3_db_handle(statement_), sqlite3_sql(statement_));
  return false;
}

std::int64_t Run::number(int column) const {
  return sqlite3_column_int64(statement_, column);
}

std::string Run::text(int column) const {
  return std::string(bytes(column));
}

std::optional<std::string> Run::optional_text(int column) const {
  if (sqlite3_column_type(statement_, column) == SQLITE_NULL) return std::nullopt;
  return text(column);
}

std::string_view Run::bytes(int column) const {
  auto const* data = static_cast<char const*>(sqlite3_column_blob(statement_, column));
  return {data ? data : "", static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

Result<std::unique_ptr<Database>> Database::open(std::filesystem::path const& file, Mode mode) {
  sqlite3* handle = nullptr;
  int const flags = mode == Mode::look    ? SQLITE_OPEN_READONLY
                    : mode == Mode::write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                                          : SQLITE_OPEN_READWRITE;
  auto const opened = sqlite3_open_v2(file.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  std::unique_ptr<Database> database(new Database(handle));
  if (opened != SQLITE_OK) return cannot_open(handle, file);
  sqlite3_busy_timeout(handle, busy_milliseconds);
  // The first read tells whether the file is a database at all.
  auto const read = sqlite3_exec(handle, "PRAGMA schema_version", nullptr, nullptr, nullptr);
  if (read == SQLITE_NOTADB || read == SQLITE_CORRUPT) {
    return fail(Fault::invalid, "store.not_a_store", {{"file", file.string()}});
  }
  // A write-ahead log in a folder where we may not write, for one.
  if (read != SQLITE_OK) return cannot_open(handle, file);
  if (mode == Mode::look) return database;
  if (sqlite3_db_readonly(handle, "main") == 1) return not_writable(file);
  // FULL: what was acknowledged survives a power cut as well as kill -9. Secure: what was taken away does not
  // stay in pages that are free, whatever SQLite was compiled with.
  database->script(
      "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-16384; "
      "PRAGMA secure_delete=ON");
  if (mode == Mode::read) database->script("PRAGMA query_only=ON");
  return database;
}

Database::~Database() {
  for (auto const& [sql, statement] : statements_) sqlite3_finalize(statement);
  sqlite3_close_v2(handle_);
}

void Database::script(Sql sql) {
  expect_ok(sqlite3_exec(handle_, sql.text(), nullptr, nullptr, nullptr), handle_, sql.text());
}

sqlite3_stmt* Database::prepared(Sql sql) {
  auto& statement = statements_[sql.text()];
  if (!statement) {
    expect_ok(sqlite3_prepare_v3(handle_, sql.text(), -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr),
              handle_, sql.text());
  }
  return statement;
}

int Database::rows_changed() const {
  return sqlite3_total_changes(handle_);
}

}  // namespace wegwijzer::sqlite
