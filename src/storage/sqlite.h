// SPDX-License-Identifier: EUPL-1.2
// A thin typed layer over SQLite: values are bound, SQL comes only from literals.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace wegwijzer::sqlite {

// The database failed in a way that no user can mend: disk full, file damaged. Caught at the borders.
class Failure : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// SQL text. Only a literal, or text put together from the constant field lists of src/domain, becomes one.
class Sql {
 public:
  // NOLINTNEXTLINE(google-explicit-constructor): a literal is the point
  consteval Sql(char const* literal) : text_(literal) {}

  static Sql of_field_list(std::string const& kept_for_ever) { return Sql(kept_for_ever.c_str(), Private{}); }

  static Sql of_migration(char const* embedded) { return Sql(embedded, Private{}); }

  char const* text() const { return text_; }

 private:
  struct Private {};

  Sql(char const* text, Private) : text_(text) {}

  char const* text_;
};

class Blob {
 public:
  explicit Blob(std::string_view bytes) : bytes_(bytes) {}

  std::string_view bytes() const { return bytes_; }

 private:
  std::string_view bytes_;
};

// One run of a statement: bind in order, then step through the rows.
class Run {
 public:
  template <class... Values>
  explicit Run(sqlite3_stmt* statement, Values const&... values) : statement_(statement) {
    (bind(values), ...);
  }

  Run(Run const&) = delete;
  Run& operator=(Run const&) = delete;
  ~Run();
  void bind(std::int64_t value);
  void bind(std::string_view value);
  void bind(std::optional<std::string> const& value);
  void bind(Blob blob);
  bool step();  // true: a row is there
  std::int64_t number(int column) const;
  std::string text(int column) const;  // NULL is ""
  std::optional<std::string> optional_text(int column) const;
  std::string_view bytes(int column) const;  // until the next step

 private:
  sqlite3_stmt* statement_;
  int bound_ = 0;
};

enum class Mode { read, write, look };  // look: not a byte of the file changes

class Database {
 public:
  // Opens or, for writing, makes the file. Fails with "store.cannot_open" or "store.not_a_store".
  static Result<std::unique_ptr<Database>> open(std::filesystem::path const& file, Mode mode);
  ~Database();
  Database(Database const&) = delete;
  Database& operator=(Database const&) = delete;

  template <class... Values>
  Run query(Sql sql, Values const&... values) {
    return Run(prepared(sql), values...);
  }

  template <class... Values>
  void run(Sql sql, Values const&... values) {
    Run once(prepared(sql), values...);
    while (once.step()) {
    }
  }

  void script(Sql sql);  // several statements

  int rows_changed() const;  // since it was opened

  sqlite3* handle() const { return handle_; }

 private:
  sqlite3_stmt* prepared(Sql sql);

  explicit Database(sqlite3* handle) : handle_(handle) {}

  sqlite3* handle_;
  std::unordered_map<char const*, sqlite3_stmt*> statements_;  // by the address of the literal
};

}  // namespace wegwijzer::sqlite
