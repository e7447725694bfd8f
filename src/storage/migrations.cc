// SPDX-License-Identifier: EUPL-1.2
#include "storage/migrations.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/embedded.h"

namespace wegwijzer {

namespace {

std::vector<EmbeddedFile> in_order() {
  auto const files = schema_files();
  std::vector<EmbeddedFile> sorted(files.begin(), files.end());
  std::ranges::sort(sorted, {}, [](EmbeddedFile const& file) { return std::string_view(file.path); });
  return sorted;
}

bool has_table(sqlite::Database& database, std::string_view name) {
  return database.query("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?1", name).step();
}

bool is_empty(sqlite::Database& database) {
  return !database.query("SELECT 1 FROM sqlite_master").step();
}

std::size_t applied(sqlite::Database& database) {
  auto rows = database.query("SELECT count(*) FROM migration");
  rows.step();
  return static_cast<std::size_t>(rows.number(0));
}

void apply(sqlite::Database& database, EmbeddedFile const& file) {
  std::string const text(file.content());
  database.script(sqlite::Sql::of_migration(text.c_str()));
  database.run("INSERT INTO migration (name) VALUES (?1)", std::string_view(file.path));
}

void apply_from(sqlite::Database& database, std::vector<EmbeddedFile> const& files) {
  database.script("BEGIN IMMEDIATE");
  // Looked at again inside the transaction: another process may have been first.
  if (!has_table(database, "migration")) {
    database.script("CREATE TABLE migration (name TEXT NOT NULL PRIMARY KEY)");
  }
  for (auto i = applied(database); i < files.size(); ++i) apply(database, files[i]);
  database.script("COMMIT");
}

}  // namespace

Done migrate(sqlite::Database& database, IfEmpty if_empty) {
  auto const files = in_order();
  bool const ours = has_table(database, "migration") && has_table(database, "ecosystem");
  bool const may_be_made = if_empty == IfEmpty::make && is_empty(database);
  if (!ours && !may_be_made) return fail(Fault::invalid, "store.not_a_store");
  auto const done = ours ? applied(database) : 0;
  if (done > files.size()) return fail(Fault::conflict, "store.too_new");
  if (done < files.size()) apply_from(database, files);
  return {};
}

}  // namespace wegwijzer
