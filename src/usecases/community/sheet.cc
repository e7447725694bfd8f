// SPDX-License-Identifier: EUPL-1.2
#include "usecases/community/sheet.h"

#include <map>
#include <unordered_map>

#include "base/check.h"
#include "usecases/community/any_record.h"
#include "usecases/community/past.h"

namespace wegwijzer {

namespace {

template <class Thing>
class SheetReading {
 public:
  SheetReading(Reader& reader, SheetWords const& words, Instant taken_at) : words_(words) {
    for (auto& thing : records<Thing>(reader).all()) now_.emplace(thing.id.uuid(), std::move(thing));
    history_ = reader.audit();
    for (auto const& entry : history_) {
      if (entry.record == record_name<Thing> && entry.at > taken_at && !confirms(entry)) {
        later_[text(entry.id)].push_back(&entry);
      }
    }
  }

  void read(SheetRow const& row, SheetPlan& plan) const {
    if (!row.id) return add(row, plan);
    auto const now = now_.find(*row.id);
    if (now == now_.end()) {
      plan.problems.push_back(
          {row.line, "id", {Fault::missing, "map_work.sheet_unknown", {{"value", text(*row.id)}}}, false});
      return;
    }
    auto const then = as_taken(now->second);
    auto const before = plan.edits.size() + plan.meanwhile.size();
    for (auto const& [field, cell] : row.cells) compare(then, now->second, {row.line, field, cell}, plan);
    if (plan.edits.size() + plan.meanwhile.size() == before) ++plan.unchanged;
  }

 private:
  struct Cell {
    std::size_t line;
    std::string const& field;
    std::string const& text;
  };

  // Nothing when it cannot be read: then that is a problem of the plan.
  std::optional<FieldText> read(Cell const& cell, SheetPlan& plan) const {
    auto value = words_.read(cell.field, cell.text);
    if (value) return *std::move(value);
    plan.problems.push_back({cell.line, cell.field, value.error(), false});
    return std::nullopt;
  }

  void add(SheetRow const& row, SheetPlan& plan) const {
    if (record_name<Thing> != record_name<Organisation>) {
      plan.problems.push_back({row.line, "id", {Fault::missing, "map_work.sheet_no_id"}, false});
      return;
    }
    AddedRow added{row.line, {}};
    for (auto const& [field, text] : row.cells) {
      if (text.empty()) continue;
      auto value = read({row.line, field, text}, plan);
      if (!value) return;
      added.values.push_back({field, *std::move(value)});
    }
    if (!added.values.empty()) plan.added.push_back(std::move(added));
  }

  // What was made since is as it is now.
  Thing as_taken(Thing const& now) const {
    auto const found = later_.find(text(now.id));
    return found == later_.end() ? now : as_before(now, found->second).value_or(now);
  }

  void compare(Thing const& then, Thing const& now, Cell const& cell, SheetPlan& plan) const {
    auto const was = text_of(then, cell.field), is = text_of(now, cell.field);
    if (cell.text == words_.write(cell.field, was) || cell.text == words_.write(cell.field, is)) return;
    auto typed = read(cell, plan);
    if (!typed || typed == is) return;
    Edit edit{std::string(record_name<Thing>), now.id.uuid(), cell.field, is, *std::move(typed)};
    (was == is ? plan.edits : plan.meanwhile).push_back(std::move(edit));
  }

  SheetWords const& words_;
  std::map<Uuid, Thing> now_;
  std::vector<AuditEntry> history_;
  std::unordered_map<std::string, std::vector<AuditEntry const*>> later_;
};

}  // namespace

SheetPlan plan_sheet(Reader& reader, std::string_view record, std::span<SheetRow const> rows,
                     SheetWords const& words, Instant taken_at) {
  SheetPlan plan;
  bool const known = with_kind(record, [&]<class Thing>(Kind<Thing>) {
    SheetReading<Thing> const reading(reader, words, taken_at);
    for (auto const& row : rows) reading.read(row, plan);
  });
  check(known, "a sheet is of a kind of record");
  return plan;
}

std::vector<Problem> make_from_sheet(Writer& writer, std::span<AddedRow const> rows, Date today) {
  std::vector<Problem> problems;
  for (auto const& row : rows) {
    Organisation organisation;
    organisation.id = writer.new_id<Organisation>(), organisation.confirmed_on = today;
    Done done;
    for (auto const& [field, value] : row.values) {
      if (done && !value.value_or("").empty()) done = set_text(organisation, field, value);
    }
    if (done && organisation.name.empty())
      done = fail(in_field({Fault::invalid, "map_work.field_needed"}, "name"));
    auto const saved =
        done ? writer.organisations().save(std::move(organisation)).map([](auto const&) {}) : done;
    if (!saved) problems.push_back({row.line, saved.error().field, saved.error(), false});
  }
  return problems;
}

}  // namespace wegwijzer
