// SPDX-License-Identifier: EUPL-1.2
// A table that went out as a spreadsheet comes back: what somebody changed in it, against how it went out and
// how it is now.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "exchange/import.h"
#include "ports/store.h"
#include "usecases/community/edits.h"

namespace wegwijzer {

struct SheetRow {
  std::size_t line = 0;
  std::optional<Uuid> id;                                  // nothing: a row that somebody added
  std::vector<std::pair<std::string, std::string>> cells;  // by field
};

// How a field stands in a cell, and back.
struct SheetWords {
  std::function<std::string(std::string const& field, FieldText const& value)> write;
  std::function<Result<FieldText>(std::string const& field, std::string const& cell)> read;
};

struct AddedRow {
  std::size_t line = 0;
  std::vector<FieldValue> values;
};

struct SheetPlan {
  std::vector<Edit> edits;      // `before` is what is there now
  std::vector<Edit> meanwhile;  // changed on both sides since: stays as it is here
  std::vector<AddedRow> added;  // to be made
  std::size_t unchanged = 0;    // rows
  std::vector<Problem> problems;
};

// `taken_at` is when the sheet went out: what it says differently from then was changed in it. A row that is
// not there any more changes nothing. Throws when `record` is no kind.
SheetPlan plan_sheet(Reader& reader, std::string_view record, std::span<SheetRow const> rows,
                     SheetWords const& words, Instant taken_at);

// An organisation of each added row, as part of a change that has begun; gives those that cannot be, with
// why.
std::vector<Problem> make_from_sheet(Writer& writer, std::span<AddedRow const> rows, Date today);

}  // namespace wegwijzer
