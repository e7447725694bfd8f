// SPDX-License-Identifier: EUPL-1.2
// Records as CSV and JSON with every field by its own name: the form in which all can be exported and read
// back without loss.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/field.h"
#include "domain/record.h"
#include "exchange/import.h"

namespace wegwijzer {

struct RecordLine {
  std::size_t line = 0;
  std::vector<FieldText> values;  // in the order of the headings that were asked for
};

// An unknown value is an empty cell; comma, UTF-8 with mark.
std::string write_record_lines(std::vector<std::string> const& headings,
                               std::vector<RecordLine> const& lines);
Result<Import<RecordLine>> read_record_lines(std::string_view bytes,
                                             std::vector<std::string> const& headings);

// An array of objects; an unknown value is null.
std::string write_record_objects(std::vector<std::string> const& headings,
                                 std::vector<RecordLine> const& lines);

// The fields that every record has come first and last.
template <class Thing>
std::vector<std::string> record_headings() {
  std::vector<std::string> headings{"id"};
  for_each_field<Thing>([&](auto const& field) { headings.emplace_back(field.name); });
  headings.insert(headings.end(), {"source", "confirmed_on", "archived_on", "version"});
  return headings;
}

template <class Thing>
RecordLine record_line(Thing const& thing) {
  RecordLine line{0, {to_field_text(thing.id)}};
  for (auto& value : field_values(thing)) line.values.push_back(std::move(value.value));
  line.values.push_back(thing.source);
  line.values.push_back(to_field_text(thing.confirmed_on));
  line.values.push_back(to_field_text(thing.archived_on));
  line.values.push_back(std::to_string(thing.version));
  return line;
}

template <class Thing>
std::vector<RecordLine> record_lines(std::vector<Thing> const& things) {
  std::vector<RecordLine> lines;
  lines.reserve(things.size());
  for (auto const& thing : things) lines.push_back(record_line(thing));
  return lines;
}

template <class Thing>
std::string write_records(std::vector<Thing> const& things) {
  return write_record_lines(record_headings<Thing>(), record_lines(things));
}

template <class Thing>
std::string write_records_json(std::vector<Thing> const& things) {
  return write_record_objects(record_headings<Thing>(), record_lines(things));
}

// Reads the values of one line into a record; each that cannot be read becomes a problem.
template <class Thing>
class RecordReading {
 public:
  explicit RecordReading(RecordLine line) : line_(std::move(line)) {
    take("id", thing_.id);
    for_each_field<Thing>([&](auto const& field) { take(field.name, thing_.*field.member); });
    take("source", thing_.source);
    take("confirmed_on", thing_.confirmed_on);
    take("archived_on", thing_.archived_on);
    int version = 0;
    take("version", version);
    thing_.version = version;
  }

  void move_into(Import<Thing>& out) && {
    if (problems_.empty()) out.rows.push_back(std::move(thing_));
    for (auto& problem : problems_) out.problems.push_back(std::move(problem));
  }

 private:
  template <class Value>
  void take(std::string_view name, Value& into) {
    auto value = from_field_text<Value>(line_.values[next_++]);
    if (value) {
      into = std::move(*value);
    } else {
      problems_.push_back(
          {line_.line, std::string(name), in_field(std::move(value.error()), std::string(name))});
    }
  }

  RecordLine line_;
  std::size_t next_ = 0;
  Thing thing_;
  std::vector<Problem> problems_;
};

template <class Thing>
Result<Import<Thing>> read_records(std::string_view bytes) {
  auto lines = read_record_lines(bytes, record_headings<Thing>());
  if (!lines) return fail(lines.error());
  Import<Thing> out{{}, std::move(lines->problems)};
  for (auto& line : lines->rows) RecordReading<Thing>(std::move(line)).move_into(out);
  return out;
}

}  // namespace wegwijzer
