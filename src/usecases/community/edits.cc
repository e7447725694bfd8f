// SPDX-License-Identifier: EUPL-1.2
#include "usecases/community/edits.h"

#include <algorithm>
#include <map>

#include "base/check.h"
#include "usecases/community/any_record.h"
#include "usecases/contact/move.h"

namespace wegwijzer {

namespace {

// The edits of one record, in the order in which they were given.
using EditsOfOne = std::vector<Edit const*>;

// What a record cannot do without.
template <class Thing>
Done can_stand(Thing const& thing, Edit const& edit) {
  bool const nameless = std::string_view(name_of(thing)).empty();
  if (!nameless || text_of(thing, edit.field) != edit.after || edit.after.value_or("x") != "") return {};
  return fail(in_field({Fault::invalid, "map_work.field_needed"}, edit.field));
}

// One field of a copy; what cannot be is noted.
template <class Thing>
bool apply_one(Thing& thing, Edit const& edit, Applied& applied) {
  auto const now = text_of(thing, edit.field);
  if (now == edit.after) return false;
  if (now != edit.before) {
    applied.stayed.push_back(edit);
    return false;
  }
  auto changed = thing;
  auto const set =
      set_text(changed, edit.field, edit.after).and_then([&] { return can_stand(changed, edit); });
  if (!set) {
    applied.refused.emplace_back(edit, set.error());
    return false;
  }
  thing = std::move(changed);
  return true;
}

template <class Thing>
void apply_to(Writer& writer, Id<Thing> id, EditsOfOne const& edits, Applied& applied) {
  auto& all = records<Thing>(writer);
  auto thing = all.find(id);
  if (!thing) {
    for (auto const* edit : edits) applied.stayed.push_back(*edit);
    return;
  }
  std::size_t changed = 0;
  for (auto const* edit : edits) changed += apply_one(*thing, *edit, applied) ? 1 : 0;
  if (changed == 0) return;
  if (auto const saved = all.save(*thing); !saved) {
    for (auto const* edit : edits) applied.refused.emplace_back(*edit, saved.error());
    return;
  }
  applied.fields += changed;
  ++applied.records;
}

}  // namespace

Applied apply_edits(Writer& writer, std::span<Edit const> edits) {
  std::map<std::pair<std::string_view, Uuid>, EditsOfOne> by_record;
  std::vector<std::pair<std::string_view, Uuid>> order;
  for (auto const& edit : edits) {
    auto& of_one = by_record[{edit.record, edit.id}];
    if (of_one.empty()) order.emplace_back(edit.record, edit.id);
    of_one.push_back(&edit);
  }
  Applied applied;
  for (auto const& [record, id] : order) {
    bool const known = with_kept_kind(record, [&]<class Thing>(Kind<Thing>) {
      apply_to(writer, Id<Thing>(id), by_record.at({record, id}), applied);
    });
    check(known, "edits are of a kind of record");
  }
  return applied;
}

namespace {

// What was made is archived: things are not deleted.
Edit backwards(AuditEntry const& entry, Date today) {
  if (entry.field.empty()) return {entry.record, entry.id, "archived_on", std::nullopt, text(today)};
  return {entry.record, entry.id, entry.field, entry.after, entry.before};
}

// The last change of a field first. An ecosystem and its files are no records.
std::vector<Edit> all_backwards(std::vector<AuditEntry> const& entries, Date today) {
  std::vector<Edit> edits;
  for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
    bool const of_record = with_kept_kind(entry->record, [](auto) {});
    if (of_record && !confirms(*entry)) edits.push_back(backwards(*entry, today));
  }
  return edits;
}

}  // namespace

bool is_undone(std::span<MapChange const> changes, Id<MapChange> change) {
  return std::ranges::any_of(
      changes, [&](MapChange const& one) { return one.undoes == change && !is_undone(changes, one.id); });
}

Result<Undone> undo_change(Writer& writer, Id<MapChange> change, Date today) {
  auto const all = writer.changes();
  auto const found = std::ranges::find(all, change, &MapChange::id);
  if (found == all.end()) return fail(Fault::missing, "map_work.change_missing");
  if (is_undone(all, change)) return fail(Fault::conflict, "map_work.undone_already");
  auto const edits = all_backwards(writer.audit(change), today);
  auto const undoing = writer.begin(MapChangeKind::undo, found->about, change);
  move_contacts_back(writer, change, undoing);
  return Undone{undoing, apply_edits(writer, edits)};
}

}  // namespace wegwijzer
