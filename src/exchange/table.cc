// SPDX-License-Identifier: EUPL-1.2
#include "exchange/table.h"

#include "base/words.h"
#include "exchange/nearest.h"

namespace wegwijzer {

namespace {

bool is_called(Column const& column, std::string_view folded_heading) {
  auto const same = [&](std::string_view name) { return folded(name) == folded_heading; };
  return same(column.heading) || std::ranges::any_of(column.synonyms, same);
}

}  // namespace

std::string_view Cells::operator[](std::string_view heading) const {
  auto const position = table_.position(heading);
  if (!position || *position >= row_.cells.size()) return {};
  return trimmed(row_.cells[*position]);
}

std::vector<std::string_view> Cells::parts(std::string_view heading) const {
  std::vector<std::string_view> all;
  for (auto const part : split((*this)[heading], ',')) {
    std::ranges::copy(split(part, ';'), std::back_inserter(all));
  }
  return all;
}

void Cells::wrong(std::string_view heading, Error error) {
  auto const position = table_.position(heading);
  auto place = position ? table_.headings_[*position] : std::string(heading);
  faults_.push_back({line(), place, in_field(std::move(error), std::string(heading))});
}

Result<Table> Table::open(std::string_view bytes, std::vector<Column> columns, OtherColumns others) {
  auto reader = CsvReader::open(bytes);
  if (!reader) return fail(reader.error());
  Table table(std::move(*reader), std::move(columns));
  auto headings = table.reader_.next();
  if (!headings) return fail(Fault::invalid, "file.empty");
  if (auto const done = table.take_headings(*headings, others); !done) return fail(done.error());
  return table;
}

Done Table::take_headings(CsvRow const& headings, OtherColumns others) {
  for (auto const& heading : headings.cells) headings_.emplace_back(trimmed(heading));
  for (std::size_t i = 0; i < headings_.size(); ++i) take_heading(i, headings.line, others);
  for (auto const& column : columns_) {
    if (!column.required || position(column.heading)) continue;
    return fail(Fault::invalid, "csv.column_missing",
                {{"column", std::string(column.heading)}, {"found", joined(headings_, ", ").substr(0, 300)}});
  }
  return {};
}

void Table::take_heading(std::size_t position, std::size_t line, OtherColumns others) {
  auto const& name = headings_[position];
  auto const plain = folded(name);
  if (plain.empty()) return;
  auto const column = std::ranges::find_if(columns_, [&](auto const& c) { return is_called(c, plain); });
  auto const report = [&](std::string key, Arguments arguments) {
    arguments.push_back({"column", name});
    reader_.report({line, name, {Fault::invalid, std::move(key), std::move(arguments)}, true});
  };
  if (column != columns_.end()) {
    // Publications repeat a code under several names; only who fills in a form should hear of it.
    if (this->position(column->heading)) {
      if (others == OtherColumns::reported) report("csv.column_twice", {});
      return;
    }
    positions_.emplace_back(column->heading, position);
    return;
  }
  if (others == OtherColumns::ignored) return;
  std::vector<std::string> known;
  known.reserve(columns_.size());
  for (auto const& c : columns_) known.emplace_back(c.heading);
  auto const similar = nearest(name, known);
  similar ? report("csv.column_looks_like", {{"nearest", *similar}}) : report("csv.column_not_used", {});
}

std::optional<std::size_t> Table::position(std::string_view heading) const {
  for (auto const& [name, position] : positions_) {
    if (name == heading) return position;
  }
  return std::nullopt;
}

std::optional<Cells> Table::next() {
  auto row = reader_.next();
  if (!row) return std::nullopt;
  for (std::size_t i = headings_.size(); i < row->cells.size(); ++i) {
    if (trimmed(row->cells[i]).empty()) continue;
    // Usually a separator inside a text without quotes: the cells have shifted and cannot be trusted.
    auto const line = row->line;
    Cells cells(*this, std::move(*row));
    cells.faults_.push_back(
        {line,
         "",
         {Fault::invalid, "csv.more_cells_than_headings", {{"headings", std::to_string(headings_.size())}}}});
    return cells;
  }
  return Cells(*this, std::move(*row));
}

std::string first_line(std::vector<Column> const& columns) {
  std::vector<std::string> headings;
  headings.reserve(columns.size());
  for (auto const& column : columns) headings.emplace_back(column.heading);
  return "\xef\xbb\xbf" + csv_line(headings);
}

}  // namespace wegwijzer
